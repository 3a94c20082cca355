import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { FORMS, type Rung, type ScenarioId } from '../../src/lib/questions';
import { encode } from '../../src/lib/result';
import { score } from '../../src/lib/scoring';
import { CODE } from '../support/runs';
import { endServers, startServer } from '../support/server';
import { recognise, say, scenesIn } from '../support/words';
import { LiveWorkshop } from '../support/workshop-api';
import type { Driver, Tab } from './drivers/tab';
import { findEngines } from './engines';
import { Visitor } from './visitor';

const { scenarioIds } = FORMS.short;
const SCENES = [
	'thin-post',
	'dealer-host',
	'free-audit',
	'testimonial',
	'link-request',
	'designer-fee'
] as const;

let base: string;

beforeAll(async () => {
	({ base } = await startServer());
});

afterAll(endServers);

for (const { name, start } of await findEngines()) {
	const missing = typeof start === 'string';
	if (missing) console.log(`The stories in ${name} are skipped: ${start}.`);

	describe.skipIf(missing)(`in ${name}`, () => {
		let driver: Driver;
		let tab: Tab;
		let visitor: Visitor;

		beforeAll(async () => {
			driver = await (start as () => Promise<Driver>)();
			console.log(`${name} is ${driver.name}.`);
		});
		afterAll(() => driver?.stop());

		beforeEach(async () => {
			tab = await driver.newTab();
			visitor = new Visitor(tab);
		});
		afterEach(() => tab.close());

		test('somebody takes the short quiz to its result and a picture of it', async () => {
			await visitor.open(`${base}/quiz/short`);
			const answers: Partial<Record<ScenarioId, Rung>> = {};
			for (const [i] of scenarioIds.entries()) {
				const label = say('en', 'quiz.progress.label', { n: i + 1, total: scenarioIds.length });
				await visitor.until(label, isHeading, label);
				const [stem = '', ...options] = await visitor.ask(readScene);
				const { id, rungs } = recognise('en', stem, options);
				const position = (i * 3) % options.length;
				await visitor.choose(options[position] ?? '');
				answers[id] = rungs[position] as Rung;
				await visitor.press('button', say('en', i < 9 ? 'quiz.actions.next' : 'quiz.actions.finish'));
			}
			const profile = score(answers, FORMS.short);
			await visitor.untilAt(`/result/${profile && encode(profile)}`);
			await visitor.untilSees(say('en', 'result.lead.own'));
			await visitor.until('the charts are drawn', areChartsDrawn, 1);
			await visitor.press('button', say('en', 'share.show'));
			await visitor.until('the picture to share is drawn', isCardDrawn);
		});

		test('somebody joins a workshop, votes, and gets a result of their own', async () => {
			const workshop = await LiveWorkshop.open(base, { scenes: SCENES });
			const others = await workshop.seats(3);
			await visitor.open(`${base}/join/${workshop.code}`);
			await visitor.press('button', say('en', 'participant.welcome.go'));
			await visitor.untilSees(say('en', 'participant.lobby.heading'));
			await workshop.act('start');
			for (const [i, scene] of SCENES.entries()) {
				const { stem, options, title } = scenesIn('en')[scene];
				await visitor.untilSees(stem);
				await visitor.choose(options[3] ?? '');
				await visitor.untilSees(say('en', 'participant.scene.stored'));
				for (const [n, other] of others.entries()) {
					const { status } = await workshop.answer(other, scene, n + 1);
					expect(status).toBe(200);
				}
				expect((await workshop.room()).answered, title).toBe(4);
				await workshop.act('close', 'reveal');
				await visitor.untilSees(say('en', 'group.picture.own'));
				await workshop.act(i < SCENES.length - 1 ? 'next' : 'end');
			}
			await visitor.untilSees(say('en', 'participant.end.heading'));
			await visitor.press('link', say('en', 'participant.end.see'));
			await visitor.untilSees(say('en', 'result.lead.own'));
			await visitor.until('the charts are drawn', areChartsDrawn, 1);
		});

		test('somebody opens a result that was shared, and goes on to the quiz', async () => {
			await visitor.open(`${base}/result/${CODE}`);
			await visitor.untilSees(say('en', 'result.lead.shared'));
			await visitor.untilSees(say('en', 'result.score.value', { score: 65 }));
			await visitor.until('the charts are drawn', areChartsDrawn, 1);
			await visitor.press('link', say('en', 'result.take.full'));
			await visitor.untilSees(
				say('en', 'quiz.progress.label', { n: 1, total: FORMS.full.scenarioIds.length })
			);
		});
	});
}

/** Runs in the page. */
function isHeading(text: string): boolean {
	return document.querySelector('h1')?.innerText.replace(/\s+/g, ' ').trim() === text;
}

/** The stem and the options that are asked. Runs in the page. */
function readScene(): string[] {
	return [...document.querySelectorAll('#stem, fieldset label span')].map(
		({ textContent }) => textContent?.trim() ?? ''
	);
}

/** Whether so many charts are there, and each has pixels of different colours. One is drawn when somebody comes near it. Runs in the page. */
function areChartsDrawn(count: number): boolean {
	const charts = [...document.querySelectorAll('canvas')];
	const missing = charts.find((canvas) => {
		const { data } = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
		return new Set(new Uint32Array(data?.buffer ?? new ArrayBuffer())).size <= 2;
	});
	missing?.scrollIntoView();
	return charts.length >= count && !missing;
}

/** Whether the picture to share is there at full size. Runs in the page. */
function isCardDrawn(): boolean {
	return document.querySelector<HTMLImageElement>('.picture img')?.naturalWidth === 1200;
}
