import { createReadStream } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { findWhole } from '../../service/logs/findWhole.ts';
import type { LogRecogniser } from '../../service/logs/logRecogniser.ts';
import { readRecords } from '../../service/logs/reading/readRecords.ts';
import { cutRecordText, type FoundRecord } from '../../service/requests/foundRecord.ts';
import type { LogSearchRequest } from '../../service/requests/logSearch.ts';
import { addressOf } from '../files/fileAddress.ts';
import { describeReadError } from '../files/readError.ts';
import { describeLogFiles, findLogNames } from '../logFiles/listLogFiles.ts';
import { contentKeyOf, type LogFile } from '../logFiles/logFile.ts';
import { isPacked } from '../logFiles/logFileNames.ts';
import { createMixedDecoder } from '../logFiles/mixedDecoder.ts';
import { decompressStream } from './logParts.ts';

/** The logs to follow. */
export interface FollowRequest
  extends Pick<LogSearchRequest, 'requestIds' | 'roots' | 'namedRoots' | 'globs' | 'streams' | 'signal'> {
  readonly recogniser: LogRecogniser;
  readonly displayPath: (file: string) => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Gets each new record that holds one of the ids. */
  readonly onRecord: (record: FoundRecord, requestId: string) => void;
  /** Names what cannot be read. */
  readonly skip: (file: string, reason: string) => void;
}

/** Files that are there already, and how far they were read. */
export interface FollowedFiles {
  /** Goes on with what is written later, until the signal aborts. Streams are read from their beginning. */
  readonly follow: () => Promise<void>;
}

const every = 250;
const lookAgain = 4;
const back = 64 * 1024;
const markSize = 64;
const mostKept = 1_000_000;
// Turns until a record that may go on is handed out.
const patience = 4;

/** Notes how long the files are now. They are followed from there on, under any name, and new ones from their beginning. */
export async function noteFiles(request: FollowRequest): Promise<FollowedFiles> {
  const { signal, skip } = request;
  const sink = { signal, skip, isDone: () => signal.aborted };
  const list = async (): Promise<readonly LogFile[]> => {
    if (request.roots.length === 0) return [];
    const { names } = await findLogNames(request.roots, request.globs, sink, request);
    return (
      await describeLogFiles(
        names.filter(({ path }) => !isPacked(path)),
        sink,
      )
    ).files;
  };
  const tails = new Map<string, Tail>();
  for (const file of await list()) tails.set(contentKeyOf(file), createTail(request, file, file.size));
  const followFiles = async (): Promise<void> => {
    for (let turn = 0; !signal.aborted; turn++) {
      if (turn % lookAgain === 0) {
        for (const file of await list()) {
          const known = tails.get(contentKeyOf(file));
          if (known) known.rename(file);
          else tails.set(contentKeyOf(file), createTail(request, file, 0));
        }
      }
      for (const tail of tails.values()) await tail.readOn();
      await wait(every, undefined, { signal }).catch(() => undefined);
    }
  };
  const followStream = async ({ name, chunks }: NonNullable<FollowRequest['streams']>[number]): Promise<void> => {
    const reader = createReader(request, () => ({ name: request.displayPath(name) }));
    try {
      for await (const chunk of decompressLines(chunks(), signal)) {
        reader.push(chunk);
        reader.settle();
      }
    } catch (error) {
      if (!signal.aborted) skip(name, describeReadError(error));
    }
    reader.end();
  };
  return {
    follow: async () => {
      const streams = Promise.all((request.streams ?? []).map(followStream));
      // Without files it ends with the last stream.
      await Promise.all(request.roots.length > 0 ? [followFiles(), streams] : [streams]);
    },
  };
}

/** A stream that says its kind at once is decompressed; a few letters of text are not waited for more. */
async function* decompressLines(chunks: AsyncIterable<Buffer>, signal: AbortSignal): AsyncGenerator<Buffer, void> {
  const source = chunks[Symbol.asyncIterator]();
  const first = await source.next();
  if (first.done === true) return;
  const rest = { [Symbol.asyncIterator]: () => source };
  const all = (async function* () {
    yield first.value;
    yield* rest;
  })();
  const isText =
    /^[\t\n\r -~]/.test(first.value.toString('latin1', 0, 1)) && !first.value.subarray(0, 3).equals(Buffer.from('BZh'));
  yield* isText ? all : decompressStream(all, signal);
}

/** A file that is read on as it grows. */
interface Tail {
  /** It may have a new name. */
  readonly rename: (file: LogFile) => void;
  readonly readOn: () => Promise<void>;
}

