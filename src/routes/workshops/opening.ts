import * as v from 'valibot';
import { LIMITS, scenesOfForm, SettingsSchema, type Settings } from '$lib/group';
import { FORMS, isFormId, type Language, type ScenarioId } from '$lib/questions';

/** Everything as it stands in the form: text, whatever its meaning, so that it can be shown again. */
export type Typed = {
	title: string;
	language: string;
	/** `short`, `full` or `own`. */
	scenes: string;
	/** What stands beside each scene: a number says when its turn is, nothing that it is left out. */
	places: Partial<Record<ScenarioId, string>>;
	pace: string;
	smallestGroup: string;
	keepDays: string;
	rows: boolean;
};

export type Fault =
	| 'title.empty'
	| 'title.long'
	| 'language.unknown'
	| 'scenes.unknown'
	| 'scenes.none'
	| 'scenes.order'
	| 'pace.unknown'
	| 'smallestGroup.number'
	| 'smallestGroup.range'
	| 'keepDays.number'
	| 'keepDays.range'
	| 'passphrase.wrong';

/** The fields that can be wrong, from the top of the form to its end. */
export const FIELDS = [
	'title',
	'language',
	'scenes',
	'pace',
	'smallestGroup',
	'keepDays',
	'passphrase'
] as const;
export type Field = (typeof FIELDS)[number];
export type Faults = Partial<Record<Field, Fault>>;

export type Opening =
	| { ok: true; settings: Settings; passphrase: string | undefined; typed: Typed }
	| { ok: false; faults: Faults; typed: Typed };

/** The names that scenes have in the form. */
export const placeField = (scene: ScenarioId) => `place.${scene}`;

const ALL = FORMS.full.scenarioIds;

/** More than anybody types; what is longer was not typed, and need not be sent back whole. */
const MOST_SHOWN_AGAIN = 2000;

/** What the form says before anybody has touched it. */
export function untouched(language: Language): Typed {
	return {
		title: '',
		language,
		scenes: 'short',
		places: {},
		pace: 'led',
		smallestGroup: String(LIMITS.smallestGroup.usual),
		keepDays: String(LIMITS.keepDays.usual),
		rows: false
	};
}

/** What a form asks for: settings, or what is wrong with each field. */
export function readOpening(form: FormData): Opening {
	const typed = readTyped(form);
	const scenes = readScenes(typed);
	const read = v.safeParse(SettingsSchema, {
		title: oneLine(typed.title),
		language: typed.language,
		scenes: typeof scenes === 'string' ? [] : scenes,
		pace: typed.pace,
		smallestGroup: readNumber(typed.smallestGroup),
		keepDays: readNumber(typed.keepDays),
		rows: typed.rows
	});
	if (read.success) {
		return { ok: true, settings: read.output, passphrase: textOf(form, 'passphrase') || undefined, typed };
	}
	const faults: Faults = {};
	for (const issue of read.issues) {
		const field = v.getDotPath(issue) as keyof Settings;
		const fault = field === 'scenes' && typeof scenes === 'string' ? scenes : FAULTS[field]?.(issue.type);
		if (fault && isField(field)) faults[field] ??= fault;
	}
	return { ok: false, faults, typed };
}

/** What a rule of the schema that was broken is called here. */
const FAULTS: Partial<Record<string, (rule: string) => Fault>> = {
	title: (rule) => (rule === 'max_length' ? 'title.long' : 'title.empty'),
	language: () => 'language.unknown',
	pace: () => 'pace.unknown',
	smallestGroup: (rule) => (isRange(rule) ? 'smallestGroup.range' : 'smallestGroup.number'),
	keepDays: (rule) => (isRange(rule) ? 'keepDays.range' : 'keepDays.number')
};

const isRange = (rule: string) => rule === 'min_value' || rule === 'max_value';
const isField = (name: string): name is Field => (FIELDS as readonly string[]).includes(name);

function readTyped(form: FormData): Typed {
	return {
		title: shownAgain(form, 'title'),
		language: shownAgain(form, 'language'),
		scenes: shownAgain(form, 'scenes'),
		places: readPlaces(form),
		pace: shownAgain(form, 'pace'),
		smallestGroup: shownAgain(form, 'smallestGroup'),
		keepDays: shownAgain(form, 'keepDays'),
		rows: form.has('rows')
	};
}

const shownAgain = (form: FormData, name: string) => textOf(form, name).slice(0, MOST_SHOWN_AGAIN);

/** The last of several, as with radio buttons; a file is no text. */
function textOf(form: FormData, name: string): string {
	const value = form.getAll(name).at(-1);
	return typeof value === 'string' ? value : '';
}

/** Control characters and line ends are not for a screen. A text of which nothing can be seen is empty. */
function oneLine(text: string): string {
	const line = text.normalize('NFC').replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
	return /[^\p{C}\p{Z}\p{M}]/u.test(line) ? line : '';
}

function readScenes({ scenes, places }: Typed): ScenarioId[] | Fault {
	if (isFormId(scenes)) return scenesOfForm(scenes);
	if (scenes !== 'own') return 'scenes.unknown';
	const picked = inOrder(places);
	if (picked.length === 0) return 'scenes.none';
	return picked.every((scene) => isPlace(places[scene])) ? picked : 'scenes.order';
}

/**
 * The scenes that have a place, in order. Gaps do no harm, and where two have the same number the order of the list
 * decides. What is no number comes last.
 */
export function inOrder(places: Typed['places']): ScenarioId[] {
	const numbered = ALL.flatMap((scene) => {
		const text = places[scene];
		return text === undefined ? [] : [{ scene, place: isPlace(text) ? readNumber(text) : Number.MAX_VALUE }];
	});
	return numbered.sort((a, b) => a.place - b.place).map(({ scene }) => scene);
}

/** Whether what stands beside a scene is a place. */
export const isPlace = (text = '') => !Number.isNaN(readNumber(text));

/** What stands beside the scenes in a form, without those that are left out. */
export function readPlaces(form: FormData): Typed['places'] {
	const places = ALL.map((scene) => [scene, shownAgain(form, placeField(scene))] as const);
	return Object.fromEntries(places.filter(([, place]) => place.trim() !== ''));
}

/** Zeros of the digits that people type besides these: Arabic and Persian. Wide ones fall under NFKC. */
const ZEROS = [0x660, 0x6f0];

/** A whole number as somebody wrote it; NaN for anything else. */
export function readNumber(text: string): number {
	const digits = text
		.normalize('NFKC')
		.trim()
		.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => {
			const code = digit.charCodeAt(0);
			return String(code - (ZEROS.findLast((zero) => zero <= code) ?? code));
		});
	return /^\d{1,9}$/.test(digits) ? Number(digits) : NaN;
}
