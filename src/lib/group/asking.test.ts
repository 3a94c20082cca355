import { expect, test } from 'vitest';
import { answerKey, givenTo, readAnswerKey } from './asking';

test.each([
	['thin-post', 'once', 'thin-post'],
	['thin-post', 'again', 'thin-post/again'],
	['own-tea', 'guess', 'own-tea/guess']
] as const)('what is asked of %s %s goes by %s', (scene, asking, key) => {
	expect(answerKey(scene, asking)).toBe(key);
	expect(readAnswerKey(key)).toEqual({ scene, asking });
});

test.each(['', 'nobody', '/again', 'nobody/again', 'thin-post/', 'thin-post/once', 'thin-post/again/again'])(
	'%j names nothing that can be answered',
	(key) => {
		expect(readAnswerKey(key)).toBeNull();
	}
);

test('answers are told apart by what was asked', () => {
	const answers = { 'thin-post': 1, 'thin-post/again': 2, 'van-dealer/guess': 3, 'own-tea': null };
	expect(givenTo('once', answers)).toEqual({ 'thin-post': 1, 'own-tea': null });
	expect(givenTo('again', answers)).toEqual({ 'thin-post': 2 });
	expect(givenTo('guess', answers)).toEqual({ 'van-dealer': 3 });
});
