import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Language, Rung, ScenarioId } from '../../questions';
import type { Store } from '../db';
import { openSqlite } from '../db/sqlite/open';
import { makeSecret } from '../security/secrets';
import { reckonHere } from './reckon';
import { Workshops } from './workshops';
import { act, openWorkshop } from './workshops.fixture';

const scenes: ScenarioId[] = ['thin-post', 'dealer-host', 'free-audit', 'testimonial'];

describe('the report', () => {
	let store: Store;
	let workshops: Workshops;
	beforeEach(async () => {
		store = await openSqlite(':memory:');
		workshops = new Workshops({ store, now: () => Date.UTC(2026, 10, 23) });
	});
	afterEach(() => store.close());

	/** Runs a whole workshop: each person answers as `choice` has it, null for none. */
	async function held(
		languages: readonly Language[],
		choice: (person: number, scene: ScenarioId) => Rung | null
	) {
		const held = await openWorkshop(workshops, { scenes, rows: true });
		const { code, key } = held;
		const seats = languages.map(makeSecret);
		await Promise.all(seats.map((seat, i) => workshops.join(code, seat, languages[i] as Language)));
		await act(workshops, held, 'start');
		for (const [i, scene] of scenes.entries()) {
			await Promise.all(
				seats.map((seat, person) => workshops.answer(code, seat, 1, scene, choice(person, scene)))
			);
			await act(workshops, held, 'close', 'reveal', i + 1 < scenes.length ? 'next' : 'end');
		}
		const workshop = await workshops.hosted(code, key);
		const { shared } = await workshops.snapshotsOf(workshop);
		return {
			workshop,
			report: await workshops.report(workshop),
			rows: await workshops.rows(workshop),
			shared
		};
	}

	/** Two scenes with shares, one in which all but one chose alike, one that two answered. */
	const mixed = (person: number, scene: ScenarioId): Rung | null => {
		if (scene === 'free-audit') return person === 0 ? 1 : 4;
		if (scene === 'testimonial') return person < 2 ? 2 : null;
		return (scene === 'thin-post' ? person % 5 : (person + 1 + (person % 2)) % 5) as Rung;
	};
	const people = (count: number, language: Language = 'en') => Array<Language>(count).fill(language);

	it('holds only what the group was shown', async () => {
		const { report, shared } = await held(people(6), mixed);
		expect(report.scenes.map(({ picture }) => picture.kind)).toEqual([
			'shares',
			'shares',
			'nearlyAll',
			'few'
		]);
		expect(report.groupPicture).toEqual(shared.groupPicture);
		expect(report.groupPicture?.counted).toEqual([
			{ scene: 'thin-post', nearlyAll: null },
			{ scene: 'dealer-host', nearlyAll: null },
			{ scene: 'free-audit', nearlyAll: 4 }
		]);
		expect(report.scenes.map(({ frequencies }) => frequencies)).toEqual([null, null, null, null]);
		expect(report.reliability).toEqual([]);
	});

	it('has figures from 30 people on, of scenes with shares alone', async () => {
		const { report } = await held(people(30), mixed);
		expect(report.scenes.map(({ frequencies }) => frequencies)).toEqual([
			[6, 6, 6, 6, 6],
			expect.any(Array),
			null,
			null
		]);
		expect(report.reliability).toMatchObject([{ language: 'en', people: 30 }]);
		expect(report.reliability[0]?.items.map(({ scene }) => scene)).toEqual(['thin-post', 'dealer-host']);
	});

	it('has no figures of a language beside which somebody stands alone', async () => {
		const { report } = await held([...people(30), 'es'], mixed);
		expect(report.scenes[0]?.frequencies).not.toBeNull();
		expect(report.reliability).toEqual([]);
	});

	it('gives rows of scenes with shares alone', async () => {
		const { rows } = await held(people(6), mixed);
		expect(rows?.scenes).toEqual(['thin-post', 'dealer-host']);
		const wanted = Array.from({ length: 6 }, (_, person) =>
			rows?.scenes.map((scene) => mixed(person, scene))
		);
		expect(rows?.rows.map(String).sort()).toEqual(wanted.map(String).sort());
	});

	it('is worked out once for many who ask at once, and again only in another round', async () => {
		const asked: string[] = [];
		workshops = new Workshops({
			store,
			now: () => Date.UTC(2026, 10, 23),
			reckon: (name, ...of) => {
				asked.push(name);
				return reckonHere(name, ...of);
			}
		});
		const { report, workshop } = await held(people(30), mixed);
		expect(asked.toSorted()).toEqual(['groupPicture', 'reliability', 'rows']);
		const again = await Promise.all([1, 2, 3].map(() => workshops.report(workshop)));
		expect(again).toEqual([report, report, report]);
		expect(asked).toHaveLength(3);
	});

	it('counts everybody of a crowd that is read in many pages', async () => {
		const crowd = people(2_500);
		const { report } = await held(crowd, (person) => (person % 5) as Rung);
		expect(report.joined).toBe(2_500);
		expect(report.scenes.map(({ frequencies }) => frequencies)).toEqual(
			Array(4).fill([500, 500, 500, 500, 500])
		);
		expect(report.reliability).toMatchObject([{ language: 'en', people: 2_500, alpha: 1 }]);
		const { overall } = report.groupPicture ?? {};
		expect(overall?.kind === 'spread' && overall.places.map(({ count }) => count)).toEqual(
			Array(5).fill(500)
		);
	});
});
