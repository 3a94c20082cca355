import { CODE_LENGTH } from '$lib/group';

export function groupsOf(code: string): [string, string] {
	return [code.slice(0, CODE_LENGTH / 2), code.slice(CODE_LENGTH / 2)];
}

/** Separates characters, so that a screen reader says each. */
export function spelled(group: string): string {
	return [...group].join(' ');
}
