import { expect, test as base } from '@playwright/test';
import type { Language } from '../../../src/lib/questions';
import { HomePage } from '../pages/home-page';
import { QuizPage } from '../pages/quiz-page';
import { ResultPage } from '../pages/result-page';

type Options = {
	/** The language in which a story is told. */
	language: Language;
	/** Complaints of the browser that belong to the story: about a page that is missing on purpose, say. */
	expectedErrors: RegExp | null;
};

type Pages = { home: HomePage; quiz: QuizPage; shortQuiz: QuizPage; result: ResultPage };

/** What a browser logs about an address that is answered with an error, as every browser does. */
export const STATUS_4XX = /server responded with a status of 4\d\d/;
export const NO_NETWORK = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|Failed to fetch/;

export const test = base.extend<Options & Pages & { watch: void }>({
	language: ['en', { option: true }],
	expectedErrors: [null, { option: true }],
	// Only the stories about working offline want the service worker: it fetches the whole app for each new visitor.
	serviceWorkers: 'block',

	// Every story is also a test of our promise: nothing goes elsewhere, no cookies; and nothing is complained about.
	watch: [
		async ({ context, baseURL, expectedErrors }, use) => {
			const complaints: string[] = [];
			const complain = (text: string) => {
				if (!expectedErrors?.test(text)) complaints.push(text);
			};
			context.on('request', (request) => {
				const { protocol, origin } = new URL(request.url());
				if (origin !== baseURL && !['data:', 'blob:'].includes(protocol)) complain(`asked ${request.url()}`);
			});
			context.on('console', (message) => {
				if (message.type() === 'error') complain(`console: ${message.text()}`);
			});
			context.on('weberror', (error) => complain(`uncaught: ${error.error().message}`));
			await use();
			for (const { name } of await context.cookies()) complain(`cookie: ${name}`);
			expect(complaints, 'complaints of the browser').toEqual([]);
		},
		{ auto: true }
	],

	home: async ({ page, language }, use) => use(new HomePage(page, language)),
	quiz: async ({ page, language }, use) => use(new QuizPage(page, language, 'full')),
	shortQuiz: async ({ page, language }, use) => use(new QuizPage(page, language, 'short')),
	result: async ({ page, language }, use) => use(new ResultPage(page, language))
});

export { expect };
