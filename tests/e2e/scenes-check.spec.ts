import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { ScenesPage, SCENES_KEY } from './pages/scenes-page';
import { expectNoBarrier, expectToFit } from './support/access';
import { onDevice, putOnDevice } from './support/device';
import { expect, NO_NETWORK, test, watchOver } from './support/fixtures';
import { untilReadyForOffline } from './support/offline';
import {
	emptyScene,
	emptyWords,
	type OwnScene,
	type OwnScenes,
	type OwnWords
} from '../../src/lib/own-scenes';
import type { Rung } from '../../src/lib/questions';
import { rungName } from '../../src/lib/ui/group/rung-names';

const TEXTS = ['Keep quiet.', 'Ask for a date.', 'Order elsewhere.'];
const SECRET = 'Not for readers';

function written(id: OwnScene['id'], stem: string): OwnScene {
	const words: OwnWords = {
		...emptyWords(TEXTS.length),
		title: `${SECRET}: title`,
		who: 'a supplier of ten years',
		stem,
		options: TEXTS.map((text) => ({ text, gives: `${SECRET}: gives`, costs: `${SECRET}: costs` })),
		discussion: `${SECRET}: discussion`,
		otherSide: `${SECRET}: other side`
	};
	return { ...emptyScene(id, 'en'), rungs: [0, 2, 3], words: { en: words } };
}

const late = written('own-late', 'Mirko brings your order late.');
const early = written('own-early', 'Mirko brings your order early.');
const saved = (...scenes: readonly OwnScene[]) => ({ [SCENES_KEY]: { schemaVersion: 1, scenes } });

async function checksOf(page: Page, id: string) {
	const kept = JSON.parse((await onDevice(page, SCENES_KEY)) ?? 'null') as OwnScenes | null;
	return kept?.scenes.find((scene) => scene.id === id)?.checks ?? [];
}

class Sorting extends ScenesPage {
	select(n: number) {
		return this.page.getByRole('combobox', { name: TEXTS[n] as string });
	}

	async put(n: number, rung: Rung) {
		await this.select(n).selectOption({ label: this.say(rungName(rung)) });
	}

	async sort(...rungs: readonly Rung[]) {
		for (const [n, rung] of rungs.entries()) await this.put(n, rung);
		await this.button('scenes.check.done').click();
	}

	heading(alike: number) {
		return this.page.getByRole('heading', {
			name: this.say('scenes.check.outcome', { alike, of: TEXTS.length })
		});
	}

	async file(key: 'scenes.file.download' | 'scenes.check.sendBack.download'): Promise<string> {
		const downloading = this.page.waitForEvent('download');
		await this.button(key).click();
		return readFile(await (await downloading).path(), 'utf8');
	}
}

test('whoever is handed the device sorts blind, and both see where they differ', async ({
	page,
	language
}) => {
	await putOnDevice(page, saved(late, early));
	const sorting = new Sorting(page, language);
	await sorting.openList();
	await expect(page.getByText(sorting.say('scenes.state.unchecked'))).toHaveCount(2);
	await page.getByRole('link', { name: sorting.say('scenes.check.open') }).click();
	const main = page.getByRole('main');
	await expect(main).toContainText('Mirko brings your order late.');
	await expect(main).not.toContainText(SECRET);
	await page.getByRole('link', { name: sorting.say('scenes.check.story', { n: 1, total: 2 }) }).click();
	await expect(main).toContainText('a supplier of ten years');
	await expect(main).not.toContainText(SECRET);
	await sorting.sort(0, 3, 2);
	await expect(sorting.heading(1)).toBeFocused();
	const differing = page.getByRole('main').getByRole('listitem');
	await expect(differing).toHaveCount(2);
	await expect(differing.filter({ hasText: 'Ask for a date.' })).toContainText(sorting.say(rungName(2)));
	expect(await checksOf(page, 'own-late')).toMatchObject([{ language: 'en', sorted: [0, 3, 2] }]);
	await page.getByRole('link', { name: sorting.say('scenes.check.next') }).click();
	await expect(main).toContainText('Mirko brings your order early.');
	await sorting.sort(0, 2, 3);
	await expect(sorting.heading(3)).toBeFocused();
	await expect(page.getByText(sorting.say('scenes.check.last'))).toBeVisible();

	await test.step('the author sees it, until the words change', async () => {
		await sorting.open('/own-late');
		await page.getByText(sorting.say('scenes.check.elsewhere', { count: 2 })).click();
		await expect(page.getByText(sorting.say('scenes.check.readers')).first()).toBeVisible();
		await sorting.option(1).fill('Keep quiet, because of the van.');
		await expect(page.getByText(sorting.say('scenes.state.stale'))).toBeVisible();
		await sorting.back();
		await expect(page.getByText(sorting.say('scenes.state.stale'))).toHaveCount(1);
		await expect(
			page.getByText(sorting.say('scenes.state.checked', { readers: 1, alike: 3, of: 3 }))
		).toHaveCount(1);
	});
});

