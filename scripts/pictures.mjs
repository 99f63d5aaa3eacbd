// npm run pictures: takes the README's pictures from a real VS Code, into docs/pictures/.
import { pathToFileURL } from 'node:url';
import { build, root, setUpDependencies } from './setUp.mjs';

setUpDependencies();
build();
const { bundleForNode } = await import('./bundle.mjs');
const { packExtension } = await import('./package.mjs');
const [script] = await bundleForNode(['scripts/editor/takePictures.ts']);
const { default: takePictures } = await import(pathToFileURL(script).href);
await takePictures(root, await packExtension());
