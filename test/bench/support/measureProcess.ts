import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

/** A command and its arguments. */
export type Command = readonly [string, ...string[]];

/** The cost of one run of a program, its children included. Milliseconds. */
export interface ProcessCost {
  readonly wall: number;
  /** User and system time. */
  readonly cpu: number;
  readonly code: number | null;
}

/**
 * Runs a program to its end, its output thrown away. Bash's `time` measures the time of it and its children, to the
 * millisecond. On Windows it is the time on the clock.
 */
export async function measureProcess(command: Command, cwd: string): Promise<ProcessCost> {
  const throughShell = process.platform !== 'win32';
  const start = performance.now();
  const { code, out } = await run(
    throughShell ? ['bash', '-c', 'TIMEFORMAT="%3U %3S"; { time "$@" >/dev/null 2>&1; } 2>&1', 'bash', ...command] : command,
    cwd,
  );
  const wall = performance.now() - start;
  return { wall, cpu: throughShell ? readTimes(out) : wall, code };
}

/**
 * Runs a program and answers with the most memory that its process held at once, in MB.
 * @returns NaN where the system has no /proc
 */
export async function measurePeakMemory(command: Command, cwd: string): Promise<number> {
  let peak = Number.NaN;
  const [file, ...args] = command;
  const child = spawn(file, args, { cwd, stdio: 'ignore' });
  // The system keeps the peak: the last reading before the end has it.
  const timer = setInterval(() => {
    const now = child.pid === undefined ? Number.NaN : readMemory(child.pid, 'VmHWM');
    if (!Number.isNaN(now)) peak = now;
  }, 2);
  await new Promise((resolve, reject) => child.once('exit', resolve).once('error', reject));
  clearInterval(timer);
  return peak;
}

/** Memory of a running process in MB: its memory now (`VmRSS`), or its peak (`VmHWM`). NaN where it cannot be read. */
export function readMemory(pid: number, field: 'VmRSS' | 'VmHWM'): number {
  try {
    const line = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return line ? (Number(line[1]) * 1024) / 1e6 : Number.NaN;
  } catch {
    return Number.NaN;
  }
}

/** Older versions of Node read these certificates at every start, for longer than they take for anything else. */
const { NODE_EXTRA_CA_CERTS: _certificates, ...environment } = process.env;

function run([file, ...args]: Command, cwd: string): Promise<{ readonly code: number | null; readonly out: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, env: environment, stdio: ['ignore', 'pipe', 'ignore'] });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out }));
  });
}

/** User and system time in seconds, such as `1.204 0.310`. */
function readTimes(out: string): number {
  return out
    .trim()
    .split(' ')
    .reduce((sum, seconds) => sum + Number(seconds) * 1000, 0);
}
