export const ROLES = [
	{ role: 'taker', things: ['answers', 'words', 'link', 'picture', 'paper', 'offline'] },
	{ role: 'participant', things: ['cookie', 'device', 'server', 'gone'] },
	{ role: 'host', things: ['cookie', 'list', 'scenes', 'key', 'workshop', 'files'] },
	{ role: 'operator', things: ['limits', 'log', 'power'] }
] as const;
