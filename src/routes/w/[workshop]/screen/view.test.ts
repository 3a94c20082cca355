import { describe, expect, test } from 'vitest';
import { lobby, partsShown, take, type ScenePicture, type Session, type Step } from '$lib/group';
import type { SharedSnapshot } from '$lib/protocol';
import { groupsOf, spelled } from '$lib/ui/code-groups';
import { tellsAll } from '$lib/group/host-steps.arbitrary';
import { viewOf } from './view';

const picture: ScenePicture = { kind: 'few' };

/** What the screen shows after some steps; a picture is sent once the scene is revealed. */
function viewAfter(pace: 'led' | 'free', ...steps: Step[]) {
	const session = steps.reduce<Session>((now, step) => take(now, pace, step, tellsAll(3)), lobby(3));
	const revealed = session.stage === 'scene' && session.statuses[session.at] === 'revealed';
	return viewOf({
		...session,
		pace,
		parts: partsShown(session),
		picture: revealed ? picture : null
	} as unknown as SharedSnapshot);
}

describe('what the screen shows', () => {
	test('follows the host, scene by scene', () => {
		expect(viewAfter('led')).toBe('lobby');
		expect(viewAfter('led', 'start')).toBe('open');
		expect(viewAfter('led', 'start', 'close')).toBe('closed');
		expect(viewAfter('led', 'start', 'close', 'reveal')).toBe('picture');
		expect(viewAfter('led', 'start', 'close', 'reveal', 'unfold')).toBe('ladder');
		expect(viewAfter('led', 'start', 'close', 'reveal', 'next')).toBe('open');
		expect(viewAfter('led', 'start', 'end')).toBe('string');
		expect(viewAfter('led', 'start', 'end', 'unfold')).toBe('dimensions');
	});

	test('is no single scene while everybody is at another one', () => {
		expect(viewAfter('free', 'start')).toBe('free');
		expect(viewAfter('free', 'start', 'close', 'reveal', 'next')).toBe('picture');
	});

	test('is nothing of the answers without a picture, whatever the status', () => {
		const session = (['start', 'close', 'reveal'] as const).reduce<Session>(
			(now, step) => take(now, 'led', step, tellsAll(3)),
			lobby(3)
		);
		expect(
			viewOf({
				...session,
				pace: 'led',
				parts: partsShown(session),
				picture: null
			} as unknown as SharedSnapshot)
		).toBe('closed');
	});
});

test('a code is read out in two groups of three, character by character', () => {
	expect(groupsOf('X7K2MP')).toEqual(['X7K', '2MP']);
	expect(spelled('X7K')).toBe('X 7 K');
});
