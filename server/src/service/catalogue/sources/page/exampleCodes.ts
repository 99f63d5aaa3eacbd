import type { StatusPattern } from '../../../types.ts';
import type { CodeWord } from './tables/codeCell.ts';
import { isFieldName, isUnmistakable, strengthOf } from './codeShape.ts';
import type { CodeBlock } from './pageBlocks.ts';
import { failuresOf } from './statusText.ts';

/** The code of an error that a page shows as an example. */
export interface ExampleCode {
  readonly word: CodeWord;
  readonly statuses: readonly StatusPattern[];
  readonly message: string;
}

interface Member {
  readonly key: string;
  readonly value: string;
  readonly isString: boolean;
  readonly depth: number;
  readonly at: number;
}

const sizeLimit = 20_000;
/** Best first. */
const codeKeys = [
  'error_code',
  'errorcode',
  'err_code',
  'code',
  'error_type',
  'errortype',
  'error_id',
  'type',
  'error',
  'name',
  'reason',
  'status',
];
const languages = /^(?:|json|jsonc|json5|http|js|javascript|text|txt|plaintext|response|jsonp)$/;

/** The code in a block that shows an error's body; undefined when it shows something else. Members of details are no codes. */
export function readExample(block: CodeBlock): ExampleCode | undefined {
  if (!languages.test(block.language.split(/[\s{,:]/)[0] ?? '')) return undefined;
  const text = block.text.slice(0, sizeLimit);
  if (!/[{[]/.test(text) || /\b(?:const|function|await|import|=>|curl)\b/.test(text)) return undefined;
  const members = membersOf(text);
  const looksLikeError = members.some(({ key }) =>
    /^(?:error|errors|message|msg|detail|error_?message|error_?code|title|error_?description)$/i.test(key),
  );
  if (!looksLikeError) return undefined;
  const candidates = members.filter((member) => member.isString && isCode(member));
  const shallow = candidates.sort((a, b) => a.depth - b.depth || rankOf(a) - rankOf(b))[0];
  const strength = shallow && strengthOf(shallow.value);
  if (!shallow || strength === undefined) return undefined;
  const start = Math.max(0, block.source.text.indexOf(`"${shallow.value}"`, block.start + Math.min(shallow.at, 0)));
  const message = members.find(
    ({ key, depth, isString }) =>
      /^(?:message|msg|detail|error_?message|error_?description|title)$/i.test(key) && isString && depth <= shallow.depth,
  );
  return {
    word: { word: shallow.value, strength, quoted: true, location: block.source.placeOf(start + 1) },
    statuses: statusesOf(text, members, shallow.depth),
    message: message?.value ?? '',
  };
}

function rankOf({ key }: Member): number {
  return codeKeys.indexOf(key.toLowerCase());
}

function isCode({ key, value }: Member): boolean {
  const name = key.toLowerCase();
  const strength = strengthOf(value);
  if (!codeKeys.includes(name) || strength === undefined || strength === 'number' || isFieldName(value)) return false;
  if (/^(?:string|error_code|your_.*|some_.*|example.*|error_name|machine_readable.*|code_here)$/i.test(value)) return false;
  if (/^(?:status|reason|name|error)$/.test(name))
    return (
      isUnmistakable(value) || /^[A-Z]+(?:_[A-Z]+)*$/.test(value) || (name === 'error' && /^[a-z]+(?:_[a-z]+)+$/.test(value))
    );
  return !/^[A-Z][a-z]+$|^about:/.test(value);
}

function statusesOf(text: string, members: readonly Member[], depth: number): StatusPattern[] {
  const line = /^\s{0,9}HTTP\/[\d.]{1,3}\s([1-5]\d\d)/m.exec(text)?.[1];
  const member = members.find(
    (candidate) =>
      !candidate.isString &&
      candidate.depth <= depth &&
      /^(?:status|status_?code|http_?status|http_?code|code)$/i.test(candidate.key) &&
      /^[1-5]\d\d$/.test(candidate.value),
  );
  const status = line ?? member?.value;
  return status === undefined ? [] : failuresOf([Number(status)]);
}

/** The members of a text that may be JSON, also with comments, dots and the usual omissions. */
function membersOf(text: string): Member[] {
  const members: Member[] = [];
  let depth = 0;
  for (const match of text.matchAll(
    /"((?:[^"\\\n]|\\.){0,2000})"(\s{0,20}:\s{0,20}(?:"((?:[^"\\\n]|\\.){0,2000})"|(-?\d{1,20}))?)?|[{}[\]]|\/\/[^\n]{0,2000}/g,
  )) {
    const [whole, key = '', rest, string, number] = match;
    if (whole === '{' || whole === '[') depth++;
    else if (whole === '}' || whole === ']') depth--;
    else if (rest !== undefined && (string !== undefined || number !== undefined)) {
      const value = (string ?? number ?? '').replace(/\\(["\\/])/g, '$1');
      members.push({ key, value, isString: string !== undefined, depth, at: match.index });
    } else if (rest !== undefined) members.push({ key, value: '', isString: false, depth, at: match.index });
  }
  return members;
}
