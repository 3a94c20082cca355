import type { Page } from '@playwright/test';
import type { Language, Rung, ScenarioId } from '../../../src/lib/questions';
import { inLanguage } from '../../support/routes';
import { expectNoBarrier, expectToFit } from './access';
import { expect, type Hall } from './workshop';
import { LiveWorkshop, type Visitor, type Wanted } from '../../support/workshop-api';

export const STILL = { reducedMotion: 'reduce' } as const;

/** A small phone. */
export const SMALL = { width: 320, height: 640 };

/** A laptop. */
export const WIDE = { width: 1280, height: 800 };

/** The first is answered by too few for a picture, the second alike by nearly all, the others by all in many ways. */
export const SCENES = [
	'thin-post',
	'dealer-host',
	'free-audit',
	'testimonial',
	'van-dealer',
	'warm-introduction'
] as const;

/** States that axe sees in Arabic as well: the fullest of each page. */
const MIRRORED = new Set(['welcome', 'asked', 'shares', 'the room', 'report']);

export async function openWorkshop(hall: Hall, wanted: Wanted = {}) {
	const workshop = await LiveWorkshop.open(hall.origin, { scenes: SCENES, ...wanted });
	const people = await workshop.seats(8);
	const open = (scene: ScenarioId) =>
		expect.poll(async () => {
			const { scenes, statuses } = await workshop.room();
			return statuses[scenes.indexOf(scene)];
		});
	/** Everybody but whoever a test watches answers. */
	async function answer(scene: (typeof SCENES)[number]) {
		await open(scene).toBe('open');
		const rungs: Rung[] =
			scene === 'thin-post'
				? [1]
				: scene === 'dealer-host'
					? Array<Rung>(8).fill(2)
					: [0, 1, 2, 3, 4, 2, 3, 1];
		await Promise.all(
			rungs.map((rung, i) =>
				workshop.answer(people[i] as Visitor, scene, rung).then(({ status }) => {
					expect(status).toBe(200);
				})
			)
		);
	}
	/** Through a scene to its picture, and on to the next. */
	async function leadThrough(...scenes: (typeof SCENES)[number][]) {
		for (const scene of scenes) {
			await answer(scene);
			await workshop.act('close', 'reveal', 'next');
		}
	}
	return { workshop, answer, leadThrough };
}

export const linkOf = ({ path, key, base }: LiveWorkshop, language: Language) =>
	`${base}${inLanguage(language, `${path}/host`)}?key=${key}`;

export const isForAxe = (language: Language, state: string) =>
	language === 'en' || (language === 'ar' && MIRRORED.has(state));

/** What a state is looked at for. Spanish is the longest; what axe finds there it finds in English. */
export function looksIn(language: Language) {
	return async (page: Page, state: string, wide = SMALL) => {
		await page.setViewportSize(SMALL);
		await expectToFit(page, state);
		await page.setViewportSize(wide);
		if (isForAxe(language, state)) await expectNoBarrier(page, state);
	};
}
