import { LONGEST, type OwnScene } from '../../src/lib/own-scenes';
import { ownScene } from './own-scenes';

const noSpace = (letter: string, most: number) => letter.repeat(most);

/** Words without a place to break them, as long as fields take. */
const LONG = ownScene('own-long', {
	title: noSpace('W', LONGEST.title),
	who: noSpace('W', LONGEST.who),
	stem: noSpace('W', LONGEST.stem),
	question: noSpace('W', LONGEST.question),
	rungs: [4, 3, 2, 1, 0],
	options: ['A', 'B', 'C', 'D', 'W'].map((letter) => noSpace(letter, LONGEST.option)),
	discussion: noSpace('W', LONGEST.discussion),
	otherSide: noSpace('W', LONGEST.otherSide)
});

const MARKUP = '<img src=x onerror="window.hit=1"><a href="https://example.org">x</a> https://example.org';

/** Hebrew that opens a bracket turns what stands behind it, with and without the controls that are made for that. */
export const TURNING = 'שלום (א';

const TURN = ownScene('own-turn', {
	title: `=1+1 ${TURNING}`,
	who: `\u202e${TURNING}`,
	stem: `${MARKUP} \u202e${TURNING}`,
	question: `${TURNING}\u2067`,
	options: [`=HYPERLINK("https://example.org") ${TURNING}`, `@SUM(1)\u200b ${TURNING}`, `-1 ${MARKUP}`],
	discussion: `<script>window.hit=1</script> ${TURNING}`,
	otherSide: `${TURNING} ${MARKUP}`
});

export const HOSTILE_SCENES: readonly OwnScene[] = [LONG, TURN];
