import { spawn } from 'node:child_process';
import path from 'node:path';
import { signsOf } from '../service/analysis/concern.ts';
import type { CatalogueSet } from '../service/catalogue/catalogueSet.ts';
import { typeOptions } from './fileTypes.ts';

/**
 * What a text must hold, any of it, to have findings: a code, a directive, what shows an API. The same question as the
 * service's `mayConcern`, for a search program.
 */
export function needlesOf(set: CatalogueSet): readonly string[] {
  return [...signsOf(set), ...set.catalogues.flatMap(({ codes }) => [...codes.keys()])];
}

/** What a search for needles came to. */
export interface Candidates {
  /** Absolute paths of those that hold one. */
  readonly files: ReadonlySet<string>;
  /** How many files were searched. One that was asked for twice counts twice. */
  readonly searched: number;
}

/**
 * Files below some folders that hold a needle, found by ripgrep: it reads thousands of files in the time that Node takes for
 * some tens, and most files hold nothing. UTF-16 is searched where a byte order mark says that it is.
 * @param folders must exist
 * @param globs names of the files that are wanted, in any case
 * @returns undefined when ripgrep had any trouble: then every file is to be read
 */
export async function findCandidates(
  folders: readonly string[],
  globs: readonly string[],
  needles: readonly string[],
  ripgrepPath: string,
): Promise<Candidates | undefined> {
  // Patterns are lines there.
  if (needles.some((needle) => needle === '' || /[\r\n]/.test(needle))) return undefined;
  const args = [
    '--no-config',
    '--no-require-git',
    '--no-ignore-messages',
    '--files-with-matches',
    '--max-count=1',
    '--stats',
    '--null',
    '--color=never',
    '--no-mmap',
    // Whether it is text is told when it is read.
    '--text',
    '--fixed-strings',
    '--file=-',
    ...typeOptions(globs),
    '--',
    ...folders,
  ];
  const output = await run(ripgrepPath, args, `${needles.join('\n')}\n`);
  const names = output?.split('\0') ?? [];
  const searched = /^(\d+) files searched$/m.exec(names.pop() ?? '')?.[1];
  if (searched === undefined) return undefined;
  // Most are absolute already, as the folders are.
  const files = new Set(names.map((name) => (path.isAbsolute(name) ? name : path.resolve(name))));
  return { files, searched: Number(searched) };
}

/** What a program wrote; undefined when it could not be run or complained. ripgrep ends with 1 when it found nothing. */
function run(command: string, args: readonly string[], input: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true });
    const output: Buffer[] = [];
    let complained = false;
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', () => (complained = true));
    child.stdin.on('error', () => (complained = true));
    child.once('error', () => resolve(undefined));
    child.once('close', (code) =>
      resolve(complained || code === null || code > 1 ? undefined : Buffer.concat(output).toString('utf8')),
    );
    child.stdin.end(input);
  });
}
