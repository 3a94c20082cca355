import { IN_APP } from '../support/user-agents';
import { CODE } from '../support/runs';
import { expect, test } from './support/sharing';

// A browser inside another app downloads and prints nothing, without a word: the picture's address takes their place.
for (const [app, userAgent] of Object.entries(IN_APP)) {
	test.describe(`inside ${app}`, () => {
		test.use({ userAgent });

		test('the picture has an address, and nothing offers to save it', async ({ panel, request }) => {
			await panel.open(CODE);
			await expect(panel.download).toHaveCount(0);
			await expect(panel.button('share.actions.print')).toHaveCount(0);
			const response = await request.get((await panel.openPicture.getAttribute('href')) ?? '');
			expect(response.headers()['content-type']).toBe('image/png');
		});
	});
}

test('a browser of its own offers to save it', async ({ panel }) => {
	await panel.open(CODE);
	await expect(panel.download).toBeVisible();
	await expect(panel.button('share.actions.print')).toBeVisible();
});
