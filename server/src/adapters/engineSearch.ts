import { cutRecordText, type FoundRecord } from '../service/logs/foundRecord.ts';
import type { EngineSetting } from '../service/engines/engineSettings.ts';
import type { EngineLine, EngineOptions, EngineQuestion } from '../service/engines/logEngine.ts';
import { readLevelName } from '../service/logs/logLevel.ts';
import type { LogRecogniser } from '../service/logs/logRecogniser.ts';
import type { EngineUse, LogSearchRequest } from '../service/logs/logSearch.ts';
import { readRecordAt } from '../service/logs/readRecords.ts';
import { spellingsOf } from '../service/logs/requestIdSpellings.ts';
import { countLineBreaks } from '../service/logs/textLines.ts';
import { createEngineSender, type EngineSender } from './engineHttp.ts';
import type { SearchCollector } from './searchSink.ts';

const hour = 3_600_000;
const day = 24 * hour;
const millisecond = 1_000_000n;
const pageSize = 1_000;
const mostPages = 1_000;
// Each is a request of its own.
const mostIds = 100;

/** What one question after the other is asked about. */
interface Inquiry {
  readonly send: EngineSender;
  readonly setting: EngineSetting;
  readonly options: EngineOptions;
  readonly id: number;
  readonly onRefused: () => void;
}

/** A stretch of time, as in a question. */
type Stretch = Pick<EngineQuestion, 'from' | 'until'>;

/**
 * Asks log engines for the ids, all engines at once, the newest records first. Never rejects: an engine that does not answer, or
 * not with all there is, is named under `skipped`.
 */
export async function searchEngines(request: LogSearchRequest, collector: SearchCollector): Promise<void> {
  const { sink } = collector;
  const recogniser = await request.recogniser();
  await Promise.all(
    (request.engines ?? []).map(async (use) => {
      const name = `${use.setting.name} (${use.setting.engine.title})`;
      const problems = await searchEngine(use);
      if (sink.signal.aborted) return;
      for (const problem of problems) sink.skip(name, problem);
      if (sink.ids.length > mostIds) sink.skip(name, `It was asked for the first ${mostIds} ids only.`);
    }),
  );

  /** @returns what is missing, a sentence each */
  async function searchEngine({ setting, authorization, onRefused = () => undefined }: EngineUse): Promise<readonly string[]> {
    const send = createEngineSender(setting, authorization);
    const problems = new Map<string, string[]>();
    const parts = setting.engine.partsOf?.(setting.options) ?? [{ name: '', options: setting.options }];
    for (const { name, options } of parts) {
      for (const id of sink.ids.slice(0, mostIds).keys()) {
        if (sink.isDone()) break;
        const problem = await searchStretches({ send, setting, options, id, onRefused });
        if (problem === undefined) continue;
        problems.set(problem, [...(problems.get(problem) ?? []), name]);
        break;
      }
    }
    // What is wrong with all parts is no matter of any.
    return [...problems].map(([problem, names]) => (names.length === parts.length ? problem : `${names.join(', ')}: ${problem}`));
  }

  async function searchStretches(inquiry: Inquiry): Promise<string | undefined> {
    for (const stretch of chooseStretches(inquiry.setting, request.now)) {
      const problem = await searchStretch(inquiry, stretch);
      if (problem !== undefined || sink.isDone()) return problem;
    }
    return undefined;
  }

  /** @returns one sentence when something is missing */
  async function searchStretch(
    { send, setting, options, id, onRefused }: Inquiry,
    stretch: Stretch,
  ): Promise<string | undefined> {
    const spellings = spellingsOf(sink.ids[id] ?? '');
    const seen = new Set<string>();
    let question: EngineQuestion = { ...stretch, spellings, limit: pageSize };
    for (let pages = 0; pages < mostPages; pages++) {
      const { lines, problem, cursor, isRefused } = await send(question, options, sink.signal);
      if (isRefused) onRefused();
      const fresh = lines.filter(({ key }) => !seen.has(key));
      for (const line of fresh) {
        if (sink.isDone()) return undefined;
        seen.add(line.key);
        const found = readEngineLine(setting.name, line, spellings, recogniser);
        if (found) collector.addRecord(found, id);
      }
      if (problem !== undefined || sink.isDone()) return problem;
      if (setting.engine.isOldestFirst) {
        if (cursor === undefined) return undefined;
        question = { ...question, cursor };
        continue;
      }
      if (lines.length < pageSize) return undefined;
      if (fresh.length === 0) return 'It has more records of one millisecond than it gives at a time.';
      const oldest = lines.reduce((least, { time }) => (time < least ? time : least), question.until);
      // An engine that counts in milliseconds leaves none of the last one out.
      question = { ...question, until: (oldest / millisecond + 1n) * millisecond };
    }
    return `It was asked ${mostPages} times: there may be more records.`;
  }
}

/** The times that are asked about, one after the other: a newer one first, where answers begin with what is old. */
function chooseStretches({ engine, days }: EngineSetting, now: number): Stretch[] {
  const from = now - days * day;
  const borders = [...(engine.isOldestFirst ? [now - hour, now - day].filter((border) => border > from) : []), from];
  return borders.map((border, index) => ({
    from: toNanoseconds(border),
    // Clocks of others may be ahead.
    until: toNanoseconds(borders[index - 1] ?? now + day),
  }));
}

function toNanoseconds(ms: number): bigint {
  return BigInt(Math.floor(ms)) * millisecond;
}

/** The record of a line; undefined when it is blank, or holds the id only as words: engines look for those. */
function readEngineLine(
  name: string,
  { text, time, place, stream, level }: EngineLine,
  spellings: readonly string[],
  recogniser: LogRecogniser,
): FoundRecord | undefined {
  const at = findSpelling(text, spellings);
  if (at < 0) return undefined;
  const ms = Number(time / millisecond);
  const record = readRecordAt(text, at, recogniser, { near: ms });
  if (!record) return undefined;
  const isKnown = record.time !== undefined && !record.time.zoneAssumed;
  return {
    source: name,
    file: place === undefined ? name : `${name}/${place}`,
    line: countLineBreaks(text, 0, at) + 1,
    ...(stream === undefined ? {} : { origin: { stream, time: String(time) } }),
    record: {
      ...record,
      time: isKnown ? record.time : { ms, zoneAssumed: false },
      level: record.level ?? (level === undefined ? undefined : readLevelName(level)),
    },
    text: cutRecordText(text, at),
    excerpt: false,
  };
}

/** Where one of the spellings stands, in whatever case, as it is or as JSON writes it; -1 when none does. */
function findSpelling(text: string, spellings: readonly string[]): number {
  const folded = text.toLowerCase();
  const written = spellings.flatMap((spelling) => [spelling, JSON.stringify(spelling).slice(1, -1)]);
  return Math.max(-1, ...written.map((spelling) => folded.indexOf(spelling.toLowerCase())));
}
