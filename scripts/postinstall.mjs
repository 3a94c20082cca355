import { bringNode } from './lib/node.mjs';
import { main } from './lib/run.mjs';

await main(bringNode);
