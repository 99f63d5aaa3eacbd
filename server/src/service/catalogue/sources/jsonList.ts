import * as l10n from '@vscode/l10n';
import { count } from '../../../shared/count.ts';
import { describeError } from '../../../shared/describeError.ts';
import { createReading } from './createReading.ts';
import { readCodeRows } from './codeRows.ts';
import { isAboutCodes } from './rowNames.ts';
import { toPlainText } from './codeText.ts';
import { createLocator, placeValue, textAt } from './placedAccess.ts';
import type { Placed, PlacedDocument } from './placed.ts';
import { parsePlaced, refuseLong } from './placedDocument.ts';
import type { CatalogueSource, SourceNote, SourceReading } from './source.ts';

/** Files of tools, which are never about error codes, and catalogues themselves. */
const others =
  /(?:^|\/)(?:package(?:-lock)?|tsconfig[^/]*|jsconfig|composer|lerna|nx|turbo|angular|deno|bower|manifest|launch|settings|tasks|docker-compose[^/]*|pnpm-[^/]*|mkdocs|_config|biome|renovate|vercel|\.[^/]*)\.(?:jsonl?|ya?ml)$|\.error-codes\.(?:json|ya?ml)$|\.schema\.json$/;

/** Lists of error codes in JSON, JSON lines or YAML: rows with a code, or an object from codes to their meanings. */
export const jsonList: CatalogueSource = {
  id: 'json-list',
  title: 'JSON or YAML list of codes',
  endings: ['.json', '.jsonl', '.yaml', '.yml'],
  accepts({ name, text }) {
    const lower = name.toLowerCase();
    if (others.test(lower)) return false;
    return !lower.includes('.json') || /^\uFEFF?\s{0,1000}(?:[[{]|\/[/*])/.test(text.slice(0, 1_100));
  },
  async read({ name, text }): Promise<SourceReading> {
    const lower = name.toLowerCase();
    const { root, notes } = lower.endsWith('.jsonl') ? parseLines(text) : await parsePlaced(text, lower.endsWith('.json'));
    if (!root) return createReading({ notes });
    const locate = createLocator(text);
    const base = name.slice(name.lastIndexOf('/') + 1);
    const rows = readCodeRows(root, isAboutCodes(base));
    const all: SourceNote[] = [
      ...notes,
      ...rows.notes.map(({ place, message }) => ({ line: locate(place).line, message, severity: 'information' as const })),
    ];
    if (rows.codes.length === 0 && all.length === 0) {
      const message = l10n.t(
        'The document has no list of codes: no rows with a "code", and no object from codes to descriptions.',
      );
      all.push({ line: undefined, message, severity: 'error' });
    }
    return createReading({
      codes: rows.codes.map(({ entry, place }) => ({ entry, location: locate(place) })),
      title: rows.codes.length > 0 ? toPlainText(textAt(root, 'title') ?? '') : '',
      groups: rows.groups,
      from: rows.lists > 0 ? [count(rows.lists, 'list')] : [],
      notes: all,
    });
  },
};

const mostBrokenLines = 10;

/** JSON lines: each is read by itself, so that a broken one costs no other. */
function parseLines(text: string): PlacedDocument {
  const refused = refuseLong(text);
  if (refused) return refused;
  const items: Placed[] = [];
  const notes: SourceNote[] = [];
  let offset = 0;
  for (const [line, content] of text.split('\n').entries()) {
    const clean = line === 0 ? content.replace(/^\uFEFF/, '') : content;
    if (clean.trim() !== '') {
      try {
        items.push(placeValue(JSON.parse(clean), offset));
      } catch (error) {
        const message = l10n.t('The JSON is broken: {0}', describeError(error));
        if (notes.length < mostBrokenLines) notes.push({ line, message, severity: 'error' });
      }
    }
    offset += content.length + 1;
  }
  return { root: { kind: 'list', offset: 0, items }, notes };
}
