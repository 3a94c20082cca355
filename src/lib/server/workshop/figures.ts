import { pictureGroup, type GroupPicture, type LanguageReliability } from '../../group';
import { reliabilityByLanguage } from '../../group/by-language';
import { anonymousRows } from '../../group/rows';
import { pictureShift, type ShiftPicture } from '../../group/shift';
import { LANGUAGES, type SceneId } from '../../questions';
import { randomBelow } from '../security/secrets';
import { repliesIn, type ReplyTable } from './reply-table';

const figures = {
	groupPicture: (table: ReplyTable, smallestGroup: number, among?: readonly SceneId[]): GroupPicture =>
		pictureGroup(repliesIn(table), table.scenes, smallestGroup, among),

	shift: (
		{ first, second }: { first: ReplyTable; second: ReplyTable },
		pictures: { first: GroupPicture; second: GroupPicture },
		smallestGroup: number
	): ShiftPicture => {
		const after = repliesIn(second);
		const people = repliesIn(first).map((replies, row) => ({ first: replies, second: after[row] ?? {} }));
		return pictureShift(people, pictures.first, pictures.second, smallestGroup);
	},

	reliability: (table: ReplyTable, smallestGroup: number): LanguageReliability[] => {
		const people = new Map(LANGUAGES.map((language) => [language, repliesIn(table, language)]));
		return reliabilityByLanguage(people, table.scenes, smallestGroup);
	},

	rows: (table: ReplyTable, picture: GroupPicture) =>
		anonymousRows(repliesIn(table), picture, () => randomBelow(2 ** 32) / 2 ** 32)
};

type Figures = typeof figures;

export type FigureTask = {
	[Name in keyof Figures]: { name: Name; of: Parameters<Figures[Name]> };
}[keyof Figures];

/** Works out a figure, in a thread or here. */
export type Reckon = <Name extends keyof Figures>(
	name: Name,
	...of: Parameters<Figures[Name]>
) => Promise<ReturnType<Figures[Name]>>;

export function figureOf({ name, of }: FigureTask): unknown {
	return (figures[name] as (...of: FigureTask['of']) => unknown)(...of);
}
