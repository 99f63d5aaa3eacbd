import * as l10n from '@vscode/l10n';
import { cutRecordText, detach, type FoundRecord } from '../../service/requests/foundRecord.ts';
import type { EngineSetting } from '../../service/engines/engineSettings.ts';
import type { EngineLine, EngineOptions, EngineQuestion } from '../../service/engines/logEngine.ts';
import { traceIn } from '../../service/engines/traceSpan.ts';
import { readLevelName } from '../../service/logs/logLevel.ts';
import { copyText } from '../../service/logs/copyText.ts';
import type { LogRecogniser } from '../../service/logs/logRecogniser.ts';
import type { EngineUse, LogSearchRequest } from '../../service/requests/logSearch.ts';
import { escapeRegExp } from '../../service/matching/codeMatcher.ts';
import { readRecordAt } from '../../service/logs/reading/readRecordAt.ts';
import { fixedSpellings, spellingsOf } from '../../shared/requestIds/requestIdSpellings.ts';
import { countLineBreaks } from '../../service/logs/reading/textLines.ts';
import { createEngineSender, type EngineSender } from './engineHttp.ts';
import type { SearchCollector } from '../logReading/searchSink.ts';
import { showNumber } from '../../service/render/numbers.ts';
import { createTimeSlices } from '../files/timeSlices.ts';

const hour = 3_600_000;
const day = 24 * hour;
const millisecond = 1_000_000n;
const pageSize = 1_000;
const mostPages = 1_000;
// Each is a request of its own.
const mostIds = 100;
// The longest names of places and streams in an engine, which come with every record.
const longestPlace = 300;
const longestStream = 8_000;
// Milliseconds that a `Date` reaches from 1970.
const lastMoment = 8.64e15;

/** The constants of a series of questions. */
interface Inquiry {
  readonly send: EngineSender;
  readonly setting: EngineSetting;
  readonly options: EngineOptions;
  readonly id: number;
  readonly onRefused: () => void;
}

/** How one went: a sentence when something is missing, and whether there was no answer. */
interface Outcome {
  readonly problem?: string | undefined;
  readonly isMissing?: boolean | undefined;
  /** How many of its records could not be read. */
  readonly unreadable: number;
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
  const pause = createTimeSlices();
  const waiting = new Set((request.engines ?? []).map(nameOf));
  request.onWaiting?.([...waiting]);
  await Promise.all(
    (request.engines ?? []).map(async (use) => {
      const name = nameOf(use);
      const problems = await searchEngine(use);
      waiting.delete(name);
      request.onWaiting?.([...waiting]);
      if (sink.signal.aborted) return;
      for (const problem of problems) collector.skipSource(name, problem);
      if (sink.ids.length > mostIds) collector.skipSource(name, l10n.t('It was asked for the first {0} ids only.', mostIds));
    }),
  );

  /** @returns the missing parts, a sentence each */
  async function searchEngine(use: EngineUse): Promise<readonly string[]> {
    const { setting, onRefused = () => undefined } = use;
    const send = createEngineSender(use);
    const problems = new Map<string, Set<string>>();
    let unread = 0;
    const parts = setting.engine.partsOf?.(setting.options) ?? [{ name: '', options: setting.options }];
    for (const { name, options } of parts) {
      for (const id of sink.ids.slice(0, mostIds).keys()) {
        if (sink.isDone()) break;
        if (setting.engine.isAboutTraces && traceIn(fixedSpellings(spellingsOf(sink.ids[id] ?? ''))) === undefined) continue;
        const { problem, isMissing, unreadable } = await searchStretches({ send, setting, options, id, onRefused });
        unread += unreadable;
        if (problem !== undefined) problems.set(problem, (problems.get(problem) ?? new Set()).add(name));
        // An engine that does not answer about one id does not about the next either, and may take its time.
        if (isMissing) break;
      }
    }
    // A problem of all parts is reported without their names.
    const told = [...problems].map(([problem, names]) =>
      names.size === parts.length ? problem : `${[...names].join(', ')}: ${problem}`,
    );
    if (unread === 0) return told;
    const counted =
      unread === 1
        ? l10n.t('1 of its records cannot be read, and may hold the id.')
        : l10n.t('{0} of its records cannot be read, and may hold the id.', showNumber(unread));
    return [...told, counted];
  }

  async function searchStretches(inquiry: Inquiry): Promise<Outcome> {
    let problem: string | undefined;
    let unreadable = 0;
    for (const stretch of chooseStretches(inquiry.setting, request.now)) {
      const outcome = await searchStretch(inquiry, stretch);
      problem ??= outcome.problem;
      unreadable += outcome.unreadable;
      if (outcome.isMissing || sink.isDone()) return { problem, isMissing: outcome.isMissing, unreadable };
    }
    return { problem, unreadable };
  }

