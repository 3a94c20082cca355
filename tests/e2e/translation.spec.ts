import type { ScenarioId } from '../../src/lib/questions';
import { expect, test } from './support/workshop';
import { translate } from './support/translation';
import { scenesIn } from '../support/words';

test('the quiz goes on while the browser translates it', async ({ page, quiz }) => {
	await quiz.open();
	for (let n = 1; n <= 4; n++) {
		await quiz.expectScene(n);
		await translate(page);
		await expect(quiz.map).toContainText(quiz.say('quiz.progress.position', { n, total: quiz.total }));
		await quiz.next.click();
		const message = page.locator('.message');
		await expect(message).toHaveText(quiz.say('quiz.hint.choose'));
		await translate(page);
		await quiz.choose(0);
		await expect(message).toHaveText('');
		await quiz.expectAnswered(n);
		await translate(page);
		await quiz.next.click();
	}
	await quiz.skip.click();
	await translate(page);
	await quiz.back.click();
	await quiz.expectScene(5);
	await expect(page.locator('.message')).toHaveText(quiz.say('quiz.skipping.skipped'));
	await expect(page.locator('h1')).toHaveCount(1);
	await expect(page.locator('#stem')).toHaveCount(1);
});

test('a workshop goes on while every browser translates it', async ({ hall }) => {
	const scenes = ['thin-post', 'free-audit'] as const satisfies readonly ScenarioId[];
	const workshop = await hall.open({ scenes, smallestGroup: 3 });
	const [host, screen] = await Promise.all([workshop.host(), workshop.screen()]);
	const participants = await workshop.participants(['en', 'en', 'en']);
	const everywhere = () =>
		Promise.all([host.page, screen.page, ...participants.map(({ page }) => page)].map(translate));
	const { page } = host;

	await test.step('the lobby', async () => {
		await everywhere();
		const [late] = await workshop.participants(['en']);
		await expect(page.locator('.count')).toHaveText(host.say('host.joined', { joined: 4 }));
		await expect(screen.page.locator('.here')).toHaveText(screen.say('group.lobby.here', { count: 4 }));
		if (late) participants.push(late);
		await expect(page.locator('#now')).toHaveText(host.say('host.now.lobby'));
	});

	for (const [at, scene] of scenes.entries()) {
		await test.step(scene, async () => {
			await everywhere();
			await host.press(at === 0 ? 'start' : 'next');
			await expect(page.locator('#now')).toContainText(scenesIn('en')[scene].title);
			await expect(page.locator('#now small')).toHaveCount(1);
			await everywhere();
			for (const [i, participant] of participants.entries()) {
				await participant.expectAsked(scene);
				await translate(participant.page);
				await participant.options.nth(i).click();
				await expect(participant.page.locator('.after [role=status]')).toHaveText(
					participant.say('participant.scene.stored')
				);
			}
			const counts = { answered: participants.length, joined: participants.length };
			await expect(page.locator('.answered')).toHaveText(host.say('host.answered', counts));
			await expect(screen.page.locator('footer .status p')).toContainText(
				screen.say('group.scene.answered', { count: counts.answered, total: counts.joined })
			);
			await everywhere();
			await host.press('close');
			await expect(screen.page.locator('footer .status p')).toHaveText(screen.say('group.scene.closed'));
			await everywhere();
			await host.press('reveal');
			await expect(screen.page.locator('header h2')).toHaveText(scenesIn('en')[scene].title);
			await expect(page.locator('.main')).toHaveCount(1);
			for (const participant of participants) await participant.expectClosed(scene);
		});
	}

	await test.step('the end', async () => {
		await everywhere();
		await host.press('end');
		await expect(page.locator('#now')).toHaveText(host.say('host.now.end'));
		for (const participant of participants)
			await expect(participant.page.locator('h1')).toHaveText(participant.say('participant.end.heading'));
	});
});
