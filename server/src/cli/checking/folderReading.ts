import type { FactsFinder } from '../../workspace/documentFacts.ts';
import type { CatalogueSet } from '../../service/catalogue/catalogueSet.ts';
import type { LanguageService } from '../../service/index.ts';
import type { Settings } from '../../service/settings/settings.ts';

/** The values that reading the files of a folder needs. */
export interface FolderReading {
  readonly service: LanguageService;
  readonly facts: FactsFinder;
  readonly settings: Settings;
  readonly set: CatalogueSet;
  readonly ripgrep: string;
  readonly signal: AbortSignal;
  /** Told when a program failed that helps: a sentence without its full stop. */
  complain(problem: string): void;
  /** The working directory: the asked-for files import from other files below it. */
  readonly folder: string;
}
