import { addressOf } from '../adapters/files/fileAddress.ts';
import type { CatalogueStore } from '../workspace/catalogueStore.ts';
import { createFactsFinder, type FactsFinder } from '../workspace/documentFacts.ts';
import type { Host } from '../workspace/host.ts';
import { createLanguageService, type LanguageService } from '../service/index.ts';
import type { DeclaringFile } from '../service/mentions/imports.ts';
import type { Settings } from '../service/settings/settings.ts';
import { createParserPool } from '../service/syntax/parserPool.ts';
import type { Catalogue } from '../service/types.ts';
import { createWorkspaceEvidence } from '../workspace/workspaceEvidence.ts';
import { openStore } from './openStore.ts';
import type { Streams } from './streams.ts';

/** The values that reading the files of a folder needs: its catalogues, the APIs that show there, and the service. */
export interface Session {
  readonly store: CatalogueStore;
  readonly facts: FactsFinder;
  readonly service: LanguageService;
  /** Every catalogue could be read. */
  readonly complete: boolean;
  /** Why an API may show that was not seen, each a sentence without its full stop. */
  problems(): readonly string[];
  /** Takes the constants that files declare for codes, before those that import them are read. */
  declare(files: readonly DeclaringFile[]): void;
  dispose(): void;
}

export interface SessionOptions {
  readonly host: Host;
  readonly settings: Settings;
  /** Those that the command line names, and the built-in ones. */
  readonly catalogues: readonly Catalogue[];
  readonly workingDirectory: string;
  readonly streams: Streams;
}

/** Reads the catalogues of a folder as the editor finds them; a catalogue that is also named counts once. Prints the problems. */
export async function createSession({ host, settings, catalogues, workingDirectory, streams }: SessionOptions): Promise<Session> {
  const { store, complete } = await openStore(host, settings, catalogues, workingDirectory, streams);
  const evidence = createWorkspaceEvidence(
    host.scanEvidence,
    () => facts.setOf(settings),
    () => undefined,
    () => undefined,
  );
  let declaring: readonly DeclaringFile[] = [];
  const facts = createFactsFinder({
    besides: () => new Map(),
    host,
    evidence,
    catalogues: store.catalogues,
    folders: () => [addressOf(workingDirectory)],
    declaring: () => declaring,
  });
  return {
    store,
    facts,
    service: createLanguageService({
      parsers: createParserPool(host.grammars),
      rulePage: () => undefined,
      clock: { now: host.now, pause: () => host.wait(0) },
    }),
    complete,
    problems: evidence.problems,
    declare(files) {
      declaring = files;
    },
    dispose: () => evidence.dispose(),
  };
}
