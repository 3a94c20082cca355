import * as v from 'valibot';
import { scenesOfForm, SettingsSchema, type Settings } from './settings';

/** How each setting stands in a link; scenes are named one by one, or all at once by their form. */
const NAMES = {
	title: 'title',
	language: 'language',
	scenes: 'scenes',
	pace: 'pace',
	countdown: 'seconds',
	smallestGroup: 'smallest',
	keepDays: 'days',
	rows: 'rows',
	guessing: 'guessing',
	framing: 'framing'
} as const satisfies Record<keyof Settings, string>;

const FORMS_ASKED = ['short', 'full'] as const;

/**
 * Returns a query that opens the same workshop for another group; it holds no code and no key.
 * @param settings some of them, or what has them among others
 */
export function settingsQuery({
	scenes,
	...settings
}: Partial<Omit<Settings, 'scenes'>> & { scenes?: readonly string[] }): string {
	const query = new URLSearchParams();
	for (const [name, inLink] of Object.entries(NAMES)) {
		const value = settings[name as keyof typeof settings];
		if (value !== undefined && value !== null) query.set(inLink, String(value));
	}
	if (scenes) query.set(NAMES.scenes, formAsked(scenes) ?? scenes.join(' '));
	return query.toString();
}

/** Reads what `settingsQuery` wrote; a setting that cannot be one, or of another version, is left out. */
export function settingsIn(query: URLSearchParams): Partial<Settings> {
	const found: Partial<Settings> = {};
	const read = <Name extends keyof Settings>(name: Name, value: unknown) => {
		const setting = v.safeParse(SettingsSchema.entries[name], value);
		if (setting.success) found[name] = setting.output as Settings[Name];
	};
	const text = (name: keyof Settings) => query.get(NAMES[name]);
	const scenes = text('scenes') ?? '';
	read('title', text('title'));
	read('language', text('language'));
	const form = FORMS_ASKED.find((form) => form === scenes);
	read('scenes', form ? scenesOfForm(form) : scenes.split(/[ ,]+/));
	read('pace', text('pace'));
	read('countdown', Number(text('countdown') ?? NaN));
	read('smallestGroup', Number(text('smallestGroup') ?? NaN));
	read('keepDays', Number(text('keepDays') ?? NaN));
	for (const name of ['rows', 'guessing', 'framing'] as const)
		if (query.has(NAMES[name])) read(name, text(name) === 'true');
	return found;
}

/** Returns the form that asks just these scenes in the usual order. */
export function formAsked(scenes: readonly string[]): (typeof FORMS_ASKED)[number] | undefined {
	return FORMS_ASKED.find((form) => scenesOfForm(form).join() === scenes.join());
}
