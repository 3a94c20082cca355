import { KINDS, type Kind, type Weight } from './bytes.ts';
import type { Figures, Scores } from './lighthouse.ts';

type Measured = {
	bytes: Weight[];
	scores: Scores[];
	/** Lighthouse runs behind every score. */
	runs: number;
	/** The names of the two pages that are set against each other. */
	ours: string;
	theirs: string;
};

const COLUMNS: [title: string, cell: (figures: Figures) => string][] = [
	['performance', (figures) => decimals(figures['performance'], 0)],
	['accessibility', (figures) => decimals(figures['accessibility'], 0)],
	['best practices', (figures) => decimals(figures['best-practices'], 0)],
	['SEO', (figures) => decimals(figures['seo'], 0)],
	['FCP s', (figures) => seconds(figures['first-contentful-paint'])],
	['LCP s', (figures) => seconds(figures['largest-contentful-paint'])],
	['TBT s', (figures) => seconds(figures['total-blocking-time'])],
	['CPU s', (figures) => seconds(figures['mainthread-work-breakdown'])],
	['CLS', (figures) => decimals(figures['cumulative-layout-shift'], 3)]
];

/** Everything as Markdown. */
export function report({ bytes, scores, runs, ours, theirs }: Measured) {
	const ratio = compare(bytes, ours, theirs);
	const many = runs === 1 ? 'one run' : `median of ${runs} runs`;
	return [
		'## Weight of a first visit',
		'Kilobytes (1,000 bytes) on the wire, text as brotli, service worker blocked.',
		table(
			['page', ...KINDS, 'all'],
			bytes.map((weight) => [
				weight.name,
				...KINDS.map((kind) => kilobytes(weight.bytes[kind])),
				kilobytes(total(weight))
			])
		),
		`## Lighthouse, mobile, ${many}`,
		'Times depend on the machine and on what else it is doing: compare only within this table. TBT counts work ' +
			'after the first paint (FCP) only, so a page that paints nothing before its script has run gets it for ' +
			'free; CPU is all the work of the main thread.',
		table(
			['page', ...COLUMNS.map(([title]) => title)],
			scores.map(({ name, figures }) => [name, ...COLUMNS.map(([, cell]) => cell(figures))])
		),
		...findings(scores),
		'## Ratios',
		table(
			[`${ours} : ${theirs}`, 'ratio'],
			[
				['JavaScript', `1 : ${ratio.script.toFixed(1)}`],
				['CSS', `1 : ${ratio.css.toFixed(1)}`],
				['everything, fonts included', `1 : ${ratio.all.toFixed(1)}`]
			]
		),
		meaning(ratio, theirs),
		'## The main thread',
		'Busy is Lighthouse’s: slowed down four times, and longer where others keep the machine busy. Processor is what the ' +
			'thread itself used, as the machine is.',
		table(
			['page', 'busy s', `: ${theirs}`, 'processor ms', `: ${theirs}`],
			scores.map(({ name }) => [
				name,
				...compared(scores, name, theirs, 'mainthread-work-breakdown', (ms) => decimals(ms / 1000, 2)),
				...compared(scores, name, theirs, 'processor', (ms) => decimals(ms, 0))
			])
		)
	].join('\n\n');
}

/** A figure of a page, and how many times that of the other it is. */
function compared(
	scores: Scores[],
	page: string,
	other: string,
	id: keyof Figures,
	write: (value: number) => string
) {
	const of = (wanted: string) => scores.find(({ name }) => name === wanted)?.figures[id] ?? NaN;
	return [write(of(page)), decimals(of(page) / of(other), 2)];
}

type Ratio = { script: number; css: number; all: number };

function compare(bytes: Weight[], ours: string, theirs: string): Ratio {
	const [a, b] = [ours, theirs].map((name) => bytes.find((weight) => weight.name === name));
	if (!a || !b) throw new Error(`No weight of ${a ? theirs : ours}.`);
	const of = (kind: Kind) => b.bytes[kind] / a.bytes[kind];
	return { script: of('JavaScript'), css: of('CSS'), all: total(b) / total(a) };
}

/** What it means, in a sentence that stays true when the numbers change. */
function meaning({ script, all }: Ratio, theirs: string) {
	const times = (ratio: number) =>
		ratio >= 1 ? `${ratio.toFixed(1)} times as much` : `only ${Math.round(ratio * 100)} % as much`;
	return `To show the same twenty scenarios, ${theirs} sends ${times(script)} JavaScript as our quiz, and ${times(all)} in all.`;
}

function findings(scores: Scores[]) {
	const items = scores.flatMap(({ name, findings }) => findings.map((title) => `- ${name}: ${title}`));
	return items.length ? ['What cost points outside performance:', items.join('\n')] : [];
}

function total({ bytes }: Weight) {
	return KINDS.reduce((sum, kind) => sum + bytes[kind], 0);
}

function seconds(milliseconds: number) {
	return decimals(milliseconds / 1000, 1);
}

function kilobytes(bytes: number) {
	return decimals(bytes / 1000, 1);
}

function decimals(value: number, digits: number) {
	return Number.isNaN(value) ? 'unknown' : value.toFixed(digits);
}

function table(head: string[], rows: string[][]) {
	const rule = head.map((_, i) => (i ? '--:' : '---'));
	return [head, rule, ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
