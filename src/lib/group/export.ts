/** Text stays text, numbers stay numbers, null is an empty cell. */
export type Cell = string | number | null;

const BYTE_ORDER_MARK = '\uFEFF';

/** What makes a spreadsheet calculate: =, +, - and @, which East Asian versions also take in full width. */
const FORMULA = '[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20]';

/** A cell that needs an apostrophe before it, so that it is read as text. */
const FORMULA_CELL = new RegExp(`^(?=[\\t\\r\\n\\0]|\\s*${FORMULA})`);

/** The same where a spreadsheet may see the beginning of a cell; the quotes after it may be taken for its own. */
const FORMULA_WITHIN = new RegExp(`([;\\t\\r\\n])(?=[\\s\\0"]*${FORMULA})`, 'g');

/** Commas, quotes and line ends, and whatever else some spreadsheet takes for the end of a cell or would trim. */
const TO_QUOTE = /[",;\t\r\n]|^\s|\s$/;

/**
 * A table as CSV (RFC 4180): cells parted by commas, lines ended by CRLF, the last one too. It begins with a byte
 * order mark, from which Excel knows that the bytes are UTF-8; encode it as that.
 *
 * Text cannot become a formula: it gets an apostrophe before it (OWASP, "CSV Injection"). That holds within a cell
 * as well, after semicolons, tabs and line ends: where Excel expects semicolons, it cuts a quoted cell there.
 * (It would also read -1,5 at the start of a line as one number with what follows: begin rows with text.)
 * Numbers are written with a point and are never guarded; a RangeError for NaN and infinities.
 */
export function toCsv(rows: readonly (readonly Cell[])[]): string {
	return BYTE_ORDER_MARK + rows.map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
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
