import * as l10n from '@vscode/l10n';
import { readGiven } from '../adapters/files/givenInput.ts';
import { describeReadError } from '../adapters/files/readError.ts';
import { credentialsVariable, readCredentials } from '../service/engines/credentials.ts';
import { describeProblem } from '../shared/problem.ts';
import type { EngineUse } from '../service/requests/logSearch.ts';
import type { Streams } from './streams.ts';

const longestFile = 5_000_000;

/**
 * Reads the log engines of a file, with the credentials that the environment has for their addresses. Prints the problems.
 * @returns `unreadable` when the file has a problem: an engine that is left out may be the one with the record
 */
export async function readEngines(file: string, streams: Streams): Promise<readonly EngineUse[] | 'unreadable'> {
  let text: string;
  try {
    text = (await readGiven(file, longestFile)).toString('utf8');
  } catch (error) {
    streams.error(`${describeProblem({ file, reason: describeReadError(error) })}\n`);
    return 'unreadable';
  }
  const { readEnginesFile } = await import('../service/engines/readEnginesFile.ts');
  const { engines, problems } = readEnginesFile(text);
  for (const { line, column, message } of problems) streams.error(`${file}:${line}:${column}: ${message}\n`);
  if (problems.length > 0) return 'unreadable';
  if (engines.length === 0) {
    streams.error(`${describeProblem({ file, reason: l10n.t('There is no log engine in it.') })}\n`);
    return 'unreadable';
  }
  const headers = readCredentials(process.env[credentialsVariable], (line) =>
    streams.error(
      `${credentialsVariable}: ${l10n.t('Line {0} is not an address, a space and the Authorization header for it.', line)}\n`,
    ),
  );
  return engines.map((setting) => {
    const authorization = headers.get(setting.url);
    return { setting, ...(authorization !== undefined && { authorization }) };
  });
}
