import type { SharedSnapshot } from '$lib/protocol';

/** Names also the message that describes the view. */
export type View = 'lobby' | 'open' | 'free' | 'closed' | 'revealed' | 'end';

export function viewOf({ stage, at, statuses, pace, picture }: SharedSnapshot): View {
	if (stage !== 'scene') return stage;
	const status = statuses[at];
	if (status === 'revealed' && picture) return 'revealed';
	if (status === 'closed' || status === 'revealed') return 'closed';
	// With a free pace everybody is at another scene.
	return pace === 'free' ? 'free' : 'open';
}
