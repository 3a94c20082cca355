import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const FOLDERS = ['/usr/share/fonts', '/usr/local/share/fonts'].filter((folder) => existsSync(folder));

/** Runs what follows in a view of the file system where the machine's fonts are hidden. */
export const WITHOUT_FONTS = [
	...['unshare', '--map-root-user', '--mount', 'env', 'HOME=/nonexistent', 'sh', '-c'],
	[...FOLDERS.map((folder) => `mount -t tmpfs none ${folder}`), 'exec "$@"'].join(' && '),
	'sh'
];

/** Why fonts cannot be hidden here; null where they can be. */
export function findProblem(): string | null {
	const [program = '', ...args] = [...WITHOUT_FONTS, 'ls', '-A', ...FOLDERS];
	const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8' });
	if (status !== 0) return error?.message ?? stderr;
	const shown = stdout.split('\n').filter((line) => line && !line.endsWith(':'));
	return shown.length === 0 ? null : `there is still ${shown[0]}`;
}
