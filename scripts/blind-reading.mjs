/**
 * Material for readers who know neither key nor ladder: `node scripts/blind-reading.mjs FOLDER [language]` writes
 * `options-only.md` (five shuffled options a scene, no stories), `with-stories.md` (stories and ladder) and `key.json`.
 * `node scripts/blind-reading.mjs score FOLDER ANSWERS` counts what a reader sorted right: a line a scene, `1 bdace`, the
 * letters in the order of the five kinds.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LETTERS = ['a', 'b', 'c', 'd', 'e'];

const KINDS = `- kind 0: gives so that somebody owes something, or gives back because of feeling owed or owing
- kind 1: looks a little at the thing itself, but what was given and taken decides
- kind 2: says terms aloud, for something that is worth it
- kind 3: decides by the use of the thing; may be glad of a return, expects none
- kind 4: only the thing itself counts; passes over even what one could ask, accept or thank for`;

const [first, second, third] = process.argv.slice(2);
if (first === 'score' && second && third) score(second, third);
else if (first) write(first, second ?? 'en');
else throw new Error('usage: blind-reading.mjs FOLDER [language] | score FOLDER ANSWERS');

/** @param {string} folder @param {string} language */
function write(folder, language) {
	const file = new URL(`../src/lib/questions/wording/${language}/scenes.json`, import.meta.url);
	/** @type {{ stem: string, options: string[] }[]} */
	const scenes = Object.values(JSON.parse(readFileSync(file, 'utf8')));
	/** @type {string[]} */
	const key = [];
	const blind = [
		`Language: ${language}. Each group of five belongs to one situation, which you are not told.\n`
	];
	const told = [`Language: ${language}. Each scene has one option of each kind.\n\n${KINDS}\n`];
	for (const { stem, options } of shuffled(scenes)) {
		const order = shuffled([0, 1, 2, 3, 4]);
		const lines = order.map((rung, place) => `${LETTERS[place]}) ${options[rung]}`).join('\n');
		key.push([0, 1, 2, 3, 4].map((rung) => LETTERS[order.indexOf(rung)]).join(''));
		blind.push(`## ${key.length}\n${lines}\n`);
		told.push(`## ${key.length}\n${stem}\n\n${lines}\n`);
	}
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, 'options-only.md'), blind.join('\n'));
	writeFileSync(join(folder, 'with-stories.md'), told.join('\n'));
	writeFileSync(join(folder, 'key.json'), JSON.stringify(key));
}

/** @param {string} folder @param {string} answers */
function score(folder, answers) {
	/** @type {string[]} */
	const key = JSON.parse(readFileSync(join(folder, 'key.json'), 'utf8'));
	const given = new Map(
		[...readFileSync(answers, 'utf8').matchAll(/^\s*(\d+)\W+([a-e]{5})\s*$/gm)].map(([, n, letters]) => [
			Number(n),
			letters ?? ''
		])
	);
	if (given.size !== key.length) throw new Error(`${given.size} of ${key.length} scenes are sorted`);
	const right = key.map((letters, i) =>
		[...letters].map((letter, rung) => given.get(i + 1)?.[rung] === letter)
	);
	const perKind = [0, 1, 2, 3, 4].map((kind) => right.filter((scene) => scene[kind]).length);
	console.info(
		`${right.flat().filter(Boolean).length} of ${5 * key.length} right; per kind ${perKind.join(' ')}`
	);
	console.info(
		`not all right: ${right.flatMap((scene, i) => (scene.includes(false) ? [i + 1] : [])).join(' ')}`
	);
}

/**
 * @template T
 * @param {T[]} items
 */
function shuffled(items) {
	return items
		.map((item) => ({ item, at: Math.random() }))
		.sort((a, b) => a.at - b.at)
		.map(({ item }) => item);
}
