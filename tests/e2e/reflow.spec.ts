import { LANGUAGES } from '../../src/lib/questions';
import { expectToFit } from './support/access';
import { expect, STATUS_4XX, test } from './support/fixtures';
import { EVERY_PUBLIC_ADDRESS, inLanguage } from '../support/routes';
import { runKey, runWith } from '../support/runs';
import { putFinishedRun, putOnDevice } from './support/device';

// At 320 pixels, with text of normal size and of twice that, nobody has to scroll sideways.
test.use({ viewport: { width: 320, height: 640 }, expectedErrors: STATUS_4XX });

for (const language of LANGUAGES) {
	test.describe(`in ${language}`, () => {
		test.use({ language });

		test('every page fits a small phone with large text', async ({ page }) => {
			const addresses = EVERY_PUBLIC_ADDRESS.filter((one) => one.language === language).map(
				({ address }) => address
			);
			for (const address of [
				...addresses,
				inLanguage(language, '/embed'),
				inLanguage(language, '/nope'),
				inLanguage(language, '/result/1234')
			]) {
				await page.goto(address);
				await page.waitForLoadState('networkidle');
				await expectToFit(page, address);
			}
		});

		test('so do the quiz and the result in their other states', async ({ page, quiz, result }) => {
			await putOnDevice(page, { [runKey()]: runWith({ answered: 5, skipped: 3, at: 6 }) });
			await quiz.open();
			await quiz.map.click();
			await expectToFit(page, 'map open');
			await quiz.startOver.click();
			await expectToFit(page, 'dialog open');
			await quiz.open('end');
			await quiz.expectEnd();
			await expectToFit(page, 'end');
			const { code } = await putFinishedRun(page);
			await quiz.open();
			await expectToFit(page, 'finished');
			await result.open(code);
			await expect(result.scenes).toBeVisible();
			await result.expectCharts(2);
			await page.evaluate(() =>
				document.querySelectorAll('details').forEach((details) => (details.open = true))
			);
			await expectToFit(page, 'own result unfolded');
		});
	});
}
