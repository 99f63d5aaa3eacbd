import { describeError } from '../../shared/describeError.ts';
import { programEnvironment } from './programEnvironment.ts';
import { firstLineOf, type ProgramCommand, startProgram } from './startProgram.ts';

/** A program that is run to its end. */
export interface ProgramStart extends ProgramCommand {
  /** Variables besides `programEnvironment`. */
  readonly environment?: Readonly<Record<string, string>>;
  /** All of its standard input; nothing when absent. */
  readonly input?: string;
  /** Exit codes that are an answer; every other one is a failure. 0 when absent. */
  readonly answers?: readonly number[];
  /** Ends the program. */
  readonly signal?: AbortSignal;
  /** Milliseconds until it is ended; five minutes when absent. */
  readonly timeLimit?: number;
  /** The most bytes of standard output that are kept; the program is ended when it writes more. 256 MB when absent. */
  readonly outputLimit?: number;
  /**
   * Takes standard output piece by piece; none of it is kept then. Ends the program by returning `false`, which is not a
   * failure.
   */
  readonly onOutput?: (piece: Buffer) => boolean;
}

/** The answer of a program, or why it did not answer. */
export type ProgramResult =
  | {
      readonly ok: true;
      /** One of `answers`; the first of them where `onOutput` ended the program. */
      readonly code: number;
      readonly output: Buffer;
      /** Standard error, at most 1 MB of it. */
      readonly errors: string;
    }
  | ProgramFailure;

/** Why a program did not answer. */
export interface ProgramFailure {
  readonly ok: false;
  /** A sentence without its full stop: the name, the exit code or signal, and the first line of standard error. */
  readonly problem: string;
  /** It was ended because its answer is no longer needed: there is nothing to report. */
  readonly cancelled: boolean;
}

const defaultTimeLimit = 300_000;
const defaultOutputLimit = 256_000_000;
const mostErrors = 1_000_000;

/**
 * Starts a program and waits for its end. Never rejects: every failure is a value with its reason. Failures are a program
 * that cannot be started, exits with a code that is not an answer, is killed, takes too long or writes too much.
 */
export function runProgram(start: ProgramStart): Promise<ProgramResult> {
  const { name, input, signal } = start;
  const { answers = [0], timeLimit = defaultTimeLimit, outputLimit = defaultOutputLimit } = start;
  return new Promise((resolve) => {
    const fail = (problem: string, cancelled = false): void => resolve({ ok: false, problem: `${name} ${problem}`, cancelled });
    if (signal?.aborted) return fail('was cancelled', true);
    let child: ReturnType<typeof startProgram>;
    try {
      const environment = { ...programEnvironment(), ...start.environment };
      child = startProgram({ ...start, environment }, input === undefined ? 'ignore' : 'pipe');
    } catch (error) {
      // A zero byte in a name, for one.
      return fail(`could not be run: ${describeError(error)}`);
    }
    const output: Buffer[] = [];
    const errors: Buffer[] = [];
    let kept = 0;
    let complained = 0;
    let unread = false;
    /** Why we have ended it ourselves, if we have. */
    let ended: 'enough' | 'cancelled' | 'late' | 'much' | undefined;
    const end = (reason: typeof ended): void => {
      ended ??= reason;
      // A sudden end spoils nothing, since it writes nothing; and a program that hangs may not react to a gentler signal.
      child.kill('SIGKILL');
      // Programs that it has started itself may keep these open.
      child.stdout.destroy();
      child.stderr.destroy();
    };
    const cancel = (): void => end('cancelled');
    const timer = setTimeout(end, timeLimit, 'late');
    signal?.addEventListener('abort', cancel, { once: true });
    const settle = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', cancel);
    };
    child.stdout.on('data', (piece: Buffer) => {
      if (ended !== undefined) return;
      if (start.onOutput) {
        if (!start.onOutput(piece)) end('enough');
        return;
      }
      kept += piece.length;
      if (kept > outputLimit) end('much');
      else output.push(piece);
    });
    child.stderr.on('data', (piece: Buffer) => {
      if (complained < mostErrors) errors.push(piece.subarray(0, mostErrors - complained));
      complained += piece.length;
    });
    // A program may leave unneeded input unread. But an answer does not count when only half of the patterns were read.
    child.stdin?.on('error', () => (unread = true));
    child.once('error', (error) => {
      settle();
      fail(`could not be run: ${error.message}`);
    });
    child.once('close', (code, killedBy) => {
      settle();
      const said = Buffer.concat(errors).toString('utf8');
      const first = firstLineOf(said);
      if (ended === 'cancelled') fail('was cancelled', true);
      else if (ended === 'late') fail(`took longer than ${timeLimit / 1000} s and was ended${first}`);
      else if (ended === 'much') fail(`wrote more than ${outputLimit / 1e6} MB and was ended${first}`);
      else if (ended === 'enough') resolve({ ok: true, code: answers[0] ?? 0, output: Buffer.alloc(0), errors: said });
      else if (code === null) fail(`was ended by ${killedBy ?? 'a signal'}${first}`);
      else if (!answers.includes(code)) fail(`failed with exit code ${code}${first}`);
      else if (unread) fail(`did not read what it was to look for${first}`);
      else resolve({ ok: true, code, output: Buffer.concat(output), errors: said });
    });
    child.stdin?.end(input);
  });
}

/** The failure of a program whose answer cannot be understood. @param name how messages call it */
export function failUnreadable(name: string): ProgramFailure {
  return { ok: false, problem: `${name} answered something that cannot be read`, cancelled: false };
}
