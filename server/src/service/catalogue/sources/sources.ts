import { html } from './html.ts';
import { jsonList } from './jsonList.ts';
import { markdown } from './markdown.ts';
import { openapi } from './openapi.ts';
import type { CatalogueSource, SourceDocument } from './source.ts';

/** Every kind of document that a catalogue can be read out of; of those that accept a document the first reads it. */
export const catalogueSources: readonly CatalogueSource[] = [openapi, jsonList, markdown, html];

/** The reader for a document; undefined when it is of no kind that can be read. */
export function findSource(document: SourceDocument): CatalogueSource | undefined {
  const name = document.name.toLowerCase();
  return catalogueSources.find((source) => source.endings.some((ending) => name.endsWith(ending)) && source.accepts(document));
}
