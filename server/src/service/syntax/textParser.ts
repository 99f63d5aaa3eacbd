import type * as library from 'web-tree-sitter';
import type { Language as Grammar, Parser, Range, Tree } from 'web-tree-sitter';
import { type Pace, unhurried } from './pace.ts';

/** The parts of `web-tree-sitter` that contain its runtime. */
export type TreeSitter = Pick<typeof library, 'Language' | 'Parser'>;

/** Parses texts of one grammar, any number of them at a time. */
export interface TextParser {
  /**
   * Parses in slices.
   * @returns a tree that is the caller's to free; undefined when the pace stops the parsing
   */
  parse(text: string, how?: ParseOptions): Promise<Tree | undefined>;
}

export interface ParseOptions {
  /** Absent: to the end, without giving way. */
  readonly pace?: Pace;
  /** The tree of the text before its change, edited. It must live until the new one is there. */
  readonly old?: Tree | undefined;
  /** Only this part of the text is parsed. */
  readonly ranges?: Range[];
}

/** A text parser and the end of it. */
export interface OwnedTextParser extends TextParser {
  /** Frees the parsers; those at work when they are done. */
  release(): void;
}

/**
 * A parse that gives way keeps the library's parser to itself: others begin with their own meanwhile.
 * @param prepare changes what the grammar cannot read, with every character in its place
 */
export function createTextParser(
  { Parser: LibraryParser }: TreeSitter,
  grammar: Grammar,
  prepare: (text: string) => string = (text) => text,
): OwnedTextParser {
  const idle: Parser[] = [];
  let released = false;
  const giveBack = (parser: Parser): void => {
    if (released || idle.length > 0) free(parser);
    else idle.push(parser);
  };
  return {
    async parse(written, { pace = unhurried, old, ranges } = {}) {
      const text = prepare(written);
      const parser = idle.pop() ?? new LibraryParser().setLanguage(grammar);
      let halted = false;
      const progressCallback = (): boolean => (halted = pace.isOver());
      try {
        for (;;) {
          halted = false;
          // Asked again for the same text, a parser goes on where it was halted.
          const tree = parser.parse(text, old ?? null, { progressCallback, ...(ranges ? { includedRanges: ranges } : {}) });
          if (!tree && halted && (await pace.next())) continue;
          if (!tree) parser.reset();
          giveBack(parser);
          return tree ?? undefined;
        }
      } catch (error) {
        free(parser);
        throw error;
      }
    },
    release() {
      released = true;
      for (const parser of idle.splice(0)) free(parser);
    },
  };
}

/** Frees an object that is no longer used. After a breakdown of its runtime this may fail, and there is nothing left to free. */
export function free(used: { delete(): void }): void {
  try {
    used.delete();
  } catch {
    // Its memory goes with the runtime.
  }
}

/** Whether an error came out of WebAssembly, whose memory cannot be trusted afterwards. */
export function isBreakdown(error: unknown): boolean {
  // A stack that ran over may have done so within a call.
  return (
    error instanceof Error && (error.name === 'RuntimeError' || (error instanceof RangeError && /call stack/.test(error.message)))
  );
}
