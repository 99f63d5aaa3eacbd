// npm run soak: opens and closes documents, changes catalogues and folders for some minutes, and fails when memory is not given
// back. By hand, not part of npm test: it takes up to ten minutes. A factor makes it shorter (npm run soak -- 0.1).
import { pathToFileURL } from 'node:url';
import { build, root, setUpDependencies } from './setUp.mjs';

setUpDependencies();
build();
const { bundleForNode } = await import('./bundle.mjs');
const [script] = await bundleForNode(['test/soak/runSoak.ts']);
const { default: runSoak } = await import(pathToFileURL(script).href);
process.exitCode = await runSoak(root, Number(process.argv[2] ?? 1));
