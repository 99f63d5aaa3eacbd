import { Language as Grammar, Parser } from 'web-tree-sitter';

/** Supplies the WebAssembly files; the service itself reads no disk. */
export interface GrammarSource {
  /** @param name a file name such as `tree-sitter-typescript.wasm` */
  load(name: string): Promise<Uint8Array>;
}

/** One parser for each grammar, loaded when first asked for. */
export interface ParserPool {
  /** Rejects when the grammar's file cannot be loaded; the next call tries again. */
  parserFor(grammar: string): Promise<Parser>;
  /** The grammars whose parsers are loaded. */
  loaded(): readonly string[];
  /** Frees a grammar's parser; the next call loads it again. */
  release(grammar: string): void;
}

let runtime: Promise<void> | undefined;

/** Creates an empty pool. The WebAssembly runtime is shared by all pools of the process. */
export function createParserPool(source: GrammarSource): ParserPool {
  const loading = new Map<string, Promise<Parser>>();
  const ready = new Map<string, Parser>();
  const load = async (grammar: string): Promise<Parser> => {
    runtime ??= source.load('web-tree-sitter.wasm').then((wasmBinary) => Parser.init({ wasmBinary }));
    await runtime.catch((error: unknown) => {
      runtime = undefined;
      throw error;
    });
    const language = await Grammar.load(await source.load(`tree-sitter-${grammar}.wasm`));
    const parser = new Parser().setLanguage(language);
    // The first parse pays for the compilation of the grammar's tables: better now than at a key.
    parser.parse('x')?.delete();
    ready.set(grammar, parser);
    return parser;
  };
  return {
    parserFor(grammar) {
      const known = loading.get(grammar);
      if (known) return known;
      const parser = load(grammar);
      loading.set(grammar, parser);
      parser.catch(() => loading.delete(grammar));
      return parser;
    },
    loaded: () => [...ready.keys()],
    release(grammar) {
      ready.get(grammar)?.delete();
      ready.delete(grammar);
      loading.delete(grammar);
    },
  };
}
