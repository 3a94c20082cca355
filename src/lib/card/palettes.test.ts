import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CARD_PALETTES } from './palettes';

const css = readFileSync(new URL('../styles/tokens.css', import.meta.url), 'utf8');

/** The tokens of the first `:root` block after `marker`. */
function tokensAfter(marker: string): Map<string, string> {
	const block = css.slice(css.indexOf(':root', css.indexOf(marker)));
	const body = block.slice(0, block.indexOf('}'));
	return new Map([...body.matchAll(/--ns-([\w-]+):\s*(#[0-9a-f]+)/g)].map((m) => [m[1] ?? '', m[2] ?? '']));
}

describe('the palettes of the card', () => {
	it.each([
		['light', tokensAfter('Every colour')],
		['dark', tokensAfter('prefers-color-scheme: dark')]
	] as const)('are the tokens of the %s theme', (theme, tokens) => {
		const { sans, serif, ...colors } = CARD_PALETTES[theme];
		const named = Object.entries(colors).map(([name, color]) => [
			name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
			color
		]);
		expect(named.length).toBeGreaterThan(8);
		expect(named).toEqual(named.map(([name]) => [name, tokens.get(name ?? '')]));
		expect([sans, serif]).toEqual([expect.stringContaining('Atkinson'), expect.stringContaining('Literata')]);
	});
});
