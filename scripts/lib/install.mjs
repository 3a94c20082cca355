import { inTurn } from './lock.mjs';
import { bringNode, hasNode } from './node.mjs';
import { isInstalled, npmCi } from './npm.mjs';

export async function install() {
	await inTurn(
		() => isInstalled('.') && hasNode(),
		async () => {
			if (isInstalled('.')) return bringNode();
			console.log('Installing what No Strings needs (once, a minute or so) ...');
			// Development packages include the build tools, which `NODE_ENV=production` would leave out.
			await npmCi('.', ['--include=dev']);
			// npm does it after installing, unless it was told to run no scripts.
			await bringNode();
		}
	);
}

export async function installBench() {
	await install();
	await inTurn(
		() => isInstalled('bench'),
		async () => {
			console.log('Installing what the benches compare with (once) ...');
			// Stryker's peer is our own vitest, not another one beside it.
			await npmCi('bench', ['--legacy-peer-deps']);
		}
	);
}
