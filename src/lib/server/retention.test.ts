import { afterEach, describe, expect, it } from 'vitest';
import { dayOf, endOfDay } from './retention';

const zone = process.env['TZ'];
afterEach(() => {
	if (zone === undefined) delete process.env['TZ'];
	else process.env['TZ'] = zone;
});

describe('the last day of a workshop', () => {
	it.each(['America/Los_Angeles', 'Europe/Berlin', 'Asia/Kolkata', 'Pacific/Auckland', 'Pacific/Kiritimati'])(
		'is one in UTC on a server in %s too',
		(timeZone) => {
			process.env['TZ'] = timeZone;
			const last = Date.UTC(2026, 10, 23, 23, 59, 59, 999);
			for (const moment of [last, last - 12 * 60 * 60 * 1000]) expect(dayOf(moment)).toBe('2026-11-23');
			expect(dayOf(last + 1)).toBe('2026-11-24');
			expect(endOfDay('2026-11-23')).toBe(last + 1);
		}
	);
});
