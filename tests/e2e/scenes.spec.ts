import { ScenesPage, SCENES_KEY } from './pages/scenes-page';
import { expectNoBarrier, expectToFit } from './support/access';
import { putOnDevice } from './support/device';
import { expect, NO_NETWORK, test } from './support/fixtures';
import { untilReadyForOffline } from './support/offline';
import { emptyScene, withLanguage, type OwnScene } from '../../src/lib/own-scenes';

const titled = (id: OwnScene['id'], title: string): OwnScene => {
	const scene = emptyScene(id, 'en');
	return { ...scene, words: { en: { ...(scene.words.en as NonNullable<typeof scene.words.en>), title } } };
};
const two = [titled('own-a', 'The first'), titled('own-b', 'The second')];
const saved = (scenes: readonly OwnScene[]) => ({ [SCENES_KEY]: { schemaVersion: 1, scenes } });

test('a scene is written, shown as phone and screen, and is there again', async ({ page, language }) => {
	const scenes = new ScenesPage(page, language);
	await scenes.openList();
	await scenes.write('The late delivery');
	await scenes.story.fill('Mirko brings your order late.');
	await scenes.option(1).fill('Say nothing.');
	const phone = page.frameLocator(`iframe[title="${scenes.say('scenes.editor.phone')}"]`);
	const screen = page.frameLocator(`iframe[title="${scenes.say('scenes.editor.screen')}"]`);
	for (const frame of [phone, screen]) {
		await expect(frame.getByText('Mirko brings your order late.')).toBeAttached();
		await expect(frame.getByText('Say nothing.')).toBeAttached();
	}
	await expect(page.getByText(scenes.say('scenes.hints.who.missing'))).toBeVisible();
	await page.reload();
	await expect(scenes.title).toHaveValue('The late delivery');
	await scenes.back();
	await scenes.expectTitles(['The late delivery']);
});

test('what was typed is undone by the field, and brought back', async ({ page, language }) => {
	await putOnDevice(page, saved(two));
	const scenes = new ScenesPage(page, language);
	await scenes.open('/own-a');
	await scenes.title.pressSequentially('!!');
	const typed = await scenes.title.inputValue();
	expect(typed).toContain('!!');
	await scenes.story.pressSequentially('Told');
	await scenes.button('scenes.undo').click();
	await expect(scenes.story).toHaveValue('');
	await scenes.button('scenes.undo').click();
	await expect(scenes.title).toHaveValue('The first');
	await page.keyboard.press('Control+Shift+Z');
	await expect(scenes.title).toHaveValue(typed);
});

test('scenes are ordered by keys, copied, deleted and brought back', async ({ page, language }) => {
	await putOnDevice(page, saved(two));
	const scenes = new ScenesPage(page, language);
	await scenes.openList();
	const down = scenes.button('scenes.list.down', { title: 'The first' });
	await down.focus();
	await page.keyboard.press('Enter');
	await scenes.expectTitles(['The second', 'The first']);
	await expect(down).toBeFocused();
	await scenes.button('scenes.list.duplicateThis', { title: 'The second' }).dblclick();
	await scenes.expectTitles(['The second', 'The second', 'The first']);
	await scenes.button('scenes.list.deleteThis', { title: 'The first' }).click();
	await scenes.expectTitles(['The second', 'The second']);
	await page
		.getByRole('status')
		.getByRole('button', { name: scenes.say('scenes.undo') })
		.click();
	await scenes.expectTitles(['The second', 'The second', 'The first']);
});

test('the notice of a deletion goes with the next step, and undoes nothing else', async ({
	page,
	language
}) => {
	await putOnDevice(page, saved(two));
	const scenes = new ScenesPage(page, language);
	await scenes.openList();
	const notice = page.getByText(scenes.say('scenes.list.deleted', { title: 'The first' }));
	await scenes.button('scenes.list.deleteThis', { title: 'The first' }).click();
	await expect(notice).toBeVisible();
	await scenes.openFile(JSON.stringify({ schemaVersion: 1, scenes: [titled('own-c', 'From a file')] }));
	await scenes.expectTitles(['The second', 'From a file']);
	await expect(notice).toBeHidden();
	await page.locator('body').press('Control+z');
	await scenes.expectTitles(['The second']);
	await expect(notice).toBeVisible();
	await page.locator('body').press('Control+z');
	await scenes.expectTitles(['The first', 'The second']);
	await expect(notice).toBeHidden();
});

