import { documentEndings } from '../shared/documentEndings.ts';
import { sourceExtensions } from '../service/languages/sourceOf.ts';

/** Endings of files whose content matters: any source file may show an API. */
export const tellingEndings: readonly string[] = [
  ...sourceExtensions,
  ...documentEndings.map((ending) => `.${ending}`),
  ...['.toml', '.xml', '.env', '.gradle', '.kts'],
];

/** Names of further such files: what git ignores, and the beginnings of projects. */
export const tellingNames: readonly string[] = ['.gitignore', 'go.mod', 'Gemfile', 'CMakeLists.txt'];

/** Whether the content of a file matters. @param file its path or address */
export function isTelling(file: string): boolean {
  return tellingEndings.some((ending) => file.endsWith(ending)) || tellingNames.some((name) => file.endsWith(`/${name}`));
}

/** Globs of lock files, prose and the like, which show nothing: they name APIs that no code calls. */
export const silentGlobs: readonly string[] = [
  '*.{md,mdx,markdown,txt,rst,adoc,log,svg,map,snap}',
  '*.log.*',
  '*.min.*',
  '{package-lock.json,npm-shrinkwrap.json,yarn.lock,pnpm-lock.yaml,bun.lock,bun.lockb,Cargo.lock,poetry.lock,uv.lock,Pipfile.lock,go.sum,composer.lock,Gemfile.lock,Package.resolved,pubspec.lock,gradle.lockfile}',
  '.git',
  'node_modules',
];
