import * as l10n from '@vscode/l10n';
import { isYamlTooDeep } from '../documentDepth.ts';
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { type EngineSetting, readEngineSettings } from './engineSettings.ts';

/** The content of a file of log engines. Lines and columns count from 1. */
export interface EnginesFile {
  readonly engines: readonly EngineSetting[];
  readonly problems: readonly { readonly line: number; readonly column: number; readonly message: string }[];
}

/** Reads log engines by name out of YAML or JSON, in the shape of the setting `lookup.engines`. Never throws. */
export function readEnginesFile(text: string): EnginesFile {
  if (isYamlTooDeep(text)) {
    const message = l10n.t('The document is nested too deeply to be read.');
    return { engines: [], problems: [{ line: 1, column: 1, message }] };
  }
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number, message: string) => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col, message };
  };
  if (document.errors.length > 0)
    return { engines: [], problems: document.errors.map(({ pos, message }) => at(pos[0], message)) };
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    return { engines: [], problems: [at(0, error instanceof Error ? error.message : String(error))] };
  }
  const problems: EnginesFile['problems'][number][] = [];
  const engines = readEngineSettings(value, (path, expected) => {
    problems.push(at(offsetOf(document.contents, path), `${path.join('.') || 'The file'} must be ${expected}.`));
  });
  return { engines, problems };
}

/** The offset of the innermost existing key of a path. */
function offsetOf(root: unknown, path: readonly string[]): number {
  let [node, offset]: [unknown, number] = [root, 0];
  for (const name of path) {
    const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && String(key.value) === name) : undefined;
    if (!pair || !isScalar(pair.key)) break;
    offset = pair.key.range?.[0] ?? offset;
    node = pair.value;
  }
  return offset;
}
