import type { PatternCompiler } from '../matching/boundedPattern.ts';
import type { Catalogue, CatalogueEntry } from '../types.ts';
import { type CodeFinder, createCodeFinder } from './codeFinder.ts';
import { createRequestIdFinder, type OwnIdFinder, type RequestIdFinder } from './requestIdFinder.ts';
import { findTraceIds } from './traceIdFinder.ts';

/**
 * Everything that the loaded catalogues make recognisable in logs. Built once for a set of catalogues and shared by every
 * feature.
 */
export interface LogRecogniser {
  readonly catalogues: readonly Catalogue[];
  readonly findCodes: CodeFinder;
  readonly findRequestIds: RequestIdFinder;
  readonly findOwnId: OwnIdFinder;
  /** The id of the trace that a record is a part of, as its text writes it. */
  readonly findOwnTrace: OwnIdFinder;
  /** Every catalogue that defines the code, in the order of the catalogues. */
  readonly entriesOf: (code: string) => readonly CatalogueEntry[];
  /** Catalogue patterns that cannot be used, each one sentence. */
  readonly problems: readonly string[];
}

const none: readonly CatalogueEntry[] = [];

/** Compiles the patterns of all catalogues. Call it again when the set of catalogues changes. */
export function createLogRecogniser(catalogues: readonly Catalogue[], compile: PatternCompiler): LogRecogniser {
  const requestIds = createRequestIdFinder(
    catalogues.map(({ requestId }) => requestId),
    compile,
  );
  const entries = new Map<string, CatalogueEntry[]>();
  for (const catalogue of catalogues) {
    for (const [code, entry] of catalogue.codes) entries.set(code, [...(entries.get(code) ?? []), { catalogue, entry }]);
  }
  return {
    catalogues,
    findCodes: createCodeFinder(catalogues.flatMap(({ codes }) => [...codes.keys()])),
    findRequestIds: requestIds.find,
    findOwnId: requestIds.findOwn,
    findOwnTrace: (text) => findTraceIds(text, 1)[0]?.id,
    entriesOf: (code) => entries.get(code) ?? none,
    problems: requestIds.problems,
  };
}
