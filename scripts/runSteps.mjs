// Runs the steps of npm test one after the other. A failing step never hides the later ones.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { root } from './setUp.mjs';

/**
 * Runs the steps, with each one's name, result and time, and a summary at the end, which names the tests that failed: the end
 * of a long log is often all of it that a server keeps.
 * @param {readonly import('./testSteps.mjs').Step[]} steps
 * @param {{ coverage: boolean }} options
 */
export async function runSteps(steps, options) {
  const total = { passed: 0, failed: 0 };
  const summary = [];
  const failures = [];
  for (const step of steps) {
    console.log(`\n── ${step.name}: ${step.about}`);
    const start = performance.now();
    const {
      passed,
      failed,
      titles = [],
    } = await step.run(options).catch((error) => {
      console.error(error instanceof Error ? error.message : error);
      return { passed: 0, failed: 1 };
    });
    total.passed += passed;
    total.failed += failed;
    const line = `${step.name.padEnd(10)} ${seconds(start).padStart(7)}  ${passed} passed, ${failed} failed`;
    console.log(`── ${line}`);
    summary.push(line);
    failures.push(...titles.map((title) => `Failed in ${step.name}: ${title}`));
  }
  console.log(`\n${[...summary, ...failures].join('\n')}\n`);
  return total;
}

/** Runs a command whose exit code is its only result: one passed or one failed. */
export async function runCheck(command, args) {
  return (await run(command, args, {})) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * Runs a command in which mocha writes its counts (mochaReporter.cjs).
 * A command that ends badly without the name of a failed test counts as one failure.
 * @param {Record<string, string>} environment beside the process's own
 */
export async function runCounted(command, args, environment = {}) {
  const scratch = mkdtempSync(path.join(tmpdir(), 'test-counts-'));
  const file = path.join(scratch, 'counts.json');
  try {
    const code = await run(command, args, { ...environment, TEST_COUNTS: file });
    const { passed, failed, titles } = readCounts(file);
    return { passed, titles, failed: code !== 0 && failed === 0 ? 1 : failed };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** Resolves with the exit code. After Ctrl-C the child cleans up first; then nothing more is run. */
export function run(command, args, environment, stdio = 'inherit') {
  const child = spawn(command, args, { cwd: root, stdio, env: { ...process.env, ...environment } });
  let interrupted;
  const forward = (signal) => {
    interrupted = signal;
    child.kill(signal);
  };
  process.on('SIGINT', forward).on('SIGTERM', forward);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      process.off('SIGINT', forward).off('SIGTERM', forward);
      if (interrupted !== undefined) process.exit(128 + constants.signals[interrupted]);
      resolve(code ?? 1);
    });
  });
}

function seconds(start) {
  return `${((performance.now() - start) / 1000).toFixed(1)} s`;
}
