import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import type { DocumentFacts } from '../../../server/src/service/analysis/documentAnalysis.ts';
import { createCatalogueSet } from '../../../server/src/service/catalogue/catalogueSet.ts';
import { readCatalogue } from '../../../server/src/service/catalogue/readCatalogue.ts';
import { createLanguageService } from '../../../server/src/service/index.ts';
import { defaultSettings } from '../../../server/src/service/settings/settings.ts';
import { createParserPool } from '../../../server/src/service/syntax/parserPool.ts';
import type { GeneratedSource } from './generateSource.ts';

/** The language service with a document, without a connection. Each call does the work once; milliseconds. */
export interface ServiceSession {
  /** Types a character, or takes it away again, and finds the diagnostics. */
  key(): Promise<number>;
  complete(): Promise<number>;
}

const parsers = createParserPool({ load: async (name) => readFileSync(`dist/grammars/${name}`) });

/** @param catalogueText a catalogue file */
export async function createServiceSession(source: GeneratedSource, catalogueText: string): Promise<ServiceSession> {
  const { catalogue, problems } = readCatalogue(catalogueText, { builtin: false, uri: 'bench:/catalogue.yaml' });
  if (!catalogue) throw new Error(problems[0]?.message);
  const service = createLanguageService({ parsers, rulePage: () => undefined });
  const facts: DocumentFacts = {
    uri: 'bench:/client.ts',
    path: 'client.ts',
    set: createCatalogueSet([catalogue]),
    settings: { ...defaultSettings, fileSizeLimit: 100_000 },
    inWorkspace: new Map(),
    bySetting: new Map(),
    isIgnored: () => false,
  };
  const document = { uri: facts.uri, languageId: 'typescript', text: source.text };
  await service.findFindings(document, facts);
  let count = 0;
  return {
    async key() {
      const at = source.keys[(count * 7) % source.keys.length] ?? 0;
      count += 1;
      const typed = { ...document, text: `${source.text.slice(0, at)}x${source.text.slice(at)}` };
      const begun = performance.now();
      await service.findFindings(typed, facts);
      const took = performance.now() - begun;
      await service.findFindings(document, facts);
      return took;
    },
    async complete() {
      const offset = source.completions[(count * 3) % source.completions.length] ?? 0;
      count += 1;
      const begun = performance.now();
      await service.provideCompletion(document, facts, offset);
      return performance.now() - begun;
    },
  };
}
