// npm run chaos [-- minutes [seed [SQLite|PostgreSQL]]]: faults of all kinds while workshops run; 1 where something is lost.
import { build } from './lib/build.mjs';
import { install } from './lib/install.mjs';
import { main, run } from './lib/run.mjs';
import { Failure, toolEnv } from './lib/tools.mjs';

const [minutes = '3', seed = String(Date.now() % 1_000_000), databases = 'SQLite,PostgreSQL'] =
	process.argv.slice(2);

await main(async () => {
	if (!(Number(minutes) > 0) || !Number.isInteger(Number(seed)))
		throw new Failure('Say minutes and seed as numbers: npm run chaos -- 3 42');
	await install();
	await build();
	console.log(`Seed ${seed}`);
	const env = { ...toolEnv(), CHAOS_MINUTES: minutes, CHAOS_SEED: seed, CHAOS_DATABASES: databases };
	process.exitCode = await run(['vitest', 'run', '--config', 'tests/chaos/vitest.config.ts'], { env });
});
