type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey'>;

/** Returns the option, from 0: a digit of any script, or the digit row's key where a layout has other characters there. */
export function optionOf({ key, code, shiftKey }: Pressed): number | null {
	const digit = digitOf(key) ?? (shiftKey ? null : Number(/^Digit(\d)$/.exec(code)?.[1] ?? Number.NaN));
	return digit !== null && digit >= 1 && digit <= 5 ? digit - 1 : null;
}

/** Ignores Caps Lock; without Latin letters, goes by the key's place. `letter` is in lower case. */
export function isLetter({ key, code }: Omit<Pressed, 'shiftKey'>, letter: string): boolean {
	if (/^[a-z]$/i.test(key)) return key.toLowerCase() === letter;
	return code === `Key${letter.toUpperCase()}`;
}

const DECIMAL_DIGIT = /^\p{Nd}$/u;

/** Unicode keeps the ten digits of a script in a row, from zero. */
function digitOf(key: string): number | null {
	if (!DECIMAL_DIGIT.test(key)) return null;
	const point = key.codePointAt(0) ?? 0;
	let value = 0;
	while (value < 9 && DECIMAL_DIGIT.test(String.fromCodePoint(point - value - 1))) value++;
	return value;
}
