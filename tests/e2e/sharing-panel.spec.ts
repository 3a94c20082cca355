import { expect, test } from './support/sharing';
import { putFinishedRun } from './support/device';
import { say } from '../support/words';
import { CODE } from '../support/runs';

for (const viewport of [
	{ width: 360, height: 640 },
	{ width: 1440, height: 900 }
])
	for (const language of ['en', 'ar'] as const)
		for (const whose of ['own', 'shared'] as const)
			test.describe(`${whose} result at ${viewport.width} × ${viewport.height}, in ${language}`, () => {
				test.use({ viewport, language, contextOptions: { reducedMotion: 'reduce' } });

				test('shows the first ways and the picture after one press, below the whole legend', async ({
					page,
					panel
				}) => {
					const { code } = whose === 'own' ? await putFinishedRun(page) : { code: CODE };
					await panel.open(code);
					await expect(panel.picture).toHaveAttribute('src', /^blob:/);
					for (const place of [
						panel.link('LinkedIn'),
						panel.link('WhatsApp'),
						panel.copyLink,
						panel.download,
						panel.picture
					])
						await expect(place).toBeInViewport({ ratio: 1 });

					const legend = page.getByText(say(language, 'result.legend.band'), { exact: true });
					const [above, below] = [await legend.boundingBox(), await panel.section.boundingBox()];
					expect((above?.y ?? NaN) + (above?.height ?? NaN)).toBeLessThan(below?.y ?? NaN);
				});
			});

test('Escape in the panel closes it, and focus is back on what opened it', async ({ page, panel }) => {
	await panel.open(CODE);
	await panel.copyLink.focus();
	await page.keyboard.press('Escape');
	await expect(panel.section).toHaveCount(0);
	await expect(panel.opener).toBeFocused();
	await expect(panel.opener).toHaveAttribute('aria-expanded', 'false');
});

test('a picture that is saved is spoken of until another is chosen, which is not stretched', async ({
	page,
	panel
}) => {
	await panel.open(CODE);
	await panel.expectPicture();
	const { file } = await panel.save();
	await panel.expectSaid('share.done.downloaded', { file });
	// From now on no drawing ends.
	await page.evaluate(() => (HTMLCanvasElement.prototype.toBlob = () => undefined));
	await panel.unfold(panel.change);
	await panel.radio('share.card.shape.tall').check();
	await expect(panel.download).toBeDisabled();
	await expect(panel.section.getByText(file)).toHaveCount(0);
	await expect(panel.picture).toHaveCSS('object-fit', 'contain');
});
