import * as l10n from '@vscode/l10n';
import { nameOfStream, readGiven } from '../adapters/files/givenInput.ts';
import { describeReadError } from '../adapters/files/readError.ts';
import { readRequestIds, type RequestIds } from '../service/requests/requestId.ts';
import { withoutRepeats } from '../shared/requestIds/requestIdSpellings.ts';
import { describeProblem } from '../shared/problem.ts';

const mostIds = 10_000;
const longestFile = 20_000_000;

/** Reads a file with an id on each line, or a text with ids, such as a line of a log; blank lines and those that begin with `#` are skipped. `-` is standard input. */
export async function readIdsFile(file: string): Promise<RequestIds> {
  const name = nameOfStream(file);
  const ids = new Set<string>();
  const problems: string[] = [];
  let text: string;
  try {
    text = (await readGiven(file, longestFile)).toString('utf8');
  } catch (error) {
    return { ids: [], problems: [describeProblem({ file: name, reason: describeReadError(error) })] };
  }
  for (const [index, line] of text.split(/\r\n|\n|\r/).entries()) {
    const id = line.replace(/^\uFEFF/, '').trim();
    if (id === '' || id.startsWith('#')) continue;
    const read = readRequestIds(id);
    problems.push(...read.problems.map((problem) => `${name}:${index + 1}: ${problem}`));
    for (const each of read.ids) if (ids.size < mostIds) ids.add(each);
    if (read.ids.some((each) => !ids.has(each))) {
      problems.push(`${name}:${index + 1}: ${l10n.t('Only the first {0} request ids are looked up.', mostIds)}`);
      break;
    }
  }
  if (ids.size === 0 && problems.length === 0)
    problems.push(describeProblem({ file: name, reason: l10n.t('There is no request id in it.') }));
  return { ids: withoutRepeats([...ids]), problems };
}
