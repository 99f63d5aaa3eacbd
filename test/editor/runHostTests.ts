// Runs the suite of test/editor/host inside an editor's extension host: VS Code itself where it can be had, else code-server.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { copySample } from '../../scripts/editor/copySample.ts';
import { runInCodeServer } from './runInCodeServer.ts';

const root = process.cwd();
const suite = path.join(root, 'out', 'test', 'editor', 'host', 'index.cjs');
const environment: Record<string, string> = { TEST_COUNTS: process.env['TEST_COUNTS'] ?? '', TEST_ROOT: root };

try {
  process.exitCode = await runSuite();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

/** @returns the suite's exit code, in the first editor where it fails */
async function runSuite(): Promise<number> {
  const executables = await findEditors();
  if (executables.length === 0) return onSample((workspace) => runInCodeServer({ root, suite, workspace, environment }));
  for (const vscodeExecutablePath of executables) {
    const exitCode = await onSample((workspace) =>
      runTests({
        vscodeExecutablePath,
        extensionDevelopmentPath: root,
        extensionTestsPath: suite,
        extensionTestsEnv: environment,
        launchArgs: [workspace, '--disable-extensions', '--disable-workspace-trust'],
      }),
    );
    if (exitCode !== 0) return exitCode;
  }
  return 0;
}

async function onSample(run: (workspace: string) => Promise<number>): Promise<number> {
  const sample = copySample(root);
  try {
    return await run(sample.folder);
  } finally {
    sample.remove();
  }
}

/**
 * The one that VSCODE_EXECUTABLE names, else the oldest VS Code that the extension supports and the current one, downloaded.
 * @returns none when code-server is to be used; prints the reason unless that was asked for
 */
async function findEditors(): Promise<readonly string[]> {
  if (process.env['CODE_SERVER'] === '1') return [];
  const given = process.env['VSCODE_EXECUTABLE'];
  if (given !== undefined) return [given];
  if (process.platform === 'linux' && process.env['DISPLAY'] === undefined && process.env['WAYLAND_DISPLAY'] === undefined) {
    console.log('There is no display to show VS Code on: the suite runs in code-server.');
    return [];
  }
  const { engines } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { engines: { vscode: string } };
  const cachePath = path.join(root, '.cache', 'vscode');
  const executables: string[] = [];
  try {
    for (const version of [engines.vscode.replace('^', ''), 'stable']) {
      executables.push(await downloadAndUnzipVSCode({ cachePath, version }));
    }
    return executables;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.log(`VS Code could not be downloaded (${reason}): the suite runs in code-server.`);
    return [];
  }
}
