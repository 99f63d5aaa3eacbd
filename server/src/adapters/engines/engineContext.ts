import { type EngineAnswer, type EngineLine, type EngineQuestion, writeNanoseconds } from '../../service/engines/logEngine.ts';
import type { EngineOrigin } from '../../service/requests/foundRecord.ts';
import type { EngineContext, EngineUse } from '../../service/requests/logSearch.ts';
import { findTime } from '../../service/logs/times/logTime.ts';
import { createEngineSender } from './engineHttp.ts';

const millisecond = 1_000_000n;
const reach = 60_000n * millisecond;
// Where answers begin with the oldest lines, those right before a record are behind all others.
const shortReach = 5_000n * millisecond;
const mostLines = 200;
// In characters: editors open no document of more than 50 MB.
const longestLine = 100_000;
const largePage = 1_000;
const mostPages = 10;

type TimedLine = EngineLine & { readonly time: bigint };

/**
 * Reads the lines that a log engine has of a stream up to a minute before and after a record, at most 200 of each.
 * @param text the beginning of the record, which identifies it among others of its time
 * @returns undefined when it does not answer, or no longer has the record. Never rejects
 */
export async function readEngineContext(
  use: EngineUse,
  { stream, time }: EngineOrigin,
  text: string,
  signal: AbortSignal,
): Promise<EngineContext | undefined> {
  const { setting } = use;
  const at = BigInt(time);
  // The millisecond that the record is of counts as before.
  const middle = (at / millisecond + 1n) * millisecond;
  const send = createEngineSender(use);
  const [part] = setting.engine.partsOf?.(setting.options) ?? [];
  const ask = async (question: Pick<EngineQuestion, 'from' | 'until' | 'isForward'>): Promise<readonly TimedLine[]> => {
    const lines: TimedLine[] = [];
    let answer: EngineAnswer | undefined;
    for (let pages = 0; pages < mostPages && (answer === undefined || answer.cursor !== undefined); pages++) {
      const { cursor } = answer ?? {};
      const limit = setting.engine.isOldestFirst ? largePage : mostLines;
      const asked = { ...question, stream, limit, ...(cursor === undefined ? {} : { cursor }) };
      answer = await send(asked, part?.options ?? setting.options, signal);
      // A line without a time has no place before or after the record.
      lines.push(...answer.lines.filter((line): line is TimedLine => line.time !== undefined));
      if (question.isForward && lines.length >= mostLines) break;
    }
    // Lines of one time stay in their order.
    if (!question.isForward && !setting.engine.isOldestFirst) lines.reverse();
    return lines.sort((one, other) => (one.time < other.time ? -1 : one.time > other.time ? 1 : 0));
  };
  const before = await ask({ from: middle - (setting.engine.isOldestFirst ? shortReach : reach), until: middle });
  const shown = before.slice(-mostLines);
  const sameTime = shown.flatMap((line, index) => (line.time === at ? [index] : []));
  const own = sameTime.find((index) => shown[index]?.text.includes(text)) ?? sameTime.at(-1) ?? -1;
  if (own < 0) return undefined;
  const after = await ask({ from: middle, until: middle + reach, isForward: true });
  const texts = [...shown, ...after.slice(0, mostLines)].map(showLine);
  const line = 1 + texts.slice(0, own).reduce((sum, text) => sum + text.split('\n').length, 0);
  return { text: `${texts.join('\n')}\n`, line };
}

/** With its time, where it does not begin with one; of bounded length. */
function showLine({ text, time }: TimedLine): string {
  const shown = text.length > longestLine ? `${text.slice(0, longestLine)}…` : text;
  return findTime(text, 100, {}) === undefined && !text.startsWith('{') ? `${writeNanoseconds(time)} ${shown}` : shown;
}
