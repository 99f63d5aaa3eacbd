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
