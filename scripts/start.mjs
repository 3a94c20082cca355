// npm start: install if needed, build if needed, serve. Plain JavaScript: it runs before anything is installed,
// on whatever Node the machine has.
import { build } from './lib/build.mjs';
import { install } from './lib/install.mjs';
import { run, Stopped } from './lib/run.mjs';
import { Failure } from './lib/tools.mjs';

try {
	await install();
	await build();
	process.exitCode = await run(['node', 'server/main.ts']);
} catch (error) {
	if (error instanceof Failure) {
		console.error(error.message);
		process.exitCode = 1;
	} else if (!(error instanceof Stopped)) {
		throw error;
	}
}
