import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { FakeBrowser } from '$lib/device/browser.fake';
import { QuizRun, type SavedResult } from '$lib/quiz';
import * as filing from '$lib/quiz/filing';
import { BREATH, END, Walk } from './walk.svelte';

let browser: FakeBrowser;
let address: string;
let shown: SavedResult[];
let loads: number;
let offline: boolean;
let calm: boolean;
/** What the browser's back button does to the address of the last visit. */
let goBack: (hash: string) => void;

/** A visit to the short quiz in which the address lies in a variable. */
function visit(hash = ''): Walk {
	const walk = arrive(hash);
	walk.open(browser.reload());
	return walk;
}

/** Before the run is opened: as the server shows it. */
function arrive(hash = '', seed?: number): Walk {
	const run = new QuizRun('short', null, seed);
	let current = $state(hash);
	const walk = new Walk(run, {
		hash: () => current,
		goTo: (to) => {
			address = to;
			current = to;
			return Promise.resolve();
		},
		show: (result) => {
			shown.push(result);
			return Promise.resolve();
		},
		loadFiling: () => {
			loads++;
			return offline ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve(filing);
		},
		isCalm: () => calm
	});
	goBack = (to) => {
		current = to;
		walk.follow(to);
	};
	return walk;
}

/** Answers every scene but the last ones. */
async function answerAllBut(walk: Walk, left: number) {
	for (let n = walk.run.sheet.length - left; n > 0; n--) {
		walk.choose(0);
		await walk.next();
	}
}

beforeEach(() => {
	browser = new FakeBrowser();
	[address, shown, loads, offline, calm] = ['', [], 0, false, false];
});

test('begins where the run was left, without moving the focus', async () => {
	const before = visit();
	await before.move(3);
	const walk = visit();
	expect([walk.place, walk.at, walk.moved]).toEqual([3, 3, false]);
});

test.each(['#0', '#999', '#x', '#1.5', '#-1'])('takes %s for no place', (hash) => {
	expect(visit(hash).place).toBe(0);
});

test('reads a scene and the end from the address', () => {
	expect([visit('#2').place, visit('#end').place]).toEqual([1, END]);
});

test('asks before it leaves a scene open, until an option is chosen', async () => {
	const walk = visit();
	await walk.next();
	expect([walk.asked, address]).toEqual([true, '']);
	walk.choose(2);
	expect([walk.asked, walk.plucked]).toEqual([false, 1]);
	await walk.next();
	expect([walk.at, address, walk.moved]).toEqual([1, '#2', true]);
});

test('takes no option that is not there', () => {
	const walk = visit();
	walk.choose(5);
	expect([walk.run.answeredCount, walk.plucked, loads]).toEqual([0, 0, 0]);
});

test('goes back, from the end to the last scene, and from the first nowhere', async () => {
	const walk = visit('#end');
	await walk.back();
	expect(walk.at).toBe(walk.run.sheet.length - 1);
	await walk.move(0);
	await walk.back();
	expect(walk.at).toBe(0);
});

test('leads from the last scene to the list of open ones', async () => {
	const walk = visit();
	await answerAllBut(walk, 1);
	await walk.skip();
	expect([walk.place, shown]).toEqual([END, []]);
});

test('leads from the last answer to the result, and shows a finished run as finished', async () => {
	const walk = visit();
	await answerAllBut(walk, 0);
	expect(shown).toHaveLength(1);
	expect(loads).toBe(1);
	expect(visit().place).toBe('finished');
});

test('says that scoring could not be loaded, and loads it again when asked again', async () => {
	offline = true;
	const walk = visit();
	await answerAllBut(walk, 0);
	expect([walk.run.notice, shown]).toEqual(['noNetwork', []]);
	offline = false;
	await walk.finish();
	expect(shown).toHaveLength(1);
});

test('follows an address that was changed by hand', () => {
	const walk = visit();
	walk.follow('#3');
	expect([walk.run.at, walk.moved]).toEqual([2, true]);
});

test('starts over at the first scene', async () => {
	const walk = visit();
	await answerAllBut(walk, 2);
	await walk.startOver();
	expect([walk.at, walk.run.answeredCount]).toEqual([0, 0]);
});

test('reads the name of a scene from the address', () => {
	const walk = visit();
	const scene = walk.run.sheet[4]?.scene;
	expect(visit(`#${scene}`).place).toBe(4);
});

test('returns to the place when starting over is undone', async () => {
	const walk = visit();
	await answerAllBut(walk, 2);
	await walk.move(5);
	await walk.startOver();
	await walk.undoStartOver();
	expect([walk.place, address, walk.run.answeredCount]).toEqual([5, '#6', walk.run.sheet.length - 2]);
});

test('shows a scene again after a finished run was started over and one goes back', async () => {
	await answerAllBut(visit(), 0);
	const walk = visit();
	expect(walk.place).toBe('finished');
	walk.run.startOver();
	expect(walk.place).toBe(0);
	walk.choose(1);
	expect(walk.run.answeredCount).toBe(1);
});

