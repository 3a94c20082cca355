import type { Page } from '@playwright/test';
import type { QuizPage } from './pages/quiz-page';
import { expect, test } from './support/fixtures';
import { CODE, RESULTS_KEY, runKey, runWith } from '../support/runs';
import { onDevice, putOnDevice, savedRun } from './support/device';
import { say } from '../support/words';

/** What may lie under our key without being ours, or without being whole. */
const UNREADABLE: [what: string, text: string][] = [
	['cut off', JSON.stringify(runWith({ answered: 5 })).slice(0, 80)],
	['of another program', '{"theme":"dark"}'],
	['not even JSON', 'yes'],
	['empty', ''],
	['null', 'null'],
	['from a newer version', JSON.stringify({ ...runWith({ answered: 5 }), schemaVersion: 99 })],
	[
		'with a rung that does not exist',
		JSON.stringify(runWith({ answered: 5 })).replace(/"rung":\d/, '"rung":7')
	],
	[
		'with a scene that does not exist',
		JSON.stringify(runWith({ answered: 5 })).replace(/"choices":{"[\w-]+"/, '"choices":{"thick-post"')
	],
	['of 200,000 characters', `[${'0,'.repeat(100_000)}0]`]
];

test.describe('what lies on the device cannot be read', () => {
	for (const [what, text] of UNREADABLE) {
		test(`${what}: it says so, starts fresh and puts the old text aside`, async ({ page, quiz }) => {
			await putOnDevice(page, { [runKey()]: text });
			await quiz.open();
			await expect(quiz.notice('quiz.notices.setAside')).toBeVisible();
			await quiz.expectScene(1);
			await quiz.expectAnswered(0);
			expect(await onDevice(page, `${runKey()}:set-aside`)).toBe(text);

			await quiz.choose(2);
			await page.reload();
			await quiz.expectAnswered(1);
			await expect(quiz.notice('quiz.notices.setAside')).toHaveCount(0);
			expect(await onDevice(page, `${runKey()}:set-aside`)).toBe(text);
		});
	}

	test('a damaged list of results does not spoil a result', async ({ page, result }) => {
		await putOnDevice(page, { [RESULTS_KEY]: '{"schemaVersion":1,"results":[{}]}' });
		await result.open(CODE);
		await result.expectCharts(2);
		await expect(page.getByText(say('en', 'result.earlier.unreadable', { count: 1 }))).toBeVisible();
		expect(await onDevice(page, RESULTS_KEY)).toContain('[{}]');
	});
});

/** Browsers forbid storage by throwing where it is asked for. */
async function forbidStorage(page: Page) {
	await page.addInitScript(() => {
		Object.defineProperty(window, 'localStorage', {
			get: () => {
				throw new DOMException('The operation is insecure.', 'SecurityError');
			}
		});
	});
}

/** From now on nothing more can be stored. Storage treats what is set on it as an entry, so its prototype it is. */
function fillStorage() {
	const whole = Object.getOwnPropertyDescriptor(Storage.prototype, 'setItem');
	Object.defineProperty(Storage.prototype, 'setItem', {
		configurable: true,
		get: () => () => {
			throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
		}
	});
	addEventListener('room-again', () => Object.defineProperty(Storage.prototype, 'setItem', whole ?? {}));
}

function makeRoom() {
	dispatchEvent(new Event('room-again'));
}

async function answerAll(quiz: QuizPage, from: number) {
	for (let n = from; n <= quiz.total; n++) {
		await quiz.expectScene(n);
		await quiz.page.keyboard.press('3');
		await expect(quiz.options.nth(2)).toBeChecked();
		await quiz.page.keyboard.press('Enter');
	}
}

test.describe('nothing can be stored', () => {
	test('where storage is forbidden, the quiz can be taken and says so', async ({
		page,
		shortQuiz,
		result
	}) => {
		await forbidStorage(page);
		await shortQuiz.open();
		await expect(shortQuiz.notice('quiz.notices.forbidden')).toBeVisible();
		await answerAll(shortQuiz, 1);
		await result.expectOpen();
		await expect(result.figures).toContainText('10 of 10 scenes answered');
		await result.expectCharts(1);
		await expect(result.earlier).toHaveCount(0);
	});

	test('where storage is full from the start, the quiz can be taken and says so', async ({
		page,
		shortQuiz,
		result
	}) => {
		await page.addInitScript(fillStorage);
		await shortQuiz.open();
		await expect(shortQuiz.notice('quiz.notices.full')).toBeVisible();
		await answerAll(shortQuiz, 1);
		await result.expectOpen();
		await expect(result.figures).toContainText('10 of 10 scenes answered');
	});

	test('where storage fills up on the way, no answer is lost while the page is open', async ({
		page,
		shortQuiz,
		result
	}) => {
		await putOnDevice(page, { [runKey('short')]: runWith({ form: 'short', answered: 5 }) });
		await shortQuiz.open();
		await page.evaluate(fillStorage);
		await shortQuiz.choose(0);
		await expect(shortQuiz.notice('quiz.notices.full')).toBeVisible();
		await shortQuiz.next.click();
		await answerAll(shortQuiz, 7);
		await result.expectOpen();
		await expect(result.figures).toContainText('10 of 10 scenes answered');
	});

	test('when there is room again, the notice goes and everything is stored', async ({ page, quiz }) => {
		await quiz.open();
		await page.evaluate(fillStorage);
		await quiz.choose(0);
		await expect(quiz.notice('quiz.notices.full')).toBeVisible();
		await page.evaluate(makeRoom);
		await quiz.next.click();
		await quiz.choose(1);
		await expect(quiz.notice('quiz.notices.full')).toHaveCount(0);
		expect(Object.keys((await savedRun(page)).choices)).toHaveLength(2);
	});
});