test('by keys: a rung takes one option, a step is undone, and an option may stay without a rung', async ({
	page,
	language
}) => {
	await putOnDevice(page, saved(late));
	const sorting = new Sorting(page, language);
	await sorting.open('/check/own-late');
	await sorting.put(0, 4);
	const taken = sorting.say('scenes.check.taken', { rung: sorting.say(rungName(4)) });
	await expect(sorting.select(1).getByRole('option', { name: taken })).toBeDisabled();
	await sorting.put(1, 2);
	await sorting.put(1, 1);
	await sorting.button('scenes.undo').focus();
	await page.keyboard.press('Enter');
	await expect(sorting.select(1)).toHaveValue('2');
	await page.locator('body').press('Control+z');
	await page.locator('body').press('Control+z');
	await expect(sorting.select(0)).toHaveValue('');
	await expect(page.getByText(sorting.say('scenes.check.left', { count: 3 }))).toBeVisible();
	await sorting.button('scenes.check.done').press('Enter');
	await expect(page.getByText(sorting.say('scenes.check.nothing'))).toBeVisible();
	await expect(sorting.select(0)).toBeVisible();
	expect(await checksOf(page, 'own-late')).toEqual([]);
	await sorting.put(1, 2);
	await sorting.button('scenes.check.done').press('Enter');
	await expect(sorting.heading(1)).toBeFocused();
	expect(await checksOf(page, 'own-late')).toMatchObject([{ sorted: [null, 2, null] }]);
});

test('two colleagues get the file and send it back, and both readings are kept', async ({
	page,
	browser,
	baseURL,
	language
}) => {
	await putOnDevice(page, saved(late));
	const author = new Sorting(page, language);
	await author.openList();
	const file = await author.file('scenes.file.download');
	for (const readers of [1, 2]) {
		const context = await browser.newContext({ baseURL: baseURL ?? '', serviceWorkers: 'block' });
		const complaints = watchOver(context, { origin: baseURL ?? '', expectedErrors: null });
		const colleague = new Sorting(await context.newPage(), language);
		await putOnDevice(colleague.page, saved(written('own-mine', 'A story of the colleague’s own.')));
		await colleague.openList();
		await colleague.openFile(file);
		await colleague.page.getByRole('link', { name: colleague.say('scenes.check.fromFile') }).click();
		await colleague.page
			.getByRole('link', { name: colleague.say('scenes.check.story', { n: 2, total: 2 }) })
			.click();
		await colleague.sort(0, 2, 3);
		await expect(colleague.heading(3)).toBeFocused();
		await colleague.page.getByRole('link', { name: colleague.say('scenes.check.all') }).click();
		const back = await colleague.file('scenes.check.sendBack.download');
		expect((JSON.parse(back) as OwnScenes).scenes.map(({ id }) => id)).toEqual(['own-late']);
		expect(await complaints()).toEqual([]);
		await context.close();
		await author.openFile(back);
		const state = { readers, alike: 3 * readers, of: 3 * readers };
		await expect(page.getByText(author.say('scenes.state.checked', state))).toBeVisible();
		await expect(author.rows).toHaveCount(1);
	}
});

test.describe('without a network', () => {
	test.use({ serviceWorkers: 'allow', expectedErrors: NO_NETWORK });

	test('a scene is sorted', async ({ page, context, language }) => {
		const sorting = new Sorting(page, language);
		await putOnDevice(page, saved(late));
		await sorting.open('/check');
		await untilReadyForOffline(page);
		await context.setOffline(true);
		await sorting.open('/check/own-late');
		await sorting.sort(0, 2, 3);
		await expect(sorting.heading(3)).toBeFocused();
	});
});

for (const language of ['en', 'ar'] as const) {
	test.describe(`in ${language}`, () => {
		test.use({ language, contextOptions: { reducedMotion: 'reduce' } });

		test('sorting stands in nobody’s way, fits a small phone, and shows words in their own direction', async ({
			page
		}) => {
			test.slow();
			const arabic = { ...(late.words.en as OwnWords), stem: 'تأخر الطلب.' };
			const both: OwnScene = { ...late, words: { ...late.words, ar: arabic } };
			await putOnDevice(page, saved(both, early));
			const sorting = new Sorting(page, language);
			const fits = async (state: string) => {
				await page.setViewportSize({ width: 320, height: 568 });
				await expectToFit(page, state);
				await page.setViewportSize({ width: 1280, height: 720 });
			};
			await sorting.open('/check');
			const english = page.getByText('Mirko brings your order early.');
			await expect(english).toHaveAttribute('dir', 'ltr');
			await expectNoBarrier(page, 'stories to sort');
			await fits('stories to sort');
			await sorting.open('/check/own-late');
			await page.getByRole('combobox', { name: sorting.say('scenes.check.language') }).selectOption('ar');
			await expect(page.getByText('تأخر الطلب.')).toHaveAttribute('dir', 'rtl');
			await sorting.put(0, 1);
			await expectNoBarrier(page, 'sorting');
			await fits('sorting');
			await sorting.button('scenes.check.done').click();
			await expect(sorting.heading(0)).toBeFocused();
			await expectNoBarrier(page, 'where they differ');
			await fits('where they differ');
			expect(await checksOf(page, 'own-late')).toMatchObject([{ language: 'ar', sorted: [1, null, null] }]);
		});
	});
}
