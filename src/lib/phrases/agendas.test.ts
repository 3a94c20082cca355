import { expect, test } from 'vitest';
import { scenesOfForm } from '../group';
import { DEALER_STORY } from '../questions';
import { AGENDAS, minutesFor, minutesOf, scenesOf, timetable } from './agendas';

test('the agendas take as long as the page promises', () => {
	expect(AGENDAS.map(minutesOf)).toEqual([20, 45, 90]);
});

test('every minute of an agenda has something in it', () => {
	for (const agenda of AGENDAS) {
		const steps = timetable(agenda);
		expect(steps[0]?.from).toBe(0);
		expect(steps.at(-1)?.to).toBe(minutesOf(agenda));
		expect(steps.slice(1).map(({ from }) => from)).toEqual(steps.slice(0, -1).map(({ to }) => to));
	}
});

test('an agenda asks no scene twice, and tells the dealer’s story in its order', () => {
	for (const scenes of AGENDAS.map(scenesOf)) {
		expect(new Set(scenes).size).toBe(scenes.length);
		const told = scenes.filter((scene) => DEALER_STORY.includes(scene));
		expect(told).toEqual(DEALER_STORY.filter((scene) => told.includes(scene)));
	}
});

test('they walk through as many scenes as they say: three, five, and the ten of the short form', () => {
	expect(AGENDAS.map((agenda) => scenesOf(agenda).length)).toEqual([3, 5, 10]);
	expect(scenesOf(AGENDAS[2] as (typeof AGENDAS)[number])).toEqual(scenesOfForm('short'));
});

test('a scene takes what the agendas give it, and one that none of them asks what they give any', () => {
	expect(minutesFor('thin-post')).toEqual({ from: 4, to: 5 });
	expect(minutesFor('linkedin-stranger')).toEqual({ from: 5, to: 6 });
	expect(minutesFor('van-dealer')).toEqual({ from: 4, to: 7 });
});
