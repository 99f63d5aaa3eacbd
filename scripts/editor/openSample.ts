import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { spawnGroup } from './processGroup.ts';
import { startCodeServer } from './startCodeServer.ts';

/**
 * Opens the sample workspace for a person: in VS Code itself where there is one, else in code-server. Ctrl-C ends all of it.
 * @param root the repository's root
 * @param packExtension packs the .vsix that code-server installs
 */
export default async function openSample(root: string, packExtension: () => Promise<string>): Promise<void> {
  const sample = path.join(root, 'sample');
  const code = process.env['CODE_SERVER'] === '1' ? undefined : findOnPath('code');
  if (code === undefined) await serve(root, sample, await packExtension());
  else await openInVisualStudioCode(code, root, sample);
}

async function openInVisualStudioCode(command: string, root: string, sample: string): Promise<void> {
  const data = path.join(root, '.cache', 'vscode-data');
  const args = [`--extensionDevelopmentPath=${root}`, `--user-data-dir=${data}`, '--disable-workspace-trust', '--wait', sample];
  // A lock left by an earlier run would name a process that is a different one by now.
  rmSync(path.join(data, 'code.lock'), { force: true });
  const { child, output } = spawnGroup(command, args, { cwd: root, shell: process.platform === 'win32' });
  process.on('exit', () => {
    if (child.exitCode === null) endEditor(data);
  });
  console.log('VS Code is open on the sample workspace. Close its window, or press Ctrl-C here, to end it.');
  const exitCode = await new Promise<number>((resolve) => {
    child.on('error', () => resolve(1));
    child.on('exit', (status) => resolve(status ?? 1));
  });
  if (exitCode !== 0) console.error(output());
  process.exit(exitCode);
}

/** The `code` command starts the editor in its own process group, and the editor writes its id into its data folder. */
function endEditor(data: string): void {
  const lock = path.join(data, 'code.lock');
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, 'utf8'));
  try {
    if (Number.isInteger(pid) && pid > 1) process.kill(pid, 'SIGTERM');
  } catch {
    // It has ended already.
  }
}

async function serve(root: string, sample: string, vsix: string): Promise<void> {
  const server = await startCodeServer({ root, vsix, trustEverything: true });
  console.log(`VS Code is served on the sample workspace. Open this address in a browser; Ctrl-C here ends it.

  ${server.address}/?folder=${encodeURI(sample)}
`);
}

function findOnPath(command: string): string | undefined {
  const names = process.platform === 'win32' ? [`${command}.cmd`] : [command];
  return (process.env['PATH'] ?? '')
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)))
    .find((candidate) => existsSync(candidate));
}