function createTail(request: FollowRequest, found: LogFile, size: number): Tail {
  const { skip } = request;
  let file = found;
  let position = size;
  let line: number | undefined = size === 0 ? 0 : undefined;
  let idle = 0;
  let waited = 0;
  const begin = (): RecordReader =>
    createReader(request, () => ({ name: request.displayPath(file.path), uri: addressOf(file.path), line }));
  let reader = begin();
  let mark: Buffer | undefined;
  let modified = found.modified;
  /** Whether what was read last is no longer there. */
  const isOther = async (now: LogFile): Promise<boolean> => {
    if (mark !== undefined && now.size === position && now.modified === modified) return false;
    const there = await readMark(file, position);
    mark ??= there;
    return !there.equals(mark);
  };
  return {
    rename: (next) => (file = next),
    readOn: async () => {
      try {
        const [now] = (await describeLogFiles([{ path: file.path, opens: file.opens, walked: file.walked }], neverDone)).files;
        if (!now || contentKeyOf(now) !== contentKeyOf(file)) return;
        if (now.size < position || (await isOther(now))) {
          // It was emptied, and may be longer again by now.
          [position, line, reader] = [0, 0, begin()];
          mark = Buffer.alloc(0);
        }
        modified = now.modified;
        idle = now.size === position ? idle + 1 : 0;
        // A record ends when nothing more of it comes, or when more comes for long.
        if (idle === 1 || ++waited >= patience) {
          reader.settle();
          waited = 0;
        }
        if (idle > 0) return;
        if (line === undefined) {
          const begun = await findLine(file, position);
          line = begun.line;
          position = begun.from;
        }
        for await (const chunk of createReadStream(file.opens, { start: position, end: now.size - 1 }) as AsyncIterable<Buffer>) {
          reader.push(chunk);
          position += chunk.length;
        }
        mark = await readMark(file, position);
      } catch (error) {
        skip(file.path, describeReadError(error));
      }
    },
  };
}

/** The last bytes before a place. */
async function readMark(file: LogFile, position: number): Promise<Buffer> {
  if (position === 0) return Buffer.alloc(0);
  const pieces: Buffer[] = [];
  const start = Math.max(0, position - markSize);
  for await (const piece of createReadStream(file.opens, { start, end: position - 1 }) as AsyncIterable<Buffer>)
    pieces.push(piece);
  return Buffer.concat(pieces);
}

const neverDone = { signal: new AbortController().signal, skip: () => undefined, isDone: () => false };

/** Where the line begins that a byte is in, and its number, from 0. */
async function findLine(file: LogFile, position: number): Promise<{ readonly from: number; readonly line: number }> {
  let line = 0;
  let from = 0;
  let at = 0;
  for await (const chunk of createReadStream(file.opens, { end: position - 1 }) as AsyncIterable<Buffer>) {
    for (let feed = chunk.indexOf(10); feed >= 0; feed = chunk.indexOf(10, feed + 1)) {
      line++;
      from = at + feed + 1;
    }
    at += chunk.length;
  }
  // A line of many megabytes is not read once more.
  return position - from > back ? { from: position, line } : { from, line };
}

/** Reads records out of what comes, and hands out those with an id. */
interface RecordReader {
  readonly push: (chunk: Buffer) => void;
  /** Hands out the records up to here. */
  readonly settle: () => void;
  readonly end: () => void;
}

function createReader(
  { recogniser, requestIds, now, onRecord }: FollowRequest,
  place: () => { readonly name: string; readonly uri?: string; readonly line?: number | undefined },
): RecordReader {
  const decoder = createMixedDecoder();
  let kept = '';
  let lines = 0;
  const read = (text: string): void => {
    if (text.trim() === '') return;
    for (const record of readRecords(text, recogniser, { near: now() })) {
      const own = text.slice(record.span.start, record.span.end);
      for (const requestId of requestIds) {
        if (!findWhole(own, requestId)) continue;
        const { name, uri, line = 0 } = place();
        const at = { file: name, line: line + lines + record.line + 1, ...(uri !== undefined && { uri }) };
        onRecord({ source: 'file', ...at, record, text: cutRecordText(own, 0), excerpt: false }, requestId);
      }
    }
    lines += text.split('\n').length - 1;
  };
  const settle = (): void => {
    const end = kept.lastIndexOf('\n') + 1;
    const whole = kept.slice(0, end);
    kept = kept.slice(end);
    read(whole);
  };
  return {
    push: (chunk) => {
      kept += decoder.decode(chunk);
      if (kept.length > mostKept) settle();
    },
    settle,
    end: () => {
      kept += decoder.finish();
      read(kept);
      kept = '';
    },
  };
}
