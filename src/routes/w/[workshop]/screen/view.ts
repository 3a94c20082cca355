import type { SharedSnapshot } from '$lib/protocol';

/** What the projector shows of a workshop that has begun; also the name of the message that tells it. */
export type View = 'lobby' | 'open' | 'free' | 'closed' | 'revealed' | 'end';

/** What the projector shows. Nothing of a scene's answers before it is revealed. */
export function viewOf({ stage, at, statuses, pace, picture }: SharedSnapshot): View {
	if (stage !== 'scene') return stage;
	const status = statuses[at];
	if (status === 'revealed' && picture) return 'revealed';
	if (status === 'closed' || status === 'revealed') return 'closed';
	// Everybody is at another scene then: one of them on the wall would only distract.
	return pace === 'free' ? 'free' : 'open';
}
