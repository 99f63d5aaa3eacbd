import { nameOfStream, readGiven } from '../adapters/files/givenInput.ts';
import { describeReadError } from '../adapters/files/readError.ts';
import type { RequestIds } from '../service/requests/requestId.ts';
import { describeProblem } from '../shared/problem.ts';
import { longestRequestId } from '../shared/requestIdSpellings.ts';

const mostIds = 10_000;
const longestFile = 20_000_000;

/** Reads a file with one id on each line; blank lines and those that begin with `#` are skipped. `-` is standard input. */
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
    if (id.length > longestRequestId)
      problems.push(`${name}:${index + 1}: The request id is longer than ${longestRequestId} characters.`);
    else if (ids.size < mostIds || ids.has(id)) ids.add(id);
    else {
      problems.push(`${name}:${index + 1}: Only the first ${mostIds} request ids are looked up.`);
      break;
    }
  }
  if (ids.size === 0 && problems.length === 0)
    problems.push(describeProblem({ file: name, reason: 'There is no request id in it.' }));
  return { ids: [...ids], problems };
}
