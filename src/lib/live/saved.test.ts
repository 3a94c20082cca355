import { beforeEach, describe, expect, test } from 'vitest';
import { FakeBrowser } from '../device/browser.fake';
import { freshSeat, heardSlot, seatSlot } from './saved';

const slot = seatSlot('2C4D6F');

let browser: FakeBrowser;
beforeEach(() => void (browser = new FakeBrowser()));

function read(changes: object) {
	browser.kept.set(slot.key, JSON.stringify({ ...freshSeat(), ...changes }));
	return browser.openTab().device.read(slot).state;
}

describe('a seat on the device', () => {
	test('is read as it was written', () => {
		const choices = {
			'thin-post': { rung: 4, position: 0, milliseconds: 0, sent: false },
			'thin-post/again': { rung: 0, position: 4, sent: true },
			'thin-post/guess': { rung: 2, sent: true }
		};
		expect(read({ choices, withdrawn: ['free-audit'], satOut: ['free-audit'] })).toBe('found');
		expect(read({ first: { round: 1, replies: { 'thin-post': null, 'free-audit': 3 } } })).toBe('found');
		expect(read({ first: null, left: [{ round: 2, satOut: ['thin-post'] }] })).toBe('found');
	});

	test.each([
		['a rung that no scene has', { choices: { 'thin-post': { rung: 5, sent: true } } }],
		['a place above the first', { choices: { 'thin-post': { rung: 1, position: -1, sent: true } } }],
		['a place below the last', { choices: { 'thin-post': { rung: 1, position: 5, sent: true } } }],
		['a place between two', { choices: { 'thin-post': { rung: 1, position: 0.5, sent: true } } }],
		['a time before the scene', { choices: { 'thin-post': { rung: 1, milliseconds: -1, sent: true } } }],
		['no word of whether it was sent', { choices: { 'thin-post': { rung: 1 } } }],
		['an asking that nobody knows', { choices: { 'thin-post/thrice': { rung: 1, sent: true } } }],
		['a number for a scene', { withdrawn: [5] }],
		['nothing for a scene', { satOut: [null] }],
		['first replies of no scene', { first: { round: 1, replies: { '': 1 } } }],
		['another version', { schemaVersion: 2 }]
	])('is set aside where it holds %s', (_, changes) => {
		expect(read(changes)).toBe('setAside');
	});
});

test.each([null, 'snapshot', 5])('a last snapshot that is none is set aside: %s', (snapshot) => {
	const heard = heardSlot('2C4D6F');
	browser.kept.set(heard.key, JSON.stringify({ schemaVersion: 3, snapshot }));
	expect(browser.openTab().device.read(heard).state).toBe('setAside');
});
