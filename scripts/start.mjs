// npm start: sets up missing parts, then opens a VS Code with the extension on the sample workspace.
// npm start -- --smoke: the same without a window; prints the texts that a person would see, and ends.
import { pathToFileURL } from 'node:url';
import { build, root, setUpDependencies } from './setUp.mjs';

setUpDependencies();
build();
const { bundleForNode } = await import('./bundle.mjs');
const { packExtension } = await import('./package.mjs');
const smoke = process.argv.includes('--smoke');
const [script] = await bundleForNode([smoke ? 'scripts/editor/showSmoke.ts' : 'scripts/editor/openSample.ts']);
const { default: main } = await import(pathToFileURL(script).href);
try {
  await main(root, packExtension);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
