import type { Language, ScenarioId } from '../questions';
import type { GroupPicture, ScenePicture } from './picture';
import type { SceneStatus, Step } from './session';
import type { Pace } from './settings';

/** What everybody in the room may know: projector and phones get these same bytes. See docs/PROTOCOL.md. */
export type SharedSnapshot = {
	/** Grows with every change; a snapshot with a smaller one is old. */
	version: number;
	code: string;
	title: string;
	language: Language;
	pace: Pace;
	smallestGroup: number;
	/** Day of the deletion, `YYYY-MM-DD`. */
	keptUntil: string;
	/** Whether single rows can be exported, without anything that tells whose they are. */
	rows: boolean;
	/** Made-up participants are in the room. */
	rehearsal: boolean;
	round: number;
	stage: 'lobby' | 'scene' | 'room';
	at: number;
	scenes: readonly ScenarioId[];
	statuses: readonly SceneStatus[];
	/** People who joined. */
	joined: number;
	/** People who have answered the scene at hand; in a free workshop while it is open, all of its scenes. */
	answered: number;
	/** Of the scene at hand, once it is revealed. */
	picture: ScenePicture | null;
	/** At the end. */
	groupPicture: GroupPicture | null;
	/** By position: whether the scene's picture was shown; only such scenes are in the room's. */
	sealed: readonly boolean[];
};

/** What only the facilitator knows besides: what may be done next. Never anything about a single person. */
export type HostSnapshot = SharedSnapshot & {
	/** Names the state that a step was chosen in: a step with another number comes from an old screen. */
	step: number;
	allowed: readonly Step[];
	/** What a clicker's "forward" does. */
	advance: Step | null;
	/** The step that can be taken back. */
	undoes: Step | 'rehearse' | null;
	/** Whether made-up participants may be brought in: before anybody has answered. */
	mayRehearse: boolean;
	/** Revealed scenes, those that split the room most first. */
	splits: GroupPicture['splits'];
};
