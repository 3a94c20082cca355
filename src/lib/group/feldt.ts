import quantile from '@stdlib/stats-base-dists-f-quantile';

/** Where alpha probably lies in the population that the group stands for. */
export type AlphaInterval = { low: number; high: number };

/**
 * 95 % interval of Cronbach's alpha, after Feldt, Woodruff and Salih (Applied Psychological Measurement 11, 1987,
 * formulas 6 and 7), with n people and k items:
 *
 *     low  = 1 - (1 - alpha) * F(0.975; n - 1, (n - 1)(k - 1))
 *     high = 1 - (1 - alpha) * F(0.025; n - 1, (n - 1)(k - 1))
 *
 * It holds alpha, never passes 1, and may reach far below 0.
 * @param alpha at most 1; a RangeError otherwise, and for fewer than 2 people or items
 */
export function feldtInterval(alpha: number, people: number, items: number): AlphaInterval {
	if (!(alpha <= 1)) throw new RangeError(`no alpha: ${alpha}`);
	if (!(people >= 2 && items >= 2)) throw new RangeError(`no interval for ${people} people, ${items} items`);
	const freedom = people - 1;
	const limit = (p: number) => 1 - (1 - alpha) * quantile(p, freedom, freedom * (items - 1));
	return { low: limit(0.975), high: limit(0.025) };
}
