import type { Language } from '../languages';
import { seededRandom, shuffled, type Rung } from '../questions';
import { MOST_CHECKS, type OwnScene, type RungCheck } from './schema';
import { isWhole, optionCount, ownWords, randomLetters } from './scene';

/** How far readers who saw no key put the options where the author has them. */
export type Agreement = {
	readers: number;
	/** Options put alike, of all that were sorted. */
	alike: number;
	of: number;
	/** Options, from 0, that at least one reader put elsewhere than on the author's rung, and where; null for no rung. */
	differ: { option: number; rung: Rung; put: (Rung | null)[] }[];
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

/** Returns the positions of the options as a reader meets them: the same after a reload, others for the next reader, and whatever the key. */
export function blindOrder(scene: OwnScene, language: Language): number[] {
	const seed = hash([scene.id, language, scene.checks.at(-1)?.id ?? ''].join(' '));
	const positions = Array.from({ length: optionCount(scene) }, (_, i) => i);
	return shuffled(positions, seededRandom(Number.parseInt(seed, 16)));
}

export function withCheck(
	scene: OwnScene,
	language: Language,
	sorted: readonly (Rung | null)[],
	id: string = randomLetters()
): OwnScene {
	const check: RungCheck = { id, language, sorted: [...sorted], of: fingerprint(scene, language) };
	return withChecks(scene, [check]);
}

/** Takes readings over that are new. Of more than can be kept those of other words go first, then the oldest. */
export function withChecks(scene: OwnScene, coming: readonly RungCheck[]): OwnScene {
	const unknown = coming.filter(({ id }) => !scene.checks.some((held) => held.id === id));
	if (unknown.length === 0) return scene;
	const checks = [...scene.checks, ...unknown];
	while (checks.length > MOST_CHECKS) {
		const stale = checks.findIndex((check) => !isOf(scene, check));
		checks.splice(Math.max(0, stale), 1);
	}
	return { ...scene, checks };
}

/** Whether a check is of the words and rungs as they stand. One in which nothing was sorted says nothing of them. */
export function isOf(scene: OwnScene, { language, sorted, of }: RungCheck): boolean {
	return (
		scene.words[language] !== undefined &&
		sorted.length === scene.rungs?.length &&
		isReading(sorted) &&
		of === fingerprint(scene, language)
	);
}

/** Returns null for a scene that nobody has checked as it stands, and for one without rungs, which has nothing to check. */
export function agreementOn(scene: OwnScene): Agreement | null {
	const { rungs } = scene;
	const valid = scene.checks.filter((check) => isOf(scene, check));
	if (!rungs || valid.length === 0) return null;
	const elsewhere = rungs.map((rung, i) =>
		valid.map(({ sorted }) => sorted[i] ?? null).filter((put) => put !== rung)
	);
	const of = valid.length * rungs.length;
	return {
		readers: valid.length,
		alike: of - elsewhere.flat().length,
		of,
		differ: rungs.flatMap((rung, option) => {
			const put = elsewhere[option] ?? [];
			return put.length > 0 ? [{ option, rung, put }] : [];
		})
	};
}

/** Whether somebody else can sort it: nothing is empty, and there are rungs to sort by. */
export const isCheckable = (scene: OwnScene): boolean => scene.rungs !== null && isWhole(scene);

/** Whether the host has to be told that nobody else has sorted this scene's options as they stand. */
export const isUnchecked = (scene: OwnScene): boolean => scene.rungs !== null && agreementOn(scene) === null;

export const isStale = (scene: OwnScene): boolean =>
	isUnchecked(scene) && scene.checks.some(({ sorted }) => isReading(sorted));

const isReading = (sorted: RungCheck['sorted']) => sorted.some((rung) => rung !== null);
