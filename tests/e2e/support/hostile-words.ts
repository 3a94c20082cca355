import type { Page } from '@playwright/test';
import { TURNING } from '../../support/hostile-scenes';
import { expect } from './workshop';

/** Nothing runs, nothing reaches out of the page, and nothing that somebody typed turns what stands beside it. */
export async function expectHarmless(page: Page, where: string): Promise<void> {
	const found = await page.evaluate((turning) => {
		const [isolate, endOfIsolate] = ['\u2068', '\u2069'];
		const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
		const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		const out: string[] = [];
		const loose: string[] = [];
		const nameOf = (element: Element | null) =>
			`${element?.tagName}.${element?.className}: ${element?.textContent?.slice(0, 60)}`;
		while (texts.nextNode()) {
			const node = texts.currentNode as Text;
			const element = node.parentElement;
			if (!element || ['SCRIPT', 'STYLE', 'TEXTAREA', 'OPTION'].includes(element.tagName)) continue;
			if (/[\u202a-\u202e\u2066\u2067\u200b]/.test(node.data)) loose.push(`control in ${nameOf(element)}`);
			if (/([WABCD])\1{30}/.test(node.data)) {
				const range = document.createRange();
				range.selectNodeContents(node);
				const { left, right, width } = range.getBoundingClientRect();
				// What only a screen reader meets is cut to a pixel.
				const unseen = element.closest('.visually-hidden') || isShortened(element);
				if (width > 0 && !unseen && (left < -1 || right > innerWidth + 1)) out.push(nameOf(element));
			}
			for (let at = node.data.indexOf(turning); at >= 0; at = node.data.indexOf(turning, at + 1)) {
				const before = node.data.slice(0, at);
				const within = before.lastIndexOf(isolate) > before.lastIndexOf(endOfIsolate);
				if (!within && !standsAlone(node)) loose.push(nameOf(element));
			}
		}
		for (const element of document.querySelectorAll('[aria-label], [title], [alt]'))
			for (const name of ['aria-label', 'title', 'alt']) {
				const value = element.getAttribute(name) ?? '';
				const at = value.indexOf(turning);
				if (at > 0 && !value.slice(0, at).includes(isolate)) loose.push(`${name} of ${nameOf(element)}`);
			}
		return {
			wide: Math.max(0, wide),
			out,
			loose,
			live: document.querySelectorAll('img[src="x"], main a[href*="example.org"]').length,
			hit: 'hit' in window
		};

		/** Whether it ends with an ellipsis where it has no room. */
		function isShortened(element: Element | null): boolean {
			return (
				element !== null &&
				(getComputedStyle(element).textOverflow === 'ellipsis' || isShortened(element.parentElement))
			);
		}

		/** Whether the closest box or isolate around a text holds nothing but this text. */
		function standsAlone(node: Text): boolean {
			let element = node.parentElement;
			while (element && element.textContent?.trim() === node.data.trim()) {
				const { unicodeBidi, display } = getComputedStyle(element);
				if (/isolate|plaintext/.test(unicodeBidi) || !/^(inline|contents)$/.test(display)) return true;
				element = element.parentElement;
			}
			return false;
		}
	}, TURNING);
	expect.soft(found, where).toEqual({ wide: 0, out: [], loose: [], live: 0, hit: false });
}
