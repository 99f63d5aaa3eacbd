import type { PatternCompiler } from '../matching/boundedPattern.ts';
import type { Catalogue, CatalogueEntry } from '../types.ts';
import { type CodeFinder, createCodeFinder } from './codeFinder.ts';
import { createRequestIdFinder, type OwnIdsFinder, type RequestIdFinder } from './requestIdFinder.ts';

/**
 * Everything that the loaded catalogues make recognisable in logs. Built once for a set of catalogues and shared by every
 * feature.
 */
export interface LogRecogniser {
  readonly catalogues: readonly Catalogue[];
  readonly findCodes: CodeFinder;
  readonly findRequestIds: RequestIdFinder;
  readonly findOwnIds: OwnIdsFinder;
  /** Every catalogue that defines the code, in the order of the catalogues. */
  readonly entriesOf: (code: string) => CatalogueEntry[];
  /** Catalogue patterns that cannot be used, each one sentence. */
  readonly problems: readonly string[];
}

/** Compiles the patterns of all catalogues. Call it again when the set of catalogues changes. */
export function createLogRecogniser(catalogues: readonly Catalogue[], compile: PatternCompiler): LogRecogniser {
  const requestIds = createRequestIdFinder(
    catalogues.map(({ requestId }) => requestId),
    compile,
  );
  return {
    catalogues,
    findCodes: createCodeFinder(catalogues.flatMap(({ codes }) => [...codes.keys()])),
    findRequestIds: requestIds.find,
    findOwnIds: requestIds.findOwn,
    entriesOf: (code) =>
      catalogues.flatMap((catalogue) => {
        const entry = catalogue.codes.get(code);
        return entry === undefined ? [] : [{ catalogue, entry }];
      }),
    problems: requestIds.problems,
  };
}
