import * as l10n from '@vscode/l10n';
import { listAt, mapAt, textAt, createLocator } from './placedAccess.ts';
import type { Placed } from './placed.ts';
import { parsePlaced } from './placedDocument.ts';
import { createReading } from './createReading.ts';
import { createReferences, RelatedFiles } from './openapiReferences.ts';
import { readProse } from './openapiProse.ts';
import { readDescription } from './openapiReading.ts';
import { toPlainText } from './codeText.ts';
import type { CatalogueSource, SourceReading } from './source.ts';

/** Times that files are loaded which other loaded files ask for. */
const mostRounds = 50;

/**
 * OpenAPI 3.0 and 3.1 and Swagger 2, in JSON or YAML: the codes that schemas, descriptions and examples of error responses list.
 */
export const openapi: CatalogueSource = {
  id: 'openapi',
  title: 'OpenAPI document',
  endings: ['.json', '.yaml', '.yml'],
  accepts: ({ text }) =>
    /"(?:openapi|swagger)"\s{0,9}:\s{0,9}["'][23]\.|^["']?(?:openapi|swagger)["']?[ \t]{0,9}:[ \t]{0,9}["']?[23]\b/m.test(text),
  async read({ name, text }, host): Promise<SourceReading> {
    const parsed = await parsePlaced(text, name.toLowerCase().endsWith('.json'));
    const { root } = parsed;
    if (!root) return createReading({ notes: parsed.notes });
    if (root.kind !== 'map' || !(root.entries.has('openapi') || root.entries.has('swagger'))) {
      const message = l10n.t('The document is no OpenAPI document: it has no "openapi" or "swagger" at its top.');
      return createReading({ notes: [...parsed.notes, { line: undefined, message, severity: 'error' }] });
    }
    const locate = createLocator(text);
    const files = new RelatedFiles(root, (offset) => locate(offset).line);
    const references = createReferences(files);
    const main = { node: root, file: '', place: root.offset };
    let reading = readDescription(references, main, text, locate);
    for (let round = 0; round < mostRounds && (await files.load(host)); round++) {
      reading = readDescription(references, main, text, locate);
    }
    const prose = await readProse(references, main, locate);
    // Once the codes are found in a table, a missing list in the schemas is no problem.
    const notes = prose.codes.length > 0 && reading.codes.length === 0 ? [] : reading.notes;
    return createReading({
      codes: [...reading.codes, ...prose.codes],
      title: toPlainText(textAt(mapAt(root, 'info'), 'title') ?? ''),
      hosts: readHosts(root),
      from: [...reading.from, ...prose.from],
      notes: [...parsed.notes, ...files.notes, ...notes, ...prose.notes],
    });
  },
};

/** Hosts of the API's servers; without templates, local machines and hosts in examples. */
function readHosts(root: Placed): readonly string[] {
  const addresses = (listAt(root, 'servers')?.items ?? []).slice(0, 1_000).map((server) => textAt(server, 'url') ?? '');
  const old = textAt(root, 'host');
  const hosts = addresses.flatMap(
    (address) => /^(?:https?|wss?):\/\/(?:[^/?#@]{0,200}@)?([^/?#:]{1,253})/i.exec(address)?.[1] ?? [],
  );
  if (old !== undefined) hosts.push(old.replace(/:\d+$/, ''));
  return [...new Set(hosts.map((host) => host.toLowerCase()))].filter(
    (host) =>
      /^[a-z\d-]+(?:\.[a-z\d-]+)+$/.test(host) &&
      !/^[\d.]+$/.test(host) &&
      !/(?:^|\.)(?:localhost|local|internal|test|invalid|example)$|(?:^|\.)example\.\w+$/.test(host),
  );
}
