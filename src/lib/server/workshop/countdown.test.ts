import { describe, expect, it } from 'vitest';
import { NETWORK_GRACE_MS } from '../../group';
import type { HostAction } from '../../protocol';
import { Workshops } from './workshops';
import { bothStores, eachWithWorkshops, reasonOf } from './workshops.fixture';
import type { StepDetails } from './take-step';

const SECOND = 1_000;

describe.each(bothStores())('a countdown with %s', (_, open) => {
	const { at, opened, seated, act, shared } = eachWithWorkshops(open);

	async function press(code: string, key: string, action: HostAction, details?: StepDetails) {
		const workshop = await at.workshops.hosted(code, key);
		return at.workshops.step(workshop, action, workshop.step, details);
	}

	/** A workshop whose first scene is open for a minute, with some people in it. */
	async function openForAMinute() {
		const { code, key } = await opened({ countdown: 60 });
		const seats = await seated(code, 3);
		await act(code, key, 'start');
		const answer = (i: number) => reasonOf(at.workshops.answer(code, seats[i] ?? '', 1, 'thin-post', 2));
		return { code, key, answer };
	}

	it('is off where nobody asked for one', async () => {
		const { code, key } = await opened();
		await act(code, key, 'start');
		expect(await shared(code)).toMatchObject({ countdown: null, closing: null });
		at.clock += 86_400 * SECOND;
		expect(await shared(code)).toMatchObject({ statuses: ['open', 'waiting', 'waiting'] });
	});

	it('takes answers until its end and a moment longer, and closes once', async () => {
		const { code, key, answer } = await openForAMinute();
		const end = at.clock + 60 * SECOND;
		expect(await shared(code)).toMatchObject({ closing: { at: end, of: 60 } });
		at.clock = end + NETWORK_GRACE_MS;
		expect(await answer(0)).toBe('none');
		at.clock += 1;
		expect(await answer(1)).toBe('closed');
		const { step } = await at.workshops.hosted(code, key);
		expect(await shared(code)).toMatchObject({
			statuses: ['closed', 'waiting', 'waiting'],
			closing: null,
			answered: 1
		});
		expect((await at.workshops.hosted(code, key)).step).toBe(step);
	});

	it('refuses what was pressed before it closed, also by a host who saw it open', async () => {
		const { code, key } = await openForAMinute();
		const seen = await at.workshops.hosted(code, key);
		at.clock += 62 * SECOND + 1;
		await shared(code);
		expect(await reasonOf(at.workshops.step(seen, 'closeAndReveal', seen.step))).toBe('stale');
	});

	it('is closed once by two processes that find it at the same moment, and by one that has just started', async () => {
		const { code, key } = await openForAMinute();
		const { step } = await at.workshops.hosted(code, key);
		at.clock += 62 * SECOND + 1;
		const nodes = [
			at.workshops,
			...[1, 2].map(() => new Workshops({ store: at.store, now: () => at.clock }))
		];
		const found = await Promise.all(nodes.map((node) => node.snapshots(code)));
		expect(found.map(({ host }) => [host.step, host.undoes])).toEqual(nodes.map(() => [step + 1, 'close']));
	});

	it('can be made longer, stopped and begun by the host, and undoing goes past that', async () => {
		const { code, key } = await openForAMinute();
		const began = at.clock;
		at.clock += 50 * SECOND;
		await press(code, key, 'addTime');
		expect(await shared(code)).toMatchObject({ closing: { at: began + 90 * SECOND, of: 90 } });
		await press(code, key, 'closeIn', { seconds: null });
		at.clock += 600 * SECOND;
		expect(await shared(code)).toMatchObject({ statuses: ['open', 'waiting', 'waiting'], closing: null });
		await press(code, key, 'closeIn', { seconds: 30 });
		await press(code, key, 'closeEachIn', { seconds: null });
		expect(await shared(code)).toMatchObject({ closing: { of: 30 }, countdown: null });
		await act(code, key, 'undo');
		expect(await shared(code)).toMatchObject({ stage: 'lobby', closing: null, countdown: null });
	});

	it('that closed too early is taken back by undoing, without another', async () => {
		const { code, key, answer } = await openForAMinute();
		at.clock += 63 * SECOND;
		await act(code, key, 'undo');
		expect(await shared(code)).toMatchObject({ statuses: ['open', 'waiting', 'waiting'], closing: null });
		at.clock += 600 * SECOND;
		expect(await answer(2)).toBe('none');
	});

	it('is refused where nothing is open or runs, or no time is named', async () => {
		const { code, key } = await opened();
		expect(await reasonOf(press(code, key, 'closeIn', { seconds: 30 }))).toBe('invalid');
		expect(await reasonOf(press(code, key, 'addTime'))).toBe('invalid');
		await act(code, key, 'start');
		expect(await reasonOf(press(code, key, 'closeIn'))).toBe('invalid');
		expect(await reasonOf(press(code, key, 'closeEachIn'))).toBe('invalid');
	});

	it('closes all scenes of a workshop at one’s own pace, a rehearsal’s as well', async () => {
		const { code, key } = await opened({ pace: 'free', countdown: 600 });
		await act(code, key, 'rehearse', 'start');
		at.clock += 603 * SECOND;
		expect(await shared(code)).toMatchObject({ statuses: ['closed', 'closed', 'closed'], closing: null });
	});
});
