import type { GroupPicture, Pace, ScenePicture, SceneStatus, Session, Step } from '../group';
import type { KeyVersion, Language, ScenarioId } from '../questions';
import type { Answers } from '../scoring';
import type { Undoable } from './actions';

/** What everybody in a workshop may know: screen and participants get these same bytes. */
export type SharedSnapshot = {
	/** Grows with every change; a snapshot with a smaller one is old. */
	version: number;
	code: string;
	/** Stands in the join link: whoever comes with it is never slowed. The same for everybody. */
	pass: string;
	title: string;
	/** Of the screen. Participants follow their own. */
	language: Language;
	pace: Pace;
	/** Fewest people of whom a picture is shown. */
	smallestGroup: number;
	/** Day of the deletion, `YYYY-MM-DD`. */
	keptUntil: string;
	/** Whether single rows can be exported, without anything that tells whose they are. */
	rows: boolean;
	/** Whether made-up participants take part. */
	rehearsal: boolean;
	/** Counts from 1; starting over begins the next one. */
	round: number;
	stage: Session['stage'];
	/** Position of the scene at hand, from 0. */
	at: number;
	/** In the order of asking. */
	scenes: readonly ScenarioId[];
	/** Of the key that its scenes are asked in. */
	keyVersion: KeyVersion;
	/** By position. */
	statuses: readonly SceneStatus[];
	/** People who joined. */
	joined: number;
	/** People who have answered the scene at hand; in a free workshop while it is open, all of its scenes. */
	answered: number;
	/** Of the scene at hand, once it is revealed. */
	picture: ScenePicture | null;
	/** At the end. */
	groupPicture: GroupPicture | null;
	/** By position: whether more than `few` of the scene was shown; the group picture is made of such scenes alone. */
	sealed: readonly boolean[];
};

/** What only the host knows besides: what may be done next. Never anything about a single person. */
export type HostSnapshot = SharedSnapshot & {
	/** Names the state that a step is chosen in: a step with another number comes from an old snapshot. */
	step: number;
	/** Steps that can follow. */
	allowed: readonly Step[];
	/** What a clicker's "forward" does. */
	advance: Step | null;
	/** What `undo` takes back. */
	undoes: Undoable | null;
	/** Whether made-up participants may be brought in: before anybody has answered. */
	mayRehearse: boolean;
	/** How many of the scenes at hand, closed, have too few answers for a picture. */
	tooFew: number;
	/** Revealed scenes, those that split the group most first. */
	splits: GroupPicture['splits'];
};

/** Both snapshots of one moment. */
export type Snapshots = { shared: SharedSnapshot; host: HostSnapshot };

/** Who listens: everybody who knows the code, or the host. */
export type Audience = keyof Snapshots;

/** What the holder of a seat has answered in the current round. */
export type OwnAnswers = { round: number; answers: Answers };

/** Answer to `GET /w/<code>/state` and `POST /w/<code>/seat`; `own` is null for who has no seat. */
export type SeatState = { snapshot: SharedSnapshot; own: OwnAnswers | null };

/** Answer to `POST /w/<code>/answers`. */
export type AnswerReceipt = { stored: true };

/** Answer to `POST /w/<code>/host/steps`. */
export type StepReply = { snapshot: HostSnapshot };

/** Answer to `GET` and `POST /w/<code>/host/link`: the address that opens the desk anywhere. */
export type HostLinkReply = { link: string };
