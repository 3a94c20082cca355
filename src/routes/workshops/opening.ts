import * as v from 'valibot';
import { formAsked, LIMITS, scenesOfForm, SettingsSchema, type Settings } from '$lib/group';
import { OWN_SCENES_VERSION, ToAskSchema, type AskedScene, type OwnScene } from '$lib/own-scenes';
import { FORMS, isFormId, isOwnSceneId, type Language, type SceneId } from '$lib/questions';

/** The form as text, valid or not, so that it can be shown again. */
export type Typed = {
	title: string;
	language: string;
	/** `short`, `full` or `own`, where valid. */
	scenes: string;
	/** Numbers that order the scenes; scenes without one are left out. */
	places: Partial<Record<SceneId, string>>;
	pace: string;
	/** In seconds; empty for none. */
	countdown: string;
	smallestGroup: string;
	keepDays: string;
	rows: boolean;
	guessing: boolean;
	framing: boolean;
};

export type Fault =
	| 'title.empty'
	| 'title.long'
	| 'language.unknown'
	| 'scenes.unknown'
	| 'scenes.none'
	| 'scenes.order'
	| 'scenes.own'
	| 'pace.unknown'
	| 'countdown.number'
	| 'countdown.range'
	| 'smallestGroup.number'
	| 'smallestGroup.range'
	| 'keepDays.number'
	| 'keepDays.range'
	| 'passphrase.wrong';

/** Fields that can be wrong, in the order of the form. */
export const FIELDS = [
	'title',
	'language',
	'scenes',
	'pace',
	'countdown',
	'smallestGroup',
	'keepDays',
	'passphrase'
] as const;
export type Field = (typeof FIELDS)[number];
export type Faults = Partial<Record<Field, Fault>>;

export type Opening =
	| {
			ok: true;
			settings: Settings;
			own: readonly AskedScene[];
			passphrase: string | undefined;
			typed: Typed;
	  }
	| { ok: false; faults: Faults; typed: Typed };

const PLACE = 'place.';

export const placeField = (scene: SceneId) => `${PLACE}${scene}`;

/** Holds the words of the picked scenes that the host wrote, as a file of scenes does. */
export const OWN_FIELD = 'own';

export function ownField(scenes: readonly OwnScene[]): string {
	return JSON.stringify({ schemaVersion: OWN_SCENES_VERSION, scenes });
}

const ALL = FORMS.full.scenarioIds;

/** Longer text was not typed, and need not be sent back whole. */
const MOST_CHARACTERS_SHOWN_AGAIN = 2000;

export function untouched(language: Language): Typed {
	return {
		title: '',
		language,
		scenes: 'short',
		places: {},
		pace: 'led',
		countdown: '',
		smallestGroup: String(LIMITS.smallestGroup.usual),
		keepDays: String(LIMITS.keepDays.usual),
		rows: false,
		guessing: false,
		framing: false
	};
}

export function filledIn(language: Language, { scenes, ...others }: Partial<Settings>): Typed {
	const typed = { ...untouched(language), ...others };
	const form = scenes && formAsked(scenes);
	return {
		...typed,
		countdown: String(typed.countdown ?? ''),
		smallestGroup: String(typed.smallestGroup),
		keepDays: String(typed.keepDays),
		scenes: scenes ? (form ?? 'own') : typed.scenes,
		places: form || !scenes ? {} : Object.fromEntries(scenes.map((scene, i) => [scene, String(i + 1)]))
	};
}

export function readOpening(form: FormData): Opening {
	const typed = readTyped(form);
	const own = readOwn(form, typed);
	const scenes = own ? readScenes(typed) : 'scenes.own';
	const read = v.safeParse(SettingsSchema, {
		title: oneLine(typed.title),
		language: typed.language,
		scenes: typeof scenes === 'string' ? [] : scenes,
		pace: typed.pace,
		countdown: typed.countdown.trim() === '' ? null : readNumber(typed.countdown),
		smallestGroup: readNumber(typed.smallestGroup),
		keepDays: readNumber(typed.keepDays),
		rows: typed.rows,
		guessing: typed.guessing,
		framing: typed.framing
	});
	if (read.success) {
		return {
			ok: true,
			settings: read.output,
			own: own ?? [],
			passphrase: textOf(form, 'passphrase') || undefined,
			typed
		};
	}
	const faults: Faults = {};
	for (const issue of read.issues) {
		const field = v.getDotPath(issue) as keyof Settings;
		const fault = field === 'scenes' && typeof scenes === 'string' ? scenes : FAULTS[field]?.(issue.type);
		if (fault && isField(field)) faults[field] ??= fault;
	}
	return { ok: false, faults, typed };
}

