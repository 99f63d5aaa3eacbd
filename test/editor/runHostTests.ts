// Runs the suite of test/editor/host inside an editor's extension host: VS Code itself where it can be had, else code-server.
import path from 'node:path';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { copySample } from '../../scripts/editor/copySample.ts';
import { runInCodeServer } from './runInCodeServer.ts';

const root = process.cwd();
const suite = path.join(root, 'out', 'test', 'editor', 'host', 'index.cjs');
const sample = copySample(root);
const environment: Record<string, string> = { TEST_COUNTS: process.env['TEST_COUNTS'] ?? '', TEST_ROOT: root };

const executable = await findVisualStudioCode();
try {
  process.exitCode =
    executable === undefined
      ? await runInCodeServer({ root, suite, workspace: sample.folder, environment })
      : await runTests({
          vscodeExecutablePath: executable,
          extensionDevelopmentPath: root,
          extensionTestsPath: suite,
          extensionTestsEnv: environment,
          launchArgs: [sample.folder, '--disable-extensions', '--disable-workspace-trust'],
        });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  sample.remove();
}

/** @returns undefined when code-server is to be used; says why unless that was asked for */
async function findVisualStudioCode(): Promise<string | undefined> {
  if (process.env['CODE_SERVER'] === '1') return undefined;
  const given = process.env['VSCODE_EXECUTABLE'];
  if (given !== undefined) return given;
  if (process.platform === 'linux' && process.env['DISPLAY'] === undefined && process.env['WAYLAND_DISPLAY'] === undefined) {
    console.log('There is no display to show VS Code on: the suite runs in code-server.');
    return undefined;
  }
  try {
    return await downloadAndUnzipVSCode({ cachePath: path.join(root, '.cache', 'vscode'), version: 'stable' });
  } catch (error) {
    console.log(
      `VS Code could not be downloaded (${error instanceof Error ? error.message : String(error)}): the suite runs in code-server.`,
    );
    return undefined;
  }
}
