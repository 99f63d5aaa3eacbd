import type { LogLevel } from './logRecord.ts';

const levelNames: Readonly<Record<string, LogLevel>> = {
  trace: 'trace',
  trc: 'trace',
  trce: 'trace',
  verbose: 'trace',
  verb: 'trace',
  vrb: 'trace',
  silly: 'trace',
  finest: 'trace',
  finer: 'trace',
  debug: 'debug',
  dbg: 'debug',
  dbug: 'debug',
  debu: 'debug',
  fine: 'debug',
  config: 'debug',
  info: 'info',
  inf: 'info',
  information: 'info',
  informational: 'info',
  notice: 'info',
  note: 'info',
  http: 'info',
  log: 'info',
  warn: 'warn',
  wrn: 'warn',
  warning: 'warn',
  error: 'error',
  err: 'error',
  eror: 'error',
  erro: 'error',
  fail: 'error',
  severe: 'error',
  fatal: 'fatal',
  fata: 'fatal',
  ftl: 'fatal',
  critical: 'fatal',
  crit: 'fatal',
  alert: 'fatal',
  emerg: 'fatal',
  emergency: 'fatal',
  panic: 'fatal',
  dpanic: 'fatal',
};

// Nearly all are written in one of these ways.
const spelledNames = new Map(
  Object.entries(levelNames).flatMap(([name, level]) =>
    [name, name.toUpperCase(), name.charAt(0).toUpperCase() + name.slice(1)].map((spelling) => [spelling, level] as const),
  ),
);
// As java.util.logging writes its levels in other languages, always in capitals.
const translated: Readonly<Partial<Record<LogLevel, string>>> = {
  error: 'SCHWERWIEGEND GRAVE ERNSTIG 严重 嚴重 重大 심각',
  warn: 'WARNUNG AVERTISSEMENT ADVERTENCIA AVISO ADVERTÊNCIA AVVERTENZA AVVISO WAARSCHUWING 警告 경고',
  info: 'INFOS INFORMACIÓN INFORMAÇÕES INFORMAZIONI INFORMATIE 信息 資訊 情報 정보',
};
for (const [level, words] of Object.entries(translated))
  for (const word of words.split(' ')) spelledNames.set(word, level as LogLevel);

/** Names of levels in capitals in languages other than English. */
export const translatedLevels: readonly string[] = Object.values(translated).flatMap((words) => words.split(' '));

/** The level that a logger's own word means (`WARNING`, `crit`, `DEBUG5`); undefined for any other word. */
export function readLevelName(word: string): LogLevel | undefined {
  const spelled = spelledNames.get(word);
  if (spelled !== undefined) return spelled;
  const key = word.toLowerCase().replace(/\d+$/, '');
  return Object.hasOwn(levelNames, key) ? levelNames[key] : undefined;
}

/** The level that a letter means in a place for levels: `E`, `W`; undefined for any other text. */
export function readLevelLetter(letter: string): LogLevel | undefined {
  return levelLetters[letter];
}

/** Levels as numbers in the convention of bunyan and pino: 10 trace to 60 fatal. */
export function readPinoLevel(value: number): LogLevel | undefined {
  if (value < 10 || value > 100) return undefined;
  if (value < 20) return 'trace';
  if (value < 30) return 'debug';
  if (value < 40) return 'info';
  if (value < 50) return 'warn';
  return value < 60 ? 'error' : 'fatal';
}

/** A severity of syslog, 0 emergency to 7 debug (RFC 5424 section 6.2.1). */
export function readSyslogSeverity(value: number): LogLevel | undefined {
  const levels: readonly LogLevel[] = ['fatal', 'fatal', 'fatal', 'error', 'warn', 'info', 'info', 'debug'];
  return levels[value];
}

/** A severity number of OpenTelemetry, 1 to 24, four to each level (logs data model, “Severity Fields”). */
export function readOpenTelemetrySeverity(value: number): LogLevel | undefined {
  const levels: readonly LogLevel[] = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'];
  return value >= 1 && value <= 24 ? levels[Math.floor((value - 1) / 4)] : undefined;
}

