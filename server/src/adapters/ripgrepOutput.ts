/** A place that ripgrep found. */
export interface RipgrepHit {
  readonly path: string;
  /** From 1. */
  readonly line: number;
  /** Bytes before it. */
  readonly offset: number;
}

/** Reads ripgrep's output as it comes. */
export interface RipgrepOutput {
  /** @returns the hits that are complete with this chunk */
  readonly push: (chunk: Buffer) => RipgrepHit[];
}

const longestRest = 100_000;

/**
 * Reads the output of `--null --line-number --byte-offset --only-matching`: `path NUL line:offset:match LF`. Only the match is printed, so that a line of any length costs nothing.
 */
export function createRipgrepOutput(): RipgrepOutput {
  let rest = Buffer.alloc(0);
  return {
    push: (chunk) => {
      const hits: RipgrepHit[] = [];
      let buffer = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
      for (;;) {
        const nul = buffer.indexOf(0);
        const end = nul < 0 ? -1 : buffer.indexOf(10, nul);
        if (end < 0) break;
        const [line, offset] = buffer
          .toString('latin1', nul + 1, end)
          .split(':', 2)
          .map(Number);
        const path = buffer.toString('utf8', 0, nul);
        if (Number.isInteger(line) && Number.isInteger(offset)) hits.push({ path, line: line ?? 1, offset: offset ?? 0 });
        buffer = buffer.subarray(end + 1);
      }
      rest = buffer.length > longestRest ? Buffer.alloc(0) : Buffer.from(buffer);
      return hits;
    },
  };
}

/** File and reason of a line that ripgrep writes to standard error; the file is empty when the line names none. */
export function readRipgrepError(line: string): { readonly file: string; readonly reason: string } {
  const text = line.replace(/^rg: /, '').trim();
  const match = /^(.+): (.+) \(os error \d+\)$/.exec(text);
  return match?.[1] !== undefined && match[2] !== undefined
    ? { file: match[1], reason: `${match[2]}.` }
    : { file: '', reason: text };
}

/** What of `--json` is asked for: the end of a file that holds a match, and of the whole search. */
export type RipgrepEvent =
  /** The path is undefined when it is no UTF-8. */
  | { readonly type: 'end'; readonly path: string | undefined; readonly bytes: number }
  /** How many files were searched, those without a match as well, and how many bytes. */
  | { readonly type: 'summary'; readonly searches: number; readonly bytes: number };

/** Reads a line that ripgrep writes with `--json`; undefined for other events. */
export function readRipgrepEvent(line: string): RipgrepEvent | undefined {
  // A matching line can be long, and its text is not needed.
  if (!line.startsWith('{"type":"end"') && !line.includes('"type":"summary"')) return undefined;
  try {
    const { type, data } = JSON.parse(line) as { type?: unknown; data?: unknown };
    const { path, stats } = asRecord(data);
    const { searches, bytes_searched: bytes } = asRecord(stats);
    if (typeof bytes !== 'number' || typeof searches !== 'number') return undefined;
    if (type === 'summary') return { type, searches, bytes };
    const { text } = asRecord(path);
    return type === 'end' ? { type, path: typeof text === 'string' ? text : undefined, bytes } : undefined;
  } catch {
    return undefined;
  }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}
