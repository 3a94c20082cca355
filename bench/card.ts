// How long a card takes and what it weighs, beside satori and resvg drawing the same card; what drawing does to the
// server that answers meanwhile.
import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Builds } from '../scripts/lib/builds.mjs';
import type { CardShape } from '../src/lib/address/index.ts';
import type { CardModel } from '../src/lib/card/model.ts';
import { p50, p95, printAim, printTable } from './lib/numbers.ts';
import { get, startServer, throughput } from './lib/server.ts';

type Draw = (model: CardModel) => Promise<Uint8Array>;

const CODE = '10nn7nn3nn7nn3a0pq';
const WARM = 20;
const ROUNDS = 60;
const COLD_ROUNDS = 3;
const MANY = 1000;
const KILOBYTE = 1024;
const MEGABYTE = KILOBYTE * KILOBYTE;

const build = pathToFileURL(`${new Builds().current()}/`);

function model(shape: CardShape = 'wide', address = 'quiz.example.org'): CardModel {
	return {
		shape,
		theme: 'light',
		direction: 'ltr',
		script: 'latin',
		language: 'en',
		words: {
			site: 'No Strings',
			headline: 'Between dealing\u00a0openly and going by\u00a0value',
			sense: 'Going by value: decides by the value found; glad of a return, expects none.',
			figures: '65 of 100, probably between 57 and 73',
			poles: { favour: 'Favour-hunting', value: 'Value-driven sharing' },
			question: 'Where do yours hang?',
			address
		},
		overall: [{ zone: 'goingByValue', estimate: { score: 65, band: { low: 57, high: 73 } } }],
		dimensions: ['Filter', 'Strings', 'Pull', 'Candour'].map((label, i) => ({
			label,
			estimate: { score: 50 + i * 8, band: { low: 25 + i * 8, high: 75 + i * 6 } }
		}))
	};
}

/** What the threads of the built server run, called in this one. */
async function ours(): Promise<Draw> {
	const chunks = readdirSync(new URL('server/', build), { recursive: true }) as string[];
	const file = chunks.find((name) => /(^|\/)render\.js-[^/]+\.js$/.test(name));
	if (!file) throw new Error('the build draws no cards');
	const { renderCard } = (await import(new URL(`server/${file}`, build).href)) as {
		renderCard: (model: CardModel) => Uint8Array;
	};
	return (card) => Promise.resolve(renderCard(card));
}

const theirs = async (): Promise<Draw> => (await import('./lib/satori-card.ts')).satoriCard;

const drawers = { ours, theirs };
type Name = keyof typeof drawers;

/** Milliseconds until the first card, libraries and fonts included. */
async function cold(name: Name): Promise<number> {
	const start = performance.now();
	await (
		await drawers[name]()
	)(model());
	return performance.now() - start;
}

/** A measurement that needs a process of its own. */
function apart<Result>(task: string, name: Name): Result {
	const file = fileURLToPath(import.meta.url);
	// As the threads of the server set it.
	const env = { ...process.env, DISABLE_SYSTEM_FONTS_LOAD: '1' };
	return JSON.parse(execFileSync(process.execPath, [file, task, name], { encoding: 'utf8', env })) as Result;
}

async function timed(draw: Draw, samples: { elapsed: number[]; cpu: number[] }) {
	const before = process.cpuUsage();
	const start = performance.now();
	const png = await draw(model());
	samples.elapsed.push(performance.now() - start);
	const { user, system } = process.cpuUsage(before);
	samples.cpu.push((user + system) / 1000);
	// Native memory is given back between two turns of the event loop.
	await turn();
	return png.length;
}

