import { ASKINGS, type Asking } from '../../../src/lib/group';
import { IN_WORKSHOP, type OwnScene } from '../../../src/lib/own-scenes';
import { FORMS, LANGUAGES } from '../../../src/lib/questions';
import { fileOf, ownScene, scenesOfSize } from '../../support/own-scenes';
import { ENDPOINTS, exampleFiles, inLanguage, PAGES } from '../../support/routes';
import {
	ADDRESS_HEADER,
	FORM_TYPE,
	JSON_TYPE,
	type LiveWorkshop,
	type Visitor
} from '../../support/workshop-api';
import { HOST_ACTIONS } from '../../../src/lib/protocol';
import type { Lot } from './random';

/** What random requests are made of. */
export type Material = {
	host: string;
	workshops: readonly LiveWorkshop[];
	people: readonly Visitor[];
	addresses: readonly string[];
	/** In all that is garbled: where it turns up, something was passed on that should not have been. */
	canary: string;
};

export type RandomRequest = {
	/** Byte for byte, each as a character. */
	bytes: string;
	/** Whether it may promise more than it holds: then it ends by hanging up. */
	hangsUp: boolean;
	about: About;
};

/** What is counted apart. */
export type About = 'opening' | `own ${Asking}` | 'own scenes' | null;

const METHODS = ['GET', 'GET', 'GET', 'POST', 'POST', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const ODD_METHODS = ['TRACE', 'CONNECT', 'PROPFIND', 'QUERY', 'get', 'FOO', ''];
const ROUTES = [...PAGES, ...ENDPOINTS, ...exampleFiles()];
const WORKSHOP = '/w/2C4D6F';

const HEADERS: Record<string, readonly string[]> = {
	accept: ['*/*', 'text/html', 'application/json', 'text/event-stream', 'image/avif;q=2, ;;,'],
	'accept-encoding': ['gzip', 'br', 'identity;q=0', '*;q=0', 'deflate, gzip;q=1.0, *;q=0.5'],
	'accept-language': ['ar', 'es-MX,es;q=0.9', 'xx', '*', ';q=1', 'en;q=9999999999'],
	authorization: ['Bearer ', 'Bearer x', 'Basic Og==', 'Bearer a b'],
	'content-encoding': ['gzip', 'br', 'none'],
	cookie: ['', '=', ';;;', 'a=%', 'seat-2C4D6F=%E0%A4%A', 'host-2C4D6F="', 'a=b; a=c; __proto__=1'],
	expect: ['100-continue', '100-continue', 'something else'],
	'if-modified-since': ['yesterday', 'Thu, 01 Jan 1970 00:00:00 GMT'],
	'if-none-match': ['*', 'W/"x"', '"', ','],
	'last-event-id': ['1', '-1', '9'.repeat(50)],
	origin: ['null', 'https://example.org', 'http://', 'x'],
	range: ['bytes=0-', 'bytes=-1', 'bytes=9-1', 'bytes=0-0,2-3,1-9', 'lines=1-2'],
	referer: ['/', 'https://example.org/?a=b', '%'],
	'sec-fetch-site': ['cross-site', 'same-origin'],
	upgrade: ['websocket', 'h2c'],
	'x-connection-protocol': ['https', 'file', 'javascript'],
	'x-forwarded-for': ['1.2.3.4', ', ,', '::1'],
	'x-forwarded-host': ['example.org', ':', ''],
	'x-forwarded-proto': ['https', 'gopher'],
	'x-http-method-override': ['DELETE'],
	'x-sveltekit-action': ['true'],
	'x-sveltekit-invalidated': ['1', '11', 'x']
};

/** The last ones are none. */
const ACTIONS = [...HOST_ACTIONS, 'stop', ''];

const TYPES = [
	...[
		'application/json',
		'application/json',
		'application/x-www-form-urlencoded',
		'text/plain',
		'',
		'a/b; c=d'
	],
	...[
		'multipart/form-data; boundary=b',
		'multipart/form-data',
		'application/json; charset=utf-16',
		'application/x'
	]
];

/** What a host may write: on some rungs, and to ask for an opinion. */
export function writtenScenes(canary: string): [OwnScene, OwnScene] {
	return [
		ownScene('own-late', {
			...{ rungs: [4, 0, 2], title: canary, stem: `${canary} =1+1 <b>`, discussion: canary },
			options: [`=HYPERLINK("${canary}")`, '<script>alert(1)</script>', 'x'.repeat(240)]
		}),
		ownScene('own-tea', { language: 'ar', options: ['نعم', '\u202elive', 'لا'] })
	];
}

/** From this one on, workshops ask those scenes, if there are as many. */
export const OWN_FROM = 5;

/** A request that might have been one of ours. */
export function randomRequest(lot: Lot, material: Material): RandomRequest {
	const makeParts = lot.chance(0.3) ? lot.pick(NEAR_MISSES) : stray;
	const { method, path, body, headers, about = null } = makeParts(lot, material);
	const length: [string, string][] = body ? [['Content-Length', String(body.length)]] : [];
	const lines = [...headers, ...length].map(([name, value]) => `${name}: ${value}`);
	const bytes = [`${method} ${path} HTTP/1.1`, ...lines, '', body].join('\r\n');
	if (lot.chance(0.97)) return { bytes, hangsUp: false, about };
	return { bytes: lot.garble(bytes, 1 + lot.below(20)), hangsUp: true, about: null };
}

type Parts = {
	method: string;
	path: string;
	body: string;
	headers: [string, string][];
	about?: About;
};

const NEAR_MISSES = [
	...Array.from({ length: 10 }, () => inWorkshop),
	...Array.from({ length: 4 }, () => answeringOwn),
	readingOwnScenes,
	opening
];

/** Somebody in a workshop asks for something that is nearly right. */
function inWorkshop(lot: Lot, { host, workshops, people, addresses, canary }: Material): Parts {
	const at = lot.below(workshops.length);
	const workshop = workshops[at] as LiveWorkshop;
	const { cookie = '' } = (lot.chance(0.5) ? workshop.host : (people[at] as Visitor)).cookie;
	const scene = lot.pick([...FORMS.full.scenarioIds, 'thin-post', 'thin-post']);
	const asking = lot.pick([...ASKINGS, '']);
	const [seat = ''] = lot.pick(people).cookies.values();
	const [door, value] = lot.pick([
		['answers', { round: 1 + lot.below(2), scene, asking, rung: lot.below(6) }],
		['silence', { round: 1 + lot.below(2), scenes: [scene] }],
		['seat', { seat, language: lot.pick(LANGUAGES) }],
		['host/steps', stepOf(lot)]
	] as const);
	const json = JSON.stringify(lot.chance(0.05) ? { ...value, canary: canary.repeat(400) } : value);
	return {
		method: 'POST',
		path: `${workshop.path}/${door}`,
		body: lot.chance(0.3) ? lot.garble(json) : json,
		headers: [
			...baseHeaders(host, lot.pick(addresses)),
			...Object.entries(JSON_TYPE),
			['Cookie', lot.chance(0.1) ? lot.garble(cookie).replace(/[\r\n\0]/g, '') : cookie]
		]
	};
}

/** Somebody answers a scene that the host wrote, nearly rightly. */
function answeringOwn(lot: Lot, { host, workshops, people, addresses }: Material): Parts {
	const at = lot.chance(0.9) ? OWN_FROM + lot.below(2) : lot.below(workshops.length);
	const asking = lot.pick(ASKINGS);
	const value = {
		round: lot.chance(0.9) ? 1 : lot.below(4),
		scene: lot.pick(['own-late', 'own-late', 'own-tea', 'own-none', 'own-', 'own-late/again']),
		...(lot.chance(0.8) && { asking }),
		rung: lot.below(6)
	};
	const json = JSON.stringify(value);
	return {
		method: 'POST',
		path: `${(workshops[at] ?? lot.pick(workshops)).path}/answers`,
		body: lot.chance(0.3) ? lot.garble(json) : json,
		headers: [
			...baseHeaders(host, lot.pick(addresses)),
			...Object.entries(JSON_TYPE),
			...Object.entries((people[at] ?? lot.pick(people)).cookie)
		],
		about: `own ${value.asking ?? 'once'}`
	};
}

/** Anybody asks for the words of scenes that a host wrote. */
function readingOwnScenes(lot: Lot, { host, workshops, addresses }: Material): Parts {
	const headers = baseHeaders(host, lot.pick(addresses));
	return {
		method: 'GET',
		path: `${lot.pick(workshops).path}/scenes`,
		body: '',
		headers,
		about: 'own scenes'
	};
}

/** A host opens a workshop with scenes of their own: with as many and as long ones as it holds, with more, or with broken ones. */
function opening(lot: Lot, { host, addresses, canary }: Material): Parts {
	const { scenes, bytes } = IN_WORKSHOP;
	const own = writtenScenes(canary);
	const [first] = own;
	const [given, file] = lot.pick<() => [readonly OwnScene[], string]>([
		() => [own, fileOf(own)],
		() => [own, lot.garble(fileOf(own))],
		() => [own, fileOf(own, 2)],
		() => [own, fileOf([{ ...first, words: {} }])],
		() => [own, fileOf([{ ...first, canary }, ...own])],
		() => [[...own, ownScene('own-other', { options: [] })], fileOf(own)],
		...[
			[scenes, bytes],
			[scenes, bytes + 1],
			[scenes + 1, bytes]
		].map(([count = 0, size = 0]) => (): [readonly OwnScene[], string] => {
			const many = scenesOfSize(count, size);
			return [many, fileOf(many)];
		})
	])();
	const places: [string, string][] = [...given.map(({ id }) => id), 'thin-post'].map((id, i) => [
		`place.${id}`,
		String(i + 1)
	]);
	const fields: Record<string, string> = {
		...{ title: canary, language: lot.pick(LANGUAGES), scenes: 'own', pace: lot.pick(['led', 'free']) },
		...{ smallestGroup: '5', keepDays: '1', own: file },
		...Object.fromEntries(places)
	};
	const body = new URLSearchParams(fields).toString();
	return {
		about: 'opening',
		method: 'POST',
		path: '/workshops',
		body: lot.chance(0.1) ? lot.garble(body) : body,
		headers: [
			...baseHeaders(host, lot.pick(addresses)),
			...Object.entries(FORM_TYPE),
			['Origin', `http://${host}`],
			// Asked for anything else, the form answers a script.
			['Accept', 'text/html']
		]
	};
}

/** Of a jump mostly with a scene to go to, and now and then of others too. */
function stepOf(lot: Lot): { action: string; seen: number; to?: number } {
	const action = lot.pick(ACTIONS);
	const jumps = lot.chance(action === 'jump' ? 0.9 : 0.05);
	return { action, seen: lot.below(60), ...(jumps && { to: lot.below(8) }) };
}

function stray(lot: Lot, material: Material): Parts {
	const method = lot.chance(0.95) ? lot.pick(METHODS) : lot.pick(ODD_METHODS);
	const body = method === 'GET' || method === 'HEAD' ? '' : bodyOf(lot, material);
	return { method, path: pathOf(lot, material), body, headers: headersOf(lot, material, body) };
}

function baseHeaders(host: string, address: string): [string, string][] {
	return [
		['Host', host],
		[ADDRESS_HEADER, address],
		['Connection', 'close']
	];
}

function pathOf(lot: Lot, { workshops, canary }: Material): string {
	let path = lot.pick(ROUTES).replace(WORKSHOP, lot.pick(workshops).path);
	if (lot.chance(0.3)) path = inLanguage(lot.pick(LANGUAGES), path);
	if (lot.chance(0.1)) path = `/embed${path}`;
	if (lot.chance(0.3))
		path += `?${lot.pick(['v', 'theme', 'size', 'key', 'url', 'code', 'deleted', '/default'])}=`;
	if (lot.chance(0.5)) path = lot.garble(path + lot.pick(['', canary]));
	// A space or a line's end would be the end of the path.
	return path.replace(/[ \t\r\n]/g, '%20');
}

function bodyOf(lot: Lot, { canary, people }: Material): string {
	const [seat = ''] = lot.pick(people).cookies.values();
	const scene = lot.pick(FORMS.full.scenarioIds);
	const values = [
		{ round: 1, scene, rung: lot.below(6) },
		{ seat, language: lot.pick(LANGUAGES) },
		stepOf(lot),
		{ title: canary, language: 'en', scenes: 'own', [`place.${scene}`]: '1', pace: 'led', keepDays: '1' },
		{ code: 'CODE', [`answer.${scene}`]: 'a', canary }
	];
	const value = lot.pick(values);
	const json = JSON.stringify(value);
	const form = new URLSearchParams(Object.entries(value).map(([name, text]) => [name, String(text)]));
	const part = `--b\r\ncontent-disposition: form-data; name="title"\r\n\r\n${canary}\r\n--b--\r\n`;
	return lot.pick([
		() => '',
		() => json,
		() => lot.garble(json),
		() => form.toString(),
		() => lot.garble(form.toString()),
		() => part,
		() => lot.garble(part),
		() => lot.bytes(lot.below(300)),
		() => '['.repeat(lot.below(1_900)),
		() => `"${canary.repeat(lot.below(20_000))}"`.slice(0, lot.chance(0.05) ? undefined : 3_000)
	])();
}

function headersOf(lot: Lot, { host, people, workshops, addresses, canary }: Material, body: string) {
	const headers: [string, string][] = [
		[
			'Host',
			lot.chance(0.97) ? host : lot.pick(['', 'example.org', 'a b', '[::1', 'x:99999', `${canary}/..`])
		],
		[ADDRESS_HEADER, lot.pick(addresses)],
		['Connection', 'close']
	];
	if (body) headers.push(['Content-Type', lot.pick(TYPES)]);
	if (lot.chance(0.3)) headers.push(['Origin', `http://${host}`]);
	if (lot.chance(0.3)) {
		const cookies = [
			...lot.pick(people).cookies,
			...(lot.chance(0.2) ? lot.pick(workshops).host.cookies : [])
		];
		headers.push(['Cookie', cookies.map(([name, value]) => `${name}=${value}`).join('; ')]);
	}
	for (const [name, values] of Object.entries(HEADERS)) {
		if (!lot.chance(0.05)) continue;
		const value = lot.chance(0.8) ? lot.pick(values) : lot.garble(lot.pick(values) + canary);
		headers.push([name, value.replace(/[\r\n\0]/g, '')]);
	}
	return headers;
}
