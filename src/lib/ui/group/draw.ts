import type { BarsModel, GroupStringModel, ThreadsModel } from '$lib/charts';

type Charts = typeof import('$lib/charts/group-chart');

export type Draw = (charts: Charts, canvas: HTMLCanvasElement) => () => void;

export const loadCharts = (): Promise<Charts> => import('$lib/charts/group-chart');

export const bars =
	(model: BarsModel): Draw =>
	(charts, canvas) =>
		charts.drawBars(canvas, model);

export const groupString =
	(model: GroupStringModel, grows?: () => boolean): Draw =>
	(charts, canvas) =>
		charts.drawGroup(canvas, model, grows?.());

export const threads =
	(model: ThreadsModel): Draw =>
	(charts, canvas) =>
		charts.drawThreads(canvas, model);
