import { readLevelLetter, readLevelName, translatedLevels } from './logLevel.ts';
import type { LogLevel } from './logRecord.ts';

/** The level that a line without a time begins with. */
export interface HeadLevel {
  readonly level: LogLevel;
  /** Where the message begins. */
  readonly end: number;
  /** Right behind a line with a time it is a part of that line's record: many sentences look the same. */
  readonly isWeak: boolean;
}

const capitals = [
  'TRACE|DEBUG|VERBOSE|INFO|NOTICE|WARN|WARNING|ERROR|ERRO|EROR|SEVERE|FATAL|CRITICAL|CRIT|ALERT|EMERG|EMERGENCY|PANIC',
  ...translatedLevels,
].join('|');
// HTTP and LOG are levels by themselves only: `HTTP 500 from …` and `LOG file …` begin sentences.
const leading =
  /^[[(<]?\s?(?!(?:HTTP|LOG)(?: (?!\[)|-|$))([A-Za-z]{3,11})\d?(?:\s{0,8}[\])>](?:[:\s|-]|(?=\[)|$)|[:\s|]|-(?!\w)|$)/;
const inField = /^[[(<{]\s?(?:log)?(?:level|lvl|severity)\s?[:=]\s?["']?([A-Za-z]{3,11})["']?\s?[\])>}]\s?/i;
// Names of threads, modules and tasks: [main], (main), api:dev:.
const names = String.raw`(?:(?:\[[^\][]{1,80}\]|\([^()]{1,80}\)|@?[a-z\d][a-z\d_/#-]{0,60}(?::[a-z\d_-]{1,40})?:)[\s:]{1,3}){1,3}(?:-\s)?`;
const behindNames = new RegExp(
  `^${names}(?:(?<word>${capitals})\\d?(?=[\\s:|]|$)|[[(<]\\s?(?<word2>[A-Za-z]{3,11})\\s?[\\])>]|(?<word3>[A-Za-z]{4,11}):(?=\\s))[\\s:|-]{0,4}`,
);
const behindLogger = new RegExp(
  `^(?!(?:no|any|an|a|the|with|on|of|for|log|last|this|that|one|an)\\s)(?:[a-z_][\\w./@-]{0,64}|[A-Z]\\w{0,64}(?:\\.\\w{1,64}){1,9})\\s{1,8}(${capitals})(?=[\\s:]|$)[\\s:|-]{0,4}`,
);
// winston's simple format. `http: …`, `note: …` and `panic: …` are written by libraries, compilers and Go.
const lowerCase = /^(error|warn|warning|info|verbose|debug|silly|notice|crit|critical|alert|emerg|fatal|trace):\s{1,8}(?=\S)/;
const julia = /^[┌[] (Debug|Info|Warning|Error): /;
const letter = /^\[([TDIWEF])\]\s/;
// env_logger's pretty printer: ` ERROR app::pay > message`.
const pretty = /^ (TRACE|DEBUG|INFO|WARN|ERROR) {1,2}[\w:]{1,128} {1,40}> /;
// Signs that tools on a terminal have before a line, perhaps behind a name: `✖ failed`, `[app] › ⚠  warning`.
const sign = /^\s{0,4}(?:\[[^\]]{1,60}\] › {0,4})?([✖✘✗⨯❌⚠ℹ])\uFE0F? {1,4}(?=\S)/;
const signs: Readonly<Record<string, LogLevel>> = { '⚠': 'warn', ℹ: 'info' };
const badge = /^ ([A-Z]{4,5}) {2}(?=\S)/;

/**
 * Reads the level at the head of a line that has no time: `ERROR …`, `[error] …`, `[main] ERROR …`, `app.pay ERROR …`,
 * `error: …`. `Error: …` is the first line of a stack trace, and no level.
 */
export function readHeadLevel(line: string): HeadLevel | undefined {
  if (line.startsWith(' ')) {
    const [whole = '', word = ''] = pretty.exec(line) ?? badge.exec(line) ?? [];
    return toHead(word, whole.length, false) ?? readSymbol(line);
  }
  if (line.charAt(0) > '~' || line.includes(' › ')) {
    const symbol = readSymbol(line);
    if (symbol) return symbol;
  }
  const [whole = '', word = ''] = leading.exec(line) ?? [];
  if (word !== '' && (word === word.toUpperCase() || /^[[(<]/.test(line))) {
    const head = toHead(word, endOfLevel(line, whole), false);
    if (head) return head;
  }
  return readBehind(line) ?? readWord(line, lowerCase) ?? readWord(line, behindLogger) ?? readSign(line);
}

function readBehind(line: string): HeadLevel | undefined {
  const field = inField.exec(line);
  if (field) return toHead(field[1] ?? '', field[0].length, false);
  const match = behindNames.exec(line);
  const { word, word2, word3 } = match?.groups ?? {};
  return match ? toHead(word ?? word2 ?? word3 ?? '', match[0].length, !/^[[(]/.test(line)) : undefined;
}

function readWord(line: string, form: RegExp): HeadLevel | undefined {
  const match = form.exec(line);
  return match ? toHead(match[1] ?? '', match[0].length, true) : undefined;
}

function readSign(line: string): HeadLevel | undefined {
  const word = julia.exec(line);
  if (word) return toHead(word[1] ?? '', word[0].length, false);
  const match = letter.exec(line);
  const level = match ? readLevelLetter(match[1] ?? '') : undefined;
  return match && level ? { level, end: match[0].length, isWeak: true } : undefined;
}

function readSymbol(line: string): HeadLevel | undefined {
  const [whole, character = ''] = sign.exec(line) ?? [];
  return whole === undefined ? undefined : { level: signs[character] ?? 'error', end: whole.length, isWeak: true };
}

function toHead(word: string, end: number, isWeak: boolean): HeadLevel | undefined {
  const level = word === '' ? undefined : readLevelName(word);
  return level === undefined ? undefined : { level, end, isWeak };
}

/** The level is shown beside the message, which begins after it, unless nothing is left or `[ERROR 404]` is no level in brackets. */
function endOfLevel(line: string, whole: string): number {
  if (/^[[(<][^\])>]*$/.test(whole)) return 0;
  const end = whole.length + (/^[\s:|-]{1,20}/.exec(line.slice(whole.length, whole.length + 24))?.[0].length ?? 0);
  return end >= line.length ? 0 : end;
}
