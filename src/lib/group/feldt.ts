import quantile from '@stdlib/stats-base-dists-f-quantile';

export type AlphaInterval = { low: number; high: number };

/** 95 % interval (Feldt, Woodruff and Salih, Applied Psychological Measurement 11, 1987, formulas 6 and 7). */
export function feldtInterval(alpha: number, people: number, items: number): AlphaInterval {
	if (!(alpha <= 1)) throw new RangeError(`no alpha: ${alpha}`);
	if (!(people >= 2 && items >= 2)) throw new RangeError(`no interval for ${people} people, ${items} items`);
	const freedom = people - 1;
	const limit = (p: number) => 1 - (1 - alpha) * quantile(p, freedom, freedom * (items - 1));
	return { low: limit(0.975), high: limit(0.025) };
}
