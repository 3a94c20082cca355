import type { Rung, ScenarioId } from '../../../src/lib/questions';
import type { HostSnapshot } from '../../../src/lib/protocol';
import { listen, type LiveWorkshop, type Visitor } from '../../support/workshop-api';

type Answers = Partial<Record<ScenarioId, Rung>>;

/** What the server has of somebody; undefined where it has no answer. */
export async function ownAnswer(
	workshop: Pick<LiveWorkshop, 'path'>,
	person: Visitor,
	scene: ScenarioId
): Promise<Rung | undefined> {
	return (await ownAnswers(workshop, person))[scene];
}

/** All that the server has of somebody in this round. */
export async function ownAnswers({ path }: Pick<LiveWorkshop, 'path'>, person: Visitor): Promise<Answers> {
	const { status, text } = await person.ask(`${path}/state`);
	if (status !== 200) throw new Error(`the state was refused: ${status} ${text}`);
	const { own } = JSON.parse(text) as { own: { answers: Answers } | null };
	if (!own) throw new Error('the seat is gone');
	return own.answers;
}

/** Between two attempts to connect, in ms: the shortest that participants wait. */
const RECONNECT_MS = 300;

/** A stream as participants, screens and hosts keep it: when it ends, it is opened anew. */
export function follow(base: string, path: string, headers: Record<string, string> = {}) {
	let stopped = false;
	let stream: Awaited<ReturnType<typeof listen>> | undefined;
	const follower = {
		/** How often it was opened. */
		connections: 0,
		/** What it showed last on the connection that it has now. */
		latest: null as HostSnapshot | null,
		stop() {
			stopped = true;
			stream?.close();
		}
	};
	async function read(): Promise<void> {
		stream = await listen(base, path, headers);
		if (stopped || stream.status !== 200) {
			stream.close();
			return;
		}
		follower.connections++;
		for (;;) {
			const event = await stream.next();
			if (event === null) return;
			const data = /^data: (\{.*)$/m.exec(event)?.[1];
			if (data) follower.latest = JSON.parse(data) as HostSnapshot;
		}
	}
	async function keepReading(): Promise<void> {
		while (!stopped) {
			await read().catch(() => undefined);
			follower.latest = null;
			await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS));
		}
	}
	void keepReading();
	return follower;
}

export type Follower = ReturnType<typeof follow>;

/** Sends an answer as a participant's page does: again and again, until it is acknowledged. Gives how often it was refused. */
export async function answerUntilStored(
	workshop: LiveWorkshop,
	person: Visitor,
	scene: ScenarioId,
	rung: Rung,
	round = 1
): Promise<number> {
	for (let refused = 0; ; refused++) {
		const answer = await workshop.answer(person, scene, rung, round).catch(() => null);
		if (answer?.status === 200) return refused;
		// Whoever has lost a server or a database may not be told anything else than that.
		if (answer && answer.status !== 503) throw new Error(`refused: ${answer.status} ${answer.text}`);
		await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS));
	}
}
