import { describe, expect, it } from 'vitest';
import { FORMS } from '../questions';
import { typicalScenes } from './evidence';

describe('typicalScenes', () => {
	it('picks the answers closest to the average of the dimension, in the order of the key', () => {
		const answers = {
			'thin-post': 0,
			'van-dealer': 3,
			'comment-pod': 4,
			'newsletter-swap': 3,
			'skill-endorsement': 4,
			'dealer-host': 3
		} as const;
		// the average of the five is 2.8
		expect(typicalScenes(answers, FORMS.full, 'filter', 2)).toEqual(['van-dealer', 'newsletter-swap']);
	});

	it('gives what there is', () => {
		expect(typicalScenes({ 'dealer-host': 2 }, FORMS.full, 'strings', 2)).toEqual(['dealer-host']);
		expect(typicalScenes({}, FORMS.full, 'strings', 2)).toEqual([]);
	});
});
