import { expect, test } from 'vitest';
import { readFileName } from './files';

test.each(['scenes', 'room', 'rows'])('%s come with commas, and with semicolons beside it', (table) => {
	expect(readFileName(`${table}.csv`)).toEqual({ holds: table, separator: ',' });
	expect(readFileName(`${table}-semicolons.csv`)).toEqual({ holds: table, separator: ';' });
});

test.each([
	'',
	'scenes',
	'scenes.CSV',
	'scenes-tabs.csv',
	'report-semicolons.json',
	'toString',
	'../rows.csv'
])('no file is named %j', (name) => expect(readFileName(name)).toBeNull());
