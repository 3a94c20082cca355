import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');

/** The tokens that the first rule with this selector sets. */
function tokensOf(css: string, selector: string): Record<string, string> {
	const start = css.indexOf(`${selector} {`);
	expect(start, selector).toBeGreaterThanOrEqual(0);
	const rule = css.slice(start, css.indexOf('}', start));
	const found = rule.matchAll(/--ns-([a-z-]+): (#[0-9a-f]{3,6});/g);
	return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, value]));
}

const tokens = read('../../../../lib/styles/tokens.css');
const screen = read('Screen.svelte');
const light = { ...tokensOf(tokens, ':root'), ...tokensOf(screen, '.screen:not(.dark)') };
const dark = { ...light, ...tokensOf(tokens, ":root[data-theme='dark']"), ...tokensOf(screen, '.dark') };

/** Relative luminance, after WCAG 2.2. */
function luminance(colour: string): number {
	const digits = colour.length === 4 ? colour.replace(/[0-9a-f]/g, '$&$&') : colour;
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
		const part = parseInt(digits.slice(at, at + 2), 16) / 255;
		return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
	});
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
	const [dimmer = 0, brighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
	return (brighter + 0.05) / (dimmer + 0.05);
}

describe.each(Object.entries({ light, dark }))('on a washed-out projector, in %s colours', (_, palette) => {
	const of = (name: string) => palette[name] ?? '';

	it.each(['ink', 'ink-soft', 'thread', 'favour', 'value'])('letters in %s are read', (name) => {
		expect(contrast(of(name), of('paper'))).toBeGreaterThanOrEqual(7);
	});

	it('what became of a press is read', () => {
		expect(contrast(of('on-thread'), of('thread-deep'))).toBeGreaterThanOrEqual(7);
	});

	it.each(['thread', 'thread-deep', 'thread-light', 'edge'])('shapes in %s are seen', (name) => {
		expect(contrast(of(name), of('paper'))).toBeGreaterThanOrEqual(4.5);
	});
});
