import { afterEach, expect, test, vi } from 'vitest';
import { HostLink } from './host-link.svelte';

const LINK = 'https://quiz.example/w/2C4D6F/host?key=old';

afterEach(() => void vi.unstubAllGlobals());

/** A link whose requests are answered by these, one after another; null is a network that fails. */
function linkWith(...answers: (Response | Promise<Response> | null)[]) {
	const keys: unknown[] = [];
	vi.stubGlobal('fetch', (_: string, { body }: RequestInit) => {
		if (typeof body === 'string') keys.push((JSON.parse(body) as { key: unknown }).key);
		const answer = answers.shift();
		return answer ? Promise.resolve(answer) : Promise.reject(new TypeError('no network'));
	});
	const onRenewed = vi.fn();
	return { shown: new HostLink('/w/2C4D6F/host/link', onRenewed), keys, onRenewed };
}

const linked = (link = LINK) => Response.json({ link });
const refused = (status: number) => Response.json({ reason: 'x' }, { status });

test('a link that is hidden before it has come is not shown', async () => {
	const late = Promise.withResolvers<Response>();
	const { shown } = linkWith(late.promise);
	const showing = shown.show();
	shown.hide();
	late.resolve(linked());
	await showing;
	expect(shown).toMatchObject({ notice: 'hidden', link: null });
});

test('a link is hidden where it was shown, and nothing is said where it was not', async () => {
	const { shown } = linkWith(linked());
	shown.hide();
	expect(shown.notice).toBeNull();
	await shown.show();
	shown.hide();
	expect(shown).toMatchObject({ notice: 'hidden', link: null });
});

test('a key is sent again until somebody has answered, and then never', async () => {
	const { shown, keys, onRenewed } = linkWith(null, refused(503), linked(), linked());
	await shown.renew();
	expect(shown).toMatchObject({ notice: 'notSent', busy: false, link: null });
	await shown.renew();
	expect(shown.notice).toBe('refused');
	await shown.renew();
	expect(shown).toMatchObject({ notice: 'renewed', link: LINK });
	expect(onRenewed).toHaveBeenCalledOnce();
	await shown.renew();
	expect(keys[0]).toMatch(/^[\w-]{24}$/);
	expect(keys.map((key) => key === keys[0])).toEqual([true, true, true, false]);
});

test('a link that was shown goes where this browser leads no longer', async () => {
	const { shown, onRenewed } = linkWith(linked(), refused(401));
	await shown.show();
	expect(shown).toMatchObject({ notice: 'shown', link: LINK });
	await shown.renew();
	expect(shown).toMatchObject({ notice: 'forbidden', link: null });
	expect(onRenewed).not.toHaveBeenCalled();
});

test('a link that is asked for twice at once is asked for once', async () => {
	const late = Promise.withResolvers<Response>();
	const { shown } = linkWith(late.promise, linked('https://quiz.example/second'));
	const showing = shown.show();
	expect(shown.busy).toBe(true);
	await shown.show();
	late.resolve(linked());
	await showing;
	expect(shown).toMatchObject({ busy: false, link: LINK });
});
