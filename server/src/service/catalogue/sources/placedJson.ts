import * as l10n from '@vscode/l10n';
import type { Placed, PlacedDocument } from './placed.ts';
import { brokenDocument, deepestValue, placeScalar, shareKeys, tooDeepAt } from './placedAccess.ts';
import type { SourceNote } from './source.ts';

type Open =
  | {
      readonly kind: 'map';
      readonly offset: number;
      readonly entries: Map<string, { keyOffset: number; value: Placed }>;
      key: string;
      keyOffset: number;
    }
  | { readonly kind: 'list'; readonly offset: number; readonly items: Placed[] };

/**
 * Parses JSON, with comments and trailing commas. It is read value by value, so that no tree of its own is in memory. Values
 * that are too deep are left out.
 */
export async function parsePlacedJson(text: string): Promise<PlacedDocument> {
  const { visit, printParseErrorCode } = await import('jsonc-parser');
  const open: (Open | undefined)[] = [];
  let root: Placed | undefined;
  let broken: PlacedDocument | undefined;
  const notes: SourceNote[] = [];
  const shared = shareKeys();
  const put = (value: Placed): void => {
    const parent = open.at(-1);
    if (open.length === 0) root ??= value;
    else if (parent?.kind === 'map') parent.entries.set(parent.key, { keyOffset: parent.keyOffset, value });
    else parent?.items.push(value);
  };
  const begin = (value: Open, line: number): void => {
    if (open.length > deepestValue) {
      if (notes.length === 0) notes.push(tooDeepAt(line));
      put(placeScalar(null, value.offset));
      open.push(undefined);
    } else {
      put(value);
      open.push(value);
    }
  };
  visit(
    text,
    {
      onObjectBegin: (offset, _length, line) =>
        begin({ kind: 'map', offset, entries: new Map(), key: '', keyOffset: offset }, line),
      onArrayBegin: (offset, _length, line) => begin({ kind: 'list', offset, items: [] }, line),
      onObjectEnd: () => void open.pop(),
      onArrayEnd: () => void open.pop(),
      onObjectProperty(key, offset) {
        const parent = open.at(-1);
        if (parent?.kind === 'map') {
          parent.key = shared(key);
          parent.keyOffset = offset;
        }
      },
      onLiteralValue: (value: unknown, offset) => put(placeScalar(value, offset)),
      onError(code, _offset, _length, line) {
        broken ??= brokenDocument(l10n.t('The JSON is broken: {0}', printParseErrorCode(code)), line);
      },
    },
    { allowTrailingComma: true, disallowComments: false },
  );
  return broken ?? { root, notes };
}
