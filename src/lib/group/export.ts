export type Cell = string | number | null;

export const SEPARATORS = [',', ';'] as const;
export type Separator = (typeof SEPARATORS)[number];

const BYTE_ORDER_MARK = '\uFEFF';

/** What makes a spreadsheet calculate; East Asian versions take the full-width forms too. */
const FORMULA = '[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20]';

const FORMULA_CELL = new RegExp(`^(?=[\\t\\r\\n\\0]|\\s*${FORMULA})`);

/** Excel that expects another separator cuts a quoted cell at it; the quotes after one may be taken for its own. */
const FORMULA_WITHIN = new RegExp(`([,;\\t\\r\\n])(?=[\\s\\0"]*${FORMULA})`, 'g');

const TO_QUOTE = /[",;\t\r\n]|^\s|\s$/;

const ROWS_OF_PART = 500;

/** RFC 4180 with a byte order mark for Excel. Text that would be a formula gets an apostrophe (OWASP, "CSV Injection"). */
export function toCsv(rows: readonly (readonly Cell[])[], separator: Separator = ','): string {
	return [...csvParts(rows, separator)].join('');
}

export function* csvParts(rows: readonly (readonly Cell[])[], separator: Separator): Generator<string> {
	yield BYTE_ORDER_MARK;
	for (let i = 0; i < rows.length; i += ROWS_OF_PART) {
		const part = rows.slice(i, i + ROWS_OF_PART);
		yield part.map((row) => `${row.map(cellOf).join(separator)}\r\n`).join('');
	}
}

function cellOf(cell: Cell): string {
	if (cell === null) return '';
	if (typeof cell === 'string') return quoted(guarded(cell));
	if (!Number.isFinite(cell)) throw new RangeError(`not a number for a table: ${cell}`);
	return String(cell);
}

function guarded(text: string): string {
	return text.replace(FORMULA_WITHIN, "$1'").replace(FORMULA_CELL, "'");
}

function quoted(text: string): string {
	return TO_QUOTE.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
