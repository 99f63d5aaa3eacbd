import type { Tree } from 'web-tree-sitter';
import type { Language } from '../languages/language.ts';
import { languageOfId } from '../languages/registry.ts';
import { sourceOf } from '../languages/sourceOf.ts';
import { limits } from '../limits.ts';
import { isMinified } from './skippedText.ts';
import { resolveImports } from '../mentions/imports.ts';
import { createHeldTree, type HeldTree } from '../syntax/heldTree.ts';
import { type Clock, createPaces, type Pace } from '../syntax/pace.ts';
import type { ParserPool } from '../syntax/parserPool.ts';
import { isBreakdown, type TextParser } from '../syntax/textParser.ts';
import { createTreeCache, type LeasedText } from '../syntax/treeCache.ts';
import { analyseOnce, isSpoilt } from './analyseOnce.ts';
import { mayConcern } from './concern.ts';
import { analyseDocument, type DocumentAnalysis, type DocumentFacts } from './documentAnalysis.ts';

/** A document as the service reads it. */
export interface DocumentText {
  readonly uri: string;
  readonly languageId: string;
  readonly text: string;
  /** This text is analysed only once: parts that are not needed are not parsed, and nothing is kept. */
  readonly once?: boolean;
  /** Aborted when the document has a new text: requests for this text then get empty answers. */
  readonly signal?: AbortSignal;
}

/** Why a document has no analysis though it may contain codes: it is too large, minified, took too long, or broke the parser down. */
export type LeftOut = 'large' | 'minified' | 'slow' | 'broken';

/** The result for a document. Without analysis and reason, the document contains nothing that matters, or is no longer wanted. */
export interface DocumentReading {
  readonly analysis?: DocumentAnalysis | undefined;
  readonly leftOut?: LeftOut | undefined;
}

/** A document's tree, with the text and language that it was parsed with. */
export interface DocumentTree {
  readonly text: string;
  readonly tree: Tree;
  readonly parser: TextParser;
  readonly language: Language;
}

/**
 * Keeps the trees and analyses of open documents. A handed-out analysis lives until its user is done, even if its document
 * changes.
 */
export interface DocumentAnalyser {
  /** @param use reads everything that it needs at once: no part of an analysis may be kept */
  useAnalysis<Answer>(document: DocumentText, facts: DocumentFacts, use: (reading: DocumentReading) => Answer): Promise<Answer>;
  /**
   * @param without answers for code that has no tree
   * @returns undefined for a document that is no code, or is no longer wanted
   */
  useTree<Answer>(
    document: DocumentText,
    facts: DocumentFacts,
    use: (tree: DocumentTree, pace: Pace) => Promise<Answer>,
    without: (language: Language) => Answer | undefined,
  ): Promise<Answer | undefined>;
  /** Drops everything that is kept for a document. */
  forget(uri: string): void;
}

/** The last analysis of a document, with the input that it was made from. */
interface Latest {
  readonly tree: Tree;
  readonly set: DocumentFacts['set'];
  readonly settings: DocumentFacts['settings'];
  readonly key: string;
  readonly analysis: DocumentAnalysis;
  /** A tree that is the analysis' own. */
  readonly own: HeldTree | undefined;
}

/** An analysis whose trees live until it is released. */
interface Leased {
  readonly analysis: DocumentAnalysis;
  release(): void;
}

