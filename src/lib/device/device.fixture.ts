import * as v from 'valibot';
import { FakeBrowser } from './browser.fake';
import type { Migration, Slot } from './device';

/** A slot with a past: version 1 knew a name, 2 split it, 3 counts visits. */
export type Guest = { schemaVersion: 3; first: string; last: string; visits: number };

export const splitName: Migration = ({ name, ...saved }) => {
	const [first, last] = (name as string).split(' ');
	return { ...saved, schemaVersion: 2, first, last };
};

const countVisits: Migration = (saved) => ({ ...saved, schemaVersion: 3, visits: 1 });

export const guests: Slot<Guest> = {
	key: 'test:guests',
	schema: v.object({ schemaVersion: v.literal(3), first: v.string(), last: v.string(), visits: v.number() }),
	migrations: [splitName, countVisits]
};

export const guest: Guest = { schemaVersion: 3, first: 'Amal', last: 'Haddad', visits: 4 };
export const SET_ASIDE = 'test:guests:set-aside';

export function browserWith(text: string) {
	const browser = new FakeBrowser();
	browser.kept.set(guests.key, text);
	return { browser, device: browser.openTab().device };
}

export function storageThat(overrides: Partial<Storage>): Storage {
	return {
		length: 0,
		getItem: () => null,
		setItem: () => undefined,
		removeItem: () => undefined,
		clear: () => undefined,
		key: () => null,
		...overrides
	};
}

export const refuse = () => {
	throw new DOMException('The operation is insecure.', 'SecurityError');
};
