import { scenesIn } from '../support/words';
import { expect, test } from './support/workshop';

const SCENES = ['thin-post', 'free-audit', 'testimonial'] as const;

test('a host goes straight to any scene, and back with one press', async ({ hall }) => {
	const workshop = await hall.open({ scenes: SCENES });
	const [host, screen] = await Promise.all([workshop.host(), workshop.screen()]);
	const titles = scenesIn('en');
	const jump = (i: 0 | 1 | 2) =>
		host.button(host.say('host.list.jump', { title: titles[SCENES[i]].title })).last();
	await host.page.getByText(host.say('host.list.heading'), { exact: true }).click();
	await expect(jump(2)).toHaveCount(0);

	await host.press('start');
	await host.expectScene(SCENES[0]);
	await expect(jump(0)).toHaveCount(0);
	await jump(2).click();
	await host.expectScene(SCENES[2]);
	await host.expectStage('open');
	await expect(screen.page.getByText(titles[SCENES[2]].stem)).toBeVisible();
	expect((await workshop.state()).statuses).toEqual(['closed', 'waiting', 'open']);

	await host.button(host.say('host.undo.action', { step: host.say('host.undoes.jump') })).click();
	await host.expectScene(SCENES[0]);
	await host.expectStage('open');
	expect((await workshop.state()).statuses).toEqual(['open', 'waiting', 'waiting']);
});

test('on a phone the button that goes on is within reach of a thumb, wherever the page is', async ({
	hall
}) => {
	const workshop = await hall.open({ scenes: SCENES });
	const host = await workshop.host();
	await host.page.setViewportSize({ width: 360, height: 640 });
	await host.press('start');
	await host.expectStage('open');
	for (const end of [0, 1]) {
		await host.page.evaluate((end) => window.scrollTo(0, end * document.body.scrollHeight), end);
		await expect(host.step('close')).toBeInViewport({ ratio: 1 });
	}
	const last = host.page.getByRole('contentinfo').getByRole('link').last();
	await last.focus();
	const [button, link] = [await host.step('close').boundingBox(), await last.boundingBox()];
	expect(link!.y + link!.height).toBeLessThanOrEqual(button!.y);
});
