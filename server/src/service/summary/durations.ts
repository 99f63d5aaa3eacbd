const longestText = 32_000;
const amount = String.raw`(\d{1,12}(?:\.\d{1,9})?)`;
const unit = String.raw`(ns|nanoseconds|[µu]s|micros(?:econds)?|msecs?|ms|millis(?:econds)?|seconds?|secs?|s|minutes?|min|m)(?![A-Za-z\d/])`;
// The name may say the unit; where neither it nor the value does, each name has its usual one.
const named = new RegExp(
  String.raw`(?:^|[^A-Za-z\d])((?:response|request|execution|processing|total|upstream[_-]?response)[_-]?time|time[_-]?taken|(?:event\.|total|http|request|req|response)?[._-]?duration|elapsed(?:[_-]?time)?|took|latency(?:[_-]?human)?|runtime|service|rt)[_-]?(ms|milli(?:s|seconds|sec)?|us|micros?|microseconds|ns|nanos|nanoseconds|s|secs?|seconds|sec)?["'\\]{0,4}\s?[:=]\s{0,3}["'\\]{0,4}${amount}(?:\s?${unit})?(?=["'\\,\s;)\]}]|$)`,
  'gi',
);
/** Sentences, each with a sign that it cannot do without. */
const sentences: readonly { readonly sign: RegExp; readonly pattern: RegExp }[] = [
  // Completed 200 OK in 12ms; Sent 402 in 12ms; responded 402 in 12.3456 ms; 200 in 31ms
  {
    sign: /\sin\s\d/i,
    pattern: new RegExp(
      String.raw`(?:completed|finished|done|served|handled|processed|responded|returned|succeeded|failed|sent|generated|executed|[^\d][1-5]\d\d)\b[^\n]{0,80}?\sin\s${amount}\s?${unit}`,
      'i',
    ),
  },
  {
    sign: /took|elapsed/i,
    pattern: new RegExp(String.raw`\b(?:took|elapsed(?:\stime)?:?)\s${amount}\s?${unit}`, 'i'),
  },
  // morgan's, gin's and Lambda's: 402 12.345 ms; | 402 |  12.3ms |; Duration: 102.25 ms
  {
    sign: /[\s|"][1-5]\d\d[\s|]/,
    pattern: new RegExp(String.raw`[\s|"][1-5]\d\d\s{0,3}\|?\s{1,12}(?:-\s)?${amount}\s?${unit}`),
  },
];
// The patterns are slow, so they only look around these signs.
const nameSign = /_time|Time|time[_-]|uration|lapsed|took|atency|service=| rt=|runtime/g;
const unitSign = /ms\b|µs|millis| in \d|took|lapsed|s \|/g;
const mostSigns = 6;
const factors: Readonly<Record<string, number>> = { n: 1e-6, u: 1e-3, µ: 1e-3, s: 1e3, m: 1 };

/**
 * The milliseconds that a record says its request took: `responseTime`, `duration_ms`, `took`, `Completed … in 12ms` and the
 * like; the longest where fields say several, and what a sentence says only where no field does.
 * @param isAnswer the record has a status: then a sentence may say it, too
 */
export function findDuration(text: string, isAnswer: boolean): number | undefined {
  const head = text.length > longestText ? text.slice(0, longestText) : text;
  let longest = -1;
  const around = partsAround(head, nameSign, 24, 64);
  for (const part of around) {
    named.lastIndex = 0;
    for (let match = named.exec(part); match; match = named.exec(part)) {
      const [, name = '', nameUnit, value = '', valueUnit] = match;
      longest = Math.max(longest, Number(value) * factorOf(valueUnit ?? nameUnit, name, value, head));
    }
  }
  if (longest >= 0) return longest;
  for (const part of isAnswer || around.length > 0 ? partsAround(head, unitSign, 120, 40) : []) {
    for (const { sign, pattern } of sentences) {
      const [, value, word] = (sign.test(part) && pattern.exec(part)) || [];
      if (value !== undefined) longest = Math.max(longest, Number(value) * (word === undefined ? 1 : factorOfUnit(word)));
    }
  }
  return longest < 0 ? undefined : longest;
}

/** The text around the first places where a pattern with the flag `g` matches. */
function partsAround(text: string, sign: RegExp, before: number, after: number): readonly string[] {
  const parts: string[] = [];
  sign.lastIndex = 0;
  for (let match = sign.exec(text); match && parts.length < mostSigns; match = sign.exec(text))
    parts.push(text.slice(Math.max(0, match.index - before), match.index + after));
  return parts;
}

function factorOf(given: string | undefined, name: string, value: string, text: string): number {
  if (given !== undefined) return factorOfUnit(given);
  const plain = name.toLowerCase().replace(/[^a-z.]/g, '');
  // nginx has seconds, the Elastic Common Schema and Traefik nanoseconds.
  if (/^(?:requesttime|upstreamresponsetime|rt)$/.test(plain)) return 1e3;
  if (plain === 'event.duration' || (plain === 'duration' && text.includes('DownstreamStatus'))) return 1e-6;
  if (plain === 'latency' && !value.includes('.') && Number(value) >= 1e5) return 1e-6;
  if (plain === 'responsetime' || plain === 'timetaken' || plain === 'took') return 1;
  // Seconds have many decimals, milliseconds few: duration=0.012345, duration=12.34.
  return /^0\.\d|\.\d{4,}$/.test(value) ? 1e3 : 1;
}

function factorOfUnit(word: string): number {
  const short = word.toLowerCase();
  if (short === 'm' || short.startsWith('min')) return 60_000;
  return factors[short.charAt(0)] ?? 1;
}
