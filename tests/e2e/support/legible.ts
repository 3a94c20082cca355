import { expect, type Page } from '@playwright/test';

const WINDOWS = [
	{ width: 3840, height: 2160 },
	{ width: 1920, height: 1080 },
	{ width: 1024, height: 768 }
];

/** From the last row, on any projector: nothing small, thin or cut off. */
export async function expectLegible(page: Page, state: string) {
	for (const viewport of WINDOWS) {
		await page.setViewportSize(viewport);
		await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
		await expect.soft
			.poll(() => page.evaluate(hardToRead), { message: `${state} at ${viewport.width}`, timeout: 5_000 })
			.toEqual([]);
	}
}

/** What does not stand whole on the screen, or is too small for the last row; nobody scrolls there. Runs in the page. */
function hardToRead(): string[] {
	/** Parts of the height, but for what is rounded: of what the room must read, and of addresses and footnotes. */
	const SMALLEST = { usual: 3.98, footnote: 2.48 };
	const FOOTNOTES = '.join:not(.lobby), .note, .why, small:not(.own small), figcaption';
	/** In px: a thinner line is not seen at this height, and two at least on a large one. */
	const THINNEST = innerHeight / 1_080;
	const found: string[] = [];
	for (const element of document.querySelectorAll('*')) {
		const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
		const scrolls = /auto|scroll/.test(getComputedStyle(element).overflow);
		if (!scrolls && element !== document.scrollingElement) continue;
		if (scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1)
			found.push(`${element.tagName}.${element.className} scrolls`);
	}
	for (const element of document.querySelectorAll('.screen :not(button, button *, .visually-hidden *)')) {
		const { borderTopWidth, borderTopStyle } = getComputedStyle(element);
		const width = parseFloat(borderTopWidth);
		if (borderTopStyle !== 'none' && width > 0 && width < THINNEST)
			found.push(`${element.tagName}.${element.className} has a line of ${width} px`);
	}
	for (const shape of document.querySelectorAll<SVGGraphicsElement>('.screen svg :is(path, circle, rect)')) {
		if (shape.closest('button, .qr')) continue;
		const { stroke, strokeWidth, vectorEffect } = getComputedStyle(shape);
		const { a = 1, b = 0 } = shape.getScreenCTM() ?? {};
		const width = parseFloat(strokeWidth) * (vectorEffect === 'non-scaling-stroke' ? 1 : Math.hypot(a, b));
		if (stroke !== 'none' && width < THINNEST) found.push(`a line of a drawing has ${width} px`);
	}
	const shown = document.querySelector('.shown')?.getBoundingClientRect();
	const texts = document.createTreeWalker(document.querySelector('.screen') as Element, NodeFilter.SHOW_TEXT);
	for (let text = texts.nextNode(); text; text = texts.nextNode()) {
		const element = text.parentElement as Element;
		if (!text.textContent?.trim() || element.closest('.visually-hidden')) continue;
		const size = parseFloat(getComputedStyle(element).fontSize);
		const range = document.createRange();
		range.selectNodeContents(text);
		// The layout has left it out.
		if (range.getClientRects().length === 0) continue;
		const place = range.getBoundingClientRect();
		const within = (element.closest('.shown') && shown) || new DOMRect(0, 0, innerWidth, innerHeight);
		// Lines are set closer than a font's box is high: in some scripts it reaches out by a part of the size.
		const hair = size * 0.3;
		const isOut =
			place.left < within.left - 1 ||
			place.right > within.right + 1 ||
			place.top < within.top - hair ||
			place.bottom > within.bottom + hair;
		if (isOut) found.push(`${text.textContent} is cut off`);
		const least = element.closest(FOOTNOTES) ? SMALLEST.footnote : SMALLEST.usual;
		if ((100 * size) / innerHeight < least)
			found.push(`${text.textContent} has ${((100 * size) / innerHeight).toFixed(2)}`);
	}
	return found;
}
