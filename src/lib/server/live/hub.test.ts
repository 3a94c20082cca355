import { describe, expect, it, vi } from 'vitest';
import { NETWORK_GRACE_MS } from '../../group';
import { Refusal } from '../refusal';
import {
	CODE,
	OTHER,
	SECOND,
	change,
	decode,
	hub,
	listener,
	settle,
	stream,
	useHub,
	workshop
} from './hub.fixture';

useHub();

describe('somebody who begins to listen', () => {
	it('hears at once how things stand, after how long to wait before coming back', async () => {
		const { heard } = await listener();
		expect(heard.slice(0, 2).map(decode)).toEqual([
			'retry: 1000\n\n',
			'id: 1\ndata: {"version":1,"pass":"old"}\n\n'
		]);
	});

	it('hears what is for them', async () => {
		const { heard } = await listener('host');
		expect(decode(heard[1])).toBe('id: 1\ndata: {"version":1,"step":1,"pass":"old"}\n\n');
	});

	it('is refused where there is no workshop, and leaves nothing behind', async () => {
		workshop.failure = new Refusal('unknown');
		await expect(hub.listen(CODE, 'shared')).rejects.toThrow(workshop.failure);
		expect(hub.size).toBe(0);
	});

	it('misses nothing that changes between the reading and the listening', async () => {
		let release = () => {};
		workshop.held.push(new Promise((resolve) => (release = resolve)));
		const arriving = listener();
		await settle();
		change();
		release();
		expect((await arriving).versions()).toEqual([1, 2]);
	});

	it('never begins with less than others have heard', async () => {
		let release = () => {};
		workshop.held.push(new Promise((resolve) => (release = resolve)));
		const late = listener();
		await settle();
		change();
		const { versions } = await listener();
		expect(versions()).toContain(2);
		release();
		expect((await late).versions()).toEqual([2]);
	});
});

