import { CODE } from '../support/runs';
import { expect, test } from './support/fixtures';

// If only one file is ever run, this one. The browser's complaints are watched by the fixture.
test.use({ serviceWorkers: 'allow' });

test('the start page opens', async ({ home }) => {
	await home.open();
	await expect(home.heading).toBeVisible();
	await expect(home.start('full')).toBeVisible();
	await expect(home.start('short')).toBeVisible();
});

test('the quiz opens', async ({ quiz }) => {
	await quiz.open();
	await quiz.expectScene(1);
	await expect(quiz.options).toHaveCount(5);
});

test('a result opens', async ({ result }) => {
	await result.open(CODE);
	await result.expectHeadline('Between dealing openly and going by value');
	await result.expectCharts(2);
});
