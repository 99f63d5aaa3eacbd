import path from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import type { EvidenceScan } from '../../workspace/host.ts';
import { silentGlobs } from '../../workspace/silentGlobs.ts';
import type { CatalogueSet } from '../../service/catalogue/catalogueSet.ts';
import { findFileEvidence } from '../../service/evidence/fileEvidence.ts';
import { modulePattern } from '../../service/evidence/moduleSigns.ts';
import { escapeRegExp } from '../../service/matching/codeMatcher.ts';
import type { Catalogue, Shown } from '../../service/types.ts';
import { failUnreadable, type ProgramResult } from '../programs/runProgram.ts';
import { readComplaints, runRipgrep } from './runRipgrep.ts';

const isAscii = /^[\u0000-\u007F]*$/;

/** The most lines that are looked at: one is enough where it is not a look-alike. */
const mostLines = 2000;
/** Lines that import a module are seldom look-alikes, but one API's may be many before the first of the next. */
const mostImports = 20_000;

/**
 * Finds the APIs that show in a folder's files, ignored ones left out. One pass of ripgrep that ends as soon as every API was
 * seen.
 * @returns the evidence found before a failure or a cancellation
 */
export async function scanEvidence(
  root: string,
  set: Pick<CatalogueSet, 'catalogues'>,
  ripgrepPath: string,
  signal: AbortSignal,
): Promise<EvidenceScan> {
  const evidence = new Map<string, Shown>();
  let missing: readonly Catalogue[] = set.catalogues;
  // Each pattern is a line in ripgrep's input; a sign of several lines is never found.
  const isLine = (needle: string): boolean => needle !== '' && !/[\r\n\0]/.test(needle);
  const needles = [...new Set(missing.flatMap(needlesOf).filter(isLine))];
  const modules = [...new Set(missing.flatMap(({ detect }) => detect.modules).filter(isLine))];
  if (needles.length + modules.length === 0) return { evidence };
  const visit = (file: string, text: string): boolean => {
    for (const [id, shown] of findFileEvidence(text, file, { catalogues: missing })) evidence.set(id, shown);
    missing = missing.filter(({ id }) => !evidence.has(id));
    return missing.length > 0;
  };
  // A file that cannot be read shows nothing; it is reported where code is read.
  const common = ['--hidden', '--no-messages', ...silentGlobs.flatMap((glob) => ['--glob', `!${glob}`])];
  // Only modules need expressions: plain texts are quicker.
  const patterns = modules.length === 0 ? needles : [...needles.map(escapeRegExp), `(?-i:${modulePattern(modules, 'linear')})`];
  const form = modules.length === 0 ? ['--fixed-strings'] : [];
  // Word boundaries of Unicode take ripgrep forty times as long in files that are not ASCII.
  const characters = patterns.every((pattern) => isAscii.test(pattern)) ? ['--no-unicode'] : [];
  const search = [
    ...common,
    '--json',
    '--ignore-case',
    ...form,
    ...characters,
    '--max-filesize=2M',
    '--max-count=20',
    '--file=-',
  ];
  let garbled = false;
  const problem = await readLines(
    (onOutput) => runRipgrep(ripgrepPath, search, ['.'], { folder: root, signal, input: `${patterns.join('\n')}\n`, onOutput }),
    '\n',
    (line) => {
      const event = readEvent(line);
      garbled ||= event === undefined;
      return event !== undefined && (event.text === undefined || visit('', event.text));
    },
    modules.length === 0 ? mostLines : mostImports,
  );
  if (garbled) return { evidence, problem: failUnreadable('ripgrep').problem };
  if (problem !== undefined) return { evidence, problem };
  if (!missing.some(({ detect }) => detect.names.length > 0) || signal.aborted) return { evidence };
  // A path may name the API though no text does.
  const inPaths = await readLines(
    (onOutput) => runRipgrep(ripgrepPath, [...common, '--files', '--null'], ['.'], { folder: root, signal, onOutput }),
    '\0',
    (name) => visit(name.split(path.sep).join('/'), ''),
    Number.POSITIVE_INFINITY,
  );
  return inPaths === undefined ? { evidence } : { evidence, problem: inPaths };
}

function needlesOf({ detect, codes }: Catalogue): readonly string[] {
  return [
    ...detect.hosts,
    ...detect.names,
    ...detect.keyPrefixes,
    ...[...codes.values()].filter(({ unique }) => unique).map(({ code }) => code),
  ];
}

/** One line of ripgrep's JSON; its text when it is a match in text. Undefined when it is nothing of ripgrep's. */
function readEvent(line: string): { readonly text: string | undefined } | undefined {
  try {
    const event = JSON.parse(line) as { type?: unknown; data?: { lines?: { text?: unknown } } } | null;
    if (typeof event?.type !== 'string') return undefined;
    const text = event.type === 'match' ? event.data?.lines?.text : undefined;
    return { text: typeof text === 'string' ? text.slice(0, 20_000) : undefined };
  } catch {
    return undefined;
  }
}

/**
 * Feeds ripgrep's output to a visitor, line by line, until the visitor needs no more; then ripgrep is ended.
 * @param end of a line, one byte
 * @returns why ripgrep failed, as a sentence without its full stop
 */
async function readLines(
  run: (onOutput: (piece: Buffer) => boolean) => Promise<ProgramResult>,
  end: string,
  visit: (line: string) => boolean,
  most: number,
): Promise<string | undefined> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  let seen = 0;
  let hadEnough = false;
  const result = await run((piece) => {
    const lines = (rest + decoder.write(piece)).split(end);
    rest = lines.pop() ?? '';
    for (const line of lines) {
      seen += 1;
      hadEnough = !visit(line) || seen >= most;
      if (hadEnough) return false;
    }
    return true;
  });
  if (!result.ok) return result.cancelled ? undefined : result.problem;
  if (hadEnough) return undefined;
  // A complaint with messages off is not about a file.
  const [complaint] = readComplaints(result.errors);
  if (result.code === 2 && complaint !== undefined) return `ripgrep failed with exit code 2: ${complaint}`;
  return rest === '' ? undefined : failUnreadable('ripgrep').problem;
}
