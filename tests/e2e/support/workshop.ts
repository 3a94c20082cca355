import {
	expect,
	type APIRequestContext,
	type Browser,
	type BrowserContextOptions,
	type Page
} from '@playwright/test';
import type { Pace, Report } from '../../../src/lib/group';
import type { SharedSnapshot } from '../../../src/lib/protocol';
import { recordOf } from '../../../src/lib/languages';
import type { OwnScene } from '../../../src/lib/own-scenes';
import type { Language, SceneId } from '../../../src/lib/questions';
import { randomUUID } from 'node:crypto';
import { HostPage } from '../pages/host-page';
import { ParticipantPage } from '../pages/participant-page';
import { ScreenPage } from '../pages/screen-page';
import { test as base, watchOver } from './fixtures';
import { fileOf } from '../../support/own-scenes';
import { ADDRESS_HEADER } from '../../support/workshop-api';

/** What is asked for in the form; the rest is as it stands there at first. */
type Wanted = {
	title?: string;
	/** Of the screen. */
	language?: Language;
	scenes: readonly SceneId[];
	/** The words of those that the host wrote. */
	own?: readonly OwnScene[];
	pace?: Pace;
	/** In seconds. */
	countdown?: number;
	smallestGroup?: number;
	rows?: boolean;
	framing?: boolean;
	guessing?: boolean;
};

/** What devices ask pages in. */
const localeOf = (language: Language) => recordOf(language).openGraph.replace('_', '-');

const PHONE: BrowserContextOptions = {
	viewport: { width: 390, height: 780 },
	hasTouch: true,
	// A dozen of them draw on one processor.
	reducedMotion: 'reduce'
};

/** A screen that is not the host's asks once whether it is, and the browser logs that it is not. */
const NOT_THE_HOST = /server responded with a status of 401/;

const either = (...patterns: (RegExp | null)[]) =>
	new RegExp(patterns.flatMap((pattern) => pattern?.source ?? []).join('|') || '$^');

/** Where devices come together: each is a browser of its own, with its own cookies and its own storage. */
export class Hall {
	readonly #closing: (() => Promise<string[]>)[] = [];

	constructor(
		readonly browser: Browser,
		readonly request: APIRequestContext,
		readonly origin: string,
		readonly expectedErrors: RegExp | null
	) {}

	/** The same hall before another server. */
	at(origin: string): Hall {
		const hall = new Hall(this.browser, this.request, origin, this.expectedErrors);
		this.#closing.push(() => hall.close());
		return hall;
	}

