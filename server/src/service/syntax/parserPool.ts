import * as builtIn from 'web-tree-sitter';
import { limits } from '../limits.ts';
import { joinClauses } from './joinClauses.ts';
import { createTextParser, type OwnedTextParser, type TextParser, type TreeSitter } from './textParser.ts';

/** Supplies the WebAssembly files; the service itself reads no disk. */
export interface GrammarSource {
  /** @param name a file name such as `tree-sitter-typescript.wasm` */
  load(name: string): Promise<Uint8Array>;
  /**
   * Loads a further copy of the library, which shares nothing with those before: each begins only once. Absent: no further
   * copies.
   */
  loadLibrary?(): Promise<TreeSitter>;
}

/** A parser for each grammar, loaded when first asked for. */
export interface ParserPool {
  /** Rejects when the grammar's file cannot be loaded; the next call tries again. */
  parserFor(grammar: string): Promise<TextParser>;
  /** The grammars whose parsers are loaded. */
  loaded(): readonly string[];
  /** Frees a grammar's parsers; those at work when they are done. Its code stays: WebAssembly does not release it. */
  release(grammar: string): void;
  /** Another number after each breakdown. */
  generation(): number;
  /**
   * Begins anew after a breakdown: everything is loaded again where it is asked for, and no tree of before may be used with it.
   * @param broken the generation that broke down
   * @returns false when that has been done already
   */
  restart(broken: number): boolean;
}

/** The library that is built in begins once for all pools of the process. */
let shared: Promise<TreeSitter> | undefined;

/** Creates an empty pool. */
export function createParserPool(source: GrammarSource): ParserPool {
  const loading = new Map<string, Promise<OwnedTextParser>>();
  const ready = new Map<string, OwnedTextParser>();
  const grammars = new Map<string, Promise<builtIn.Language>>();
  let own: Promise<TreeSitter> | undefined;
  let generation = 0;

  const begin = async (library: TreeSitter): Promise<TreeSitter> => {
    await library.Parser.init({ wasmBinary: await source.load('web-tree-sitter.wasm') });
    return library;
  };
  const beginShared = (): Promise<TreeSitter> => {
    shared ??= begin(builtIn);
    return shared.catch((error: unknown) => {
      shared = undefined;
      throw error;
    });
  };
  const loadGrammar = (library: TreeSitter, name: string): Promise<builtIn.Language> =>
    loadOnce(grammars, name, () => source.load(`tree-sitter-${name}.wasm`).then((bytes) => library.Language.load(bytes)));
  const load = async (name: string): Promise<OwnedTextParser> => {
    const at = generation;
    const library = await (own ?? beginShared());
    const parser = createTextParser(library, await loadGrammar(library, name), name === 'kotlin' ? joinClauses : undefined);
    // The first parse pays for the compilation of the grammar's tables: better now than at a key.
    (await parser.parse('x'))?.delete();
    if (at === generation) ready.set(name, parser);
    return parser;
  };
  return {
    parserFor: (grammar) => loadOnce(loading, grammar, () => load(grammar)),
    loaded: () => [...ready.keys()],
    release(grammar) {
      ready.get(grammar)?.release();
      ready.delete(grammar);
      loading.delete(grammar);
    },
    generation: () => generation,
    restart(broken) {
      if (broken !== generation) return false;
      generation += 1;
      for (const parser of ready.values()) parser.release();
      ready.clear();
      loading.clear();
      grammars.clear();
      if (source.loadLibrary && generation <= limits.parserRestarts) {
        own = source.loadLibrary().then(begin);
        own.catch(() => undefined);
      }
      return true;
    },
  };
}

/** Loads what has a name once; after a failure, the next call tries again. */
function loadOnce<Loaded>(map: Map<string, Promise<Loaded>>, name: string, load: () => Promise<Loaded>): Promise<Loaded> {
  const known = map.get(name);
  if (known) return known;
  const loading = load();
  map.set(name, loading);
  loading.catch(() => {
    if (map.get(name) === loading) map.delete(name);
  });
  return loading;
}
