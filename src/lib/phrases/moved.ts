import type { MovedPicture } from '../group';
import type { I18n } from '../i18n';
import { wilsonInterval } from '../group/wilson';

/** Says how many chose otherwise, and which way where that is clear. Needs the messages of `group` and `terms`. */
export function saidMoved(moved: MovedPicture, { t }: Pick<I18n, 't'>): string[] {
	if (moved.kind !== 'moved') return [t(`group.again.${moved.kind}`)];
	const { people, stayed, ways, low, high } = moved;
	const interval = t('group.again.interval', { low, high });
	if (stayed === people) return [t('group.again.none', { people }), interval];
	const said = t('group.again.moved', { people, moved: people - stayed, stayed });
	return [said, ...(ways ? [saidWays(ways, t)] : []), interval];
}

function saidWays({ up, down }: { up: number; down: number }, t: I18n['t']): string {
	const share = wilsonInterval(up, up + down);
	const isUnclear = share.low <= 0.5 && share.high >= 0.5;
	return t(isUnclear ? 'group.again.noDirection' : 'group.again.ways', {
		up,
		down,
		value: t('terms.poles.value'),
		favour: t('terms.poles.favour')
	});
}
