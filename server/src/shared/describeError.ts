/** Describes a failure, for a sentence: the message of an error, or any other thrown value as text. */
export function describeError(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
