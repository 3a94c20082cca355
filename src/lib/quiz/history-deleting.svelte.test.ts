import { describe, expect, test } from 'vitest';
import { guessSlot } from './guess';
import { resultsSlot } from './results';
import { runSlot } from './saved';
import { first, openHistory, reloaded, result, second, seeds, third, withThree } from './history.fixture';

describe('deleting one result', () => {
	test('takes it, and no other, off the device', () => {
		const { browser, history } = withThree();
		history.remove(second);
		expect(seeds(history)).toEqual([3, 1]);
		expect(seeds(reloaded(browser))).toEqual([3, 1]);
	});

	test('can be undone: it comes back to its place, with all it held', () => {
		const { browser, history } = withThree();
		history.remove(second);
		expect(history.canUndo).toBe(true);
		history.undo();
		expect(history.canUndo).toBe(false);
		expect(history.results).toEqual([third, second, first]);
		expect(reloaded(browser).results).toEqual([third, second, first]);
	});

	test('twice can be undone once', () => {
		const { history } = withThree();
		history.remove(second);
		history.remove(first);
		history.undo();
		history.undo();
		expect(seeds(history)).toEqual([3, 1]);
	});

	test('never done has nothing to undo', () => {
		const { history } = withThree();
		expect(history.undo()).toBe('saved');
		expect(seeds(history)).toEqual([3, 2, 1]);
	});

	test('cannot be undone after a reload, nor after the next step', () => {
		const { browser, history } = withThree();
		history.remove(second);
		expect(reloaded(browser).canUndo).toBe(false);
		history.add(result(4));
		expect(history.canUndo).toBe(false);
		history.undo();
		expect(seeds(history)).toEqual([4, 3, 1]);
	});

	test('and undoing keeps what another tab filed meanwhile', () => {
		const { browser, history } = withThree();
		history.remove(first);
		openHistory(browser).history.add(result(4));
		history.undo();
		expect(seeds(history).sort()).toEqual([1, 2, 3, 4]);
		expect(seeds(reloaded(browser))).toEqual(seeds(history));
	});

	test('and undoing does not replace a newer result of the same run', () => {
		const { browser, history } = withThree();
		history.remove(second);
		const newer = result(2, { code: 'NEWER' });
		openHistory(browser).history.add(newer);
		history.undo();
		expect(history.results).toEqual([newer, third, first]);
	});

	test('that another tab deleted already has nothing to undo', () => {
		const { browser, history } = withThree();
		openHistory(browser).history.remove(second);
		history.remove(second);
		expect(history.canUndo).toBe(false);
		expect(seeds(history)).toEqual([3, 1]);
	});
});

describe('deleting everything', () => {
	test('leaves nothing of ours on the device, and everything of others', () => {
		const { browser, history } = withThree();
		const foreign = ['no-strings', 'theme', 'other:no-strings:results'];
		for (const key of [
			runSlot('full').key,
			runSlot('short').key,
			`${resultsSlot.key}:set-aside`,
			guessSlot.key,
			...foreign
		]) {
			browser.kept.set(key, 'x');
		}
		history.remove(first);
		history.removeAll();
		expect(history.results).toEqual([]);
		expect(history.canUndo).toBe(false);
		expect([...browser.kept.keys()]).toEqual(foreign);
		history.undo();
		expect([...browser.kept.keys()]).toEqual(foreign);
	});
});

test('the history says that a deletion could not be undone, and can try again', () => {
	const { browser, history } = withThree();
	history.remove(second);
	browser.refusal = new DOMException('', 'QuotaExceededError');
	expect([history.undo(), seeds(history), history.canUndo]).toEqual(['full', [3, 1], true]);
	browser.refusal = null;
	expect([history.undo(), seeds(history), history.canUndo]).toEqual(['saved', [3, 2, 1], false]);
});
