import * as l10n from '@vscode/l10n';
import type { Problem } from '../../shared/problem.ts';
import type { Settings } from '../../service/settings/settings.ts';
import { resolveIn } from '../../adapters/files/pathInside.ts';
import { createSession, type Session } from '../createSession.ts';
import type { Sources } from '../surroundings.ts';

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

/** Begins to read the files of a folder; undefined where that cannot be done: standard error has the reason. */
export async function openReading(sources: Sources): Promise<FolderReading | undefined> {
  const { host, streams, settings, signal, workingDirectory: folder } = sources;
  const ripgrep = host.ripgrepPath();
  if (ripgrep !== undefined)
    return { session: await createSession(sources), settings, ripgrep, signal, folder, failures: new Set() };
  streams.error(
    `${l10n.t('No ripgrep was found: install the package with its optional dependencies ({0}).', '@vscode/ripgrep')}\n`,
  );
  return undefined;
}

/** The files and folders that are asked for, absolute. @param paths none: the working directory */
export function rootsOf(paths: readonly string[], workingDirectory: string): readonly string[] {
  return paths.length === 0 ? [workingDirectory] : paths.map((given) => resolveIn(workingDirectory, given));
}

/** Failures that are not about a single file. */
export function problemsOf({ failures, session }: FolderReading): readonly Problem[] {
  return [...new Set([...failures, ...session.problems()])].map((reason) => ({ file: '', reason }));
}