const FAULTS: Partial<Record<string, (rule: string) => Fault>> = {
	title: (rule) => (rule === 'non_empty' ? 'title.empty' : 'title.long'),
	language: () => 'language.unknown',
	pace: () => 'pace.unknown',
	countdown: (rule) => (isRange(rule) ? 'countdown.range' : 'countdown.number'),
	smallestGroup: (rule) => (isRange(rule) ? 'smallestGroup.range' : 'smallestGroup.number'),
	keepDays: (rule) => (isRange(rule) ? 'keepDays.range' : 'keepDays.number')
};

const isRange = (rule: string) => rule === 'min_value' || rule === 'max_value';
const isField = (name: string): name is Field => (FIELDS as readonly string[]).includes(name);

/** Returns the words of the picked scenes that the host wrote; null where they cannot be asked. */
function readOwn(form: FormData, { scenes, places }: Typed): readonly AskedScene[] | null {
	const picked = scenes === 'own' ? inOrder(places).filter(isOwnSceneId) : [];
	if (picked.length === 0) return [];
	const read = v.safeParse(v.pipe(v.string(), v.parseJson(), ToAskSchema), textOf(form, OWN_FIELD));
	if (!read.success) return null;
	const found = picked.flatMap((id) => read.output.find((scene) => scene.id === id) ?? []);
	return found.length === picked.length ? found : null;
}

function readTyped(form: FormData): Typed {
	return {
		title: shownAgain(form, 'title'),
		language: shownAgain(form, 'language'),
		scenes: shownAgain(form, 'scenes'),
		places: readPlaces(form),
		pace: shownAgain(form, 'pace'),
		countdown: shownAgain(form, 'countdown'),
		smallestGroup: shownAgain(form, 'smallestGroup'),
		keepDays: shownAgain(form, 'keepDays'),
		rows: form.has('rows'),
		guessing: form.has('guessing'),
		framing: form.has('framing')
	};
}

const shownAgain = (form: FormData, name: string) => textOf(form, name).slice(0, MOST_CHARACTERS_SHOWN_AGAIN);

/** Returns the last of several values, and nothing for a file. */
function textOf(form: FormData, name: string): string {
	const value = form.getAll(name).at(-1);
	return typeof value === 'string' ? value : '';
}

/** Replaces control characters and line ends; a text without a visible character is empty. */
function oneLine(text: string): string {
	const line = text.normalize('NFC').replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');
	return /[^\p{C}\p{Z}\p{M}]/u.test(line) ? line : '';
}

function readScenes({ scenes, places }: Typed): SceneId[] | Fault {
	if (isFormId(scenes)) return scenesOfForm(scenes);
	if (scenes !== 'own') return 'scenes.unknown';
	const picked = inOrder(places);
	if (picked.length === 0) return 'scenes.none';
	return picked.every((scene) => isPlace(places[scene])) ? picked : 'scenes.order';
}

/** Returns the scenes that have a place. The order of the list decides between equal numbers; what is no number comes last. */
export function inOrder(places: Typed['places']): SceneId[] {
	const own = Object.keys(places).filter(isOwnSceneId);
	const numbered = [...ALL, ...own].flatMap((scene) => {
		const text = places[scene];
		return text === undefined ? [] : [{ scene, place: isPlace(text) ? readNumber(text) : Number.MAX_VALUE }];
	});
	return numbered.sort((a, b) => a.place - b.place).map(({ scene }) => scene);
}

export const isPlace = (text = '') => !Number.isNaN(readNumber(text));

export function readPlaces(form: FormData): Typed['places'] {
	const own = [...form.keys()].flatMap((name) => {
		const id = name.startsWith(PLACE) ? name.slice(PLACE.length) : '';
		return isOwnSceneId(id) ? [id] : [];
	});
	const places = [...ALL, ...new Set(own)].map(
		(scene) => [scene, shownAgain(form, placeField(scene))] as const
	);
	return Object.fromEntries(places.filter(([, place]) => place.trim() !== ''));
}

/** Zeros of Arabic and Persian digits. NFKC covers wide ones. */
const ZEROS = [0x660, 0x6f0];

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
