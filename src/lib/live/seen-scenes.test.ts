import { beforeEach, expect, test } from 'vitest';
import type { SceneStatus } from '../group';
import type { SharedSnapshot } from '../protocol';
import { SeenScenes } from './seen-scenes';

let seen: SeenScenes;
beforeEach(() => void (seen = new SeenScenes()));

/** Somebody looks at two scenes. */
const look = (statuses: readonly SceneStatus[], { round = 1, isLooking = true } = {}) =>
	seen.follow(
		{ round, scenes: ['thin-post', 'free-audit'], statuses } as unknown as SharedSnapshot,
		isLooking
	);

test('scenes that were seen open and then closed are told of once', () => {
	look(['open', 'open']);
	expect([seen.open, seen.isFull]).toEqual([['thin-post', 'free-audit'], false]);
	look(['closed', 'open']);
	expect([seen.open, seen.isFull]).toEqual([['free-audit'], true]);
	expect(seen.empty()).toEqual(['thin-post']);
	expect([seen.empty(), seen.isFull]).toEqual([[], false]);
	seen.putBack(['thin-post']);
	expect(seen.empty()).toEqual(['thin-post']);
});

test('scenes that nobody saw open, or that wait again, are told of never', () => {
	look(['open', 'waiting'], { isLooking: false });
	look(['closed', 'open']);
	look(['closed', 'waiting']);
	expect([seen.open, seen.isFull]).toEqual([[], false]);
});

test('a scene that opens again before it was told of is told of only when it closes again', () => {
	look(['open', 'waiting']);
	look(['closed', 'waiting']);
	look(['open', 'waiting']);
	expect([seen.open, seen.isFull]).toEqual([['thin-post'], false]);
});

test('a scene that was told of is heard until it opens again, which is said once', () => {
	look(['open', 'open']);
	seen.hear(['thin-post']);
	expect([seen.isHeard('thin-post'), seen.isHeard('free-audit')]).toEqual([true, false]);
	expect(look(['open', 'open'])).toEqual([]);
	look(['closed', 'closed']);
	expect(look(['open', 'open'])).toEqual(['thin-post']);
	expect(seen.isHeard('thin-post')).toBe(false);
	expect(look(['open', 'open'])).toEqual([]);
});

test('another round begins with nothing', () => {
	look(['open', 'open']);
	look(['closed', 'open']);
	seen.hear(['thin-post']);
	look(['waiting', 'waiting'], { round: 2 });
	expect([seen.open, seen.isFull, seen.isHeard('thin-post')]).toEqual([[], false, false]);
});
