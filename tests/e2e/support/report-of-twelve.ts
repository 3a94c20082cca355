import type { Page } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { RoomPictures } from '../pages/room-pictures';
import { say, scenesIn } from '../../support/words';
import {
	COUNTED,
	EVERYBODY,
	FIRST,
	HALVES,
	HANGING,
	LANGUAGES,
	LAST,
	NEARLY_ALL,
	SECOND,
	SHOWN,
	chosen,
	quarter
} from './plan-of-twelve';
import { expect, parseCsv } from './workshop';

/** The report of the workshop in the plan, on the page that is open and in every file. */
export async function expectReportOfTwelve(page: Page, code: string) {
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Trust & "likes"');
	await expect(
		page.getByText(say('en', 'report.facts', { joined: EVERYBODY, shown: SHOWN.length, smallest: 5 }))
	).toBeVisible();
	const words = scenesIn('en');
	const scenes = page.locator('.scene');
	await expect(scenes.getByRole('heading', { level: 3 })).toContainText(SHOWN.map((id) => words[id].title));
	const pictures = (i: number) => new RoomPictures(scenes.nth(i), 'en');
	await pictures(0).expectShares(FIRST, [10, 20, 20, 30, 20]);
	await pictures(2).expectNearlyAll(NEARLY_ALL, 3);
	await pictures(4).expectShares(LAST, [50, 0, 25, 0, 25]);
	await new RoomPictures(page, 'en').expectString(HANGING);

	/** Follows a link to a file. */
	const download = async (key: 'scenes' | 'room' | 'json' | 'rows') => {
		const downloading = page.waitForEvent('download');
		await page.getByRole('link', { name: say('en', `report.files.${key}`), exact: true }).click();
		const file = await downloading;
		expect(file.suggestedFilename()).toContain(`no-strings-${code}-`);
		return readFile(await file.path(), 'utf8');
	};
	const [head, ...rows] = parseCsv(await download('scenes'));
	expect(head?.slice(0, 2)).toEqual([say('en', 'report.columns.scene'), say('en', 'report.columns.number')]);
	expect(rows.map(([title, , , shown, ...figures]) => [title, shown, figures.join(' ')])).toEqual([
		[words[FIRST].title, 'shares', '10 10 20 20 30 20'],
		[words[SECOND].title, 'shares', '12 25 0 25 25 25'],
		[words[NEARLY_ALL].title, 'nearly all on rung 3', '     '],
		[words[HALVES].title, 'shares', '12 0 50 0 50 0'],
		[words[LAST].title, 'shares', '12 50 0 25 0 25']
	]);

	const room = parseCsv(await download('room'));
	expect(room[1]).toEqual(['Overall', 'spread', ...[0.25, 0.5, 0.75].map((part) => String(quarter(part)))]);
	expect(room.slice(8).map(([, , place, people]) => [Number(place), Number(people)])).toEqual(HANGING);

	const report = JSON.parse(await download('json')) as Record<string, unknown>;
	expect(report).toMatchObject({
		title: 'Trust & "likes"',
		code,
		joined: EVERYBODY,
		smallestGroup: 5,
		rehearsal: false,
		rows: 'ready',
		reliability: [],
		groupPicture: {
			overall: {
				kind: 'spread',
				quarters: { low: quarter(0.25), middle: quarter(0.5), high: quarter(0.75) }
			}
		}
	});
	expect(report['scenes']).toMatchObject([
		{ scene: FIRST, picture: { kind: 'shares', count: 10, shares: [10, 20, 20, 30, 20] } },
		{ scene: SECOND, picture: { kind: 'shares', count: 12, shares: [25, 0, 25, 25, 25] } },
		{ scene: NEARLY_ALL, picture: { kind: 'nearlyAll', rung: 3 } },
		{ scene: HALVES, picture: { kind: 'shares', count: 12, shares: [0, 50, 0, 50, 0] } },
		{ scene: LAST, picture: { kind: 'shares', count: 12, shares: [50, 0, 25, 0, 25] } }
	]);

	// One row for each person, without the scenes in which one of them stands alone.
	const columns = COUNTED.filter((scene) => scene !== NEARLY_ALL);
	const [titles, ...people] = parseCsv(await download('rows'));
	expect(titles).toEqual(columns.map((scene) => words[scene].title));
	expect(people.map((row) => row.join()).sort()).toEqual(
		LANGUAGES.map((_, i) => columns.map((scene) => chosen(scene, i) ?? '').join()).sort()
	);
}
