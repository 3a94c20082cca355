/*
 * The shape of the database. Every table leads with the workshop's id, which is its join code: a distributed database
 * can keep all of one workshop in one place. Truth values are 0 and 1, and what the database need not look into is
 * JSON text: both databases have those alike. No column says when somebody did something.
 */

export type WorkshopTable = {
	workshop_id: string;
	/** SHA-256 of the host's key, hexadecimal. */
	host_hash: string;
	title: string;
	language: string;
	/** JSON, scenario ids in the order of asking. */
	scenes: string;
	pace: string;
	smallest_group: number;
	keep_rows: number;
	/** When everything is deleted, in ms since 1970. */
	delete_after: number;
	/** Of the key that its scenes are asked in. */
	key_version: number;
	rehearsal: number;
	/** JSON, a `Session`. */
	session: string;
	/** JSON, the step that can be taken back and the session before it. */
	undoable: string | null;
	/** Counts the host's steps. */
	step: number;
	/** Counts every change that anybody can see. */
	version: number;
};

export type ParticipantTable = {
	workshop_id: string;
	/** SHA-256 of the token that the participant's browser holds, hexadecimal. */
	participant_id: string;
	/** Of the participant: reliability is reported per language, from 30 people on. */
	language: string;
	/** 1 for those of a rehearsal. */
	made_up: number;
};

export type AnswerTable = {
	workshop_id: string;
	round: number;
	scene: string;
	participant_id: string;
	/** 0 to 4, or `SAT_OUT`. */
	rung: number;
};

/**
 * Stands for the rung of somebody who was there and gave no answer. Without it nobody could tell sitting out, which is not
 * seen, from having left, which is.
 */
export const SAT_OUT = -1;

/** Codes of deleted workshops: latecomers are told, and the code is not given out again soon. */
export type GoneTable = {
	workshop_id: string;
	/** When the code may be forgotten, in ms since 1970. */
	forget_after: number;
};

export type Tables = {
	workshop: WorkshopTable;
	participant: ParticipantTable;
	answer: AnswerTable;
	gone: GoneTable;
};
