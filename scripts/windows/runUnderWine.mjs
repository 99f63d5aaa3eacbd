// Runs mocha under Node for Windows. Its standard output is a file: Wine cannot write into a pipe of this machine.
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run } from '../runSteps.mjs';
import { leftOut } from './leftOut.mjs';

/**
 * @param {{ command: readonly string[], environment: Record<string, string> }} windows as `installWindows` gives it
 * @param {readonly string[]} args of mocha: its script, options and files
 * @param {Record<string, string>} environment beside that of Wine
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runUnderWine({ command, environment: ofWine }, args, environment = {}) {
  const scratch = mkdtempSync(path.join(tmpdir(), 'windows-'));
  const [counts, output] = ['counts.json', 'output.txt'].map((name) => path.join(scratch, name));
  const [program, ...first] = command;
  const invert = ['--grep', leftOut.map(([title]) => title.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|'), '--invert'];
  const file = openSync(output, 'w');
  try {
    const stdio = ['ignore', file, 'ignore'];
    const code = await run(program, [...first, ...args, ...invert], { ...ofWine, ...environment, TEST_COUNTS: counts }, stdio);
    console.log(readFileSync(output, 'utf8'));
    const { passed, failed } = JSON.parse(readFileSync(counts, 'utf8'));
    return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
  } finally {
    closeSync(file);
    rmSync(scratch, { recursive: true, force: true });
  }
}
