import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Attendance } from './attendance';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** What was marked last of each seat. */
let marks: Map<string, 'here' | 'away'>;
let calls: number;
let fails: boolean;
let attendance: Attendance;

beforeEach(() => {
	vi.useFakeTimers();
	marks = new Map();
	calls = 0;
	fails = false;
	attendance = new Attendance((code, here, away) => {
		calls++;
		if (fails) return Promise.reject(new Error('the database is away'));
		// As in the store, whoever is here is not away.
		for (const seat of away) marks.set(`${code} ${seat}`, 'away');
		for (const seat of here) marks.set(`${code} ${seat}`, 'here');
		return Promise.resolve();
	});
});

afterEach(() => {
	attendance.close();
	vi.useRealTimers();
});

const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms);

it('marks a seat as away five minutes after its last stream has ended, and as here when it is back', async () => {
	const leave = [attendance.enter('A', 'ann'), attendance.enter('A', 'ann')];
	await wait(10 * SECOND);
	expect(marks.get('A ann')).toBe('here');
	leave[0]?.();
	await wait(20 * MINUTE);
	expect(marks.get('A ann')).toBe('here');
	leave[1]?.();
	await wait(4.9 * MINUTE);
	expect(marks.get('A ann')).toBe('here');
	await wait(0.3 * MINUTE);
	expect(marks.get('A ann')).toBe('away');
	attendance.enter('A', 'ann');
	await wait(10 * SECOND);
	expect(marks.get('A ann')).toBe('here');
});

it('marks a seat that was here before the start as away five minutes later, unless it is back by then', async () => {
	attendance.expect('A', 'ann');
	attendance.expect('A', 'ben');
	await wait(30 * SECOND);
	expect(calls, 'what is marked already is no news').toBe(0);
	attendance.enter('A', 'ben');
	await wait(4.4 * MINUTE);
	expect(marks.get('A ann')).toBe('here');
	await wait(0.3 * MINUTE);
	expect([marks.get('A ann'), marks.get('A ben')]).toEqual(['away', 'here']);
});

it('takes whoever comes back while a marking fails for here', async () => {
	attendance.close();
	const { promise: held, reject: fail } = Promise.withResolvers<void>();
	let isHeld = false;
	attendance = new Attendance((_code, here, away) => {
		if (away.length > 0 && !isHeld) {
			isHeld = true;
			return held;
		}
		for (const seat of away) marks.set(seat, 'away');
		for (const seat of here) marks.set(seat, 'here');
		return Promise.resolve();
	});
	const leave = attendance.enter('A', 'ann');
	await wait(10 * SECOND);
	leave();
	await wait(5.1 * MINUTE);
	expect(isHeld).toBe(true);
	attendance.enter('A', 'ann');
	fail(new Error('the database is away'));
	await wait(20 * MINUTE);
	expect(marks.get('ann')).toBe('here');
});

it('takes whoever asks now and then for here, without a stream', async () => {
	for (let n = 0; n < 10; n++) {
		attendance.see('A', 'ann');
		await wait(4 * MINUTE);
	}
	expect(marks.get('A ann')).toBe('here');
	await wait(2 * MINUTE);
	expect(marks.get('A ann')).toBe('away');
});

it('marks rarely: once for who has come, and once a minute for who another process may have missed', async () => {
	for (let n = 0; n < 500; n++) attendance.enter('A', `seat ${n}`);
	await wait(10 * SECOND);
	expect(calls).toBe(1);
	await wait(10 * MINUTE);
	expect(calls).toBeLessThanOrEqual(12);
	expect(calls).toBeGreaterThanOrEqual(9);
});

it('marks again where the database was away, and forgets who was marked as away', async () => {
	const leave = attendance.enter('A', 'ann');
	attendance.enter('B', 'ben');
	fails = true;
	await wait(MINUTE);
	leave();
	await wait(6 * MINUTE);
	fails = false;
	await wait(10 * SECOND);
	expect(Object.fromEntries(marks)).toEqual({ 'A ann': 'away', 'B ben': 'here' });
	marks.clear();
	await wait(10 * MINUTE);
	expect(Object.fromEntries(marks)).toEqual({ 'B ben': 'here' });
});
