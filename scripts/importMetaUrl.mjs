/**
 * The value of `import.meta.url` in the bundles, which are CommonJS: the build puts this in its place. In a browser a bundle has
 * no file, and libraries still want an address to resolve names against.
 */
export const importMetaUrl = typeof __filename === 'undefined' ? 'file:///' : require('node:url').pathToFileURL(__filename).href;
