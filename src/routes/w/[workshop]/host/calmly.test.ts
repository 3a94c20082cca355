import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { calmly } from './calmly';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a flood is told as how it stands, once in a while', () => {
	const heard: string[] = [];
	const region = {
		set textContent(text: string) {
			heard.push(text);
		}
	} as unknown as HTMLElement;
	const say = calmly(1000);
	let stop = say('0')(region);
	for (let i = 1; i <= 25; i++) {
		vi.advanceTimersByTime(100);
		stop();
		stop = say(String(i))(region);
	}
	vi.advanceTimersByTime(1000);
	expect(heard).toEqual(['0', '9', '19', '25']);
	vi.advanceTimersByTime(5000);
	stop();
	say('late')(region);
	vi.advanceTimersByTime(0);
	expect(heard.at(-1), 'after a silence at once').toBe('late');
});

test('what has gone is not said', () => {
	const region = { textContent: 'before' } as HTMLElement;
	calmly(1000)('after')(region)();
	vi.advanceTimersByTime(5000);
	expect(region.textContent).toBe('before');
});
