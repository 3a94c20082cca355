import type { I18n } from '../i18n';
import type { Profile } from '../scoring';
import { headlineOf } from './headline';

/** What networks write beside the picture of a link. They cut a title after some 70 characters, a description after 155. */
export type Preview = { title: string; description: string };

/** Needs the messages of `terms`, `result` and `share`. */
export function previewOf(profile: Profile, i18n: I18n): Preview {
	const { t } = i18n;
	return {
		title: t('share.ask.result'),
		description: t('share.ask.about', {
			premise: t('result.invite.premise'),
			headline: headlineOf(profile, i18n)
		})
	};
}

/** Needs the messages of `share`. */
export function comparisonPreviewOf({ t }: I18n): Preview {
	return { title: t('share.ask.compare'), description: t('share.ask.description') };
}
