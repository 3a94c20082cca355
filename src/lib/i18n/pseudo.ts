const LOOKALIKES: Record<string, string> = {
	a: 'áá',
	e: 'éé',
	i: 'îî',
	o: 'öö',
	u: 'ûû',
	A: 'Å',
	E: 'É',
	I: 'Î',
	O: 'Ö',
	U: 'Û',
	n: 'ñ',
	s: 'š',
	c: 'ç'
};

const strange = (text: string) =>
	Array.from(text, (character) => LOOKALIKES[character] ?? character).join('');

/** intl-messageformat's kind for plain text; branches of select and plural hold nodes again. */
const LITERAL = 0;
type Node = { type: number; value: string; options?: Record<string, { value: Node[] }> };

function strangeNode(node: Node): Node {
	if (node.type === LITERAL) return { ...node, value: strange(node.value) };
	if (!node.options) return node;
	const options = Object.entries(node.options).map(([key, { value }]) => [
		key,
		{ value: value.map(strangeNode) }
	]);
	return { ...node, options: Object.fromEntries(options) as Node['options'] & object };
}

const isMessage = (tree: unknown[]): tree is Node[] =>
	tree.every((node) => typeof node === 'object' && node !== null && 'type' in node);

/** Makes English strange, longer and bracketed: what is still plain on a page was not translated. */
export function pseudoTree<T>(tree: T): T {
	if (typeof tree === 'string') return `⟦${strange(tree)}⟧` as T;
	if (Array.isArray(tree)) return (isMessage(tree) ? tree.map(strangeNode) : tree.map(pseudoTree)) as T;
	if (typeof tree === 'object' && tree !== null)
		return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, pseudoTree(value)])) as T;
	return tree;
}
