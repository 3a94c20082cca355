import { expect, test } from 'vitest';
import { commandOf } from './keys';

const NONE = { ctrlKey: false, metaKey: false, altKey: false, repeat: false };

test.each([
	['fills the screen', 'fullScreen', 'f', 'KeyF'],
	['changes the colours', 'colours', 'd', 'KeyD'],
	['shows the story', 'story', 's', 'KeyS'],
	['blanks it', 'blank', 'b', 'KeyB'],
	['blanks it, from a clicker', 'blank', '.', 'Period'],
	['enlarges the code', 'code', 'q', 'KeyQ'],
	['enlarges the code under Caps Lock', 'code', 'Q', 'KeyQ'],
	['enlarges the code on a French keyboard', 'code', 'q', 'KeyA'],
	['enlarges the code on an Arabic keyboard', 'code', 'ض', 'KeyQ'],
	['starts or stops a countdown', 'time', 't', 'KeyT'],
	['makes a countdown longer', 'moreTime', '+', 'NumpadAdd'],
	['does nothing', null, 'a', 'KeyQ'],
	['does nothing', null, 'PageDown', 'PageDown']
] as const)('a key %s (%s: %s at %s)', (_, command, key, code) => {
	expect(commandOf({ key, code, ...NONE })).toBe(command);
});

test.each(['ctrlKey', 'metaKey', 'altKey', 'repeat'])('a key with %s is the browser’s', (held) => {
	expect(commandOf({ key: 'q', code: 'KeyQ', ...NONE, [held]: true })).toBeNull();
});
