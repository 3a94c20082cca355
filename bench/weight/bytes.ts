import { type Browser, chromium, type Request } from '@playwright/test';
import { Failure } from '../../scripts/lib/tools.mjs';

export type Target = {
	name: string;
	url: string;
	/** Whether it opens with a scene and its five options. */
	quiz: boolean;
};

export const KINDS = ['document', 'JavaScript', 'CSS', 'fonts', 'images', 'other'] as const;
export type Kind = (typeof KINDS)[number];

/** Bytes of the bodies as they came over the wire, compressed. */
export type Weight = { name: string; bytes: Record<Kind, number> };

export async function weighAll(executablePath: string, targets: Target[]): Promise<Weight[]> {
	await using browser = await chromium.launch({ executablePath });
	const weights: Weight[] = [];
	for (const target of targets) {
		console.error(`Weighing ${target.name}`);
		weights.push({ name: target.name, bytes: await weigh(browser, target) });
	}
	return weights;
}

/** As somebody who was never here. A service worker would fetch every page for later; that is not this page's weight. */
async function weigh(browser: Browser, { name, url, quiz }: Target) {
	await using context = await browser.newContext({ serviceWorkers: 'block' });
	const page = await context.newPage();
	const requests: Request[] = [];
	const failed: Request[] = [];
	page.on('requestfinished', (request) => requests.push(request));
	page.on('requestfailed', (request) => failed.push(request));
	await page.goto(url, { waitUntil: 'networkidle' });
	// What shows no scene was not weighed with one.
	const options = await page.getByRole('radio').count();
	if (quiz && options !== 5) throw new Failure(`${name} shows ${options} options, not five.`);

	const bytes: Record<Kind, number> = { document: 0, JavaScript: 0, CSS: 0, fonts: 0, images: 0, other: 0 };
	for (const request of requests.filter((one) => one.url().startsWith('http'))) {
		const response = await request.response();
		const headers = (await response?.allHeaders()) ?? {};
		const kind = kindOf(headers['content-type'] ?? '');
		if (!response?.ok()) failed.push(request);
		if (['document', 'JavaScript', 'CSS'].includes(kind) && headers['content-encoding'] !== 'br')
			throw new Failure(`${name}: ${request.url()} came without brotli; its weight would mean nothing.`);
		bytes[kind] += (await request.sizes()).responseBodySize;
	}
	const [missing] = failed;
	if (missing) throw new Failure(`${name}: ${missing.url()} did not come.`);
	return bytes;
}

function kindOf(contentType: string): Kind {
	if (contentType.startsWith('text/html')) return 'document';
	if (/^(?:text|application)\/javascript/.test(contentType)) return 'JavaScript';
	if (contentType.startsWith('text/css')) return 'CSS';
	if (contentType.startsWith('font/')) return 'fonts';
	return contentType.startsWith('image/') ? 'images' : 'other';
}
