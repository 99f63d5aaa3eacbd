import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const { PRODUCT_FOLDER: folder } = process.env;
assert.ok(folder, 'npm test -- product installs the product and names its folder');

/** The npm package as a project has it after `npm install`. */
export const npmPackage = path.join(folder, 'project', 'node_modules', 'api-error-codes');

/** The extension as an editor unpacks it. */
export const extension = path.join(folder, 'extension');

/** The project into which the npm package was installed. */
export const project = path.join(folder, 'project');

/** Reads the manifest of one of the two. */
export function readManifest(installed: string): Readonly<Record<string, unknown>> {
  return JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8')) as Record<string, unknown>;
}

/** The command line's entry, as the package's manifest names it. */
export const cli = path.join(npmPackage, (readManifest(npmPackage)['bin'] as Record<string, string>)['api-error-codes'] ?? '');

/** The language server that the extension starts. */
export const server = path.join(extension, 'dist', 'server.cjs');

/** The options from an editor to the extension's server: the path of its own ripgrep. Here that of the project. */
export const initializationOptions = {
  ripgrepPath: path.join(
    project,
    'node_modules',
    '@vscode',
    `ripgrep-${process.platform}-${process.arch}`,
    'bin',
    process.platform === 'win32' ? 'rg.exe' : 'rg',
  ),
};

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the installed command line in a folder. */
export async function run(cwd: string, args: readonly string[], input = ''): Promise<Ended> {
  const child = spawn(process.execPath, [cli, ...args], { cwd, stdio: ['pipe', 'pipe', 'pipe'] });
  const [stdout, stderr] = [child.stdout, child.stderr].map((stream) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    return chunks;
  });
  child.stdin.on('error', () => undefined).end(input);
  const status = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject).once('close', resolve);
  });
  const textOf = (chunks: readonly Buffer[] = []) => Buffer.concat(chunks).toString('utf8');
  return { status, stdout: textOf(stdout), stderr: textOf(stderr) };
}

/** Runs it and expects an exit code. @returns standard output */
export async function runFor(expected: number, cwd: string, args: readonly string[], input?: string): Promise<string> {
  const { status, stdout, stderr } = await run(cwd, args, input);
  assert.equal(status, expected, `${args.join(' ')}: ${stderr}${stdout}`);
  return stdout;
}
