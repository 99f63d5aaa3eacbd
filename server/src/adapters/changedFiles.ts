import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The files that differ from a revision, absolute; or why git cannot tell, as a sentence. */
export type ChangedFiles = { readonly files: readonly string[] } | { readonly problem: string };

/**
 * Files that were added or changed since a branch left a revision: committed, staged, only on disk, and not tracked yet.
 * @param folder a folder of the repository; files outside of it are left out
 */
export async function listChangedFiles(folder: string, revision: string): Promise<ChangedFiles> {
  // A revision is data: it must not be taken for an option.
  if (revision.startsWith('-')) return { problem: `'${revision}' is no revision` };
  const known = await runGit(folder, ['rev-parse', '--verify', '--quiet', `${revision}^{commit}`]);
  if ('problem' in known) return known;
  if (known.code !== 0) {
    const inside = await runGit(folder, ['rev-parse', '--is-inside-work-tree']);
    if ('problem' in inside) return inside;
    if (inside.code === 0) return { problem: `git knows no revision '${revision}'` };
    // Most often a checkout that belongs to somebody else, as in containers: git says what to do.
    const reason = inside.errors.trim();
    return { problem: /not a git repository/.test(reason) ? 'the folder is in no git repository' : `git failed: ${reason}` };
  }
  const base = await runGit(folder, ['merge-base', revision, 'HEAD']);
  const from = 'output' in base && base.code === 0 ? base.output.trim() : known.output.trim();
  const lists = await Promise.all([
    runGit(folder, ['diff', '--name-only', '-z', '--relative', '--diff-filter=d', from, '--', '.']),
    runGit(folder, ['ls-files', '--others', '--exclude-standard', '-z', '--', '.']),
  ]);
  const files = new Set<string>();
  for (const list of lists) {
    if ('problem' in list) return list;
    if (list.code !== 0) return { problem: `git failed: ${list.errors.trim()}` };
    for (const name of list.output.split('\0')) {
      if (name === '') continue;
      const file = path.resolve(folder, name);
      // Of a submodule git tells the name alone.
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
  const recorded = await runGit(folder, ['rev-parse', '--verify', '--quiet', `${revision}:./${name}`]);
  if ('problem' in recorded) return recorded;
  if (recorded.code === 0) return listChangedFiles(submodule, recorded.output.trim());
  const all = await runGit(submodule, ['ls-files', '-z']);
  if ('problem' in all) return all;
  const names = all.output.split('\0').filter((file) => file !== '');
  return { files: names.map((file) => path.resolve(submodule, file)) };
}

function runGit(
  folder: string,
  args: readonly string[],
): Promise<{ readonly code: number; readonly output: string; readonly errors: string } | { readonly problem: string }> {
  return new Promise((resolve) => {
    const child = spawn('git', args, {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
      env: { ...process.env, LC_ALL: 'C' },
    });
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => errors.push(chunk));
    child.once('error', (error) => resolve({ problem: `git could not be run: ${error.message}` }));
    child.once('close', (code) =>
      resolve({
        code: code ?? 1,
        output: Buffer.concat(output).toString('utf8'),
        errors: Buffer.concat(errors).toString('utf8'),
      }),
    );
  });
}
