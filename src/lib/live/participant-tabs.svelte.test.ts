import { describe, expect, test } from 'vitest';
import { Device } from '../device';
import { Participant } from './participant.svelte';
import { seatSlot } from './saved';
import { settle } from './server.fake';
import {
	CODE,
	browser,
	choose,
	kept,
	openPage,
	seated,
	server,
	useFakeServer,
	wait
} from './participant.fixture';

useFakeServer();

describe('two tabs of one browser', () => {
	test('are one seat: both know what either did', async () => {
		const a = await seated();
		const b = openPage();
		expect(b.participant.joined).toBe(true);
		choose(a.participant, 'thin-post', 2);
		await settle();
		b.tab.hear();
		expect(b.participant.chosen('thin-post')).toBe(2);
		choose(b.participant, 'free-audit', 1);
		await settle();
		a.tab.hear();
		expect(a.participant.answers).toEqual({ 'thin-post': 2, 'free-audit': 1 });
		expect(server.answers).toEqual({ 'thin-post': 2, 'free-audit': 1 });
	});

	test('lose nothing where a snapshot comes before the other tab is heard', async () => {
		const a = await seated();
		const b = openPage();
		server.offline = true;
		choose(a.participant, 'thin-post', 2);
		server.tell();
		choose(b.participant, 'free-audit', 1);
		a.tab.hear();
		b.tab.hear();
		expect(a.participant.answers).toEqual({ 'thin-post': 2, 'free-audit': 1 });
		expect(b.participant.answers).toEqual({ 'thin-post': 2, 'free-audit': 1 });
		server.offline = false;
		await wait(5);
		expect(server.answers).toEqual({ 'thin-post': 2, 'free-audit': 1 });
		a.tab.hear();
		b.tab.hear();
		expect([a.participant.unsent, b.participant.unsent]).toEqual([0, 0]);
	});

	test('write nothing because of a snapshot: what they know of each other may be a moment old', async () => {
		const a = await seated();
		openPage();
		choose(a.participant, 'thin-post', 2);
		await settle();
		const before = browser.kept.get(seatSlot(CODE).key);
		server.tell();
		server.startOver();
		server.tell();
		expect(browser.kept.get(seatSlot(CODE).key)).toBe(before);
		expect(a.participant.answers).toEqual({});
	});

	test('both leave where everything was deleted in one', async () => {
		const a = await seated();
		const b = openPage();
		b.tab.device.removeAll('no-strings:');
		a.tab.hear();
		expect(a.participant.joined).toBe(false);
		server.tell();
		expect(kept()).toBeNull();
	});
});

test('a tab in which the workshop was forgotten heeds no other tab', async () => {
	const a = await seated();
	const b = openPage();
	await a.participant.forget();
	b.tab.hear();
	await b.participant.join('en');
	a.tab.hear();
	expect([a.participant.joined, b.participant.joined]).toEqual([false, true]);
});

describe('the storage of a participant', () => {
	test('that is forbidden leaves everything to the server, and is said', async () => {
		const refuse = () => {
			throw new DOMException('The operation is insecure.', 'SecurityError');
		};
		const participant = new Participant(CODE, new Device(refuse), server.state);
		participant.open();
		await participant.join('en');
		expect(participant).toMatchObject({ joined: true, notice: 'notSaved' });
		choose(participant, 'thin-post', 2);
		choose(participant, 'free-audit', 3);
		await settle();
		expect(server.answers).toEqual({ 'thin-post': 2, 'free-audit': 3 });
		expect(participant).toMatchObject({ unsent: 0, answers: server.answers });
		server.startOver();
		server.tell();
		expect(participant.answers).toEqual({});
	});

	test('that is full loses no choice while the page is open, and is mended by room', async () => {
		const { participant } = await seated();
		browser.capacity = [...browser.kept].join('').length;
		choose(participant, 'thin-post', 2);
		choose(participant, 'free-audit', 3);
		expect(participant.notice).toBe('notSaved');
		await settle();
		expect(server.answers).toEqual({ 'thin-post': 2, 'free-audit': 3 });
		expect(participant.answers).toEqual(server.answers);
		browser.capacity = Number.POSITIVE_INFINITY;
		server.tell();
		expect(participant.notice).toBeNull();
		expect(kept()).toMatchObject({ choices: { 'thin-post': { rung: 2 }, 'free-audit': { rung: 3 } } });
	});

	test.each(['junk', '{"schemaVersion":9}', 'null', '{"schemaVersion":1,"joined":true}'])(
		'that holds %s is put aside, and the server asked',
		async (text) => {
			browser.kept.set(seatSlot(CODE).key, text);
			server.seated = true;
			server.answers = { 'thin-post': 3 };
			const { participant } = openPage();
			await settle();
			expect(participant.answers).toEqual({ 'thin-post': 3 });
			expect(browser.kept.get(`${seatSlot(CODE).key}:set-aside`)).toBe(text);
			choose(participant, 'free-audit', 1);
			await settle();
			expect(server.answers).toEqual({ 'thin-post': 3, 'free-audit': 1 });
		}
	);
});
