import { ErrorPage } from './pages/error-page';
import { JoinPage } from './pages/join-page';
import { STATUS_4XX } from './support/fixtures';
import { inLanguage } from '../support/routes';
import { expect, test } from './support/workshop';

const SCENES = ['thin-post'] as const;

/** As somebody copies it from the screen: in lower case, in two groups, with blanks around it. */
const asTyped = (code: string) => ` ${code.slice(0, 3).toLowerCase()} ${code.slice(3).toLowerCase()} `;

test('a code is typed as one likes, in every language', async ({ hall }) => {
	const { code } = await hall.open({ scenes: SCENES, title: 'Tuesday' });
	for (const [language, typed] of [
		['en', asTyped(code)],
		['es', `${code.slice(0, 3)}-${code.slice(3)}`],
		['ar', code]
	] as const) {
		const page = await hall.device(language);
		const join = new JoinPage(page, language);
		await join.open();
		await join.enter(typed);
		await expect(page).toHaveURL(({ pathname }) => pathname === inLanguage(language, `/w/${code}`));
		await expect(page.locator('html')).toHaveAttribute('lang', language);
		await expect(page.getByRole('heading', { level: 1 })).toContainText('Tuesday');
	}
});

test.describe('a code that leads nowhere', () => {
	test.use({ expectedErrors: STATUS_4XX });

	test('is explained, and stands there to be put right', async ({ hall }) => {
		const workshop = await hall.open({ scenes: SCENES });
		const over = await hall.open({ scenes: SCENES });
		const host = await over.host();
		await host.deleteNow();
		await expect(host.text('workshops.deleted')).toBeVisible();

		const page = await hall.device('es');
		const join = new JoinPage(page, 'es');
		await join.open();
		for (const [typed, problem] of [
			['', 'empty'],
			['abc', 'malformed'],
			['7km 4r0', 'malformed'],
			// There is one chance in 64 million that this is one.
			['2c4 d6f', 'unknown'],
			[asTyped(over.code), 'gone']
		] as const) {
			await join.enter(typed);
			await join.expectProblem(`participant.join.${problem}`, typed);
		}
		await join.enter(asTyped(workshop.code));
		await expect(page).toHaveURL(({ pathname }) => pathname === inLanguage('es', `/w/${workshop.code}`));
	});

	test('is explained where it came from a QR code or a link', async ({ hall }) => {
		for (const [language, path] of [
			['es', '/join/2C4D6F'],
			['ar', '/join/what-is-this']
		] as const) {
			const page = await hall.device(language);
			expect((await page.goto(path))?.status()).toBe(404);
			await new ErrorPage(page, language).expectToSay('refusal.heading', 'refusal.unknown');
		}
	});
});

test('a QR code leads to the language of the participant, whatever the screen’s', async ({ hall }) => {
	const { code } = await hall.open({ scenes: SCENES, language: 'ar' });
	for (const [languages, path, leadsTo] of [
		['es-MX,es;q=0.9,en;q=0.8', '/join', inLanguage('es', `/w/${code}`)],
		['ar', '/join', inLanguage('ar', `/w/${code}`)],
		['fr-FR,fr;q=0.9,es;q=0.5', '/join', inLanguage('es', `/w/${code}`)],
		['fr-FR', '/join', inLanguage('en', `/w/${code}`)],
		// Who asked for a language gets it.
		['es', '/ar/join', inLanguage('ar', `/w/${code}`)]
	] as const) {
		for (const written of [code, code.toLowerCase()]) {
			const response = await hall.request.get(`${path}/${written}`, {
				headers: { 'accept-language': languages },
				maxRedirects: 0
			});
			expect(response.status()).toBe(303);
			expect(response.headers()['location']).toBe(leadsTo);
		}
	}
});

test('a participant is told before joining what is seen of them, and what is not', async ({ hall }) => {
	const [plain, rows] = await Promise.all([
		hall.open({ scenes: SCENES, smallestGroup: 7 }),
		hall.open({ scenes: SCENES, rows: true })
	]);
	const participant = await plain.participant('es');
	await expect(participant.text('participant.welcome.seenText', { smallest: 7 })).toBeVisible();
	for (const key of ['unseenText', 'noRows', 'voluntary', 'cookie'] as const) {
		await expect(participant.text(`participant.welcome.${key}`)).toBeVisible();
	}
	expect(await participant.page.context().cookies()).toEqual([]);
	await expect((await rows.participant('es')).text('participant.welcome.rows')).toBeVisible();
	// Looking is not joining.
	expect((await plain.state()).joined).toBe(0);
});
