import { cutRecordText, type FoundRecord } from '../service/logs/foundRecord.ts';
import type { EngineLine, EngineQuestion } from '../service/engines/logEngine.ts';
import { readLevelName } from '../service/logs/logLevel.ts';
import type { LogRecogniser } from '../service/logs/logRecogniser.ts';
import type { EngineUse, LogSearchRequest } from '../service/logs/logSearch.ts';
import { readRecordAt } from '../service/logs/readRecords.ts';
import { spellingsOf } from '../service/logs/requestIdSpellings.ts';
import { countLineBreaks } from '../service/logs/textLines.ts';
import { sendToEngine } from './engineHttp.ts';
import type { SearchCollector } from './searchSink.ts';

const day = 86_400_000;
const millisecond = 1_000_000n;
const pageSize = 1_000;
// Each is a request of its own.
const mostIds = 100;

/**
 * Asks log engines for the ids, all engines at once, the newest records first. Never rejects: an engine that does not answer, or
 * not with all there is, is named under `skipped`.
 */
export async function searchEngines(request: LogSearchRequest, collector: SearchCollector): Promise<void> {
  const { sink } = collector;
  const recogniser = await request.recogniser();
  await Promise.all(
    (request.engines ?? []).map(async (use) => {
      const { setting } = use;
      const name = `${setting.name} (${setting.engine.title})`;
      for (const [id, requestId] of sink.ids.slice(0, mostIds).entries()) {
        if (sink.isDone()) return;
        const problem = await searchEngine(use, requestId, id, request.now);
        if (problem === undefined) continue;
        if (!sink.signal.aborted) sink.skip(name, problem);
        return;
      }
      if (sink.ids.length > mostIds) sink.skip(name, `It was asked for the first ${mostIds} ids only.`);
    }),
  );

  /** @returns one sentence when something is missing */
  async function searchEngine(
    { setting, authorization, onRefused }: EngineUse,
    requestId: string,
    id: number,
    now: number,
  ): Promise<string | undefined> {
    const spellings = spellingsOf(requestId);
    const seen = new Set<string>();
    // Clocks of others may be ahead.
    let until = BigInt(Math.floor(now + day)) * millisecond;
    const from = BigInt(Math.floor(now - setting.days * day)) * millisecond;
    for (;;) {
      const question: EngineQuestion = { spellings, from, until, limit: pageSize };
      const { lines, problem, isRefused } = await sendToEngine(setting, authorization, question, sink.signal);
      if (isRefused) onRefused?.();
      const fresh = lines.filter(({ key }) => !seen.has(key));
      for (const line of fresh) {
        if (sink.isDone()) return undefined;
        seen.add(line.key);
        const found = readEngineLine(setting.name, line, spellings, recogniser);
        if (found) collector.addRecord(found, id);
      }
      if (problem !== undefined) return problem;
      if (sink.isDone() || lines.length < pageSize) return undefined;
      const oldest = lines.reduce((least, { time }) => (time < least ? time : least), until);
      if (fresh.length === 0) return 'It has more records of one millisecond than it gives at a time.';
      // An engine that counts in milliseconds leaves none of the last one out.
      until = (oldest / millisecond + 1n) * millisecond;
    }
  }
}

/** The record of a line; undefined when it is blank. */
function readEngineLine(
  name: string,
  { text, time, place, level }: EngineLine,
  spellings: readonly string[],
  recogniser: LogRecogniser,
): FoundRecord | undefined {
  // An engine that splits words finds ids that are written otherwise.
  const at = Math.max(0, ...spellings.map((spelling) => text.indexOf(spelling)));
  const ms = Number(time / millisecond);
  const record = readRecordAt(text, at, recogniser, { near: ms });
  if (!record) return undefined;
  const isKnown = record.time !== undefined && !record.time.zoneAssumed;
  return {
    source: name,
    file: place === undefined ? name : `${name}/${place}`,
    line: countLineBreaks(text, 0, at) + 1,
    record: {
      ...record,
      time: isKnown ? record.time : { ms, zoneAssumed: false },
      level: record.level ?? (level === undefined ? undefined : readLevelName(level)),
    },
    text: cutRecordText(text, at),
    excerpt: false,
  };
}
