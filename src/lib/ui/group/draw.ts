import type { BarsModel, GroupStringModel, ThreadsModel } from '$lib/charts';

type Charts = typeof import('$lib/charts/chart');

/** Draws into a canvas; what comes back takes it away. */
export type Draw = (charts: Charts, canvas: HTMLCanvasElement) => () => void;

/** Chart.js comes only when there is something to draw. */
export const loadCharts = (): Promise<Charts> => import('$lib/charts/chart');

/** A scene's shares. */
export const bars =
	(model: BarsModel): Draw =>
	(charts, canvas) =>
		charts.drawBars(canvas, model);

/** A room on its string. */
export const groupString =
	(model: GroupStringModel): Draw =>
	(charts, canvas) =>
		charts.drawGroup(canvas, model);

/** Threads, one below the other. */
export const threads =
	(model: ThreadsModel): Draw =>
	(charts, canvas) =>
		charts.drawThreads(canvas, model);
