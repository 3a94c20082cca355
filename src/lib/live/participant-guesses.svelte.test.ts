import { describe, expect, test } from 'vitest';
import { answerKey } from '../group';
import type { Rung, ScenarioId } from '../questions';
import { SEATS_PREFIX } from './saved';
import {
	browser,
	choose,
	CODE,
	kept,
	openPage,
	seated,
	server,
	useFakeServer,
	wait
} from './participant.fixture';
import { settle } from './server.fake';
import type { Participant } from './participant.svelte';

useFakeServer();

const GUESS = answerKey('thin-post', 'guess');
const OTHER = answerKey('free-audit', 'guess');

const guess = (participant: Participant, rung: Rung, scene: ScenarioId = 'thin-post') =>
	participant.choose(answerKey(scene, 'guess'), rung, rung, 1);

/** A seat with a stored guess. */
async function guessed() {
	const page = await seated();
	guess(page.participant, 3);
	await settle();
	return page;
}

describe('a guess', () => {
	test('is sent as one, and is no answer', async () => {
		const { participant } = await guessed();
		expect(server.asked.at(-1)?.body).toEqual({ round: 1, scene: 'thin-post', rung: 3, asking: 'guess' });
		expect([server.answers, server.guesses]).toEqual([{}, { 'thin-post': 3 }]);
		expect(participant.choices[GUESS]).toMatchObject({ rung: 3, sent: true });
		expect([participant.answers, participant.replies]).toEqual([{}, {}]);
		expect(participant.chosen('thin-post')).toBeUndefined();
	});

	test('waits for a network, over a reload', async () => {
		const { participant, close } = await seated();
		server.offline = true;
		guess(participant, 4);
		await settle();
		close();
		const later = openPage();
		expect(later.participant.choices[GUESS]).toMatchObject({ rung: 4, sent: false });
		server.offline = false;
		await wait(3);
		expect([server.guesses, later.participant.unsent]).toEqual([{ 'thin-post': 4 }, 0]);
	});

	test('stays beside one of another tab', async () => {
		const a = await seated();
		const b = openPage();
		guess(a.participant, 3);
		guess(b.participant, 1, 'free-audit');
		await settle();
		a.tab.hear();
		b.tab.hear();
		for (const { participant } of [a, b])
			expect([participant.chosen(GUESS), participant.chosen(OTHER)]).toEqual([3, 1]);
		expect(server.guesses).toEqual({ 'thin-post': 3, 'free-audit': 1 });
	});

	test('is given back to a browser that lost it, and can be taken back there', async () => {
		const { close } = await guessed();
		close();
		browser.kept.clear();
		const { participant } = openPage();
		await settle();
		expect([participant.chosen(GUESS), participant.answers]).toEqual([3, {}]);
		participant.sitOut(GUESS);
		await settle();
		expect([server.guesses, participant.chosen(GUESS)]).toEqual([{}, undefined]);
	});

	test('is taken back alone, and is then no scene sat out', async () => {
		const { participant } = await guessed();
		choose(participant, 'thin-post', 2);
		participant.sitOut(GUESS);
		await settle();
		expect([server.answers, server.guesses]).toEqual([{ 'thin-post': 2 }, {}]);
		expect([participant.satOut(GUESS), participant.satOut('thin-post')]).toEqual([true, false]);
		expect(participant.replies).toEqual({ 'thin-post': 2 });
	});

	test('still counts where its scene is sat out', async () => {
		const { participant } = await guessed();
		participant.sitOut('thin-post');
		await settle();
		expect([server.guesses, participant.chosen(GUESS)]).toEqual([{ 'thin-post': 3 }, 3]);
	});

	test('that is taken back too late counts, and this is said', async () => {
		const { participant } = await guessed();
		server.open.clear();
		participant.sitOut(GUESS);
		await settle();
		expect([participant.chosen(GUESS), participant.satOut(GUESS)]).toEqual([3, false]);
		expect(participant.notice).toBe('tooLate');
	});

	test('that comes too late leaves the one before, and this is said', async () => {
		const { participant } = await guessed();
		server.open.clear();
		guess(participant, 0);
		guess(participant, 1, 'free-audit');
		await settle();
		expect([participant.chosen(GUESS), participant.chosen(OTHER)]).toEqual([3, undefined]);
		expect([participant.notice, participant.unsent]).toEqual(['tooLate', 0]);
	});

	test('is of one round', async () => {
		const { participant } = await guessed();
		server.startOver();
		server.tell();
		await settle();
		expect(participant.chosen(GUESS)).toBeUndefined();
	});
});

describe('guesses go with the seat', () => {
	test('where it is forgotten, whatever is on its way', async () => {
		const { participant } = await seated();
		browser.kept.set(`${SEATS_PREFIX}${CODE}:guesses`, '{}');
		let arrive = () => {};
		server.held.push(new Promise((resolve) => (arrive = resolve)));
		guess(participant, 3);
		await participant.forget();
		arrive();
		await settle();
		expect([...browser.kept.keys()].filter((key) => key.startsWith(SEATS_PREFIX))).toEqual([]);
		expect(participant.chosen(GUESS)).toBeUndefined();
	});

	test('where the server does not know it any more', async () => {
		const { participant } = await guessed();
		server.seated = false;
		guess(participant, 1, 'free-audit');
		await settle();
		expect([participant.notice, participant.joined]).toEqual(['seatLost', false]);
		expect([participant.chosen(GUESS), participant.chosen(OTHER)]).toEqual([undefined, undefined]);
		expect(kept()).toMatchObject({ choices: {} });
	});
});
