import type { SheetLook } from '../card';
import type { BarsModel, GroupStringModel } from '../charts';
import type { GroupPicture } from '../group';
import type { Rung } from '../questions';

export const SLIDE_SIZE = { width: 1920, height: 1080 } as const;

type Slide = SheetLook & {
	title: string;
	/** Smaller, at the bottom: how many answered, and what the picture is. */
	notes: readonly string[];
	/** The workshop's title, and whether its people are made up. */
	source: string;
};

export type SceneSlide = Slide & {
	kind: 'scene';
	/** Without names where they stand on no ladder. */
	rows: readonly { rung: Rung; name: string | null; option: string; said: string }[];
	bars: Omit<BarsModel, 'direction'>;
};

export type StringSlide = Slide & {
	kind: 'string';
	poles: { favour: string; value: string };
	string: Pick<GroupStringModel, 'picture' | 'step'>;
};

export type StringsSlide = Slide & {
	kind: 'strings';
	poles: { favour: string; value: string };
	strings: readonly { heading: string; string: StringSlide['string'] }[];
	said: string;
};

export type DimensionsSlide = Slide & {
	kind: 'dimensions';
	poles: { favour: string; value: string };
	/** Of those that are drawn, in their order. */
	rows: readonly { name: string; question: string; said: string }[];
	dimensions: GroupPicture['dimensions'];
};

export type SplitsSlide = Slide & {
	kind: 'splits';
	/** Titles of scenes, the one that split most first. */
	scenes: readonly string[];
};

/** Plain data, all words in the language of the picture. */
export type SlideModel = SceneSlide | StringSlide | StringsSlide | DimensionsSlide | SplitsSlide;
