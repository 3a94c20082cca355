import { IntlMessageFormat } from 'intl-messageformat';
import { readFileSync } from 'node:fs';
import { recordOf } from '../../src/lib/languages';
import type { Debriefs, Language, Rung, ScenarioId, Scenes } from '../../src/lib/questions';
import type { MessageKey } from '../../src/lib/i18n';

const json = (path: string): unknown =>
	JSON.parse(readFileSync(new URL(`../../src/lib/${path}`, import.meta.url), 'utf8'));

/** The wording as it lies in the repository: what the page says is held against it. */
export const scenesIn = (language: Language) => json(`questions/wording/${language}/scenes.json`) as Scenes;
export const debriefsIn = (language: Language) =>
	json(`questions/wording/${language}/debriefs.json`) as Debriefs;

/** A message of the interface, formatted without any of the app's own code. */
export function say(language: Language, key: MessageKey, values?: Record<string, string | number>): string {
	const [area, ...path] = key.split('.');
	const tree = json(`i18n/messages/${language}/${area}.json`);
	const message = path.reduce((node, step) => (node as Record<string, unknown>)[step], tree) as string;
	return String(
		new IntlMessageFormat(message, recordOf(language).intl, undefined, { ignoreTag: true }).format(values)
	);
}

/** Which scene has this stem, and on which rung each of these options sits. */
export function recognise(language: Language, stem: string, options: readonly string[]) {
	const found = Object.entries(scenesIn(language)).find(([, words]) => words.stem === stem.trim());
	if (!found) throw new Error(`No scene has the stem "${stem}"`);
	const [id, words] = found;
	return {
		id: id as ScenarioId,
		rungs: options.map((option) => words.options.indexOf(option.trim()) as Rung)
	};
}
