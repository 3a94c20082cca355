import type { Page } from '@playwright/test';

/** Does to a page what a browser's translation does: puts a text of its own in the place of every text node. */
export async function translate(page: Page) {
	await page.evaluate(() => {
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		const texts: Text[] = [];
		while (walker.nextNode()) texts.push(walker.currentNode as Text);
		for (const text of texts) {
			if (!text.data.trim() || text.parentElement?.closest('script, style, [translate="no"], font')) continue;
			const [outer, inner] = [document.createElement('font'), document.createElement('font')];
			inner.textContent = text.data;
			outer.append(inner);
			text.replaceWith(outer);
		}
	});
}
