import { expect, test as base } from '@playwright/test';
import { startServer, type TestServer } from '../../support/server';
import { LiveWorkshop, type Answer } from '../../support/workshop-api';

/*
 * Somebody who knows a workshop's code and means harm. Whatever they send, the answer has the right status, nothing in
 * the workshop changes, the others go on, and the server neither fails nor tells a secret.
 */

/** A workshop with its first scene open, three honest people who have answered it, and somebody who means harm. */
async function openUnderAttack(base: string) {
	const workshop = await LiveWorkshop.open(base, { title: 'Tuesday', rows: true });
	const honest = await workshop.seats(3);
	const mallory = await workshop.seat();
	await workshop.act('start');
	for (const visitor of honest) expect((await workshop.answer(visitor, 'thin-post', 2)).status).toBe(200);
	const secrets = [
		workshop.key,
		...[workshop.host, mallory, ...honest].flatMap(({ cookies }) => [...cookies.values()])
	];
	/** Returns all that anybody can see of it; its version counts every change. */
	const look = async () => JSON.stringify([await workshop.room(), await workshop.hostSnapshot()]);

	return {
		workshop,
		honest,
		mallory,
		/** Tries something that must be refused and leave no trace. */
		attempt: async (name: string, status: number, answering: () => Promise<Answer>, reason?: string) => {
			await test.step(name, async () => {
				const before = await look();
				const answer = await answering();
				expect.soft(answer.status, `${name}: ${answer.text.slice(0, 200)}`).toBe(status);
				if (reason) expect.soft(answer.text, name).toBe(JSON.stringify({ reason }));
				expectHarmless(answer, secrets);
				expect(await look(), `${name} changed something`).toBe(before);
			});
		},
		/** The others go on as if nothing had been. */
		goOn: async () => {
			for (const visitor of honest)
				expect((await workshop.answer(visitor, 'thin-post', 3)).text).toBe('{"stored":true}');
			expect((await workshop.act('close', 'reveal')).picture).toEqual({ kind: 'nearlyAll', rung: 3 });
		}
	};
}

/** Expects no failure, no insight into the server, and no secret, not even the visitor's own. */
function expectHarmless({ status, headers, text }: Answer, secrets: readonly string[]) {
	expect(status).toBeLessThan(500);
	const everything = text + JSON.stringify(headers);
	expect(everything).not.toMatch(
		/node_modules|\.[jt]s:\d+|\bat \S+ \(|sqlite|valibot|kysely|\/home\/|\/tmp\//i
	);
	for (const secret of secrets) expect(everything).not.toContain(secret);
}

export const test = base.extend<
	{ attack: Awaited<ReturnType<typeof openUnderAttack>> },
	{ attacked: TestServer; base: string }
>({
	attacked: [
		async ({}, use) => {
			const server = await startServer();
			await use(server);
			expect(server.said() + server.logged(), 'the server met nothing that it did not expect').not.toContain(
				'"level":"error"'
			);
			expect(await server.stop('SIGTERM')).toMatchObject({ code: 0 });
		},
		{ scope: 'worker' }
	],
	base: [async ({ attacked }, use) => use(attacked.base), { scope: 'worker' }],
	attack: async ({ base }, use) => use(await openUnderAttack(base))
});

export { expect };
