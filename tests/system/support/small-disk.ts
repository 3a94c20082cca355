import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../support/server';

/** From large to small, so that the last byte is taken. */
const PARTS = [65_536, 4_096, 1];

/** A disk of so many MB in memory, or why there can be none here: it takes the right to mount one. */
export function mountSmallDisk(megabytes: number) {
	const folder = makeFolder();
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'pipe' });
	} catch (error) {
		return { problem: (error as Error).message };
	}
	const ballast = join(folder, 'ballast');
	return {
		folder,
		/** Takes all the room there is. */
		fill(): void {
			const file = openSync(ballast, 'a');
			for (const size of PARTS) {
				const part = Buffer.alloc(size);
				try {
					while (writeSync(file, part) === size);
				} catch (error) {
					if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
				}
			}
			closeSync(file);
		},
		/** Gives it back. */
		free: () => rmSync(ballast),
		unmount: () => void execFileSync('umount', ['--lazy', folder])
	};
}
