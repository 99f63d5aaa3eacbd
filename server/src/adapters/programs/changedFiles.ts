import * as l10n from '@vscode/l10n';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { failUnreadable } from './runProgram.ts';
import { type GitAnswer, runGit } from './runGit.ts';

/** The files that differ from a revision, absolute; or why git cannot list them, as a sentence. */
export type ChangedFiles = { readonly files: readonly string[] } | { readonly problem: string };

/** git's exit code when it cannot go on: no repository, no such revision. Standard error has the reason. */
const fatal = 128;

/**
 * Files that were added or changed since a branch left a revision: committed, staged, only on disk, and not tracked yet.
 * @param folder a folder of the repository; files outside of it are left out
 */
export async function listChangedFiles(folder: string, revision: string): Promise<ChangedFiles> {
  // A revision is data: it must not be taken for an option.
  if (revision.startsWith('-')) return { problem: l10n.t("'{0}' is no revision", revision) };
  const known = await runGit(folder, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`], [0, 1, fatal]);
  if (!known.ok) return known;
  if (known.code !== 0) {
    const inside = await runGit(folder, ['rev-parse', '--is-inside-work-tree'], [0, fatal]);
    if (!inside.ok) return inside;
    if (inside.code === 0) return { problem: l10n.t("git knows no revision '{0}'", revision) };
    // Most often a checkout of a different user, as in containers: git's message has the remedy.
    const reason = inside.errors.trim();
    return {
      problem: /not a git repository/.test(reason)
        ? l10n.t('the folder is in no git repository')
        : l10n.t('git failed: {0}', reason),
    };
  }
  if (!isCommit(known.output)) return failUnreadable('git');
  const base = await runGit(folder, ['merge-base', revision, 'HEAD'], [0, 1, fatal]);
  if (!base.ok) return base;
  const from = (base.code === 0 ? base : known).output.trim();
  if (!isCommit(from)) return failUnreadable('git');
  const diff = ['diff', '--no-ext-diff', '--no-textconv', '--name-only', '-z', '--relative', '--diff-filter=d'];
  const lists = await Promise.all([
    runGit(folder, [...diff, from, '--', '.']),
    runGit(folder, ['ls-files', '--others', '--exclude-standard', '-z', '--', '.']),
  ]);
  const files = new Set<string>();
  for (const list of lists) {
    const names = list.ok ? readNames(list) : list;
    if ('problem' in names) return names;
    for (const name of names) {
      const file = path.resolve(folder, name);
      // git only names the folder of a submodule.
      const inside = existsSync(path.join(file, '.git')) ? await listChangedInSubmodule(folder, name, from) : { files: [file] };
      if ('problem' in inside) return { problem: `${name}: ${inside.problem}` };
      for (const changed of inside.files) files.add(changed);
    }
  }
  return { files: [...files].sort() };
}

/** Files of a submodule that differ from the commit that the repository around it had recorded; all when it had none. */
async function listChangedInSubmodule(folder: string, name: string, revision: string): Promise<ChangedFiles> {
  const submodule = path.resolve(folder, name);
  const recorded = await runGit(folder, ['rev-parse', '--verify', '--quiet', `${revision}:./${name}`], [0, 1, fatal]);
  if (!recorded.ok) return recorded;
  if (recorded.code === 0) return listChangedFiles(submodule, recorded.output.trim());
  const all = await runGit(submodule, ['ls-files', '-z']);
  const names = all.ok ? readNames(all) : all;
  if ('problem' in names) return names;
  return { files: names.map((file) => path.resolve(submodule, file)) };
}

function isCommit(output: string): boolean {
  return /^[0-9a-f]{40,64}\s*$/.test(output);
}

/** Names that git wrote, each with a zero byte behind it. */
function readNames({ output }: GitAnswer): readonly string[] | { readonly problem: string } {
  const names = output.split('\0');
  return names.pop() === '' ? names : failUnreadable('git');
}
