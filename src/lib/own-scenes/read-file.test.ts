import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, loadDebriefs, loadScenes } from '../questions';
import {
	agreementOn,
	emptyScene,
	formAsOwnScenes,
	IN_FILE,
	isWhole,
	LONGEST,
	ownWords,
	writeScenes,
	type OwnScene
} from '.';
import { someScenes } from './own-scenes.arbitrary';
import { readScenes } from './read-file';

const scene: OwnScene = {
	id: 'own-first',
	language: 'es',
	rungs: [2, 0],
	words: {
		es: {
			title: 'La visita',
			who: 'una vecina',
			stem: 'Una vecina pide algo.',
			question: '',
			options: [
				{ text: 'Hablarlo', gives: '', costs: '' },
				{ text: 'Callar', gives: '', costs: '' }
			],
			discussion: '',
			otherSide: ''
		}
	},
	checks: []
};

/** The file of one scene, with one place of it written in another way. */
function fileWith(
	change: (file: { scenes: Record<string, unknown>[] } & Record<string, unknown>) => void
): string {
	const file = JSON.parse(writeScenes([scene])) as { scenes: Record<string, unknown>[] };
	change(file);
	return JSON.stringify(file, null, '\t');
}

const wordsIn = (file: { scenes: Record<string, unknown>[] }) =>
	(file.scenes[0]?.words as { es: Record<string, unknown> }).es;

function faultsOf(text: string) {
	const read = readScenes(text);
	return read.ok ? [] : read.faults;
}

/** Faults with the text of the line that they name, so that a number is seen to be right. */
const faultsAt = (text: string) =>
	faultsOf(text).map(({ code, field, line }) => [code, field, text.split('\n')[line - 1]?.trim()]);

describe('a file of scenes', () => {
	test('gives back what was written', () => {
		fc.assert(
			fc.property(someScenes, (scenes) => {
				expect(readScenes(writeScenes(scenes))).toEqual({ ok: true, scenes });
			}),
			{ numRuns: 50 }
		);
	});

	test('may begin with the mark that some editors write, and leave out what may be empty', () => {
		const { title, stem, options } = ownWords(scene);
		const words = { title, stem, options };
		const text = JSON.stringify({
			schemaVersion: 1,
			scenes: [{ ...scene, checks: undefined, words: { es: words } }]
		});
		const read = readScenes(`\ufeff${text}`);
		expect(read).toEqual({ ok: true, scenes: [{ ...scene, words: { es: { ...scene.words.es, who: '' } } }] });
	});

	test('shows characters that nobody sees', () => {
		const read = readScenes(fileWith((file) => (wordsIn(file).title = 'La\u202e visita')));
		expect(read.ok && read.scenes[0]?.words.es?.title).toBe('La[U+202E] visita');
	});
});

const aReading = { id: 'r2d2r2d2r2d2', language: 'es', sorted: [null, 2], of: '00000000' };

