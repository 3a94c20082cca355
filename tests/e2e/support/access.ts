import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Everything in light; in dark nothing but the colours has changed, and those are the same in every language. */
export async function expectNoBarrier(page: Page, state: string) {
	const english = (await page.locator('html').getAttribute('lang')) === 'en';
	for (const colorScheme of english ? (['light', 'dark'] as const) : (['light'] as const)) {
		await page.emulateMedia({ colorScheme });
		await expectNoViolation(page, `${state}, ${colorScheme}`, colorScheme === 'light' ? 'all' : 'colours');
	}
}

/** Nothing that axe finds, in the colours that the page has now; of text that is read from far away, 7:1. */
export async function expectNoViolation(
	page: Page,
	state: string,
	rules: 'all' | 'colours' | 'far away' = 'all'
) {
	// Otherwise it opens a page of its own each time, for frames of other origins; there are none.
	const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
	const { violations } = await (
		rules === 'all'
			? axe.withTags(TAGS)
			: axe.withRules(
					rules === 'colours' ? ['color-contrast'] : ['color-contrast', 'color-contrast-enhanced']
				)
	).analyze();
	const found = violations.flatMap(({ id, help, nodes }) =>
		nodes.map(({ target }) => `${id}: ${help} (${target.join(' ')})`)
	);
	expect.soft(found, state).toEqual([]);
}

/** With text of normal size and of twice that, nobody has to scroll sideways. */
export async function expectToFit(page: Page, state: string) {
	for (const size of ['200%', '100%']) {
		const wide = await page.evaluate((fontSize) => {
			document.documentElement.style.fontSize = fontSize;
			const root = document.scrollingElement as Element;
			if (root.scrollWidth <= innerWidth) return [];
			const sticksOut = ({ left, right, width }: DOMRect) =>
				width > 0 && (right > innerWidth + 0.5 || left < -0.5);
			return [`${root.scrollWidth} px`].concat(
				[...document.querySelectorAll('main *, header *, footer *')]
					.filter((element) => sticksOut(element.getBoundingClientRect()))
					.map((element) => `${element.tagName}.${element.className}`.slice(0, 60))
			);
		}, size);
		expect.soft(wide, `${state}, text at ${size}`).toEqual([]);
	}
}
