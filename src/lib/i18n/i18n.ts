import { dictionary } from 'svelte-i18n';
import { localPath, type Locale } from '../address';
import { factsOf } from './locales';
import type { MessageKey } from './keys';
import { write, writeNumber, type MessageValues, type Tree } from './write';

export type { MessageValues };

let messages: Branch = {};
dictionary.subscribe((all) => (messages = all));

const lookUp = (key: string, locale: Locale): unknown =>
	key.split('.').reduce<unknown>((branch, name) => (branch as Branch | undefined)?.[name], messages[locale]);

type Branch = Readonly<Record<string, unknown>>;

/**
 * Knows no global locale: a server answers in several languages at once. svelte-i18n 4 compiles every message for its
 * global one, so that a plural in Arabic follows English rules; only its dictionary, which is right, is used.
 */
export class I18n {
	readonly #locale: () => Locale;
	readonly #address: (locale: Locale, path: string) => string;

	/**
	 * @param locale a function, so that a component that reads it follows a change of language
	 * @param address where a page is in that language, as seen from this one
	 */
	constructor(locale: () => Locale, address: (locale: Locale, path: string) => string = localPath) {
		this.#locale = locale;
		this.#address = address;
	}

	get locale(): Locale {
		return this.#locale();
	}

	get direction(): 'ltr' | 'rtl' {
		return factsOf(this.locale).direction;
	}

	/** Throws for a key whose area was not loaded: that is a defect, not a fallback. */
	t = (key: MessageKey, values?: MessageValues): string => {
		const message: unknown = lookUp(key, this.locale);
		if (typeof message === 'string') return message;
		if (!Array.isArray(message)) throw new RangeError(`no message ${key} in ${this.locale}`);
		return write(message as Tree, factsOf(this.locale).intl, values ?? {});
	};

	href = (path: string): string => this.#address(this.locale, path);

	score = (value: number): string => writeNumber(factsOf(this.locale).intl, Math.round(value));

	/** Such as `23 November 2026`, in the reader's own time zone. */
	date = (value: Date): string =>
		new Intl.DateTimeFormat(factsOf(this.locale).intl, { dateStyle: 'long' }).format(value);

	/** A day in UTC, given as `YYYY-MM-DD`, the same for readers in every time zone. */
	dayInUtc = (day: string): string =>
		new Intl.DateTimeFormat(factsOf(this.locale).intl, { dateStyle: 'long', timeZone: 'UTC' }).format(
			new Date(day)
		);

	quote = (text: string): string => factsOf(this.locale).quotes.join(text);

	dateAndTime = (value: Date): string =>
		new Intl.DateTimeFormat(factsOf(this.locale).intl, { dateStyle: 'long', timeStyle: 'short' }).format(
			value
		);

	list = (items: readonly string[]): string =>
		new Intl.ListFormat(factsOf(this.locale).intl, { type: 'conjunction' }).format(items);
}
