import { ResultPage } from './pages/result-page';
import { SharePanel } from './pages/share-panel';
import { onDevice, putFinishedRun } from './support/device';
import { expect, test } from './support/workshop';

const LINE = 'Ask Zephyrine plainly, once';

test('the line that somebody keeps stays on the device and goes on paper', async ({ hall }) => {
	const page = await hall.device();
	const { code } = await putFinishedRun(page);
	const result = new ResultPage(page, 'en');
	await result.open(code);
	const field = page.getByRole('textbox', { name: 'My line' });

	await test.step('a suggestion is taken over and may be changed', async () => {
		const suggestions = page.getByRole('list', { name: 'Suggestions' }).getByRole('button');
		await expect(suggestions, 'one for each zone of the headline').toHaveCount(2);
		await suggestions.first().click();
		await expect(field).toHaveValue(await suggestions.first().innerText());
		await field.fill(LINE);
		await page.getByRole('button', { name: 'Keep this line' }).click();
		await expect(page.getByText('Kept on this device.')).toBeVisible();
	});
	await test.step('a reload brings it back, and paper shows it', async () => {
		await page.reload();
		await expect(field).toHaveValue(LINE);
		await page.emulateMedia({ media: 'print' });
		await expect(page.getByText(LINE)).toBeVisible();
		await expect(page.getByRole('button', { name: 'Keep this line' })).toBeHidden();
		await page.emulateMedia({ media: 'screen' });
	});
	await test.step('emptied, it is forgotten', async () => {
		await page.getByRole('button', { name: 'Forget it' }).click();
		await expect(field).toHaveValue('');
		expect(await onDevice(page, 'no-strings:intention')).toBeNull();
	});
});

test('the line that somebody keeps enters neither a link nor a workshop', async ({ hall }) => {
	const page = await hall.device();
	const sent: string[] = [];
	page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
	const { code } = await putFinishedRun(page);
	const result = new ResultPage(page, 'en');
	await result.open(code);
	await page.getByRole('textbox', { name: 'My line' }).fill(LINE);
	await page.getByRole('button', { name: 'Keep this line' }).click();

	const panel = new SharePanel(page, 'en');
	await panel.reach();
	await panel.qr.click();
	const links = await page
		.locator('a[href], input')
		.evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? (one as HTMLInputElement).value));
	expect(page.url()).toContain(code);

	const workshop = await hall.open({ scenes: ['thin-post'], pace: 'free' });
	const host = await workshop.host();
	await host.press('start');
	await page.goto(`/join/${workshop.code}`);
	await page.getByRole('button', { name: 'Join', exact: true }).click();
	await page.getByRole('radio').first().check();
	await expect(page.getByText('Your answer is stored.')).toBeVisible();

	expect(await onDevice(page, 'no-strings:intention')).toContain(LINE);
	expect(sent.length).toBeGreaterThan(10);
	expect([...sent, ...links].filter((text) => decodeURIComponent(text).includes('Zephyrine'))).toEqual([]);
});
