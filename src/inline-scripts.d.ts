declare module '*.inline.ts?script' {
	/** The whole element, for `{@html}`. */
	const script: string;
	export default script;
}
