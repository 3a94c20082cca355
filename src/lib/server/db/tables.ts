import type { Generated } from 'kysely';

/*
 * Every table leads with the workshop's id, its join code, so that a distributed database keeps a workshop in one place.
 * No column says when somebody did something. Booleans are 0 and 1, times ms since 1970, lists and objects JSON text.
 */

export type WorkshopTable = {
	workshop_id: string;
	host_hash: string;
	title: string;
	language: string;
	scenes: string;
	pace: string;
	smallest_group: number;
	keep_rows: number;
	framing: number;
	/** Whether participants are asked what most people will have chosen. */
	guessing: number;
	/** A moment of the last day, in ms since 1970: everything is deleted when that day is over in UTC. */
	delete_after: number;
	key_version: number;
	rehearsal: number;
	state: string;
	undoable: string | null;
	step: number;
	/** Counts every change that anybody can see, the host's steps among them. */
	version: number;
};

export type ParticipantTable = {
	workshop_id: string;
	/** SHA-256 of the seat's token, hexadecimal. */
	participant_id: string;
	language: string;
	made_up: number;
	/** Whether its holder is not connected, nor was minutes ago. */
	away: Generated<number>;
};

export type AnswerTable = {
	workshop_id: string;
	round: number;
	scene: string;
	participant_id: string;
	rung: number;
};

/** Stands for the rung of somebody who was there and gave no answer: who left has no row, and pictures tell these apart. */
export const SAT_OUT = -1;

/** Apart from the workshop's row, which is read at each change. */
export type OwnScenesTable = {
	workshop_id: string;
	/** The words of scenes that the host wrote. */
	scenes: string;
};

export type DeletedWorkshopTable = {
	workshop_id: string;
	forget_after: number;
};

export type RateLimitTable = {
	/** A keyed hash of an address, after the name of the limit. */
	key: string;
	points: number;
	expire: number | null;
};

export type Tables = {
	workshop: WorkshopTable;
	participant: ParticipantTable;
	answer: AnswerTable;
	own_scenes: OwnScenesTable;
	deleted_workshop: DeletedWorkshopTable;
	rate_limit: RateLimitTable;
};