describe('a change', () => {
	it('is heard by everybody, as the same bytes, read once', async () => {
		const listeners = [await listener(), await listener(), await listener()];
		const host = await listener('host');
		await vi.advanceTimersByTimeAsync(SECOND);
		const before = workshop.readings;
		change();
		await vi.advanceTimersByTimeAsync(SECOND);
		expect(workshop.readings).toBe(before + 1);
		expect(new Set(listeners.map(({ heard }) => heard.at(-1))).size).toBe(1);
		expect(decode(listeners[0]?.heard.at(-1))).toBe('id: 2\ndata: {"version":2,"pass":"old"}\n\n');
		expect(decode(host.heard.at(-1))).toBe('id: 2\ndata: {"version":2,"step":1,"pass":"old"}\n\n');
	});

	it('elsewhere is not heard', async () => {
		const here = await listener();
		const before = here.heard.length;
		change(OTHER);
		await vi.advanceTimersByTimeAsync(SECOND);
		expect(here.heard.length).toBe(before);
	});

	it('of anything whatever is heard everywhere', async () => {
		const [here, there] = [await listener(), await listener('shared', OTHER)];
		await vi.advanceTimersByTimeAsync(SECOND);
		change(null);
		await vi.advanceTimersByTimeAsync(SECOND);
		expect([here.versions().at(-1), there.versions().at(-1)]).toEqual([2, 2]);
	});

	it('where nobody listens is not even read', async () => {
		change();
		await vi.advanceTimersByTimeAsync(SECOND);
		expect(workshop.readings).toBe(0);
	});

	it('every millisecond is told four times a second, and the last one always', async () => {
		const { versions } = await listener();
		await vi.advanceTimersByTimeAsync(SECOND);
		const before = versions().length;
		const readings = workshop.readings;
		for (let ms = 0; ms < 10 * SECOND; ms++) {
			change();
			await vi.advanceTimersByTimeAsync(1);
		}
		expect(versions().length - before).toBeLessThanOrEqual(41);
		expect(workshop.readings - readings).toBeLessThanOrEqual(41);
		await vi.advanceTimersByTimeAsync(SECOND);
		expect(versions().at(-1)).toBe(workshop.version);
		expect(versions()).toEqual([...versions()].sort((a, b) => a - b));
	});

	it('of counts alone is told less often among thousands, a step at once', async () => {
		const { versions } = await listener();
		const crowd = Array.from({ length: 4_999 }, () => stream());
		await Promise.all(crowd);
		await vi.advanceTimersByTimeAsync(10 * SECOND);
		const before = versions().length;
		for (let ms = 0; ms < 10 * SECOND; ms += 50) {
			change();
			await vi.advanceTimersByTimeAsync(50);
		}
		expect(versions().length - before).toBeGreaterThanOrEqual(8);
		expect(versions().length - before).toBeLessThanOrEqual(11);
		workshop.step++;
		change();
		await vi.advanceTimersByTimeAsync(SECOND / 4);
		expect(versions().at(-1)).toBe(workshop.version);
		change();
		await vi.advanceTimersByTimeAsync(2 * SECOND);
		expect(versions().at(-1)).toBe(workshop.version);
	});

	it('in each of a thousand workshops is read every two seconds, so that answers are not kept waiting', async () => {
		const codes = Array.from({ length: 1_000 }, (_, i) => `W${i}`);
		await Promise.all(codes.map((code) => stream(code)));
		await vi.advanceTimersByTimeAsync(10 * SECOND);
		const { readings } = workshop;
		for (let ms = 0; ms < 10 * SECOND; ms += 100) {
			change(null);
			await vi.advanceTimersByTimeAsync(100);
		}
		expect((workshop.readings - readings) / codes.length).toBeLessThanOrEqual(6);
		expect((workshop.readings - readings) / codes.length).toBeGreaterThanOrEqual(4);
	});

	it('during a slow reading is read afterwards', async () => {
		const { versions } = await listener();
		await vi.advanceTimersByTimeAsync(SECOND);
		let release = () => {};
		workshop.held.push(new Promise((resolve) => (release = resolve)));
		change();
		await settle();
		change();
		change();
		release();
		await vi.advanceTimersByTimeAsync(SECOND);
		expect(versions().slice(-2)).toEqual([2, 4]);
	});

	it('that cannot be read is told as soon as it can', async () => {
		const { versions, hasEnded } = await listener();
		await vi.advanceTimersByTimeAsync(SECOND);
		workshop.failure = new Error('the database is away');
		change();
		await vi.advanceTimersByTimeAsync(SECOND);
		expect(hasEnded()).toBe(false);
		// Who comes now is told what there is, not what there was.
		await expect(hub.listen(CODE, 'shared')).rejects.toThrow('away');
		workshop.failure = null;
		expect((await listener()).versions()).toEqual([2]);
		await vi.advanceTimersByTimeAsync(2 * SECOND);
		expect(versions().at(-1)).toBe(2);
	});

	it('that cannot be read is tried about once a second, and no longer than somebody listens', async () => {
		const { leave } = await listener();
		await vi.advanceTimersByTimeAsync(SECOND);
		workshop.failure = new Error('the database is away');
		workshop.readings = 0;
		change();
		await vi.advanceTimersByTimeAsync(60 * SECOND);
		expect(workshop.readings).toBeGreaterThanOrEqual(55);
		expect(workshop.readings).toBeLessThanOrEqual(61);
		await leave();
		workshop.readings = 0;
		await vi.advanceTimersByTimeAsync(60 * SECOND);
		expect(workshop.readings).toBe(0);
	});

	it('by which a workshop is gone ends every stream', async () => {
		const all = [await listener(), await listener('host')];
		const elsewhere = await listener('shared', OTHER);
		await vi.advanceTimersByTimeAsync(SECOND);
		workshop.failure = new Refusal('gone');
		change();
		await vi.advanceTimersByTimeAsync(SECOND);
		expect(all.map(({ hasEnded }) => hasEnded())).toEqual([true, true]);
		expect(elsewhere.hasEnded()).toBe(false);
		expect(hub.size).toBe(1);
	});
});

