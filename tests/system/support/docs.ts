import { readFileSync } from 'node:fs';

const deploying = readFileSync(new URL('../../../docs/DEPLOY.md', import.meta.url), 'utf8');

/** An example from `docs/DEPLOY.md`, as it stands there, so that what is written is what is tested. */
export function exampleIn(language: string, containing: string): string {
	for (const [, found = '', example = ''] of deploying.matchAll(/^```(\w*)\n(.*?)^```$/gms))
		if (found === language && example.includes(containing)) return example;
	throw new Error(`docs/DEPLOY.md has no example in ${language} with ${containing}`);
}

/** The environment that the example of a service sets. */
export function serviceEnvironment(): Record<string, string> {
	const lines = exampleIn('ini', '[Service]').matchAll(/^Environment=(.*)$/gm);
	const pairs = [...lines].flatMap(([, line = '']) => line.split(' '));
	return Object.fromEntries(pairs.map((pair) => pair.split('=') as [string, string]));
}
