import type { MessageFormatElement } from '@formatjs/icu-messageformat-parser';
import { IntlMessageFormat } from 'intl-messageformat';
import { json, unwrapFunctionStore } from 'svelte-i18n';
import { localPath, type Locale } from '../address';
import { factsOf } from './locales';
import type { MessageKey } from './keys';

export type MessageValues = Record<string, string | number>;

const lookUp = unwrapFunctionStore(json);

type Tree = MessageFormatElement[];

// A tree belongs to one language, and what it compiles to depends on nothing else: safe to share between requests.
const compiled = new WeakMap<Tree, IntlMessageFormat>();

/**
 * svelte-i18n 4 caches compiled messages by their text alone and compiles them for its global locale, so that
 * a plural asked for in Arabic is answered with English rules. Its dictionary is right in every locale: we look
 * up there, and format per locale with the formatter that it is built on. The build has parsed the messages.
 */
function compile(locale: Locale, tree: Tree): IntlMessageFormat {
	let format = compiled.get(tree);
	if (!format) {
		format = new IntlMessageFormat(tree, factsOf(locale).intl);
		compiled.set(tree, format);
	}
	return format;
}

/** Everything that depends on the language of one page. Knows no global locale. */
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

	/** A message in this language. A key whose area was not loaded throws: that is a defect, not a fallback. */
	t = (key: MessageKey, values?: MessageValues): string => {
		const message: unknown = lookUp(key, this.locale);
		if (typeof message === 'string') return message;
		if (!Array.isArray(message)) throw new RangeError(`no message ${key} in ${this.locale}`);
		return String(compile(this.locale, message as Tree).format(values));
	};

	/** The address of one of our pages in this language. */
	href = (path: string): string => this.#address(this.locale, path);

	/** A score for reading: a whole number. */
	score = (value: number): string =>
		new Intl.NumberFormat(factsOf(this.locale).intl, { maximumFractionDigits: 0 }).format(value);

	/** A day for reading, such as `23 November 2026`, in the reader's own time zone. */
	date = (value: Date): string =>
		new Intl.DateTimeFormat(factsOf(this.locale).intl, { dateStyle: 'long' }).format(value);

	/** The text in this language's quotation marks. */
	quote = (text: string): string => factsOf(this.locale).quotes.join(text);

	/** The same with the time of day. */
	dateAndTime = (value: Date): string =>
		new Intl.DateTimeFormat(factsOf(this.locale).intl, { dateStyle: 'long', timeStyle: 'short' }).format(
			value
		);

	/** `a, b and c` in this language. */
	list = (items: readonly string[]): string =>
		new Intl.ListFormat(factsOf(this.locale).intl, { type: 'conjunction' }).format(items);
}
