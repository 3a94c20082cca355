import { expect, it } from 'vitest';
import type { ScenePicture } from '../group';
import { I18n, loadMessages } from '../i18n';
import type { Rung } from '../questions';
import { saidGuesses } from './guesses';

const TIED: ScenePicture = { kind: 'shares', count: 10, shares: [50, 0, 50, 0, 0] };
const ORDER: readonly Rung[] = [2, 1, 0];
const nameOf = (rung: Rung) => `number ${ORDER.indexOf(rung) + 1}`;

it('names what is tied in the order in which it is read', async () => {
	await loadMessages('en', ['group']);
	const said = saidGuesses(TIED, TIED, ORDER, nameOf, new I18n(() => 'en'));
	expect(said).toContain('As many expected number 1 as number 3.');
	expect(said).toContain('As many chose number 1 as number 3.');
});
