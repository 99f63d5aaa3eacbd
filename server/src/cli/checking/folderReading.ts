import type { Problem } from '../../shared/problem.ts';
import type { Settings } from '../../service/settings/settings.ts';
import type { Session } from '../createSession.ts';

/** The values that reading the files of a folder needs. */
export interface FolderReading {
  readonly session: Session;
  readonly settings: Settings;
  readonly ripgrep: string;
  readonly signal: AbortSignal;
  /** The working directory: the asked-for files import from other files below it. */
  readonly folder: string;
  /** Failures of programs that help: each a sentence without its full stop. */
  readonly failures: Set<string>;
}

/** Failures that are not about a single file. */
export function problemsOf({ failures, session }: FolderReading): readonly Problem[] {
  return [...new Set([...failures, ...session.problems()])].map((reason) => ({ file: '', reason }));
}
