import { sourceOf } from '../../../server/src/service/languages/sourceOf.ts';
import { unhurried } from '../../../server/src/service/syntax/pace.ts';
import { createTreeCache } from '../../../server/src/service/syntax/treeCache.ts';
import { testParsers } from './testService.ts';

/** Follows a document through its edits. */
export interface TreeHistory {
  /**
   * Whether the parser makes the same of the document's next text as it makes of it afresh. Of broken texts it keeps what it made
   * of the text before, where it can: both ways of reading them are right.
   */
  readonly readsAlike: (text: string) => Promise<boolean>;
  readonly end: () => void;
}

/** Begins with no text. */
export function createTreeHistory(languageId: string): TreeHistory {
  const kept = createTreeCache();
  return {
    readsAlike: async (whole) => {
      const source = await sourceOf(languageId, whole);
      if (!source) return true;
      const { text, language } = source;
      const parser = await testParsers.parserFor(language.grammar);
      const fresh = createTreeCache();
      const spell = async (cache: typeof kept) => {
        const parsed = await cache.treeOf('document', text, parser, unhurried);
        const spelt = parsed?.tree.rootNode.toString();
        parsed?.release();
        return spelt;
      };
      const isAlike = (await spell(kept)) === (await spell(fresh));
      fresh.clear();
      return isAlike;
    },
    end: () => kept.clear(),
  };
}
