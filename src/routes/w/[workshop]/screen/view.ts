import type { Part } from '$lib/group';
import type { SharedSnapshot } from '$lib/protocol';

/** Names also the message that describes the view. */
export type View = 'lobby' | 'open' | 'free' | 'closed' | Part;

export function viewOf({ stage, at, statuses, pace, picture, parts }: SharedSnapshot): View {
	if (stage === 'lobby') return stage;
	const part = parts.at(-1);
	if (stage === 'end') return part ?? 'own';
	if (part && picture) return part;
	const status = statuses[at];
	if (status === 'closed' || status === 'revealed') return 'closed';
	// With a free pace everybody is at another scene.
	return pace === 'free' ? 'free' : 'open';
}
