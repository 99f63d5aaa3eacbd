import { createInterface } from 'node:readline/promises';

/** Reads the next line of standard input as an answer: true for `y` and `yes`. For a terminal only. */
export async function askOnTerminal(): Promise<boolean> {
  const lines = createInterface({ input: process.stdin });
  try {
    return /^y(?:es)?$/i.test((await lines.question('')).trim());
  } finally {
    lines.close();
  }
}
