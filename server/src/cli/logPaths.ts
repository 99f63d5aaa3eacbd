import { isOwnStream, nameOfStream, readOwnStream } from '../adapters/files/givenInput.ts';
import { pathFrom } from '../adapters/files/pathInside.ts';
import type { CommandSource } from '../service/settings/commandSource.ts';
import type { LogStream } from '../service/requests/logSearch.ts';

/** The files and folders among the named paths. */
export function filesOf(paths: readonly string[]): string[] {
  return paths.filter((given) => !isOwnStream(given));
}

/** The streams among the named paths: standard input and process substitutions, each once. */
export function openStreams(paths: readonly string[], signal: AbortSignal): LogStream[] {
  const streams = new Map(paths.filter(isOwnStream).map((given) => [nameOfStream(given), given]));
  return [...streams].map(([name, given]) => ({ name, chunks: () => readOwnStream(given, signal) }));
}

/** The path of a log for people: relative to the working directory. A stream has its name. To be built before it is read. */
export function displayIn(
  workingDirectory: string,
  paths: readonly string[],
  commands: readonly CommandSource[] = [],
): (file: string) => string {
  const streams = new Set([...paths.filter(isOwnStream).map(nameOfStream), ...commands.map(({ name }) => name)]);
  return (file) => (streams.has(file) ? file : pathFrom(workingDirectory, file) || '.');
}
