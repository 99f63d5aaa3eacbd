import * as l10n from '@vscode/l10n';
import { valueAt } from './placedAccess.ts';
import type { Placed } from './placed.ts';
import { parsePlaced } from './placedDocument.ts';
import type { SourceHost, SourceNote } from './source.ts';

/** A node of the document or of a related file, with the offset in the document that it is reached at. */
export interface Located {
  readonly node: Placed;
  /** Path relative to the document; empty for the document itself. */
  readonly file: string;
  readonly place: number;
}

/** Follows `$ref`s within a document and to files beside it. */
export interface References {
  /** The target of a node, after any chain of `$ref`s; undefined when it leads nowhere, which is noted. */
  follow(located: Located | undefined): Located | undefined;
  child(located: Located | undefined, key: string): Located | undefined;
  /** The values of a list or of a map's entries. */
  children(located: Located | undefined): readonly (readonly [string, Located])[];
}

/** Files read besides the document, and characters of all of them. */
const mostFiles = 1_000;
const mostCharacters = 20_000_000;
const longestChain = 50;
const mostNotes = 20;

/**
 * Collects the needs of `$ref`s: files that were asked for and not yet loaded, and notes on references that cannot be followed.
 */
export class RelatedFiles {
  private readonly files = new Map<string, Placed | undefined>();
  private readonly missing = new Map<string, number>();
  private characters = 0;
  readonly notes: SourceNote[] = [];
  private readonly main: Placed;
  private readonly lineOf: (offset: number) => number;

  constructor(main: Placed, lineOf: (offset: number) => number) {
    this.main = main;
    this.lineOf = lineOf;
  }

  /** The tree of a file; undefined when it is not loaded yet or cannot be. */
  root(path: string, place: number): Placed | undefined {
    if (path === '') return this.main;
    if (!this.files.has(path)) this.missing.set(path, this.missing.get(path) ?? place);
    return this.files.get(path);
  }

  /** Notes something once. */
  note(place: number, message: string, severity: SourceNote['severity']): void {
    if (this.notes.length >= mostNotes || this.notes.some((note) => note.message === message)) return;
    this.notes.push({ line: this.lineOf(place), message, severity });
  }

  /** Loads the files that were asked for. Returns whether there were any, so that the reader can look again. */
  async load(host: SourceHost): Promise<boolean> {
    const wanted = [...this.missing];
    this.missing.clear();
    for (const [path, place] of wanted) {
      this.files.set(path, undefined);
      if (this.files.size > mostFiles || this.characters > mostCharacters) {
        this.note(place, l10n.t('No more than {0} related files and 20 MB of them are read.', mostFiles), 'information');
        continue;
      }
      const answer = await host.readRelated(path).catch((error: unknown) => ({ problem: String(error) }));
      if ('problem' in answer) {
        this.note(place, l10n.t('The file {0} {1}.', path, answer.problem), 'error');
        continue;
      }
      this.characters += answer.text.length;
      const { root, notes } = await parsePlaced(answer.text, path.toLowerCase().endsWith('.json'));
      this.files.set(path, root);
      for (const { message, severity, line } of notes) {
        this.note(place, l10n.t('{0}, line {1}: {2}', path, (line ?? 0) + 1, message), severity);
      }
    }
    return wanted.length > 0;
  }
}

/** Follows `$ref`s among the files that are loaded. */
export function createReferences(files: RelatedFiles): References {
  const step = ({ node, file, place }: Located): Located | undefined => {
    const target = valueAt(node, '$ref');
    if (target?.kind !== 'scalar' || typeof target.value !== 'string') return undefined;
    const reference = target.value.slice(0, 2_000);
    const at = file === '' ? target.offset : place;
    const hash = reference.indexOf('#');
    const [path, pointer] = hash === -1 ? [reference, ''] : [reference.slice(0, hash), reference.slice(hash + 1)];
    if (/^[a-z][a-z\d+.-]+:|^\/\//i.test(path)) {
      files.note(at, l10n.t('The $ref to {0} is not followed: the file is not next to the document.', path), 'information');
      return undefined;
    }
    const targetFile = path === '' ? file : joinPath(file, path);
    const root = files.root(targetFile, at);
    if (root === undefined) return undefined;
    const found = pointer === '' || pointer === '/' ? root : resolvePointer(root, pointer);
    if (!found) files.note(at, l10n.t('The $ref to {0} leads nowhere.', reference), 'error');
    return found && { node: found, file: targetFile, place: targetFile === '' ? found.offset : at };
  };
  const locate = (parent: Located, node: Placed): Located => ({
    node,
    file: parent.file,
    place: parent.file === '' ? node.offset : parent.place,
  });
  return {
    follow(located) {
      if (!located) return undefined;
      let current = located;
      for (let length = 0; length < longestChain; length++) {
        if (valueAt(current.node, '$ref')?.kind !== 'scalar') return current;
        const next = step(current);
        if (!next) return undefined;
        if (next.node === current.node) break;
        current = next;
      }
      files.note(located.place, l10n.t('A $ref leads back to itself.'), 'error');
      return undefined;
    },
    child(located, key) {
      const value = valueAt(located?.node, key);
      return located && value && locate(located, value);
    },
    children(located) {
      if (located?.node.kind === 'list') return located.node.items.map((item, index) => [String(index), locate(located, item)]);
      if (located?.node.kind !== 'map') return [];
      return [...located.node.entries].map(([key, { value }]) => [key, locate(located, value)]);
    },
  };
}

/** A path relative to a file of the document, relative to the document: `a/b.yaml` and `../c.yaml` give `c.yaml`. */
function joinPath(from: string, path: string): string {
  const joined: string[] = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of decode(path).split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && joined.length > 0 && joined.at(-1) !== '..') joined.pop();
    else joined.push(part);
  }
  return (path.startsWith('/') ? '/' : '') + joined.join('/');
}

/** A JSON pointer (RFC 6901) in a fragment; undefined when it leads nowhere. */
function resolvePointer(root: Placed, pointer: string): Placed | undefined {
  if (!pointer.startsWith('/')) return undefined;
  let current: Placed | undefined = root;
  for (const part of pointer.slice(1).split('/')) {
    const key = decode(part).replace(/~1/g, '/').replace(/~0/g, '~');
    current = current?.kind === 'list' ? current.items[Number(key)] : valueAt(current, key);
  }
  return current;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // It was not encoded, and is looked for as it is.
    return text;
  }
}
