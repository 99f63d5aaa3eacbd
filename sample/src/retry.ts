import { PikzelsError } from './pikzelsClient';

/** Codes for which the same request may succeed a little later. */
const retryableErrorCodes = new Set([
  'TOO_MANY_REQUESTS',
  'GENERATION_FAILED',
  'GENERATION_TIMEOUT',
  'SCORING_TIMEOUT',
  'SERVICE_UNDER_MAINTENANCE',
]);

/** Runs `send` until it succeeds, backing off with jitter: 1, 2, 4 … seconds, at most five times. */
export async function withRetries<T>(send: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await send();
    } catch (error) {
      if (!(error instanceof PikzelsError) || !retryableErrorCodes.has(error.code) || attempt === 5) throw error;
      const seconds = 2 ** (attempt - 1) * (0.5 + Math.random());
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    }
  }
}
