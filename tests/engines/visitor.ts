import { vi } from 'vitest';
import type { Tab } from './drivers/tab';

const PATIENCE = { timeout: 30_000, interval: 50 };

const SELECTORS = {
	button: 'button:enabled',
	heading: 'h1, h2, h3',
	link: 'a[href]',
	radio: 'input[type=radio]'
} as const;

type Role = keyof typeof SELECTORS;

/** Somebody in front of a browser: knows what things are called, presses them, and waits until something comes. */
export class Visitor {
	readonly #tab: Tab;

	constructor(tab: Tab) {
		this.#tab = tab;
	}

	/** Opens a page and waits until its script listens. */
	async open(address: string): Promise<void> {
		await this.#tab.open(address);
		await this.until(
			'the page is ready',
			() => document.querySelector('[aria-busy], [data-opening]') === null
		);
	}

	/** Runs a function in the page, which sees nothing but its arguments. */
	async ask<Args extends unknown[], T>(question: (...args: Args) => T, ...args: Args): Promise<T> {
		return (await this.#tab.evaluate(`(${question.toString()})(...${JSON.stringify(args)})`)) as T;
	}

	/** Waits until a function in the page gives something true, and returns that. */
	async until<Args extends unknown[], T>(
		what: string,
		question: (...args: Args) => T,
		...args: Args
	): Promise<NonNullable<T>> {
		return vi.waitFor(async () => {
			// While a page goes, there is nobody to ask.
			const answer = await this.ask(question, ...args).catch(() => null);
			if (!answer) throw new Error(`${what}: not within ${PATIENCE.timeout} ms`);
			return answer;
		}, PATIENCE);
	}

	/** Waits until the address is at this path. */
	async untilAt(path: string): Promise<void> {
		await this.until(path, (path: string) => location.pathname === path, path);
	}

	/** Waits until a text can be seen. */
	async untilSees(text: string): Promise<void> {
		await this.until(
			`“${text}” is seen`,
			(text: string) =>
				document.body.innerText
					.replace(/\u2060/g, '')
					.replace(/\s+/g, ' ')
					.includes(text),
			text
		);
	}

	/** Waits for something with this role and name, and presses it in its middle. */
	async press(role: Role, name: string): Promise<void> {
		const [x, y] = await this.until(`${role} “${name}”`, locate, SELECTORS[role], name);
		await this.#tab.click(x, y);
	}

	async choose(option: string): Promise<void> {
		await this.press('radio', option);
		await this.until(`${option} is chosen`, isChosen, option);
	}
}

/** Scrolls something into view. Returns the point to press it at. Runs in the page. */
function locate(selector: string, name: string): [x: number, y: number] | null {
	for (const element of document.querySelectorAll<HTMLElement>(selector)) {
		const target = (element as HTMLInputElement).labels?.[0] ?? element;
		const words = target.cloneNode(true) as HTMLElement;
		for (const hidden of words.querySelectorAll('[aria-hidden=true]')) hidden.remove();
		const text = (element.ariaLabel ?? words.textContent ?? '')
			.replace(/\u2060/g, '')
			.replace(/\s+/g, ' ')
			.trim();
		if (text !== name || !target.checkVisibility()) continue;
		target.scrollIntoView({ block: 'center', behavior: 'instant' });
		const { x, y, width, height } = target.getBoundingClientRect();
		return [x + width / 2, y + height / 2];
	}
	return null;
}

/** Runs in the page. */
function isChosen(option: string): boolean {
	const chosen = [...document.querySelectorAll<HTMLInputElement>('input:checked')];
	return chosen.some(({ labels }) => labels?.[0]?.textContent?.includes(option));
}