async function drawing() {
	const names = Object.keys(drawers) as Name[];
	const draw = { ours: await ours(), theirs: await theirs() };
	const samples = { ours: { elapsed: [], cpu: [] }, theirs: { elapsed: [], cpu: [] } } as Record<
		Name,
		{ elapsed: number[]; cpu: number[] }
	>;
	const size = { ours: 0, theirs: 0 };
	for (const name of names) for (let i = 0; i < WARM; i++) await draw[name](model());
	// In turns, so that whatever else the machine does hits both.
	for (let i = 0; i < ROUNDS; i++)
		for (const name of names) size[name] = await timed(draw[name], samples[name]);

	const colds = { ours: [] as number[], theirs: [] as number[] };
	for (let i = 0; i < COLD_ROUNDS; i++) for (const name of names) colds[name].push(apart('cold', name));

	const heads = [
		'wide card',
		'cold p50 ms',
		'p95',
		'warm p50 ms',
		'p95',
		'processor p50 ms',
		'KB',
		'MB',
		`after ${MANY}`
	];
	const row = (label: string, name: Name) => [
		label,
		p50(colds[name]),
		p95(colds[name]),
		p50(samples[name].elapsed),
		p95(samples[name].elapsed),
		p50(samples[name].cpu),
		size[name] / KILOBYTE
	];
	printTable(heads, [row('ours', 'ours'), row('satori + resvg', 'theirs')]);
	const ratio = p50(samples.theirs.elapsed) / p50(samples.ours.elapsed);
	printAim('three times as fast as satori + resvg', `${ratio.toFixed(1)} times`, ratio >= 3);

	const sizes: Record<string, number> = {};
	for (const shape of ['wide', 'square', 'tall'] as const) {
		sizes[shape] = (await draw.ours(model(shape))).length / KILOBYTE;
	}
	const written = Object.entries(sizes).map(([shape, size]) => `${shape} ${size.toFixed(0)}`);
	printAim('under 100 KB', written.join(', '), Math.max(...Object.values(sizes)) < 100);
}

/**
 * A thousand cards that nobody asked for before, a few at a time, as the links of a busy day; then the same card
 * again and again.
 */
async function serving() {
	const server = await startServer();
	const { port } = server;
	const card = `/result/${CODE}/card.png`;
	let drawn = 0;
	let refused = 0;
	/** Another name of the server is another card: its address stands on it. */
	const drawUntil = async (count: number) => {
		const ask = async () => {
			while (drawn + refused < count) {
				const { status } = await get(port, card, { host: `${drawn++}.example.org` });
				if (status === 200) continue;
				drawn--;
				refused++;
			}
		};
		await Promise.all(Array.from({ length: 8 }, ask));
	};

	server.reset();
	await wait(3000);
	const idle = await server.lateness();
	await drawUntil(WARM);
	server.reset();
	const early = await server.lateness();
	const start = performance.now();
	await drawUntil(MANY);
	const perSecond = (MANY - WARM) / ((performance.now() - start) / 1000);
	const busy = await server.lateness();
	if (refused > 0) console.log(`${refused} of ${MANY} cards were refused`);

	console.log();
	printTable(
		['server', 'event loop late p50 ms', 'p99', 'max', 'MB'],
		[
			['before the first card', idle.p50, idle.p99, idle.max, idle.rss / MEGABYTE],
			[`after ${WARM} cards`, '', '', '', early.rss / MEGABYTE],
			[
				`drawing ${perSecond.toFixed(0)} a second, after ${MANY}`,
				busy.p50,
				busy.p99,
				busy.max,
				busy.rss / MEGABYTE
			]
		]
	);
	printAim('event loop under 20 ms late, p99, while drawing', `${busy.p99.toFixed(1)} ms`, busy.p99 < 20);

	const { bytes } = await get(port, card);
	const file = staticFileNear(bytes);
	const rates = { card: await throughput(port, card), file: await throughput(port, file.path) };
	console.log();
	printTable(
		['again and again', 'KB', 'answers a second'],
		[
			['a card that is kept', bytes / KILOBYTE, rates.card],
			['a plain static file', file.bytes / KILOBYTE, rates.file]
		]
	);
	console.log(`a kept card at ${(rates.card / rates.file).toFixed(2)} of the rate of a static file`);
	await server.stop();
}

/** The built file that is nearest in size, among those that are not compressed on the way either. */
function staticFileNear(bytes: number) {
	const client = new URL('client/', build);
	const files = (readdirSync(client, { recursive: true }) as string[])
		.filter((name) => name.endsWith('.woff2'))
		.map((name) => ({ path: `/${name}`, bytes: statSync(new URL(name, client)).size }))
		.sort((a, b) => Math.abs(a.bytes - bytes) - Math.abs(b.bytes - bytes));
	const [nearest] = files;
	if (!nearest) throw new Error('the build has no fonts');
	return nearest;
}

const [task, name] = process.argv.slice(2) as [string?, Name?];
if (task === 'cold' && name) console.log(await cold(name));
else {
	await drawing();
	await serving();
}
