/** The number of lines at the start of a text in which the mark of a generator is searched. */
const headLines = 10;

export type SkipReason = 'generated' | 'minified' | 'vendored';

/**
 * Why a text is not analysed: its first lines mark it as generated, it is minified, or it is in a folder for other people's
 * code. Undefined for any other text. Such a file is not corrected by hand, so a finding in it is noise.
 * @param path relative to the workspace, with `/`
 */
export function reasonToSkip(text: string, uri: string, path: string): SkipReason | undefined {
  // In Go, modules lie in `vendor` under their hosts, with manifests of their own.
  const isVendored = /\/(?:node_modules|bower_components|site-packages|third_party|vendor\/[\w-]+(?:\.[\w-]+)+)\//.test(uri);
  if (isVendored || path.startsWith('vendor/')) return 'vendored';
  const head = text.slice(0, 4000).split('\n', headLines).join('\n');
  if (
    /@generated\b|\bDO NOT EDIT\b|\b(?:code|file (?:is|was)|automatically|auto-?) ?(?:auto-?(?:matically )?)?generated (?:by|from|with|using)\b/i.test(
      head,
    )
  )
    return 'generated';
  return isMinified(text) ? 'minified' : undefined;
}

/** Minified code has very long lines throughout, and hardly any white space. */
export function isMinified(text: string): boolean {
  if (text.length < 5000) return false;
  const sample = text.slice(0, 50_000);
  let long = 0;
  for (let start = 0; start < sample.length; ) {
    const feed = sample.indexOf('\n', start);
    const end = feed < 0 ? sample.length : feed;
    if (end - start > 1000) long += end - start;
    start = end + 1;
  }
  if (long < sample.length / 2) return false;
  return (sample.match(/\s/g)?.length ?? 0) < sample.length / 8;
}