/** @param clock undefined: nothing is given way to, and there is no limit of time */
export function createDocumentAnalyser(parsers: ParserPool, clock: Clock | undefined): DocumentAnalyser {
  const trees = createTreeCache();
  const createPace = createPaces(clock);
  // One text is asked about many times.
  const latest = new Map<string, Latest>();
  /** Texts that took too long, by address: until they change they are not read again. */
  const slow = new Map<string, string>();
  /** Analyses under way, by address. */
  const busy = new Map<string, Promise<void>>();
  /** Texts that were being read when the parser broke down, and how often. */
  const breakdowns = new Map<string, { readonly text: string; readonly times: number }>();

  const forgetLatest = (uri: string): void => {
    latest.get(uri)?.own?.drop();
    latest.delete(uri);
  };

  /** The reason to leave a document out before anything is parsed; undefined: no reason. */
  const leaveOut = ({ uri, text }: DocumentText, facts: DocumentFacts): LeftOut | undefined => {
    if (text.length > facts.settings.fileSizeLimit * 1000) return 'large';
    if (isMinified(text)) return 'minified';
    if (slow.get(uri) === text) return 'slow';
    const broken = breakdowns.get(uri);
    return broken?.text === text && broken.times >= limits.breakdowns ? 'broken' : undefined;
  };

  /** Runs code that uses trees. After a breakdown everything begins anew with the next request. */
  const guard = async <Answer>({ uri, text }: DocumentText, run: () => Promise<Answer>): Promise<Answer> => {
    const generation = parsers.generation();
    try {
      return await run();
    } catch (error) {
      if (isBreakdown(error)) {
        const before = breakdowns.get(uri);
        breakdowns.set(uri, { text, times: before?.text === text ? before.times + 1 : 1 });
        if (parsers.restart(generation)) {
          for (const known of [...latest.keys()]) forgetLatest(known);
          trees.clear();
        }
      }
      throw error;
    }
  };

  /** Allows one analysis of a document at a time: a request that comes meanwhile waits and finds it done. */
  const inTurn = async <Result>(uri: string, run: () => Promise<Result>): Promise<Result> => {
    for (let before = busy.get(uri); before; before = busy.get(uri)) await before;
    const running = run();
    const ended = running.then(
      () => undefined,
      () => undefined,
    );
    busy.set(uri, ended);
    try {
      return await running;
    } finally {
      if (busy.get(uri) === ended) busy.delete(uri);
    }
  };

  /** Analyses a text by its whole tree, and keeps that. */
  const analyse = async (
    document: DocumentText,
    facts: DocumentFacts,
    { language, text, parser, tree, change }: Omit<DocumentTree, 'tree'> & LeasedText,
    pace: Pace,
  ): Promise<Leased | undefined> => {
    const { uri, signal } = document;
    const known = latest.get(uri);
    const key = keyOf(facts);
    if (
      known?.tree === tree &&
      known.set === facts.set &&
      known.settings === facts.settings &&
      known.analysis.facts.declaring === facts.declaring &&
      known.key === key
    ) {
      known.own?.hold();
      return { analysis: known.analysis, release: () => known.own?.release() };
    }
    const whole = await analyseDocument(text, { tree, change }, language, facts, { before: known?.analysis, pace });
    if (!whole) {
      if (!pace.isStopped) slow.set(uri, document.text);
      return undefined;
    }
    // Code that an error spoils may still parse by itself.
    const passing = isSpoilt(whole, text, language)
      ? await analyseOnce(text, parser, language, facts, createPace(limits.parse, signal))
      : undefined;
    const own = passing && createHeldTree(passing.tree);
    own?.hold();
    const analysis = passing?.analysis ?? whole;
    forgetLatest(uri);
    latest.set(uri, { tree, set: facts.set, settings: facts.settings, key, analysis, own });
    return { analysis, release: () => own?.release() };
  };

  return {
    async useAnalysis(document, facts, use) {
      const { uri, languageId, text: whole, signal } = document;
      const leftOut = leaveOut(document, facts);
      if (leftOut) return use({ leftOut });
      if (!mayConcern(whole, facts.set) && resolveImports(whole, uri, facts.declaring ?? []).size === 0) return use({});
      const source = await sourceOf(languageId, whole);
      if (!source) return use({});
      return guard(document, async () => {
        const { language, text } = source;
        const parser = await parsers.parserFor(language.grammar);
        if (document.once) {
          const passing = await analyseOnce(text, parser, language, facts, createPace(limits.parse, signal));
          if (passing) {
            try {
              return use(passing);
            } finally {
              passing.release();
            }
          }
        }
        const pace = createPace(limits.parse, signal);
        const leased = await trees.treeOf(uri, text, parser, pace);
        try {
          const held = await inTurn(uri, async () => {
            // The holder of the turn before may have found the text to be slow.
            if (!leased || slow.get(uri) === whole || pace.isStopped) return undefined;
            return analyse(document, facts, { language, text, parser, ...leased }, pace);
          });
          if (!held) {
            if (pace.isStopped) return use({});
            if (!leased && !document.once) slow.set(uri, whole);
            return use({ leftOut: 'slow' });
          }
          try {
            return use(held);
          } finally {
            held.release();
          }
        } finally {
          leased?.release();
          if (document.once) forget(uri);
        }
      });
    },
    async useTree(document, facts, use, without) {
      if (leaveOut(document, facts)) {
        const language = languageOfId(document.languageId);
        return language && without(language);
      }
      const source = await sourceOf(document.languageId, document.text);
      if (!source) return undefined;
      return guard(document, async () => {
        const parser = await parsers.parserFor(source.language.grammar);
        const pace = createPace(limits.parse, document.signal);
        const leased = await trees.treeOf(document.uri, source.text, parser, pace);
        if (!leased) return pace.isStopped ? undefined : without(source.language);
        try {
          return await use({ ...source, parser, tree: leased.tree }, createPace(limits.completion, document.signal));
        } finally {
          leased.release();
        }
      });
    },
    forget,
  };

  function forget(uri: string): void {
    forgetLatest(uri);
    slow.delete(uri);
    breakdowns.delete(uri);
    trees.drop(uri);
  }
}

/** Facts are made anew for each request. Returns the parts that matter besides their catalogues and settings, as text. */
function keyOf({ path, inWorkspace, bySetting }: DocumentFacts): string {
  return JSON.stringify([path, [...inWorkspace], [...bySetting]]);
}
