import { pathToFileURL } from 'node:url';

/** What `import.meta.url` is in the bundles, which are CommonJS: the build puts this in its place. */
export const importMetaUrl = pathToFileURL(__filename).href;