describe('a file that cannot be read', () => {
	test('names the line where it is no JSON', () => {
		expect(faultsOf('{\n"schemaVersion": 1,\n"scenes": [}\n}')).toEqual([
			{ code: 'notJson', line: 3, field: '' }
		]);
		expect(faultsOf('')).toEqual([{ code: 'notJson', line: 1, field: '' }]);
		expect(faultsOf('Dear colleague,\nhere are my scenes')[0]?.code).toBe('notJson');
	});

	test('is of a version that this program does not know', () => {
		const text = fileWith((file) => (file.schemaVersion = 2));
		expect(faultsAt(text)).toEqual([['version', 'schemaVersion', '"schemaVersion": 2,']]);
		expect(faultsOf('[]')).toEqual([{ code: 'version', line: 1, field: 'schemaVersion' }]);
	});

	test.each<[string, string, string, string, (file: Parameters<Parameters<typeof fileWith>[0]>[0]) => void]>([
		[
			'a text that is too long',
			'tooLong',
			'scenes[0].words.es.title',
			'"title":',
			(file) => (wordsIn(file).title = 'x'.repeat(LONGEST.title + 1))
		],
		[
			'a number where a text belongs',
			'wrong',
			'scenes[0].words.es.stem',
			'"stem": 5',
			(file) => (wordsIn(file).stem = 5)
		],
		[
			'a field that nobody knows',
			'unknown',
			'scenes[0].words.es.colour',
			'"colour":',
			(file) => (wordsIn(file).colour = 'red')
		],
		[
			'a field that is missing',
			'missing',
			'scenes[0].words.es.stem',
			'"es": {',
			(file) => delete wordsIn(file).stem
		],
		[
			'one option',
			'tooFew',
			'scenes[0].words.es.options',
			'"options": [',
			(file) => {
				wordsIn(file).options = [{ text: 'x' }];
				file.scenes.forEach((one) => (one.rungs = null));
			}
		],
		[
			'a rung that is none',
			'wrong',
			'scenes[0].rungs[1]',
			'7',
			(file) => file.scenes.forEach((one) => (one.rungs = [2, 7]))
		],
		[
			'two options on one rung',
			'sameRung',
			'scenes[0].rungs',
			'"rungs": [',
			(file) => file.scenes.forEach((one) => (one.rungs = [2, 2]))
		],
		[
			'a reading with two options on one rung',
			'sameRung',
			'scenes[0].checks[0].sorted',
			'"sorted": [',
			(file) => file.scenes.forEach((one) => (one.checks = [{ ...aReading, sorted: [2, 2] }]))
		],
		[
			'a reading that is there twice',
			'sameId',
			'scenes[0].checks[1].id',
			'"id": "r2d2r2d2r2d2"',
			(file) => file.scenes.forEach((one) => (one.checks = [aReading, aReading]))
		],
		[
			'more rungs than options',
			'otherCount',
			'scenes[0].rungs',
			'"rungs": [',
			(file) => file.scenes.forEach((one) => (one.rungs = [2, 0, 1]))
		],
		[
			'words in another language alone',
			'noWords',
			'scenes[0].language',
			'"language": "ar"',
			(file) => file.scenes.forEach((one) => (one.language = 'ar'))
		],
		[
			'a language that is none of ours',
			'wrong',
			'scenes[0].language',
			'"language": "xx"',
			(file) => file.scenes.forEach((one) => (one.language = 'xx'))
		],
		[
			'an id of the quiz',
			'wrong',
			'scenes[0].id',
			'"id": "thin-post"',
			(file) => file.scenes.forEach((one) => (one.id = 'thin-post'))
		],
		[
			'an id that is there already',
			'sameId',
			'scenes[1].id',
			'"id": "own-first"',
			(file) => file.scenes.push(...file.scenes)
		]
	])('names line and field of %s', (_, code, field, line, change) => {
		const [fault, ...others] = faultsAt(fileWith(change));
		expect(others).toEqual([]);
		expect(fault?.slice(0, 2)).toEqual([code, field]);
		expect(fault?.[2]).toContain(line);
	});

	test('has more scenes, or more bytes, than a file may have', () => {
		const many = Array.from({ length: IN_FILE.scenes + 1 }, (_, i) => ({ ...scene, id: `own-${i}` }));
		expect(faultsOf(JSON.stringify({ schemaVersion: 1, scenes: many }))).toMatchObject([
			{ code: 'tooMany', field: 'scenes' }
		]);
		expect(faultsOf(' '.repeat(5 * IN_FILE.bytes))).toMatchObject([{ code: 'tooLarge' }]);
	});

	test('names the first faults and counts the others', () => {
		const scenes = Array.from({ length: 20 }, (_, i) => ({ ...scene, id: `own-${i}`, rungs: [0, 0] }));
		const read = readScenes(JSON.stringify({ schemaVersion: 1, scenes }));
		expect(read).toMatchObject({ ok: false, more: 12 });
	});

	test('is refused, whatever it is, without an exception', () => {
		fc.assert(
			fc.property(
				fc.oneof(
					fc.json(),
					fc.string(),
					fc.json().map((part) => `{"schemaVersion":1,"scenes":[${part}]}`)
				),
				(text) => {
					expect(readScenes(text).ok).toBe(false);
				}
			)
		);
	});
});

test('form A is a file of whole scenes in all languages, on its own rungs', async () => {
	const content = Object.fromEntries(
		await Promise.all(
			LANGUAGES.map(async (language) => [
				language,
				{ scenes: await loadScenes(language), debriefs: await loadDebriefs(language) }
			])
		)
	) as Parameters<typeof formAsOwnScenes>[0];
	const { scenes } = formAsOwnScenes(content, 'en');
	const read = readScenes(writeScenes(scenes));
	expect(read).toEqual({ ok: true, scenes });
	expect(scenes).toHaveLength(20);
	expect(scenes.every(isWhole)).toBe(true);
	expect(scenes.map(agreementOn)).toEqual(scenes.map(() => null));
});

test('a new scene is one that a file may hold', () => {
	const drafts = [emptyScene('own-draft', 'ar')];
	expect(readScenes(writeScenes(drafts))).toEqual({ ok: true, scenes: drafts });
});
