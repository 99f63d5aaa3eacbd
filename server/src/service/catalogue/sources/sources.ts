import { asciidoc } from './asciidoc.ts';
import { botocore } from './botocore.ts';
import { delimited } from './delimited.ts';
import { graphql } from './graphql.ts';
import { html } from './html.ts';
import { jsonList } from './jsonList.ts';
import { markdown } from './markdown.ts';
import { openapi } from './openapi.ts';
import { postman } from './postman.ts';
import { protobuf } from './protobuf.ts';
import { restructured } from './restructured.ts';
import { smithy } from './smithy.ts';
import { sourceCode } from './sourceCode.ts';
import type { CatalogueSource, SourceDocument } from './source.ts';

/** Every kind of document that a catalogue can be read out of; of those that accept a document the first reads it. */
export const catalogueSources: readonly CatalogueSource[] = [
  openapi,
  postman,
  smithy,
  botocore,
  jsonList,
  markdown,
  html,
  restructured,
  asciidoc,
  delimited,
  protobuf,
  graphql,
  sourceCode,
];

/** The reader for a document; undefined when it is of no kind that can be read. */
export function findSource(document: SourceDocument): CatalogueSource | undefined {
  const name = document.name.toLowerCase();
  return catalogueSources.find((source) => source.endings.some((ending) => name.endsWith(ending)) && source.accepts(document));
}