test('asks for an answer only where it was asked for, and only while there is none', async () => {
	const walk = visit();
	walk.choose(0);
	await walk.next();
	await walk.next();
	expect([walk.at, walk.asked]).toEqual([1, true]);
	goBack('#1');
	expect([walk.at, walk.asked]).toEqual([0, false]);
});

describe('before the run is opened', () => {
	test('the first scene is shown, whatever the address says, and nothing is written', () => {
		expect([arrive('#3').place, arrive('#end').place]).toEqual([0, 0]);
		expect(browser.kept.size).toBe(0);
	});

	test('the order is that of the seed, which the new run keeps', () => {
		const walk = arrive('', 77);
		const { sheet } = walk.run;
		walk.open(browser.reload());
		expect(walk.run.sheet).toEqual(sheet);
		expect(visit().run.seed).toBe(77);
	});

	test('a choice is kept', () => {
		const walk = arrive('', 77);
		const rung = walk.run.sheet[0]?.rungs[3];
		walk.open(browser.reload(), { early: 3 });
		expect(visit().run.chosen('linkedin-stranger')).toBe(rung);
	});

	test('a choice is kept in the order of another tab’s run, and changes no answer there', () => {
		const other = visit();
		const early = 3;
		const walk = arrive('', other.run.seed + 1);
		const rung = walk.run.sheet[0]?.rungs[early];
		walk.open(browser.reload(), { early });
		expect([walk.run.seed, walk.run.chosen('linkedin-stranger')]).toEqual([other.run.seed, rung]);

		const late = arrive('', other.run.seed + 2);
		const another = late.run.sheet[0]?.rungs.findIndex((one) => one !== rung);
		late.open(browser.reload(), { early: another ?? 0 });
		expect(late.run.chosen('linkedin-stranger')).toBe(rung);
	});

	test('a page from the browser’s history gives its seed to no second run', () => {
		const walk = arrive('', 77);
		const rung = walk.run.sheet[0]?.rungs[2];
		walk.open(browser.reload(), { early: 2, reseed: true });
		expect(walk.run.seed).not.toBe(77);
		expect(walk.run.chosen('linkedin-stranger')).toBe(rung);
	});
});

describe('after a touch', () => {
	beforeEach(() => vi.useFakeTimers());
	afterEach(() => vi.useRealTimers());

	const breathe = () => vi.advanceTimersByTimeAsync(BREATH);

	test('the next scene comes by itself, a breath later', async () => {
		const walk = visit();
		walk.choose(2, true);
		await vi.advanceTimersByTimeAsync(BREATH - 1);
		expect(walk.at).toBe(0);
		await vi.advanceTimersByTimeAsync(1);
		expect([walk.at, address, walk.moved]).toEqual([1, '#2', true]);
	});

	test('a key or a mouse stays', async () => {
		const walk = visit();
		walk.choose(2);
		await breathe();
		expect(walk.at).toBe(0);
	});

	test('whoever changes their mind within that breath is taken on with the later choice', async () => {
		const walk = visit();
		walk.choose(2, true);
		await vi.advanceTimersByTimeAsync(BREATH / 2);
		walk.choose(4, true);
		await vi.advanceTimersByTimeAsync(BREATH / 2);
		expect(walk.at).toBe(0);
		await breathe();
		expect(walk.at).toBe(1);
		await walk.back();
		expect(walk.run.chosen('linkedin-stranger')).toBe(walk.current?.rungs[4]);
	});

	test('“Back” leads to the choice, where another one waits for “Next”', async () => {
		const walk = visit();
		walk.choose(2, true);
		await breathe();
		await walk.back();
		const chosen = () => walk.run.chosen('linkedin-stranger');
		expect(chosen()).toBe(walk.current?.rungs[2]);
		walk.choose(0, true);
		await breathe();
		expect([walk.at, chosen()]).toEqual([0, walk.current?.rungs[0]]);
		await walk.next();
		expect(walk.at).toBe(1);
	});

	test('nothing comes by itself once one has gone elsewhere', async () => {
		const walk = visit();
		await walk.move(3);
		walk.choose(2, true);
		await walk.back();
		await breathe();
		expect(walk.at).toBe(2);
	});

	test('the last scene waits: the result is asked for', async () => {
		const walk = visit();
		await walk.move(walk.run.sheet.length - 1);
		walk.choose(2, true);
		await breathe();
		expect([walk.at, shown]).toEqual([walk.run.sheet.length - 1, []]);
	});

	test('it stays where somebody has said so, also in the next visit', async () => {
		visit().setPace(false);
		const walk = visit();
		expect(walk.goesOn).toBe(false);
		walk.choose(2, true);
		await breathe();
		expect(walk.at).toBe(0);
	});

	test('it stays where nothing may move by itself, unless somebody has said otherwise', () => {
		calm = true;
		const walk = visit();
		expect(walk.goesOn).toBe(false);
		walk.setPace(true);
		expect(visit().goesOn).toBe(true);
	});
});
