/** A question to an engine: lines of a stretch of time, the newest first. */
export interface EngineQuestion {
  /** The lines that contain an id in one of its spellings; absent: all lines of a stream. */
  readonly spellings?: readonly string[];
  /** Letters of the spellings count in any case, as far as the engine can; absent: as they are. */
  readonly anyCase?: boolean;
  /** Only lines of this stream, as {@link EngineLine.stream} names it. */
  readonly stream?: string;
  /** The oldest first. */
  readonly isForward?: boolean;
  /** Nanoseconds since 1970: the first that counts, and the first that no longer does. */
  readonly from: bigint;
  readonly until: bigint;
  /** The most lines. */
  readonly limit: number;
  /** The cursor of the answer before this one. */
  readonly cursor?: string;
}

/** A request over HTTP. */
export interface EngineRequest {
  readonly method: 'GET' | 'POST';
  /** The path after the engine's address, with the query; begins with a slash. */
  readonly path: string;
  /** Without credentials. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A line as an engine keeps it. */
export interface EngineLine {
  /** As it was logged, or as JSON where the engine keeps fields. */
  readonly text: string;
  /** When it was written, by the engine: nanoseconds since 1970. Undefined when the engine gives no time. */
  readonly time: bigint | undefined;
  /** The service or stream that it comes from, for people; undefined when the engine does not name it. */
  readonly place: string | undefined;
  /** The common stream of its neighbours, in the engine's own words; undefined: it has no stream. */
  readonly stream: string | undefined;
  /** Its level, as the engine's own labels name it. */
  readonly level: string | undefined;
  /** The same for the same line in several answers. */
  readonly key: string;
}

/** The content of an answer. */
export interface EngineAnswer {
  readonly lines: readonly EngineLine[];
  /**
   * The times of further records that were not sent in this engine's form, undefined for those without a time. They count for
   * paging all the same. Absent: there are no such records.
   */
  readonly unreadable?: readonly (bigint | undefined)[];
  /** There may be more, which the same question gets with this. */
  readonly cursor?: string;
  /** One sentence when it is not all of it. */
  readonly problem?: string;
}

/** The settings of a user for an engine in addition to its address: text, by the name of the setting. */
export type EngineOptions = Readonly<Record<string, string>>;

/** One option of an engine. */
export interface EngineOption {
  /** One sentence, for the schema of the settings. */
  readonly description: string;
  /** The value where none is set. */
  readonly fallback?: string;
  /** Without it nothing can be asked. Else it may lack. */
  readonly isRequired?: boolean;
}

/** How one kind of log engine is asked over HTTP, and how its answers are read. Pure: the requests are sent elsewhere. */
export interface LogEngine {
  /** Names it in the settings. */
  readonly type: string;
  readonly title: string;
  readonly options: Readonly<Record<string, EngineOption>>;
  /**
   * Requests are signed (AWS Signature Version 4) for the `region` with credentials of the `profile`; absent: they have a
   * header.
   */
  readonly signing?: 'aws';
  /** Gives the headers of credentials that are not sent as `Authorization`. */
  readonly headersOf?: (authorization: string) => Readonly<Record<string, string>>;
  /** It knows traces by their ids and answers with a whole trace: it is asked once, about those only, and 404 means that it has none. */
  readonly isAboutTraces?: boolean;
  /** Answers begin with the oldest record, and the next answer continues at the cursor. Absent: they begin with the newest. */
  readonly isOldestFirst?: boolean;
  /** The address where no address is set; absent: one must be set. */
  readonly addressOf?: (options: EngineOptions) => string;
  /** The parts that are asked separately, with their names for people; absent: there is only one part. */
  readonly partsOf?: (options: EngineOptions) => readonly { readonly name: string; readonly options: EngineOptions }[];
  readonly ask: (question: EngineQuestion, options: EngineOptions) => EngineRequest;
  /**
   * Reads the body of an answer with a status of 200.
   * @returns undefined when it is no answer of this engine
   */
  readonly read: (body: string, options: EngineOptions) => EngineAnswer | undefined;
  /** The problem that an answer with a different status reports, on one line; empty when it reports none. */
  readonly explain: (body: string) => string;
}

/**
 * Nanoseconds of a time in RFC 3339, which may have more digits than milliseconds.
 * @returns undefined for any other text, and for a time without a zone: JavaScript would read it in the machine's own zone
 */
export function readNanoseconds(time: string): bigint | undefined {
  if (!/(?:Z|[+-]\d\d:?\d\d)$/i.test(time)) return undefined;
  const ms = Date.parse(time);
  if (Number.isNaN(ms)) return undefined;
  const fraction = /\.(\d+)/.exec(time)?.[1] ?? '';
  return BigInt(Math.floor(ms / 1000)) * 1_000_000_000n + BigInt(fraction.slice(0, 9).padEnd(9, '0'));
}

/** A time in RFC 3339, in UTC. */
export function writeNanoseconds(time: bigint): string {
  const seconds = new Date(Number(time / 1_000_000_000n) * 1000).toISOString().slice(0, 19);
  return `${seconds}.${String(time % 1_000_000_000n).padStart(9, '0')}Z`;
}

/** The JSON of a text; undefined when the text is not JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // The caller reports which JSON it expected.
    return undefined;
  }
}

/**
 * Reads one record of many: a record that cannot be read does not affect the others. JSON of a hundred thousand levels can be
 * parsed, but not written or compared.
 */
export function readEach<Item, Reading>(
  items: readonly Item[],
  read: (item: Item) => Reading,
  unread: Reading,
): readonly Reading[] {
  return items.map((item) => {
    try {
      return read(item);
    } catch {
      return unread;
    }
  });
}
