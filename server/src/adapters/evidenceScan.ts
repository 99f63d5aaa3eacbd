import { spawn } from 'node:child_process';
import path from 'node:path';
import { createInterface } from 'node:readline';
import type { CatalogueSet } from '../service/catalogue/catalogueSet.ts';
import { findFileEvidence } from '../service/evidence/fileEvidence.ts';
import type { Catalogue, Evidence, Shown } from '../service/types.ts';

/** Lock files and prose show nothing: they name APIs that nobody calls. */
const silent = [
  '*.{md,mdx,markdown,txt,rst,adoc,log,svg,map,snap}',
  '*.log.*',
  '*.min.*',
  '{package-lock.json,npm-shrinkwrap.json,yarn.lock,pnpm-lock.yaml,bun.lock,bun.lockb,Cargo.lock,poetry.lock,uv.lock,Pipfile.lock,go.sum,composer.lock,Gemfile.lock,Package.resolved,pubspec.lock,gradle.lockfile}',
  '.git',
  'node_modules',
];

/** The most lines that are looked at: one is enough where it is no look-alike. */
const mostLines = 2000;

/**
 * Which APIs show in a folder's files, ignored ones left out. One pass of ripgrep that ends as soon as every API was seen.
 * @returns what was found before a failure or a cancellation; empty when ripgrep cannot be run
 */
export async function scanEvidence(root: string, set: CatalogueSet, ripgrepPath: string, signal: AbortSignal): Promise<Evidence> {
  const evidence = new Map<string, Shown>();
  let missing: readonly Catalogue[] = set.catalogues;
  const needles = new Set(missing.flatMap(needlesOf));
  if (needles.size === 0) return evidence;
  const visit = (file: string, text: string): boolean => {
    for (const [id, shown] of findFileEvidence(text, file, { catalogues: missing })) evidence.set(id, shown);
    missing = missing.filter(({ id }) => !evidence.has(id));
    return missing.length > 0;
  };
  const common = [
    '--no-config',
    '--no-require-git',
    '--hidden',
    '--no-messages',
    '--color=never',
    ...silent.flatMap((glob) => ['--glob', `!${glob}`]),
  ];
  const search = [
    ...common,
    '--json',
    '--ignore-case',
    '--fixed-strings',
    '--max-filesize=2M',
    '--max-count=20',
    ...[...needles].flatMap((needle) => ['-e', needle]),
    '--',
    '.',
  ];
  await readLines(ripgrepPath, search, root, signal, (line) => {
    const match = readMatch(line);
    return match === undefined || visit('', match);
  });
  // A path may name the API though no text does.
  if (missing.length > 0 && !signal.aborted) {
    await readLines(
      ripgrepPath,
      [...common, '--files', '.'],
      root,
      signal,
      (line) => visit(line.split(path.sep).join('/'), ''),
      Number.POSITIVE_INFINITY,
    );
  }
  return evidence;
}

function needlesOf({ detect, codes }: Catalogue): readonly string[] {
  return [
    ...detect.hosts,
    ...detect.names,
    ...detect.keyPrefixes,
    ...[...codes.values()].filter(({ unique }) => unique).map(({ code }) => code),
  ];
}

function readMatch(line: string): string | undefined {
  try {
    const event = JSON.parse(line) as { type?: unknown; data?: { lines?: { text?: unknown } } };
    const text = event.type === 'match' ? event.data?.lines?.text : undefined;
    return typeof text === 'string' ? text.slice(0, 20_000) : undefined;
  } catch {
    return undefined;
  }
}

/** Feeds a process's lines to a visitor until it has had enough; then the process is ended. */
async function readLines(
  command: string,
  args: readonly string[],
  cwd: string,
  signal: AbortSignal,
  visit: (line: string) => boolean,
  most = mostLines,
): Promise<void> {
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'ignore'], signal, windowsHide: true });
  const ended = new Promise<void>((resolve) => {
    child.once('error', () => resolve());
    child.once('close', () => resolve());
  });
  let seen = 0;
  for await (const line of createInterface({ input: child.stdout, crlfDelay: Number.POSITIVE_INFINITY })) {
    seen += 1;
    if (!visit(line) || seen >= most) break;
  }
  child.kill();
  await ended;
}
