import { LANGUAGES } from '../../src/lib/questions';
import { runKey, runWith } from '../support/runs';
import { putOnDevice, savedRun } from './support/device';
import { expect, test } from './support/fixtures';

// The first scene comes with the page, the others while it is read.

const SCRIPTS = /\.js$/;

for (const language of LANGUAGES) {
	test.describe(`in ${language}`, () => {
		test.use({ language });

		test('a scene stays until the next one has come', async ({ page, quiz }) => {
			await quiz.open();
			const { promise: asked, resolve: ask } = Promise.withResolvers<void>();
			const { promise: held, resolve: letGo } = Promise.withResolvers<void>();
			await page.route(SCRIPTS, async (route) => {
				ask();
				await held;
				await route.continue();
			});
			await quiz.options.nth(1).press('Space');
			await quiz.next.press('Enter');
			await asked;
			await quiz.expectScene(1);
			await expect(quiz.options.nth(1)).toBeChecked();
			await expect(quiz.next).toBeFocused();

			letGo();
			await quiz.expectScene(2);
			await quiz.read(0);
			await quiz.back.click();
			await expect(quiz.options.nth(1)).toBeChecked();
		});
	});
}

test.describe('without a network', () => {
	test.use({ expectedErrors: /ERR_FAILED/ });

	test('the next scene says that it has not come, and nothing is lost', async ({ page, quiz }) => {
		await quiz.open();
		await page.route(SCRIPTS, (route) => route.abort());
		await quiz.choose(3);
		await quiz.next.click();
		await expect(page.getByRole('alert')).toContainText(quiz.say('site.missing.text'));
		await quiz.expectAnswered(1);

		await page.unroute(SCRIPTS);
		await quiz.button('site.missing.again').click();
		await quiz.expectScene(2);
		expect(Object.values((await savedRun(page)).choices)).toHaveLength(1);
	});
});

test('whoever left off further on finds the scene there at once', async ({ page, quiz }) => {
	await putOnDevice(page, { [runKey()]: runWith({ answered: 7 }) });
	await quiz.open();
	await quiz.expectScene(8);
	await quiz.read(0);
});
