import { favouriteOf, type Favourite, type ScenePicture } from '../group';
import type { I18n } from '../i18n';
import type { Rung } from '../questions';

/**
 * Says what was expected, then what was chosen: "7 in 10 expected …. Most chose …." Needs the messages of `group`.
 * @param order of the options where this is read; of several that are alike the first there is named first
 * @param nameOf an option, as it is known where this is read
 */
export function saidGuesses(
	guesses: ScenePicture,
	answers: ScenePicture,
	order: readonly Rung[],
	nameOf: (rung: Rung) => string,
	i18n: Pick<I18n, 't' | 'list'>
): string {
	const [expected, chosen] = [favouriteOf(guesses), favouriteOf(answers)];
	if (!expected || !chosen) return i18n.t('group.guesses.few');
	return `${said('expected', expected)} ${said('chosen', chosen)}`;

	function said(what: 'expected' | 'chosen', { rungs, part, inTen }: Favourite): string {
		const names = order.filter((rung) => rungs.includes(rung)).map(nameOf);
		const [from = '', to = ''] = names;
		if (part === 'tied')
			return names.length === 2
				? i18n.t(`group.guesses.${what}.tied`, { from, to })
				: i18n.t(`group.guesses.${what}.several`, { names: i18n.list(names) });
		return i18n.t(`group.guesses.${what}.${part}`, { option: from, count: inTen ?? 0 });
	}
}

/** Says of one option how many expected most to choose it; empty where nothing is told. */
export function saidGuess(guesses: ScenePicture | null, rung: Rung, { t }: Pick<I18n, 't'>): string {
	if (guesses?.kind === 'shares') return t('group.guesses.share', { share: guesses.shares[rung] });
	return guesses?.kind === 'nearlyAll' && guesses.rung === rung ? t('group.guesses.nearlyAll') : '';
}
