import { readFile } from 'node:fs/promises';
import { ScenesPage, SCENES_KEY } from './pages/scenes-page';
import { onDevice } from './support/device';
import { expect, test } from './support/fixtures';
import type { OwnScenes } from '../../src/lib/own-scenes';

async function formA(scenes: ScenesPage): Promise<OwnScenes> {
	const response = await scenes.page.request.get('/scenes/form-a.json');
	return (await response.json()) as OwnScenes;
}

test('form A is taken in, downloaded, and taken in again without a second copy', async ({
	page,
	language
}) => {
	const scenes = new ScenesPage(page, language);
	const file = await formA(scenes);
	await scenes.openList();
	await scenes.openFile(JSON.stringify(file));
	await expect(scenes.files.getByText(scenes.say('scenes.file.added', { count: 20 }))).toBeVisible();
	await expect(scenes.rows).toHaveCount(20);
	const downloading = page.waitForEvent('download');
	await scenes.button('scenes.file.download').click();
	const text = await readFile(await (await downloading).path(), 'utf8');
	expect((JSON.parse(text) as OwnScenes).scenes).toEqual(file.scenes);
	await scenes.openFile(text);
	await expect(scenes.files.getByText(scenes.say('scenes.file.same', { count: 20 }))).toBeVisible();
	await expect(scenes.rows).toHaveCount(20);
});

test('a bad file names line and field, and nothing of it is taken in', async ({ page, language }) => {
	const scenes = new ScenesPage(page, language);
	const file = await formA(scenes);
	await scenes.openList();
	const bad = JSON.stringify(file, null, '\t').replace('"The van you need"', '7');
	await scenes.openFile(bad);
	const fault = scenes.files.getByRole('alert').getByRole('listitem');
	const line = bad.slice(0, bad.indexOf('"title": 7')).split('\n').length;
	await expect(fault).toContainText(scenes.say('scenes.file.faults.at', { line }));
	await expect(fault).toContainText('scenes[1].words.en.title');
	await expect(fault).toContainText(scenes.say('scenes.file.faults.wrong'));
	await expect(scenes.rows).toHaveCount(0);
	expect(await onDevice(page, SCENES_KEY)).toBeNull();
});

test('a file is dropped, and its text is pasted', async ({ page, language }) => {
	const scenes = new ScenesPage(page, language);
	const file = await formA(scenes);
	const part = (from: number, to: number) => JSON.stringify({ ...file, scenes: file.scenes.slice(from, to) });
	await scenes.openList();
	const transfer = await page.evaluateHandle(
		(text) => {
			const data = new DataTransfer();
			data.items.add(new File([text], 'scenes.json', { type: 'application/json' }));
			return data;
		},
		part(0, 2)
	);
	await scenes.files.dispatchEvent('drop', { dataTransfer: transfer });
	await expect(scenes.rows).toHaveCount(2);
	await page.getByText(scenes.say('scenes.file.paste')).click();
	await page.getByRole('textbox', { name: scenes.say('scenes.file.pasted') }).fill(part(2, 5));
	await scenes.button('scenes.file.take').click();
	await expect(scenes.rows).toHaveCount(5);
});

test('the JSON Schema names its own address, and any page may read it', async ({ request, baseURL }) => {
	const response = await request.get('/scenes/schema-1.json');
	expect(response.headers()).toMatchObject({
		'content-type': 'application/schema+json',
		'access-control-allow-origin': '*'
	});
	const schema = (await response.json()) as Record<string, unknown>;
	expect(schema).toMatchObject({ $id: `${baseURL}/scenes/schema-1.json`, type: 'object' });
});
