import { expect, test } from 'vitest';
import type { GroupPicture, SpreadPicture } from '../group';
import { saidDimensions, saidString } from './spread';

type Spread = Extract<SpreadPicture, { kind: 'spread' }>;
const i18n = { t: (key: string) => key.replace('group.', '') };
const of = (quarters: Spread['quarters']): Spread => ({
	kind: 'spread',
	places: [],
	quarters,
	middleZone: 50
});

const half = of({ low: 40, middle: 50, high: 60 });
const oneSided = of({ low: 50, middle: 50, high: 60 });
const knot = of({ low: 50, middle: 50, high: 50 });
const zone = of(null);
const few: SpreadPicture = { kind: 'few' };
const nearlyAll: SpreadPicture = { kind: 'nearlyAll', place: 50 };

test.each<[string, Spread, string]>([
	['half of a room is spread', half, 'string.beads'],
	['half of a room is spread to one side', oneSided, 'string.beads'],
	['half of a room hangs in one place', knot, 'string.beadsAtKnot'],
	['a group is small', zone, 'string.small']
])('says of frayed parts of a string only what is drawn where %s', (_, picture, said) => {
	expect(saidString(picture, i18n)).toBe(said);
});

test.each<[string, SpreadPicture[], string[]]>([
	['all are frayed', [half, oneSided, half, half], ['dimensions.frayedHalf']],
	['some are frayed', [half, knot, nearlyAll, few], ['dimensions.frayedHalf']],
	['none is frayed', [knot, knot, nearlyAll, few], ['dimensions.atKnot']],
	['a group is small', [zone, zone, nearlyAll, few], ['dimensions.frayedZone']],
	['frayed parts mean two things', [half, zone, few, few], []],
	['a zone is frayed beside a knot', [knot, zone, few, few], ['dimensions.frayedZone']],
	['nearly all are alike', [nearlyAll, nearlyAll, few, few], []]
])('says of frayed parts of dimensions only what is drawn where %s', (_, pictures, said) => {
	const [filter, strings, pull, candour] = pictures;
	expect(saidDimensions({ filter, strings, pull, candour } as GroupPicture['dimensions'], i18n)).toEqual(
		said
	);
});