describe('where nothing happens', () => {
	it('a beat is heard at the beginning and every 15 seconds, by everybody', async () => {
		const all = [await listener(), await listener('host'), await listener('shared', OTHER)];
		await vi.advanceTimersByTimeAsync(60 * SECOND);
		expect(all.map(({ beats }) => beats())).toEqual([5, 5, 5]);
		expect(decode(all[0]?.heard.at(-1))).toBe(`event: beat\ndata: ${Date.now()}\n\n`);
	});
});

describe('leaving', () => {
	it('leaves nothing behind: nobody to tell, nothing to read', async () => {
		const all = [await listener(), await listener(), await listener('host')];
		expect(hub.size).toBe(3);
		for (const { leave } of all) await leave();
		expect(hub.size).toBe(0);
		const before = workshop.readings;
		change();
		await vi.advanceTimersByTimeAsync(60 * SECOND);
		expect(workshop.readings).toBe(before);
	});

	it('while a change is being read harms nobody', async () => {
		const [going, staying] = [await listener(), await listener()];
		await vi.advanceTimersByTimeAsync(SECOND);
		let release = () => {};
		workshop.held.push(new Promise((resolve) => (release = resolve)));
		change();
		await settle();
		await going.leave();
		release();
		await vi.advanceTimersByTimeAsync(SECOND);
		expect(staying.versions().at(-1)).toBe(2);
		expect(hub.size).toBe(1);
	});

	it('and coming back while the last change is still being read begins anew', async () => {
		const going = await listener();
		await vi.advanceTimersByTimeAsync(SECOND);
		let release = () => {};
		workshop.held.push(new Promise((resolve) => (release = resolve)));
		change();
		await settle();
		await going.leave();
		const back = await listener();
		release();
		change();
		await vi.advanceTimersByTimeAsync(SECOND);
		expect(back.versions().at(-1)).toBe(3);
	});
});

describe('closing', () => {
	it('ends all streams, and those that are opened afterwards', async () => {
		const all = [await listener(), await listener('host'), await listener('shared', OTHER)];
		hub.close();
		await settle();
		expect(all.map(({ hasEnded }) => hasEnded())).toEqual([true, true, true]);
		expect(hub.size).toBe(0);
		expect(vi.getTimerCount()).toBe(0);
		const late = await listener();
		expect(late.versions()).toEqual([1]);
		expect(late.hasEnded()).toBe(true);
		expect(hub.size).toBe(0);
	});

	it('twice is closing once', () => {
		hub.close();
		expect(() => hub.close()).not.toThrow();
	});
});

describe('a countdown', () => {
	it('is read when it is due, as long as somebody listens, and not a moment before', async () => {
		const { leave } = await listener();
		workshop.closing = { at: Date.now() + 30 * SECOND, of: 30 };
		change();
		await vi.advanceTimersByTimeAsync(SECOND);
		const before = workshop.readings;
		await vi.advanceTimersByTimeAsync(29 * SECOND + NETWORK_GRACE_MS);
		expect(workshop.readings).toBe(before);
		workshop.failure = new Error('the database is away');
		await vi.advanceTimersByTimeAsync(SECOND);
		expect(workshop.readings).toBeGreaterThan(before);
		workshop.failure = null;
		workshop.closing = null;
		await vi.advanceTimersByTimeAsync(2 * SECOND);
		const closed = workshop.readings;
		await vi.advanceTimersByTimeAsync(60 * SECOND);
		expect(workshop.readings).toBe(closed);
		await leave();
	});

	it('that was made longer is read at its new end, and by nobody who has left', async () => {
		const { leave } = await listener();
		workshop.closing = { at: Date.now() + 10 * SECOND, of: 10 };
		change();
		await vi.advanceTimersByTimeAsync(5 * SECOND);
		workshop.closing = { at: workshop.closing.at + 30 * SECOND, of: 40 };
		change();
		await vi.advanceTimersByTimeAsync(SECOND);
		const before = workshop.readings;
		await vi.advanceTimersByTimeAsync(20 * SECOND);
		expect(workshop.readings).toBe(before);
		await leave();
		await vi.advanceTimersByTimeAsync(60 * SECOND);
		expect(workshop.readings).toBe(before);
	});
});
