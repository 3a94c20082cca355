import * as v from 'valibot';

/** Those with semicolons are for spreadsheets in languages that write a decimal comma. */
const FILES = {
	'scenes.csv': { holds: 'scenes', separator: ',' },
	'scenes-semicolons.csv': { holds: 'scenes', separator: ';' },
	'room.csv': { holds: 'room', separator: ',' },
	'room-semicolons.csv': { holds: 'room', separator: ';' },
	'rows.csv': { holds: 'rows', separator: ',' },
	'rows-semicolons.csv': { holds: 'rows', separator: ';' },
	'report.json': { holds: 'report' }
} as const;

export type FileName = keyof typeof FILES;

const NameSchema = v.picklist(Object.keys(FILES) as FileName[]);

export function readFileName(name: string): (typeof FILES)[FileName] | null {
	const parsed = v.safeParse(NameSchema, name);
	return parsed.success ? FILES[parsed.output] : null;
}
