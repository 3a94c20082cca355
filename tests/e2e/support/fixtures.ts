import { expect, test as base, type BrowserContext } from '@playwright/test';
import type { Language } from '../../../src/lib/questions';
import { HomePage } from '../pages/home-page';
import { QuizPage } from '../pages/quiz-page';
import { ResultPage } from '../pages/result-page';

type Options = {
	/** The language in which a story is told. */
	language: Language;
	/** Complaints of the browser that belong to the story: about a page that is missing on purpose, say. */
	expectedErrors: RegExp | null;
	/** Names of cookies that belong to it. */
	expectedCookies: RegExp | null;
};

type Pages = { home: HomePage; quiz: QuizPage; shortQuiz: QuizPage; result: ResultPage };

/** What a browser logs about an address that is answered with an error, as every browser does. */
export const STATUS_4XX = /server responded with a status of 4\d\d/;
export const NO_NETWORK = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/;

type Watching = {
	origin: string;
	expectedErrors: RegExp | null;
	/** Names of cookies that people were told about. */
	cookies?: RegExp | null;
};

/**
 * Every story is also a test of our promises: nothing goes elsewhere, no cookies; and nothing is complained about.
 * @returns what was wrong until then
 */
export function watchOver(context: BrowserContext, { origin, expectedErrors, cookies }: Watching) {
	const complaints: string[] = [];
	const complain = (text: string) => {
		if (!expectedErrors?.test(text)) complaints.push(text);
	};
	context.on('request', (request) => {
		const asked = new URL(request.url());
		if (asked.origin !== origin && !['data:', 'blob:'].includes(asked.protocol))
			complain(`asked ${asked.href}`);
	});
	context.on('console', (message) => {
		if (message.type() === 'error') complain(`console: ${message.text()}`);
	});
	context.on('weberror', (error) => complain(`uncaught: ${error.error().message}`));
	return async () => {
		for (const { name, httpOnly } of await context.cookies()) {
			if (!cookies?.test(name) || !httpOnly) complain(`cookie: ${name}`);
		}
		return complaints;
	};
}

export const test = base.extend<Options & Pages & { watch: void }>({
	language: ['en', { option: true }],
	expectedErrors: [null, { option: true }],
	expectedCookies: [null, { option: true }],
	// Only the stories about working offline want the service worker: it fetches the whole app for each new visitor.
	serviceWorkers: 'block',

	watch: [
		async ({ context, baseURL, expectedErrors, expectedCookies: cookies }, use) => {
			const complaints = watchOver(context, { origin: baseURL ?? '', expectedErrors, cookies });
			await use();
			expect(await complaints(), 'complaints of the browser').toEqual([]);
		},
		{ auto: true }
	],

	home: async ({ page, language }, use) => use(new HomePage(page, language)),
	quiz: async ({ page, language }, use) => use(new QuizPage(page, language, 'full')),
	shortQuiz: async ({ page, language }, use) => use(new QuizPage(page, language, 'short')),
	result: async ({ page, language }, use) => use(new ResultPage(page, language))
});

export { expect };
