import * as l10n from '@vscode/l10n';
import type { Placed } from './placed.ts';
import { shareKeys } from './placedAccess.ts';

/** A parsed text in JSON. */
export interface PlacedJson {
  readonly root: Placed | undefined;
  /** The first thing that is wrong, with its line from 0. */
  readonly problem: { readonly line: number; readonly message: string } | undefined;
  /** The line of the first value that is too deep to be read. */
  readonly deepLine: number | undefined;
}

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
 * Parses JSON, with comments and trailing commas. It is read value by value, so that no tree of its own is in memory.
 * @param deepest values below so many levels are left out
 */
export async function parsePlacedJson(text: string, deepest: number): Promise<PlacedJson> {
  const { visit, printParseErrorCode } = await import('jsonc-parser');
  const open: (Open | undefined)[] = [];
  let root: Placed | undefined;
  let problem: PlacedJson['problem'];
  let deepLine: number | undefined;
  const shared = shareKeys();
  const put = (value: Placed): void => {
    const parent = open.at(-1);
    if (open.length === 0) root ??= value;
    else if (parent?.kind === 'map') parent.entries.set(parent.key, { keyOffset: parent.keyOffset, value });
    else parent?.items.push(value);
  };
  const begin = (value: Open, line: number): void => {
    if (open.length > deepest) {
      if (deepLine === undefined) deepLine = line;
      put({ kind: 'scalar', offset: value.offset, value: null });
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
      onLiteralValue(value: unknown, offset) {
        const scalar = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null;
        put({ kind: 'scalar', offset, value: scalar });
      },
      onError(code, _offset, _length, line) {
        problem ??= { line, message: l10n.t('The JSON is broken: {0}', printParseErrorCode(code)) };
      },
    },
    { allowTrailingComma: true, disallowComments: false },
  );
  return { root: problem ? undefined : root, problem, deepLine };
}
