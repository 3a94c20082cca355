// CycloneDX of our own: `npm sbom` omits what is bundled, or refuses oddities of tools.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { installedPackages } from './lib/packages.mjs';
import { root } from './lib/tools.mjs';

/** @type {{ name: string, version: string }} */
const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const components = installedPackages().map(({ dev, licence, ...component }) => ({
	type: 'library',
	...component,
	purl: `pkg:npm/${component.name.replace('@', '%40')}@${component.version}`,
	// Also what only builds may be bundled into what is served.
	scope: dev ? 'optional' : 'required',
	licenses: [{ expression: licence }]
}));
const metadata = { component: { type: 'application', name, version } };
console.log(
	JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', version: 1, metadata, components }, null, '\t')
);
