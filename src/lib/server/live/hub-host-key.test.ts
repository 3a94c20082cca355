import { describe, expect, it, vi } from 'vitest';
import { CODE, SECOND, change, hub, listener, stream, useHub, workshop } from './hub.fixture';

useHub();

describe('a new host key', () => {
	function renew() {
		workshop.pass = 'new';
		change();
	}

	it('ends the streams that the old one opened before they hear more, and no other', async () => {
		const [participant, host] = [await listener(), await listener('host', CODE, 'old')];
		await vi.advanceTimersByTimeAsync(SECOND);
		expect(host.hasEnded()).toBe(false);
		renew();
		await vi.advanceTimersByTimeAsync(SECOND);
		expect([host.hasEnded(), host.versions()]).toEqual([true, [1]]);
		expect([participant.hasEnded(), participant.versions().at(-1)]).toEqual([false, 2]);
	});

	it('lets in who comes with it, and who came with the old one no more', async () => {
		await listener();
		await vi.advanceTimersByTimeAsync(SECOND);
		renew();
		const early = await listener('host', CODE, 'new');
		await vi.advanceTimersByTimeAsync(SECOND);
		expect([early.hasEnded(), early.versions().at(-1)]).toEqual([false, 2]);
		await expect(hub.listen(CODE, 'host', 'old')).rejects.toMatchObject({ reason: 'notHost' });
		expect(hub.size).toBe(2);
	});

	it('ends the stream of who was let in just before another process announced it', async () => {
		await listener();
		await vi.advanceTimersByTimeAsync(SECOND);
		workshop.pass = 'new';
		const late = await listener('host', CODE, 'old');
		change();
		await vi.advanceTimersByTimeAsync(SECOND);
		expect(late.hasEnded()).toBe(true);
	});

	it('is read for, where nobody announced it, as soon as somebody comes with it', async () => {
		const host = await listener('host', CODE, 'old');
		await vi.advanceTimersByTimeAsync(SECOND);
		workshop.pass = 'new';
		await listener('host', CODE, 'new');
		await vi.advanceTimersByTimeAsync(SECOND);
		expect(host.hasEnded()).toBe(true);
	});

	it('is told at once among thousands: the join link of every screen hangs on it', async () => {
		const participant = await listener();
		for (let i = 0; i < 5_000; i++) await stream();
		await vi.advanceTimersByTimeAsync(5 * SECOND);
		change();
		await vi.advanceTimersByTimeAsync(250);
		renew();
		await vi.advanceTimersByTimeAsync(250);
		expect(participant.versions().at(-1)).toBe(3);
	});
});
