import { cpSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { Builds } from '../../../scripts/lib/builds.mjs';

/** Files that name others. */
const TEXTS = ['.js', '.css', '.json', '.html'];

/** The build that the other tests look at. */
export function currentBuild(): string {
	const build = new Builds().current();
	if (!build) throw new Error('there is no build');
	return build;
}

/**
 * Writes what the next deploy brings: the current build with another version, and another name for every file whose
 * name holds a hash. `folder` lies in the project, so that what the server imports is found.
 */
export function makeNextBuild(folder: string): void {
	cpSync(currentBuild(), folder, { recursive: true, filter: (file) => !/\.(br|gz|map)$/.test(file) });
	const client = join(folder, 'client/_app');
	const hashed = filesIn(join(client, 'immutable'));
	const names = new Map(hashed.map((file) => [basename(file), `next-${basename(file)}`]));
	const { version } = JSON.parse(readFileSync(join(client, 'version.json'), 'utf8')) as { version: string };
	names.set(version, `${version}-next`);
	const any = new RegExp([...names.keys()].map((name) => name.replaceAll('.', '\\.')).join('|'), 'g');
	const renamed = (text: string) => text.replace(any, (name) => names.get(name) ?? name);
	for (const file of filesIn(folder)) {
		if (TEXTS.includes(extname(file))) writeFileSync(file, renamed(readFileSync(file, 'utf8')));
		// The server keeps small styles in files that are called like those of the client.
		renameSync(file, join(dirname(file), renamed(basename(file))));
	}
	rmSync(join(folder, 'users'), { recursive: true, force: true });
}

function filesIn(folder: string): string[] {
	return readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((name) => join(folder, name))
		.filter((file) => statSync(file).isFile());
}