test('whoever deletes everything deletes what was set aside as well', async ({ page, language }) => {
	await putOnDevice(page, { [SCENES_KEY]: 'damaged' });
	const scenes = new ScenesPage(page, language);
	await scenes.openList();
	await expect(page.getByText(scenes.say('scenes.notices.setAside'))).toBeVisible();
	await scenes.button('scenes.deleteAll.open').click();
	await scenes.button('scenes.deleteAll.yes').click();
	await expect(page.getByText(scenes.say('scenes.notices.setAside'))).toBeHidden();
	await expect(scenes.button('scenes.deleteAll.open')).toBeHidden();
	expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test('two tabs write into one scene and lose nothing', async ({ page, context, language }) => {
	await putOnDevice(page, saved(two));
	const [here, there] = [new ScenesPage(page, language), new ScenesPage(await context.newPage(), language)];
	await here.open('/own-a');
	await there.open('/own-a');
	await here.title.fill('Title from here');
	await there.story.fill('Story from there');
	await expect(there.title).toHaveValue('Title from here');
	await expect(here.story).toHaveValue('Story from there');
	await page.reload();
	await expect(here.title).toHaveValue('Title from here');
	await expect(here.story).toHaveValue('Story from there');
});

test('a device without room says so and keeps the page', async ({ page, language }) => {
	await putOnDevice(page, saved(two));
	await page.addInitScript(() => {
		Storage.prototype.setItem = () => {
			throw new DOMException('', 'QuotaExceededError');
		};
	});
	const scenes = new ScenesPage(page, language);
	await scenes.open('/own-a');
	await scenes.title.fill('Unsaved');
	await expect(page.getByText(scenes.say('scenes.notices.full'))).toBeVisible();
	await expect(scenes.title).toHaveValue('Unsaved');
});

test('what somebody typed is text, wherever it is shown', async ({ page, language }) => {
	const scenes = new ScenesPage(page, language);
	await scenes.openList();
	const markup = '<img src=x onerror="document.title=1">';
	await scenes.write(markup);
	await scenes.story.fill(`${markup} https://example.org a\u202eb`);
	await expect(scenes.story).toHaveValue(`${markup} https://example.org a[U+202E]b`);
	const phone = page.frameLocator(`iframe[title="${scenes.say('scenes.editor.phone')}"]`);
	await expect(phone.getByText(markup)).toBeAttached();
	await expect(phone.locator('img, a')).toHaveCount(0);
	await scenes.back();
	await scenes.expectTitles([markup]);
});

test.describe('without a network', () => {
	test.use({ serviceWorkers: 'allow', expectedErrors: NO_NETWORK });

	test('scenes are written and read', async ({ page, context, language }) => {
		const scenes = new ScenesPage(page, language);
		await scenes.openList();
		await untilReadyForOffline(page);
		await context.setOffline(true);
		await scenes.open();
		await scenes.write('On the train');
		await page.reload();
		await expect(scenes.title).toHaveValue('On the train');
		await scenes.back();
		await scenes.expectTitles(['On the train']);
	});
});

for (const language of ['en', 'ar'] as const) {
	test.describe(`in ${language}`, () => {
		test.use({ language, contextOptions: { reducedMotion: 'reduce' } });

		test('list and editor stand in nobody’s way and fit a small phone', async ({ page }) => {
			test.slow();
			const scenes = new ScenesPage(page, language);
			await scenes.openList();
			await expectNoBarrier(page, 'nothing written');
			await putOnDevice(page, saved(two.map((scene) => withLanguage(scene, 'ar'))));
			await scenes.openList();
			await scenes.openFile('{}');
			await expect(scenes.files.getByRole('alert').getByRole('listitem')).toHaveCount(1);
			await scenes.button('scenes.list.deleteThis', { title: 'The second' }).click();
			await expectNoBarrier(page, 'a list, a bad file, a deletion');
			await page.setViewportSize({ width: 320, height: 568 });
			await expectToFit(page, 'list');
			await page.setViewportSize({ width: 1280, height: 720 });
			await scenes.open('/own-a');
			await scenes.story.fill('One word.');
			await expectNoBarrier(page, 'the editor, with hints');
			await page.setViewportSize({ width: 320, height: 568 });
			await expectToFit(page, 'editor');
		});
	});
}
