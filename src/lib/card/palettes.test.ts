import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SCRIPTS, type Script } from '../languages/scripts';
import { CARD_FACES, CARD_PALETTES } from './palettes';

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
		const named = Object.entries(CARD_PALETTES[theme]).map(([name, color]) => [
			name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`),
			color
		]);
		expect(named.length).toBeGreaterThan(8);
		expect(named).toEqual(named.map(([name]) => [name, tokens.get(name ?? '')]));
	});
});

describe('the faces of the card', () => {
	const first = (stack: string) => stack.split(',')[0]?.replaceAll("'", '');

	it.each(Object.keys(SCRIPTS) as Script[])('begin in %s with the face of the page', (script) => {
		const { sans, serif } = CARD_FACES[script];
		expect([first(sans), first(serif)]).toEqual([first(SCRIPTS[script].sans), first(SCRIPTS[script].serif)]);
	});
});
