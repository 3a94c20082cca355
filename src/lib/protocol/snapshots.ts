import type {
	Closing,
	Comparison,
	GroupPicture,
	Pace,
	Part,
	PicturedAgain,
	ScenePicture,
	SceneStatus,
	Session,
	Step
} from '../group';
import type { ByScene, KeyVersion, Language, Rung, SceneId } from '../questions';
import type { Undoable } from './actions';

/** What everybody in a workshop may know; all get these same bytes. docs/PROTOCOL.md describes each field. */
export type SharedSnapshot = {
	version: number;
	code: string;
	pass: string;
	title: string;
	language: Language;
	pace: Pace;
	smallestGroup: number;
	keptUntil: string;
	rows: boolean;
	framing: boolean;
	/** Unknown to snapshots that an earlier version saved, as `guesses` is. */
	guessing?: boolean;
	rehearsal: boolean;
	round: number;
	stage: Session['stage'];
	at: number;
	scenes: readonly SceneId[];
	keyVersion: KeyVersion;
	statuses: readonly SceneStatus[];
	joined: number;
	here: number;
	answered: number;
	picture: ScenePicture | null;
	groupPicture: GroupPicture | null;
	/** The round that this one is compared with; unknown to snapshots that an earlier version saved. */
	firstRound?: number | null;
	comparison?: Comparison | null;
	/** The scenes' second askings; unknown to snapshots that an earlier version saved. */
	again?: AskedAgain;
	guesses?: Guesses | null;
	sealed: readonly boolean[];
	parts: readonly Part[];
	/** As `closing`, unknown to snapshots that an earlier version saved. */
	countdown?: number | null;
	closing?: Closing | null;
};

/** `statuses` are by position; `shown` is of the scene at hand, once its second asking is revealed. */
export type AskedAgain = Session['again'] & { shown: PicturedAgain | null };

/** What people expect most to choose in the scene at hand: how many say so, and, once it is revealed, what. */
export type Guesses = { count: number; picture: ScenePicture | null };

/** Holds what may be done next besides; never anything about a single person. */
export type HostSnapshot = SharedSnapshot & {
	step: number;
	allowed: readonly Step[];
	advance: Step | null;
	undoes: Undoable | null;
	mayRehearse: boolean;
	tooFew: number;
	splits: GroupPicture['splits'];
};

export type Snapshots = { shared: SharedSnapshot; host: HostSnapshot };

export type Audience = keyof Snapshots;

export type AnswersByScene = ByScene<Rung>;

/** `first` are the answers of the first round, in a second one; `again` those to scenes that were asked again, `guess` what most would choose. */
export type OwnAnswers = {
	round: number;
	answers: AnswersByScene;
	again?: AnswersByScene;
	guess?: AnswersByScene;
	first?: AnswersByScene;
};

/** `own` is null for who has no seat. */
export type SeatState = { snapshot: SharedSnapshot; own: OwnAnswers | null };

export type AnswerReceipt = { stored: true };

export type StepReply = { snapshot: HostSnapshot };

export type HostLinkReply = { link: string };
