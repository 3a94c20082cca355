import { expect, test } from 'vitest';
import type { MovedPicture } from '../group';
import { saidMoved } from './moved';

const t = (key: string) => key.replace('group.again.', '');
const keys = (moved: MovedPicture) => saidMoved(moved, { t });
const of = (stayed: number, ways: { up: number; down: number } | null, people = 20): MovedPicture => ({
	kind: 'moved',
	...{ people, stayed, ways, low: 1, high: 99 }
});

test.each<[string, MovedPicture, string[]]>([
	['nobody moved', of(20, { up: 0, down: 0 }), ['none', 'interval']],
	['most went one way', of(8, { up: 12, down: 0 }), ['moved', 'ways', 'interval']],
	['as many went either way', of(8, { up: 6, down: 6 }), ['moved', 'noDirection', 'interval']],
	// Of 13 in 20, R's prop.test gives 0.4329 to 0.8188: half is within.
	['somewhat more went one way', of(10, { up: 13, down: 7 }, 30), ['moved', 'noDirection', 'interval']],
	['options stand on no ladder', of(8, null), ['moved', 'interval']],
	['numbers would tell', { kind: 'some' }, ['some']],
	['few answered twice', { kind: 'few' }, ['few']]
])('says what can be said where %s', (_, moved, said) => {
	expect(keys(moved)).toEqual(said);
});
