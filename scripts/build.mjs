// npm run build: builds the app where a server finds it, and takes nothing from under one that runs.
import { build } from './lib/build.mjs';
import { main } from './lib/run.mjs';

await main(build);
