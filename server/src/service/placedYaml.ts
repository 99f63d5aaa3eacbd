import * as l10n from '@vscode/l10n';
import { isMap, isScalar, LineCounter, type Node, parseDocument } from 'yaml';
import { describeError } from '../shared/describeError.ts';
import { isYamlTooDeep } from './documentDepth.ts';

/** A problem at a place of a text; line and column from 0. */
export interface PlacedProblem {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** The value of a text, and the places in it; or why it has none. */
export type PlacedYaml =
  | { readonly problems: readonly PlacedProblem[] }
  | {
      readonly value: unknown;
      readonly contents: Node | null;
      /** A problem at an offset of the text. */
      readonly at: (offset: number, message: string) => PlacedProblem;
    };

/** The aliases that one alias may expand to; without a limit, a few lines of them can grow without end. */
const aliasLimit = 100;

/** Reads a text in YAML or JSON. Never throws. */
export function readPlacedYaml(text: string): PlacedYaml {
  if (isYamlTooDeep(text))
    return { problems: [{ line: 0, column: 0, message: l10n.t('The document is nested too deeply to be read.') }] };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number, message: string): PlacedProblem => {
    const { line, col } = lines.linePos(offset);
    return { line: line - 1, column: col - 1, message };
  };
  if (document.errors.length > 0) return { problems: document.errors.map(({ pos, message }) => at(pos[0], message)) };
  try {
    return { value: document.toJS({ maxAliasCount: aliasLimit }), contents: document.contents, at };
  } catch (error) {
    return { problems: [at(0, describeError(error))] };
  }
}

/** The offset of a key, or of the part of it that exists. @param key with dots between its parts, which may have dots too */
export function offsetOfKey(contents: Node | null, key: string): number {
  let node: unknown = contents;
  let offset = 0;
  let rest = key;
  while (isMap(node) && rest !== '') {
    const pair = node.items.find(
      ({ key: name }) => isScalar(name) && (rest === String(name.value) || rest.startsWith(`${String(name.value)}.`)),
    );
    if (!pair || !isScalar(pair.key)) break;
    offset = pair.key.range?.[0] ?? offset;
    rest = rest.slice(String(pair.key.value).length + 1);
    node = pair.value;
  }
  return offset;
}
