import { beforeEach, expect, test } from 'vitest';
import { Device } from '../device';
import { FakeBrowser } from '../device/browser.fake';
import { forgetHosted, hostedHere, hostedSlot, rememberHosted } from './hosted';

const KEPT = '2100-01-31';
let browser: FakeBrowser;
let device: Device;

beforeEach(() => {
	browser = new FakeBrowser();
	({ device } = browser.openTab());
});

const codes = () => hostedHere(device).map(({ code }) => code);

test('a workshop that was led here is listed once, the latest first, without a key', () => {
	rememberHosted(device, { code: 'AAAAAA', title: 'Morning', keptUntil: KEPT });
	rememberHosted(device, { code: 'BBBBBB', title: 'Noon', keptUntil: KEPT });
	const snapshot = { code: 'AAAAAA', title: 'Morning', keptUntil: KEPT, pass: 'secret' };
	rememberHosted(device, snapshot);
	expect(codes()).toEqual(['AAAAAA', 'BBBBBB']);
	expect(browser.kept.get(hostedSlot.key)).not.toContain('secret');
});

test('a workshop is listed until the end of its last day, and then forgotten', () => {
	rememberHosted(device, { code: 'AAAAAA', title: 'Morning', keptUntil: KEPT });
	expect(hostedHere(device, new Date(`${KEPT}T23:59:59Z`))).toHaveLength(1);
	expect(hostedHere(device, new Date('2100-02-01T00:00:00Z'))).toEqual([]);
	expect(browser.kept.size).toBe(0);
});

test('fifty workshops are listed, and the one that was led longest ago is left out', () => {
	for (let n = 0; n <= 50; n++) rememberHosted(device, { code: `N${n}`, title: 'Morning', keptUntil: KEPT });
	expect(codes()).toEqual(Array.from({ length: 50 }, (_, i) => `N${50 - i}`));
});

test('nothing lies there once the last one is forgotten', () => {
	rememberHosted(device, { code: 'AAAAAA', title: 'Morning', keptUntil: KEPT });
	forgetHosted(device, 'BBBBBB');
	expect(codes()).toEqual(['AAAAAA']);
	forgetHosted(device, 'AAAAAA');
	expect(browser.kept.size).toBe(0);
});

test('a device that keeps nothing lists nothing', () => {
	const closed = new Device(() => {
		throw new Error('SecurityError');
	});
	rememberHosted(closed, { code: 'AAAAAA', title: 'Morning', keptUntil: KEPT });
	expect(hostedHere(closed)).toEqual([]);
});
