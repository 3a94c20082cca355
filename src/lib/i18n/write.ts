export type MessageValues = Record<string, string | number>;

// Kinds of element, as formatjs numbers them.
const [LITERAL, NUMBER, SELECT, PLURAL, POUND] = [0, 2, 5, 6, 7];

export type Tree = readonly {
	type: number;
	/** The text of a literal; an argument's name. */
	value?: string;
	style?: { parsedOptions: Intl.NumberFormatOptions } | null;
	options?: Record<string, { value: Tree }>;
	offset?: number;
	pluralType?: 'cardinal' | 'ordinal';
}[];

type Formatter = Intl.NumberFormat | Intl.PluralRules;
const formatters = new Map<string, Formatter>();

/** Makes each formatter once, and only when needed: the first of a locale takes a phone a tenth of a second. */
function made<T extends Formatter>(name: string, make: () => T): T {
	const formatter = (formatters.get(name) as T | undefined) ?? make();
	formatters.set(name, formatter);
	return formatter;
}

/** Small whole numbers are written alike in every language that we have. */
export function writeNumber(locale: string, value: number, options?: Intl.NumberFormatOptions): string {
	if (!options && Number.isInteger(value) && value >= 0 && value < 1000) return String(value);
	const name = `${locale} ${JSON.stringify(options)}`;
	return made(name, () => new Intl.NumberFormat(locale, options)).format(value);
}

function branchOf(element: Tree[number], locale: string, value: string | number): Tree {
	const options = element.options ?? {};
	const exact = element.type === PLURAL ? `=${value}` : String(value);
	const category = () => {
		if (element.type === SELECT) return 'other';
		const type = element.pluralType;
		const rules = made(`${locale} ${type}`, () => new Intl.PluralRules(locale, { type }));
		return rules.select(Number(value) - (element.offset ?? 0));
	};
	const branch = (Object.hasOwn(options, exact) && options[exact]) || options[category()] || options['other'];
	return branch ? branch.value : [];
}

/**
 * Writes a message that the build has parsed as intl-messageformat does: plain text, arguments, numbers, plurals and
 * selects. Throws where a value is missing.
 * @param locale for `Intl`
 */
export function write(tree: Tree, locale: string, values: MessageValues, counted = 0): string {
	return tree
		.map((element) => {
			if (element.type === LITERAL) return element.value;
			if (element.type === POUND) return writeNumber(locale, counted);
			const name = element.value ?? '';
			const value = values[name];
			if (value === undefined) throw new RangeError(`no value for "${name}"`);
			if (element.type === NUMBER) return writeNumber(locale, Number(value), element.style?.parsedOptions);
			if (!element.options) return value;
			return write(branchOf(element, locale, value), locale, values, Number(value) - (element.offset ?? 0));
		})
		.join('');
}
