import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pictureScene, type Counts } from '$lib/group';
import { beadsOf } from './beads-of';

test('there is one bead for each who chose an option, up to forty people', () => {
	fc.assert(
		fc.property(fc.array(fc.nat({ max: 14 }), { minLength: 5, maxLength: 5 }), (counts) => {
			const picture = pictureScene(counts as unknown as Counts, 3);
			if (picture.kind !== 'shares') return;
			expect(beadsOf(picture)).toEqual(picture.count > 40 ? null : counts);
		})
	);
});
