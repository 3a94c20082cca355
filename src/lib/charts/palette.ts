export type Palette = {
	paper: string;
	ink: string;
	inkSoft: string;
	line: string;
	thread: string;
	threadDeep: string;
	threadLight: string;
	favour: string;
	value: string;
	sans: string;
};

/** Reads the style sheet's tokens at this element as they are now: light, dark or print. */
export function paletteOf(element: Element): Palette {
	const style = getComputedStyle(element);
	const token = (name: string) => style.getPropertyValue(`--ns-${name}`).trim();
	return {
		paper: token('paper'),
		ink: token('ink'),
		inkSoft: token('ink-soft'),
		line: token('line'),
		thread: token('thread'),
		threadDeep: token('thread-deep'),
		threadLight: token('thread-light'),
		favour: token('favour'),
		value: token('value'),
		sans: token('sans')
	};
}