const levelWord =
  'trace|trc|verbose|debug|dbg|info|inf|information|notice|warn|wrn|warning|error|err|erro|severe|fatal|ftl|critical|crit|alert|emergency|emerg|panic';
const capitalLevel = new RegExp(`(?<![A-Za-z0-9_])(${levelWord.toUpperCase()}|LOG(?=:| \\[))(?![A-Za-z0-9_]|-[A-Za-z])`);
const delimitedLevel = new RegExp(`(?:^|[\\[<(|\\t.:]|[\\])}>](?=\\s))\\s{0,2}(${levelWord})\\d?\\s{0,8}(?=[\\]>)|\\t:])`, 'i');
const fieldLevel = new RegExp(`(?<![A-Za-z])(?:log)?(?:level|lvl|severity)["']?\\s?[:=]\\s?["']?(${levelWord})(?![A-Za-z])`, 'i');
const levelLetters: Readonly<Record<string, LogLevel>> = {
  ...{ T: 'trace', V: 'trace', D: 'debug', I: 'info', W: 'warn', E: 'error', F: 'fatal', C: 'fatal' },
};
const mysqlNote = /^\s{1,4}\d{1,10} \[(?:Note|System)\] /;
const esxiLevel = /^\s?(Db|In|No|Wa|Er|Cr|Al|Em)\(\d{1,3}\)(?:\[\+\])? /;
const esxiLevels: Readonly<Record<string, LogLevel>> = {
  ...{ Db: 'debug', In: 'info', No: 'info', Wa: 'warn', Er: 'error', Cr: 'fatal', Al: 'fatal', Em: 'fatal' },
};
const leadingLevel = new RegExp(`^[\\s:,\\])>|-]{0,5}(${levelWord}|http(?=:\\s[A-Z]{3,7}\\s))(?=[\\s:,\\]/]|$)`, 'i');
const leadingTranslated = new RegExp(`^[\\s\\])|-]{0,5}(${translatedLevels.join('|')})(?=[\\s:\\]|]|$)`);
// VMware's: a thread in hexadecimal before it.
const behindThread = new RegExp(`^\\s[\\dA-F]{5,16}\\s(${levelWord})\\s`);
// A letter where only a level can be: `E!`, `[E]`, `E NETWORK  [conn12]`, `E [12:puma]`, `E pay: …`; not: `I was here`.
const levelLetter =
  /^[\s\])]{1,3}(?:([TVDWEF])(?:!\s|\s)|(I)(?:!\s|\s{1,2}(?:\[|\(|[A-Z]{2,16}\s{1,12}\[|[\w.-]{1,64}(?:\[[^\]]{1,40}\])?:\s)))|(?:^|[\s\]])\[([TDIWEFC])\]\s/;

/**
 * The level in the head of a plain line: right after the time, as the value of a field, in capitals, or set apart by brackets,
 * tabs or colons. The word “error” in the middle of a sentence is not a level.
 * @param head the part of the line after its time, already bounded
 */
export function findLevel(head: string): LogLevel | undefined {
  // MySQL's own: a thread's number before it, `[System] [MY-010931]`.
  if (mysqlNote.test(head)) return 'info';
  // ESXi's level and syslog's priority: `Er(163)`.
  const esxi = esxiLevel.exec(head)?.[1];
  if (esxi !== undefined) return esxiLevels[esxi];
  const match =
    leadingLevel.exec(head) ??
    leadingTranslated.exec(head) ??
    behindThread.exec(head) ??
    fieldLevel.exec(head) ??
    capitalLevel.exec(head) ??
    delimitedLevel.exec(head);
  if (match?.[1] !== undefined) return readLevelName(match[1]);
  const letter = levelLetter.exec(head);
  return letter ? levelLetters[letter[1] ?? letter[2] ?? letter[3] ?? ''] : undefined;
}
