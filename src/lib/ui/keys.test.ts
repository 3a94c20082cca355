import { describe, expect, test } from 'vitest';
import { isLetter, optionOf } from './keys';

const pressed = (key: string, code: string, shiftKey = false) => ({ key, code, shiftKey });

describe('an option', () => {
	test.each([
		['a Latin digit', '12345'],
		['an Arabic-Indic digit', '١٢٣٤٥'],
		['a Persian digit', '۱۲۳۴۵'],
		['a Devanagari digit', '१२३४५']
	])('is chosen by %s', (_, digits) => {
		for (const [n, digit] of [...digits].entries())
			expect(optionOf(pressed(digit, `Digit${n + 1}`)), digit).toBe(n);
	});

	test('is chosen on the number pad too', () => {
		expect(optionOf(pressed('3', 'Numpad3'))).toBe(2);
	});

	test('is chosen by the digit row of a French keyboard, with Shift or without', () => {
		expect(optionOf(pressed('&', 'Digit1'))).toBe(0);
		expect(optionOf(pressed('1', 'Digit1', true))).toBe(0);
	});

	test.each([
		['0', 'Digit0', false],
		['6', 'Digit6', false],
		['٠', 'Digit0', false],
		['٦', 'Digit6', false],
		['!', 'Digit1', true],
		['End', 'Numpad1', false],
		['a', 'KeyA', false],
		['F1', 'F1', false],
		['Unidentified', '', false]
	])('is not chosen by %s', (key, code, shiftKey) => {
		expect(optionOf(pressed(key, code, shiftKey))).toBeNull();
	});
});

describe('a letter', () => {
	test.each([
		['as it is', 'f', 'KeyF'],
		['under Caps Lock', 'F', 'KeyF'],
		['where another layout has it', 'f', 'KeyY'],
		['on an Arabic keyboard', 'ب', 'KeyF'],
		['on a Greek one under Caps Lock', 'Φ', 'KeyF']
	])('is heard %s', (_, key, code) => {
		expect(isLetter({ key, code }, 'f')).toBe(true);
	});

	test.each([
		['another letter', 'd', 'KeyD'],
		['a Latin letter that another layout has in its place', 'u', 'KeyF'],
		['a key with a name', 'F5', 'F5']
	])('is not taken for %s', (_, key, code) => {
		expect(isLetter({ key, code }, 'f')).toBe(false);
	});
});
