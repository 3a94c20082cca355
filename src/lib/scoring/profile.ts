import { DIMENSIONS, type Dimension, type Form, type KeyVersion, type ResultFormId } from '../questions';
import type { Answers } from './answers';
import { estimate, type Estimate } from './estimate';
import { shapeOf, type Shape } from './shape';
import { tallyAnswers, totalOf, type Tallies } from './tally';
import { spanOf, zoneOf, type Span, type Zone } from './zones';

export type Profile = {
	formId: ResultFormId;
	version: KeyVersion;
	tallies: Tallies;
	overall: Estimate;
	zone: Zone;
	span: Span;
	dimensions: Partial<Record<Dimension, Estimate>>;
	/** Null unless all four dimensions are scored. */
	shape: Shape | null;
};

export function score(answers: Answers, form: Form): Profile | null {
	return profileOf(tallyAnswers(answers, form), form);
}

export function profileOf(tallies: Tallies, form: Form): Profile | null {
	if (missingAnswers(tallies, form) > 0) return null;
	const overall = estimate(totalOf(tallies));
	const dimensions = dimensionsOf(tallies, form);
	return {
		formId: form.id,
		version: form.version,
		tallies,
		overall,
		zone: zoneOf(overall.score),
		span: spanOf(overall.band),
		dimensions,
		shape: shapeOf(dimensions)
	};
}

export function missingAnswers(given: Answers | Tallies, form: Form): number {
	const tallies = areTallies(given) ? given : tallyAnswers(given, form);
	return Math.max(0, form.minimumAnswers - totalOf(tallies).count);
}

function dimensionsOf(tallies: Tallies, form: Form): Profile['dimensions'] {
	const dimensions: Profile['dimensions'] = {};
	if (form.minimumPerDimension === null) return dimensions;
	for (const dimension of DIMENSIONS) {
		const tally = tallies[dimension];
		if (tally.count >= form.minimumPerDimension) dimensions[dimension] = estimate(tally);
	}
	return dimensions;
}

function areTallies(given: Answers | Tallies): given is Tallies {
	// No scene is named after a dimension, so one key tells them apart.
	return DIMENSIONS[0] in given;
}
