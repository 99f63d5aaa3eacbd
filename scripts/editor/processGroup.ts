import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { constants } from 'node:os';

/** A child with everything that it starts. */
export interface ProcessGroup {
  readonly child: ChildProcess;
  /** The output of the child so far, both streams. */
  output(): string;
  /** Ends the whole group, first politely; resolves when the child is gone. */
  stop(): Promise<void>;
}

const groups = new Set<ChildProcess>();
let watching = false;

/**
 * Starts a child in a process group of its own, which ends with this process however that ends (but for SIGKILL):
 * an editor's server starts processes that outlive it otherwise.
 */
export function spawnGroup(command: string, args: readonly string[], options: SpawnOptions): ProcessGroup {
  watchExit();
  const child = spawn(command, args, { ...options, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  groups.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-20_000);
    });
  }
  child.on('error', (error) => {
    output += error.message;
  });
  return { child, output: () => output, stop: () => stopGroup(child) };
}

async function stopGroup(child: ChildProcess): Promise<void> {
  groups.delete(child);
  if (child.exitCode === null && child.signalCode === null && child.pid !== undefined) {
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    signalGroup(child, 'SIGTERM');
    const impatient = setTimeout(() => signalGroup(child, 'SIGKILL'), 5000);
    await gone;
    clearTimeout(impatient);
  }
  // The leader may have left others behind.
  signalGroup(child, 'SIGKILL');
}

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // Nothing of the group is left.
  }
}

function watchExit(): void {
  if (watching) return;
  watching = true;
  process.on('exit', () => {
    for (const child of groups) signalGroup(child, 'SIGKILL');
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
}
