import * as l10n from '@vscode/l10n';
import type { DocumentFacts } from '../analysis/documentAnalysis.ts';
import type { BoundedPattern } from '../matching/boundedPattern.ts';
import type { SecretShape } from '../types.ts';
import type { Draft } from './rule.ts';

const compiled = new Map<string, BoundedPattern | undefined>();

/** Words that a real key does not contain. */
const placeholder =
  /your|example|placeholder|changeme|change_me|replace|insert|dummy|fake|sample|redacted|secret_?key|api_?key|\.\.\.|<|(.)\1{5}|0123|1234567|abcdef/i;

const token = /[A-Za-z0-9_.~+/=-]{8,}/g;

/** The facts of a text that the rule needs. */
export type KeyFacts = Pick<DocumentFacts, 'path' | 'isIgnored' | 'set'>;

/**
 * A literal has the shape of the API's key.
 * Rationale: a key in source is a key in every clone and in the history. It needs no syntax tree: every text counts, but
 * for files that git ignores and `.env` files, which is where keys belong.
 */
export async function findExposedKeys(text: string, { path, isIgnored, set }: KeyFacts): Promise<readonly Draft[]> {
  if (/(^|\/)\.env(\.[^/]*)?$/.test(path)) return [];
  const drafts: Draft[] = [];
  for (const catalogue of set.catalogues) {
    const { secrets, detect } = catalogue;
    if (secrets.length === 0) continue;
    if (detect.keyPrefixes.length > 0 && !detect.keyPrefixes.some((prefix) => text.includes(prefix))) continue;
    const patterns = await Promise.all(secrets.map(async (secret) => ({ secret, pattern: await patternOf(secret) })));
    for (const match of text.matchAll(token)) {
      const secret = patterns.find(({ pattern }) => pattern?.matches(match[0]))?.secret;
      if (!secret || placeholder.test(match[0])) continue;
      drafts.push({
        severity: 'error',
        span: { start: match.index, end: match.index + match[0].length },
        message: l10n.t(
          'This looks like a {0}. Keep it out of source: read it from the environment, and revoke this one.',
          secret.name,
        ),
        catalogue: catalogue.id,
        codes: [],
      });
    }
  }
  return drafts.length > 0 && isIgnored() ? [] : drafts;
}

/** RE2 is only loaded for a text that may contain a key: few do. */
async function patternOf({ pattern }: SecretShape): Promise<BoundedPattern | undefined> {
  if (!compiled.has(pattern)) {
    const { createBoundedPattern } = await import('../matching/boundedPattern.ts');
    const result = createBoundedPattern(pattern);
    compiled.set(pattern, result.ok ? result.pattern : undefined);
  }
  return compiled.get(pattern);
}
