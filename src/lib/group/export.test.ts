import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SEPARATORS, toCsv, type Cell } from './export';

const BOM = '\uFEFF';

/** What a spreadsheet or a reader of RFC 4180 finds, with the separator that it expects. */
function parsed(csv: string, separator = ','): string[][] {
	const rows: string[][] = [];
	let row: string[] = [];
	let cell = '';
	let inQuotes = false;
	const text = csv.slice(BOM.length);
	for (let i = 0; i < text.length; i++) {
		const c = text.charAt(i);
		if (inQuotes) {
			if (c !== '"') cell += c;
			else if (text.charAt(i + 1) === '"') cell += text.charAt(i++);
			else inQuotes = false;
		} else if (c === '"' && cell === '') inQuotes = true;
		else if (c === separator) {
			row.push(cell);
			cell = '';
		} else if (c === '\r' && text.charAt(i + 1) === '\n') {
			i++;
			rows.push([...row, cell]);
			row = [];
			cell = '';
		} else cell += c;
	}
	return rows;
}

/** Text as people write it, and such as would do harm. */
const texts = fc.oneof(
	fc.string({ unit: 'grapheme' }),
	fc.string({ unit: fc.constantFrom(...'=+-@＝＋－＠\t\r\n ;,"\'1a\u00A0') }),
	fc.constantFrom('=1+1', '-2+3', '+CMD|"/C calc"!A0', '@SUM(A1)', '＝1+1', 'a";=1+1;"b', 'x\r\n=1+1')
);

const numbers = fc.double({ noNaN: true, noDefaultInfinity: true });

const tables: fc.Arbitrary<Cell[][]> = fc
	.integer({ min: 1, max: 4 })
	.chain((width) =>
		fc.array(fc.array(fc.oneof(texts, numbers, fc.constant(null)), { minLength: width, maxLength: width }))
	);

describe('toCsv', () => {
	it('writes a table as Excel and LibreOffice open it', () => {
		const table = [
			['Szene', 'mean, all', 'n'],
			['She said "no"', 2.5, 31],
			['عربي', -0.25, null],
			['two\nlines', 1e21, ' padded ']
		];
		expect(toCsv(table)).toBe(
			`${BOM}Szene,"mean, all",n\r\n"She said ""no""",2.5,31\r\nعربي,-0.25,\r\n"two\nlines",1e+21," padded "\r\n`
		);
	});

	it('parts cells with semicolons where asked, and says nothing of it in a row of its own', () => {
		const table = [
			['a;b', 'c,d', 2.5],
			['e', null, -1]
		];
		expect(toCsv(table, ';')).toBe(`${BOM}"a;b";"c,d";2.5\r\ne;;-1\r\n`);
	});

	it('begins with the three bytes that say UTF-8', () => {
		expect([...new TextEncoder().encode(toCsv([['a']]))]).toEqual([0xef, 0xbb, 0xbf, 0x61, 0x0d, 0x0a]);
	});

	it('is empty but for the mark without rows', () => {
		expect(toCsv([])).toBe(BOM);
	});

	it.each([
		['=1+1', "'=1+1"],
		['+1', "'+1"],
		['-1', "'-1"],
		['@A1', "'@A1"],
		['＝1', "'＝1"],
		['＋1', "'＋1"],
		['－1', "'－1"],
		['＠A1', "'＠A1"],
		['\tx', `"'\tx"`],
		['\rx', `"'\rx"`],
		[' =1', "' =1"],
		['\u00A0=1', "'\u00A0=1"],
		['a;=1', `"a;'=1"`],
		['a\n=1', `"a\n'=1"`],
		['\n\n=1', `"'\n'\n'=1"`],
		['\0=1', "'\0=1"],
		['a;"=1', `"a;'""=1"`],
		['a,=1', `"a,'=1"`]
	])('guards %j', (text, cell) => {
		expect(toCsv([[text]])).toBe(`${BOM}${cell}\r\n`);
	});

	it.each(['2 + 2 = 4', "it's", 'me@home', 'a;b', 'well-known', ' ', ''])('leaves %j alone', (text) => {
		expect(parsed(toCsv([[text]]))).toEqual([[text]]);
	});

	it('leaves numbers numbers, negative ones too', () => {
		expect(toCsv([[-1, 0, 2.5, 1e-7]])).toBe(`${BOM}-1,0,2.5,1e-7\r\n`);
	});

	it.each([NaN, Infinity, -Infinity])('refuses %d', (number) => {
		expect(() => toCsv([[number]])).toThrow(RangeError);
	});

	it.each(SEPARATORS)('gives back every cell parted with %j, but for the apostrophes', (separator) => {
		const bare = (cell: string) => cell.replaceAll("'", '');
		fc.assert(
			fc.property(tables, (table) => {
				expect(parsed(toCsv(table, separator), separator).map((row) => row.map(bare))).toEqual(
					table.map((row) => row.map((cell) => bare(String(cell ?? ''))))
				);
			}),
			{ numRuns: 500 }
		);
	});

	it('adds nothing to text without formulas', () => {
		const harmless = texts.filter((text) => !/[=+\-@＝＋－＠]|^[\t\r\n]/.test(text));
		fc.assert(
			fc.property(harmless, (text) => {
				expect(parsed(toCsv([[text]]))).toEqual([[text]]);
			})
		);
	});

	it('begins no cell of text as a formula begins', () => {
		fc.assert(
			fc.property(texts, (text) => {
				expect(parsed(toCsv([[text]]))[0]?.[0]).not.toMatch(/^[\t\r\n]|^\s*[=+\-@＝＋－＠]/);
			}),
			{ numRuns: 1000 }
		);
	});

	it.each(SEPARATORS.flatMap((written) => [',', ';', '\t'].map((read) => [written, read] as const)))(
		'lets no text become a formula where cells parted with %j are read as ending at %j',
		(written, read) => {
			const isFormula = (cell: string) => /^\s*[=+\-@＝＋－＠]/.test(cell);
			fc.assert(
				fc.property(fc.array(fc.array(texts, { minLength: 1, maxLength: 3 })), (table) => {
					expect(parsed(toCsv(table, written), read).flat().filter(isFormula)).toEqual([]);
				}),
				{ numRuns: 1000 }
			);
		}
	);
});
