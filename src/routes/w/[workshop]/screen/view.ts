import { statusAt, type Part } from '$lib/group';
import type { SharedSnapshot } from '$lib/protocol';

/** Names also the message that describes the view. */
export type View = 'lobby' | 'open' | 'free' | 'closed' | Part;

export function viewOf(snapshot: SharedSnapshot): View {
	const { stage, at, pace, picture, parts } = snapshot;
	if (stage === 'lobby') return stage;
	const part = parts.at(-1);
	if (stage === 'end') return part ?? 'own';
	if (part && picture) return part;
	const status = statusAt(snapshot, at);
	if (status === 'closed' || status === 'revealed') return 'closed';
	// With a free pace everybody is at another scene.
	return pace === 'free' ? 'free' : 'open';
}
