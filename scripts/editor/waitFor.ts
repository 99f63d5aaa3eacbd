import { setTimeout as delay } from 'node:timers/promises';

/**
 * Asks again and again until the answer is neither undefined, false nor an empty text, and returns it. A file is empty before its
 * text is written.
 * @param what named in the error when the deadline passes, as in “waited 20 s for …”
 * @param limit milliseconds
 */
export async function waitFor<T>(
  what: string,
  ask: () => Promise<T | undefined | false> | T | undefined | false,
  limit = 20_000,
): Promise<T> {
  const deadline = Date.now() + limit;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false && answer !== '') return answer;
    if (Date.now() > deadline) throw new Error(`waited ${limit / 1000} s for ${what}`);
    await delay(50);
  }
}
