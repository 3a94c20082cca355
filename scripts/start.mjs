// Plain JavaScript: it runs before anything is installed, on whatever Node the machine has.
import { build } from './lib/build.mjs';
import { install } from './lib/install.mjs';
import { main, run } from './lib/run.mjs';
import { servesOnly } from './lib/serves-only.mjs';

await main(async () => {
	if (!servesOnly()) {
		await install();
		await build();
	}
	process.exitCode = await run(['node', 'server/main.ts']);
});
