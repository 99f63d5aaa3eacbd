import data from '../../../data/secretShapes.json' with { type: 'json' };
import { looksRandom } from './entropy.ts';
import type { SecretRule } from './secretRule.ts';

interface SharedShape {
  readonly id: string;
  readonly pattern: string;
  readonly keywords: readonly string[];
  readonly entropy?: number;
}

/** The shapes of credentials that gitleaks knows (`scripts/secretShapes`). */
export const sharedShapes: readonly SecretRule[] = (data.rules as readonly SharedShape[]).map(
  ({ pattern, keywords, entropy = 0 }) => ({
    kind: 'API key',
    keywords,
    pattern: new RegExp(pattern, 'gm'),
    accept: (secret) => looksRandom(secret, entropy),
  }),
);
