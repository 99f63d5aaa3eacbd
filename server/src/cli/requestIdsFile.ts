import { open } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { describeReadError } from '../adapters/readError.ts';
import { longestId, type RequestIds } from './requestId.ts';

const mostIds = 10_000;
const longestFile = 20_000_000;

/** Reads a file with one id on each line; blank lines and those that begin with `#` are no ids. `-` is standard input. */
export async function readIdsFile(file: string): Promise<RequestIds> {
  const name = file === '-' ? 'standard input' : file;
  const ids = new Set<string>();
  const problems: string[] = [];
  const handle = file === '-' ? undefined : await open(file, 'r').catch(describeReadError);
  if (typeof handle === 'string') return { ids: [], problems: [`${name}: ${handle}`] };
  const input = handle?.createReadStream({ encoding: 'utf8', end: longestFile }) ?? process.stdin.setEncoding('utf8');
  let number = 0;
  try {
    for await (const line of createInterface({ input, crlfDelay: Infinity })) {
      number++;
      const id = line.replace(/^\uFEFF/, '').trim();
      if (id === '' || id.startsWith('#')) continue;
      if (id.length > longestId) problems.push(`${name}:${number}: The request id is longer than ${longestId} characters.`);
      else if (ids.size < mostIds || ids.has(id)) ids.add(id);
      else {
        problems.push(`${name}:${number}: Only the first ${mostIds} request ids are looked up.`);
        break;
      }
    }
  } catch (error) {
    problems.push(`${name}: ${describeReadError(error)}`);
  } finally {
    await handle?.close().catch(() => undefined);
  }
  if (ids.size === 0 && problems.length === 0) problems.push(`${name}: There is no request id in it.`);
  return { ids: [...ids], problems };
}
