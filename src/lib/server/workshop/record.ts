import type { Selectable } from 'kysely';
import {
	accepts,
	END_PARTS,
	firstSession,
	lobby,
	SCENE_PARTS,
	untouched,
	type Asking,
	type Session,
	type Settings
} from '../../group';
import type { Undoable } from '../../protocol';
import { shapesOf, type AskedScene, type Shape, type Shapes } from '../../own-scenes';
import { isScored, RUNGS, type KeyVersion, type Rung, type SceneId } from '../../questions';
import type { Tables } from '../db';
import { dayOf } from '../retention';

type Row = Selectable<Tables['workshop']>;

export type LastStep = { did: Undoable; before: Session };

export type Workshop = Omit<Settings, 'keepDays' | 'countdown'> & {
	code: string;
	/** Of the scenes that the host wrote. */
	shapes: Shapes;
	hostHash: string;
	/** The last day in UTC, `YYYY-MM-DD`. */
	keptUntil: string;
	keyVersion: KeyVersion;
	rehearsal: boolean;
	session: Session;
	undoable: LastStep | null;
	step: number;
	version: number;
};

/** Trusts the row: this program wrote it. */
export function workshopOf(row: Row): Workshop {
	return {
		code: row.workshop_id,
		hostHash: row.host_hash,
		title: row.title,
		language: row.language as Settings['language'],
		...scenesOf(row.scenes),
		pace: row.pace as Settings['pace'],
		smallestGroup: row.smallest_group,
		rows: row.keep_rows === 1,
		framing: row.framing === 1,
		guessing: row.guessing === 1,
		keptUntil: dayOf(row.delete_after),
		keyVersion: row.key_version as KeyVersion,
		rehearsal: row.rehearsal === 1,
		session: sessionOf(JSON.parse(row.state) as SavedSession),
		undoable: row.undoable === null ? null : lastStepOf(JSON.parse(row.undoable) as LastStep),
		step: row.step,
		version: row.version
	};
}

/** Whether a reply to a scene of this workshop counts now. */
export function takes(
	{ session, scenes, guessing }: Pick<Workshop, 'session' | 'scenes' | 'guessing'>,
	{ round, scene, asking }: { round: number; scene: SceneId; asking: Asking },
	now: number
): boolean {
	return accepts(session, round, scenes.indexOf(scene), now, asking) && (asking !== 'guess' || guessing);
}

/** With own scenes no list: versions that know none cannot read it, and answer that the workshop is unavailable. */
type SavedScenes = Settings['scenes'] | { asked: Settings['scenes']; shapes: Shapes };

function scenesOf(text: string): Pick<Workshop, 'scenes' | 'shapes'> {
	const saved = JSON.parse(text) as SavedScenes;
	return Array.isArray(saved) ? { scenes: saved, shapes: {} } : { scenes: saved.asked, shapes: saved.shapes };
}

export function savedScenes(asked: Settings['scenes'], own: readonly AskedScene[]): string {
	return JSON.stringify((own.length > 0 ? { asked, shapes: shapesOf(own) } : asked) satisfies SavedScenes);
}

const shapeOf = ({ shapes }: Pick<Workshop, 'shapes'>, scene: SceneId): Shape | undefined =>
	isScored(scene) ? undefined : shapes[scene];

export function rungsIn(workshop: Pick<Workshop, 'shapes'>, scene: SceneId): readonly Rung[] {
	return shapeOf(workshop, scene)?.rungs ?? RUNGS;
}

export function hasLadder(workshop: Pick<Workshop, 'shapes'>, scene: SceneId): boolean {
	return shapeOf(workshop, scene)?.ladder ?? true;
}

/** In the lobby of a new round. */
export function freshSession(workshop: Pick<Workshop, 'scenes' | 'shapes'>, round = 1): Session {
	const { scenes } = workshop;
	return lobby(
		scenes.length,
		round,
		null,
		scenes.map((scene) => hasLadder(workshop, scene))
	);
}

export function scenesAt({ scenes }: Pick<Workshop, 'scenes'>, positions: readonly number[]): SceneId[] {
	return positions.flatMap((i) => scenes[i] ?? []);
}

/** Returns the workshop as its first round ended, where this is the second; else null. */
export function inFirstRound(workshop: Workshop): Workshop | null {
	const session = firstSession(workshop.session);
	return session && { ...workshop, session };
}

/** What earlier versions did not write: scenes were asked in their order, and shown whole. */
type Later =
	'asked' | 'scored' | 'ladders' | 'unfolded' | 'ending' | 'first' | 'again' | 'countdown' | 'closing';
type SavedSession = Omit<Session, Later> & Partial<Pick<Session, Later>>;

function sessionOf(saved: SavedSession): Session {
	const { statuses, sealed, stage } = saved;
	return {
		asked: [...statuses.keys()],
		scored: null,
		ladders: statuses.map(() => true),
		unfolded: statuses.map((status, i) =>
			status === 'revealed' ? SCENE_PARTS.length - (sealed[i] ? 1 : 2) : 0
		),
		first: null,
		again: untouched(statuses.length),
		countdown: null,
		closing: null,
		ending: stage === 'end' ? { parts: END_PARTS, unfolded: END_PARTS.length - 1 } : null,
		...saved
	};
}

function lastStepOf({ did, before }: LastStep): LastStep {
	return { did, before: sessionOf(before) };
}

export function changesOf(workshop: Pick<Workshop, 'session' | 'undoable' | 'rehearsal' | 'step'>) {
	return {
		state: JSON.stringify(workshop.session),
		undoable: workshop.undoable && JSON.stringify(workshop.undoable),
		rehearsal: workshop.rehearsal ? 1 : 0,
		step: workshop.step
	};
}
