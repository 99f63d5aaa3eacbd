/**
 * ripgrep's options for files of some names only, in any case. A glob among its options would go before `.gitignore` and
 * bring back the files that a pattern, such as `*.gen.ts`, leaves out.
 * @param globs of names: `*.ts`
 */
export function typeOptions(globs: readonly string[]): readonly string[] {
  if (globs.length === 0) return [];
  const inAnyCase = (glob: string): string =>
    glob.replace(/[a-z]/gi, (letter) => `[${letter.toLowerCase()}${letter.toUpperCase()}]`);
  return [...globs.flatMap((glob) => ['--type-add', `wanted:${inAnyCase(glob)}`]), '--type', 'wanted'];
}