	/** A browser that nobody has used yet. */
	async device(
		language: Language = 'en',
		options: BrowserContextOptions = {},
		expected: RegExp | null = null
	): Promise<Page> {
		const context = await this.browser.newContext({
			baseURL: this.origin,
			locale: localeOf(language),
			...options
		});
		const expectedErrors = either(this.expectedErrors, expected);
		const complaints = watchOver(context, {
			origin: this.origin,
			expectedErrors,
			cookies: /^(seat|host)-\w{6}$/
		});
		this.#closing.push(async () => {
			const found = await complaints();
			await context.close();
			return found;
		});
		return context.newPage();
	}

	/** Opens a workshop as the form does, without the time that a browser takes for it. */
	async open(wanted: Wanted): Promise<Workshop> {
		const {
			title = 'A room',
			language = 'en',
			scenes,
			own,
			pace = 'led',
			countdown = '',
			smallestGroup = 5,
			rows,
			framing,
			guessing
		} = wanted;
		const response = await this.request.post(`${this.origin}/workshops`, {
			// Asked for anything else, the form answers a script.
			headers: { origin: this.origin, accept: 'text/html', [ADDRESS_HEADER]: randomUUID() },
			form: {
				title,
				language,
				scenes: 'own',
				...Object.fromEntries(scenes.map((scene, i) => [`place.${scene}`, i + 1])),
				...(own && { own: fileOf(own) }),
				pace,
				countdown,
				smallestGroup,
				keepDays: 1,
				...(rows && { rows: 'on' }),
				...(framing && { framing: 'on' }),
				...(guessing && { guessing: 'on' })
			}
		});
		const link = /value="([^"]+\/w\/(\w{6})\/host\?key=[^"]+)"/.exec(await response.text());
		if (!link) throw new Error(`The form was answered with ${response.status()} and no link.`);
		return this.workshop(link[2] as string, link[1] as string, language);
	}

	/** A workshop that was opened already. */
	workshop(code: string, link: string, language: Language): Workshop {
		return new Workshop(this, code, link, language);
	}

	/** Sends everybody home, and gives what their browsers complained about. */
	async close(): Promise<string[]> {
		return (await Promise.all(this.#closing.splice(0).map((close) => close()))).flat();
	}
}

/** One workshop, its hosts, its screens and its participants. */
export class Workshop {
	constructor(
		readonly hall: Hall,
		readonly code: string,
		/** The host link. */
		readonly link: string,
		/** Of the screen. */
		readonly language: Language
	) {}

	/** The host's page, on a device of its own. */
	async host(): Promise<HostPage> {
		const host = new HostPage(await this.hall.device('en'), 'en', this.code);
		await host.open(this.link);
		return host;
	}

	/** A screen that knows the code only. */
	async screen(): Promise<ScreenPage> {
		const page = await this.hall.device(this.language, {}, NOT_THE_HOST);
		const screen = new ScreenPage(page, this.language, this.code);
		await screen.open();
		return screen;
	}

	/** Somebody with a phone before whom the way into the workshop lies. */
	async participant(language: Language = 'en'): Promise<ParticipantPage> {
		const participant = new ParticipantPage(await this.hall.device(language, PHONE), language, this.code);
		await participant.scan();
		return participant;
	}

	/** Participants who have taken a seat. */
	async participants(languages: readonly Language[]): Promise<ParticipantPage[]> {
		return Promise.all(
			languages.map(async (language) => {
				const participant = await this.participant(language);
				await participant.sitDown();
				return participant;
			})
		);
	}

	/** What everybody who knows the code can learn from the server. */
	async state(): Promise<SharedSnapshot> {
		const response = await this.hall.request.get(`${this.hall.origin}/w/${this.code}/state`);
		expect(response.status()).toBe(200);
		return ((await response.json()) as { snapshot: SharedSnapshot }).snapshot;
	}

	/** The status with which the workshop's address answers. */
	async status(): Promise<number> {
		return (await this.hall.request.get(`${this.hall.origin}/w/${this.code}`)).status();
	}

	/** A file of the report, as the host's browser gets it. */
	async file(host: HostPage, name: 'scenes.csv' | 'room.csv' | 'rows.csv' | 'report.json') {
		const response = await host.page.request.get(`${this.hall.origin}/w/${this.code}/host/report/${name}`);
		expect(response.status(), name).toBe(200);
		expect(response.headers()['content-disposition']).toContain(`no-strings-${this.code}-${name}`);
		return response.text();
	}

	async table(host: HostPage, name: 'scenes.csv' | 'room.csv' | 'rows.csv') {
		return parseCsv(await this.file(host, name));
	}

	async report(host: HostPage): Promise<Report> {
		return JSON.parse(await this.file(host, 'report.json')) as Report;
	}
}

/** A table as a spreadsheet reads it. */
export function parseCsv(text: string): string[][] {
	expect(text.startsWith('\uFEFF'), 'a byte order mark').toBe(true);
	expect(text.replaceAll('\r\n', '')).not.toContain('\n');
	const lines = text.slice(1).split('\r\n');
	expect(lines.pop(), 'the last line ends').toBe('');
	return lines.map((line) =>
		[...`${line},`.matchAll(/(?:"((?:[^"]|"")*)"|([^,]*)),/g)].map(
			([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''
		)
	);
}

/** Presses a key that leads; a second press within half a second of the last counts as a bounce. */
export async function pressKey(page: Page, key: string): Promise<void> {
	await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
	await page.keyboard.press(key);
}

/** Something that everybody does at once. */
export const together = <T>(
	participants: readonly ParticipantPage[],
	act: (participant: ParticipantPage, i: number) => Promise<T>
) => Promise.all(participants.map(act));

export const test = base.extend<{ hall: Hall }>({
	hall: async ({ browser, request, baseURL, expectedErrors }, use) => {
		const hall = new Hall(browser, request, baseURL ?? '', expectedErrors);
		await use(hall);
		expect(await hall.close(), 'complaints of the browsers').toEqual([]);
	}
});

export { expect };
