import type { BarsModel, RoomStringModel, ThreadsModel } from '$lib/charts';

/** Draws into a canvas; what comes back takes it away. */
export type Draw = (canvas: HTMLCanvasElement) => Promise<() => void>;

// Chart.js comes only when there is something to draw.
const charts = () => import('$lib/charts/chart');

/** A scene's shares. */
export const bars =
	(model: BarsModel): Draw =>
	async (canvas) =>
		(await charts()).drawBars(canvas, model);

/** A room on its string. */
export const roomString =
	(model: RoomStringModel): Draw =>
	async (canvas) =>
		(await charts()).drawRoom(canvas, model);

/** Threads, one below the other. */
export const threads =
	(model: ThreadsModel): Draw =>
	async (canvas) =>
		(await charts()).drawThreads(canvas, model);
