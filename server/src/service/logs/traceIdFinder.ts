import { isNilId, pairOfValue, traceIdName } from '../../shared/requestIds/requestIdNames.ts';
import { findTraceId } from '../../shared/requestIds/traceIds.ts';
import type { RequestIdMention } from './requestIdMention.ts';

const separator = String.raw`(?:["'\\\]]{0,8}\s{0,2}(?:=>|[:=]|(?<=[A-Za-z])>(?=\w))\s{0,2}["'\\[({<]{0,8}|\s{1,2}(?=[\da-f]{32}(?![\w-]))|${pairOfValue})`;
/** The name of a trace at Google. */
const project = String.raw`projects/[\w.:-]{1,80}/traces/`;
const prefix = String.raw`${traceIdName}${separator}(?:[\w=;-]{0,80}root=|${project})?`;
const nameSign = /trac|xray|b3/i;
const named = new RegExp(String.raw`(?:${prefix}|${project})([A-Za-z0-9_|][\w.:+/=@-]{12,127})`, 'gi');
/** W3C's traceparent, AWS X-Ray's id, and Spring's `[service,trace,span]` and `[trace-span]`, which need no name. */
const shaped = [
  /(?<![A-Za-z0-9])(00-[\da-f]{32}-[\da-f]{16}-[\da-f]{2}|1-[\da-f]{8}-[\da-f]{24})(?![\w-])/gi,
  /\[(?:[\w.-]{0,60},)?([\da-f]{32}|[\da-f]{16})(?=[,-][\da-f]{16}(?:,\w{0,5})?\])/gi,
];

/**
 * Finds the ids of traces in a text, at most so many, those with a name before others: of a header with several numbers the
 * first.
 */
export function findTraceIds(text: string, limit: number): RequestIdMention[] {
  const found: RequestIdMention[] = [];
  if (nameSign.test(text)) addAll(text, named, limit, found);
  for (const pattern of shaped) if (found.length < limit) addAll(text, pattern, limit, found);
  return found;
}

/** One pattern for all would take several times as long: each is quick by the signs that it begins with. */
function addAll(text: string, pattern: RegExp, limit: number, found: RequestIdMention[]): void {
  const isNamed = pattern === named;
  const known = new Set(isNamed ? [] : found.map(({ span }) => span.start));
  pattern.lastIndex = 0;
  // matchAll would make a copy of the pattern for every record.
  for (let match = pattern.exec(text); match && found.length < limit; match = pattern.exec(text)) {
    const [whole, given = ''] = match;
    const start = match.index + whole.length - given.length;
    const id = isNamed ? cutNamed(given) : given;
    // `trace_id=undefined-undefined` is not an id.
    if (!/\d/.test(id) || isNilId(id) || known.has(start)) continue;
    found.push({ id, span: { start, end: start + id.length }, named: isNamed, isTrace: true });
  }
}

function cutNamed(given: string): string {
  let end = given.length;
  while ('.:=/@+-'.includes(given.charAt(end - 1))) end--;
  const plain = given.slice(0, end);
  return /[:/-]/.test(plain) ? plain.slice(0, findTraceId(plain) ?? plain.length) : plain;
}
