const LOOKALIKES: Record<string, string> = {
	a: 'áá', e: 'éé', i: 'îî', o: 'öö', u: 'ûû', A: 'Å', E: 'É', I: 'Î', O: 'Ö', U: 'Û', n: 'ñ', s: 'š', c: 'ç'
};

/**
 * English made strange and about a third longer, in brackets. Names and types inside ICU braces stay:
 * text stands at even depth of braces, arguments at odd depth.
 */
export function pseudo(message: string): string {
	let depth = 0;
	let result = '';
	for (const character of message) {
		if (character === '{') depth++;
		else if (character === '}') depth--;
		result += depth % 2 === 0 ? (LOOKALIKES[character] ?? character) : character;
	}
	return `⟦${result}⟧`;
}

/** The same for every string in a tree of messages or wording. */
export function pseudoTree<T>(tree: T): T {
	if (typeof tree === 'string') return pseudo(tree) as T;
	if (Array.isArray(tree)) return tree.map(pseudoTree) as T;
	if (typeof tree === 'object' && tree !== null)
		return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, pseudoTree(value)])) as T;
	return tree;
}
