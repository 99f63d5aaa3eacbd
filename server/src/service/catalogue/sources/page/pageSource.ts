import type { CatalogueSource, SourceDocument, SourceHost } from '../source.ts';
import type { PageContent } from './pageBlocks.ts';
import { readPageCodes } from './pageCodes.ts';
import { refuseLarge } from './refuseLarge.ts';

/** A kind of pages of documentation. @param readBlocks takes a page apart */
export function createPageSource(
  kind: Pick<CatalogueSource, 'id' | 'title' | 'endings'>,
  readBlocks: (document: SourceDocument, host: SourceHost) => PageContent | Promise<PageContent>,
): CatalogueSource {
  return {
    ...kind,
    accepts: () => true,
    async read(document, host) {
      const refused = refuseLarge(document.text);
      return refused ?? readPageCodes({ name: document.name, ...(await readBlocks(document, host)) }, host);
    },
  };
}
