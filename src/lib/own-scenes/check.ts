import type { Language } from '../languages';
import type { Rung } from '../questions';
import { MOST_CHECKS, type OwnScene, type RungCheck } from './schema';
import { ownWords } from './scene';

/** How far readers who saw no key put the options where the author has them. */
export type Agreement = {
	readers: number;
	/** Options put alike, of all that were sorted. */
	alike: number;
	of: number;
	/** Positions of the options that at least one reader put elsewhere. */
	differ: number[];
};

const FNV = { offset: 0x811c9dc5, prime: 0x01000193 } as const;

/** FNV-1a, 32 bits: tells that a text was changed, not who changed it. */
function hash(text: string): string {
	let held: number = FNV.offset;
	for (const byte of new TextEncoder().encode(text)) held = Math.imul(held ^ byte, FNV.prime);
	return (held >>> 0).toString(16).padStart(8, '0');
}

/** Of all that a reader of the check saw, and of the key: what a check was of, it is no longer after a change. */
export function fingerprint(scene: OwnScene, language: Language): string {
	const { who, stem, question, options } = scene.words[language] ?? ownWords(scene);
	const texts = [who, stem, question, ...options.map(({ text }) => text)];
	return hash(JSON.stringify([scene.rungs, texts.map((text) => text.trim())]));
}

/** Adds a reading; of more than can be kept the oldest goes. */
export function withCheck(scene: OwnScene, language: Language, sorted: readonly Rung[]): OwnScene {
	const check: RungCheck = { language, sorted: [...sorted], of: fingerprint(scene, language) };
	return { ...scene, checks: [...scene.checks, check].slice(-MOST_CHECKS) };
}

/** Returns null for a scene that nobody has checked as it stands, and for one without rungs, which has nothing to check. */
export function agreementOn(scene: OwnScene): Agreement | null {
	const { rungs } = scene;
	if (!rungs) return null;
	const valid = scene.checks.filter(
		({ language, sorted, of }) =>
			scene.words[language] && sorted.length === rungs.length && of === fingerprint(scene, language)
	);
	if (valid.length === 0) return null;
	const wrong = rungs.map((rung, i) => valid.filter(({ sorted }) => sorted[i] !== rung).length);
	const of = valid.length * rungs.length;
	return {
		readers: valid.length,
		alike: of - wrong.reduce((sum, one) => sum + one, 0),
		of,
		differ: wrong.flatMap((count, i) => (count > 0 ? [i] : []))
	};
}

/** Whether the host has to be told that nobody else has sorted this scene's options. */
export const isUnchecked = (scene: OwnScene): boolean => scene.rungs !== null && agreementOn(scene) === null;
