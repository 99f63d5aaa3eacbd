import { pathToFileURL } from 'node:url';

/** The value of `import.meta.url` in the bundles, which are CommonJS: the build puts this in its place. */
export const importMetaUrl = pathToFileURL(__filename).href;
