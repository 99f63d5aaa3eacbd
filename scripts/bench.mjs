// npm run bench: measures the built product against its peers, or only the named benches (npm run bench -- keystroke lookup).
// --record keeps the ratios as those that later runs are compared with. No time fails it.
import { pathToFileURL } from 'node:url';
import { build, root, setUpDependencies } from './setUp.mjs';

setUpDependencies();
build();
const { bundleForNode } = await import('./bundle.mjs');
const [script] = await bundleForNode(['test/bench/runBenches.ts']);
const { default: runBenches } = await import(pathToFileURL(script).href);
process.exitCode = await runBenches(root, process.argv.slice(2));
