import type { ChartConfiguration, Plugin } from 'chart.js';
import type { Counts } from '../group';
import { RUNGS, type Rung } from '../questions';
import type { Palette } from './palette';
import { bareChart, bareScale } from './bare-chart';
import { bar, frayedBar, type BarShape } from './bar-shapes';

export type BarsModel = {
	/** By rung, whole per cents; or the one rung that nearly everybody chose, and then no length is told. */
	chosen: { shares: Counts } | { nearlyAll: Rung };
	direction: 'ltr' | 'rtl';
	/** Where each bar lies in its row. */
	anchor?: 'middle' | 'end';
	thickness?: number;
	/** The share whose bar takes the whole width; 100 where left out. */
	longest?: number;
	/** From above. Without it they stand by rung and look it. */
	order?: readonly Rung[];
	/** Those that have an option, lowest first; all where left out. */
	rungs?: readonly Rung[];
};

/** Where a bar that must not tell its length begins to fray, in per cent. */
const FRAYS_FROM = 78;

const SHORTEST = 0.3;

function barsPlugin(model: BarsModel, palette: Palette): Plugin<'scatter'> {
	const { chosen, direction, order } = model;
	const rows = order ?? model.rungs ?? RUNGS;
	return {
		id: 'bars',
		beforeDatasetsDraw({ ctx, scales, chartArea }) {
			const scale = scales.x;
			if (!scale) return;
			const start = scale.getPixelForValue(0);
			const forward = direction === 'rtl' ? -1 : 1;
			const row = chartArea.height / rows.length;
			const thickness = model.thickness ?? row * 0.5;
			const at = (rung: Rung) => rows.indexOf(rung);
			const middle = (rung: Rung) =>
				chartArea.top +
				(model.anchor === 'end' ? row * (at(rung) + 1) - thickness / 2 : row * (at(rung) + 0.5));
			ctx.save();
			for (const rung of rows) {
				const shape: BarShape = { start, forward, y: middle(rung), thickness, rung: order ? null : rung };
				if ('nearlyAll' in chosen) {
					if (rung === chosen.nearlyAll)
						frayedBar(ctx, shape, [scale.getPixelForValue(FRAYS_FROM), scale.getPixelForValue(100)], palette);
					continue;
				}
				const length = Math.abs(scale.getPixelForValue(chosen.shares[rung]) - start);
				if (chosen.shares[rung] > 0) bar(ctx, shape, Math.max(length, thickness * SHORTEST), palette);
			}
			if (model.anchor !== 'end') {
				ctx.fillStyle = palette.ink;
				ctx.fillRect(start - (forward === 1 ? 2 : 0), chartArea.top, 2, chartArea.height);
			}
			ctx.restore();
		}
	};
}

/**
 * Configures a scene's shares by rung. The bars differ in lightness and in how hollow they are, so that no
 * colour needs a name.
 */
export function barsConfig(model: BarsModel, palette: Palette): ChartConfiguration<'scatter'> {
	const { chosen, direction } = model;
	return bareChart({
		points: ['shares' in chosen ? chosen.shares.map((share, rung) => ({ x: share, y: rung })) : []],
		padding: { left: 2, right: 2 },
		scales: {
			x: bareScale(0, model.longest ?? 100, direction === 'rtl'),
			y: bareScale(-0.5, RUNGS.length - 0.5, true)
		},
		plugin: barsPlugin(model, palette)
	});
}