  async function searchStretch({ send, setting, options, id, onRefused }: Inquiry, stretch: Stretch): Promise<Outcome> {
    const { isOldestFirst = false, isAboutTraces = false } = setting.engine;
    const written = spellingsOf(sink.ids[id] ?? '');
    const spellings = fixedSpellings(written);
    const anyCase = written.some((spelling) => spelling.anyCase);
    let seen = new Set<string>();
    let problem: string | undefined;
    let unreadable = 0;
    let question: EngineQuestion = { ...stretch, spellings, anyCase, limit: pageSize };
    for (let pages = 0; pages < mostPages; pages++) {
      const {
        lines,
        cursor,
        isRefused,
        isMissing,
        unreadable: unread = [],
        ...said
      } = await send(question, options, sink.signal);
      if (isRefused) onRefused();
      problem ??= said.problem;
      unreadable += unread.length;
      for (const line of isOldestFirst ? lines : orderNewestFirst(lines)) {
        if (sink.isDone()) return { problem, isMissing, unreadable };
        try {
          const found = seen.has(line.key) ? undefined : readEngineLine(setting.name, line, spellings, recogniser);
          if (found) collector.addRecord(found, id);
        } catch {
          // One that no reader is made for, such as JSON of a hundred thousand levels: it is counted, and the others count.
          unreadable++;
        }
        const waited = pause();
        if (waited) await waited;
      }
      if (isMissing || sink.isDone() || isAboutTraces) return { problem, isMissing, unreadable };
      if (isOldestFirst) {
        if (cursor === undefined) return { problem, unreadable };
        question = { ...question, cursor };
        continue;
      }
      // By the engine's own count: it also sent the lines that cannot be read.
      if (lines.length + unread.length < pageSize) return { problem, unreadable };
      const until = findBorder([...lines.map(({ time }) => time), ...unread], question);
      if (until === question.until)
        return { problem: l10n.t('It has more records of one millisecond than it gives at a time.'), unreadable };
      // Nothing else can come again, and nothing is counted twice.
      unreadable -= unread.filter((time) => time !== undefined && time < until).length;
      seen = new Set(lines.flatMap(({ key, time }) => (time === undefined || time < until ? key : [])));
      question = { ...question, until };
    }
    return { problem: l10n.t('It was asked {0} times: there may be more records.', mostPages), unreadable };
  }
}

/** The newest first; of one time, in the order that they were logged in, as in a timeline. Engines give the last one first. */
function orderNewestFirst(lines: readonly EngineLine[]): readonly EngineLine[] {
  const timeOf = ({ time }: EngineLine): bigint => time ?? 0n;
  return lines.toReversed().sort((one, other) => (timeOf(one) > timeOf(other) ? -1 : timeOf(one) < timeOf(other) ? 1 : 0));
}

/** Where the next question ends: an engine that counts in milliseconds leaves none of the last one out. */
function findBorder(times: readonly (bigint | undefined)[], { from, until }: Stretch): bigint {
  // Times outside of the question are not used.
  const oldest = times.reduce<bigint>(
    (least, time) => (time !== undefined && time < least && time >= from ? time : least),
    until - 1n,
  );
  return (oldest / millisecond + 1n) * millisecond;
}

/** The times that are asked about, one after the other. Where answers begin with old records, newer times come first. */
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
  line: EngineLine,
  spellings: readonly string[],
  recogniser: LogRecogniser,
): FoundRecord | undefined {
  const { text, time, place, stream } = line;
  const at = findSpelling(text, spellings);
  if (at < 0) return undefined;
  const ms = time === undefined ? undefined : Number(time / millisecond);
  const read = readRecordAt(text, at, recogniser, ms === undefined ? {} : { near: ms });
  if (!read) return undefined;
  const level = read.level ?? (line.level === undefined ? undefined : readLevelName(line.level));
  const isKnown = read.time !== undefined && !read.time.zoneAssumed;
  // The time from an engine may not be a valid one.
  const engineTime = ms !== undefined && Math.abs(ms) <= lastMoment ? { ms, zoneAssumed: false } : undefined;
  const recordTime = isKnown ? read.time : (engineTime ?? read.time);
  const file = place === undefined ? name : `${name}/${place.slice(0, longestPlace)}`;
  return {
    source: name,
    file: copyText(file),
    line: countLineBreaks(text, 0, at) + 1,
    ...(stream === undefined || time === undefined || stream.length > longestStream
      ? {}
      : { origin: { stream: copyText(stream), time: String(time) } }),
    ...(time !== undefined && recordTime?.ms === ms ? { nanoseconds: Number(time % millisecond) } : {}),
    ...detach({ record: { ...read, time: recordTime, level }, text: cutRecordText(text, at) }),
    excerpt: false,
  };
}

/** Finds one of the spellings, in any case; -1 when none is found. */
function findSpelling(text: string, spellings: readonly string[]): number {
  // In the text itself: some letters have a different length in lower case.
  return text.search(new RegExp(spellings.map(escapeRegExp).join('|'), 'i'));
}

function nameOf({ setting }: EngineUse): string {
  return `${setting.name} (${setting.engine.title})`;
}
