import type { Node } from 'web-tree-sitter';
import reasonPhrases from '../../../../generated/reasonPhrases.json' with { type: 'json' };
import type { CatalogueFileCode } from '../../catalogueFile.ts';
import { readStatus, statusOfPhrase } from '../codeText.ts';
import { normalizeName } from '../errorProperties.ts';
import { canBeCode, codeValue, isUnmistakable, strengthOf } from '../page/codeShape.ts';
import { isRegistered } from '../page/statusText.ts';
import type { ArgumentNames } from './argumentNames.ts';
import { commentOf } from './comments.ts';
import { type Declaration, plainMaker } from './declarations.ts';
import { type Literal, literalsOf } from './literals.ts';

/** The declarations beside one. */
export interface DeclaredContext {
  /** The number that the language gives it. */
  readonly following: number | undefined;
  /** All their numbers are HTTP statuses: one only among others is a code. */
  readonly areStatuses: boolean;
  /** Their enum calls its texts messages. */
  readonly areMessages: boolean;
  /** The comments above some of them are titles. */
  readonly areTitled: boolean;
  /** How the members of their enum are made. */
  readonly argumentNames: ArgumentNames;
}

/**
 * Whether the texts of declarations are messages: the fields of an enum of Java or Kotlin are called after them, or most of the
 * constants of a class of codes are sentences.
 */
export function holdsMessages(group: readonly Declaration[]): boolean {
  const [first] = group;
  if (first?.kind === 'constant' && /codes?$/i.test(first.container)) {
    const sentences = group.filter(({ node }) => literalsOf(node).some(({ kind, text }) => kind === 'text' && /\s/.test(text)));
    return sentences.length * 2 > group.length;
  }
  if (first?.kind !== 'member') return false;
  const text = first.place.text.slice(0, 200_000);
  const fields = [...text.matchAll(/\bString\s{1,9}(\w{1,40})\s{0,9}[;=,)]|\bva[lr]\s{1,9}(\w{1,40})\s{0,9}:\s{0,9}String\b/g)];
  return fields.length > 0 && fields.every(([, java, kotlin]) => messageLabel.test(normalizeName(java ?? kotlin ?? '')));
}

/** Whether the numbers of declarations are HTTP statuses, all of them but zeros. */
export function holdsStatuses(group: readonly Declaration[]): boolean {
  return (
    !followEachOther(group) &&
    group.every(({ node, name, kind }) => {
      const number =
        kind === 'member' && name === node.text ? undefined : literalsOf(node).find((each) => each.kind === 'number');
      return number === undefined || number.number === 0 || isRegistered(number.number);
    })
  );
}

/** Whether names that are not HTTP's have numbers one after the other: 410 to 414 are numbered errors then. */
function followEachOther(group: readonly Declaration[]): boolean {
  const numbers = group.map(({ node }) => literalsOf(node).find((each) => each.kind === 'number')?.number ?? Number.NaN);
  return (
    group.length >= 3 &&
    numbers.every((number, index) => index === 0 || number === (numbers[index - 1] ?? 0) + 1) &&
    group.every(({ name = '' }, index) => !sharesWord(name, String(numbers[index])))
  );
}

function sharesWord(name: string, status: string): boolean {
  const reason = (reasonPhrases as Readonly<Record<string, string>>)[status] ?? '';
  const said = normalizeName(name);
  return reason.split(/\W+/).some((word) => word.length > 3 && said.includes(word.toLowerCase()));
}

/** The code that a declaration declares, with its offset, and whether it has only a name; undefined when its value cannot be read. */
export function readDeclared(
  declaration: Declaration,
  { following, areStatuses, areMessages, areTitled, argumentNames }: DeclaredContext,
): { entry: CatalogueFileCode; at: number; isBare: boolean } | undefined {
  const { name, node, kind, place, container } = declaration;
  const literals = kind === 'member' ? (name === node.text ? [] : argumentNames(node, literalsOf(node))) : literalsOf(node);
  const attributes = attributesOf(node);
  const renamed =
    /\b(?:rename|serialize|SerialName|JsonProperty|EnumMember\(Value|JsonValue|SerializedName|wireName)\s{0,3}[(=:]\s{0,3}r?["']([^"'\s]{1,200})["']/.exec(
      attributes,
    )?.[1];
  const said = /#\[(?:error|msg|message|display)\s{0,3}[(=]\s{0,3}"([^"]{1,2000})"/.exec(attributes)?.[1];
  const values = literals.filter(({ text }) => text !== '');
  // A key that is a number is the code, whatever its text looks like.
  const isKeyed =
    (kind === 'entry' || kind === 'arm') &&
    /^-?\d+$/.test(name ?? '') &&
    !values.some(({ label }) => codeLabel.test(label ?? ''));
  const texts = values.filter(({ kind: each, text }) => each === 'text' && !(isKeyed && text === name));
  const labelled = (pattern: RegExp) => values.find(({ label }) => label !== undefined && pattern.test(label));
  const status = statusAmong(values, labelled(statusLabel), areStatuses || kind === 'made', name ?? '');
  const number = values.find(
    (each) => each.kind === 'number' && each !== status.from && !/retr|level|severity|order|index/.test(each.label ?? ''),
  );
  // The number that a struct calls its code goes before the name beside it.
  const isCoded = kind === 'made' && /^(?:error)?code$/.test(number?.label ?? '') && !isRegistered(number?.number ?? 0);
  const called = isCoded ? texts.find(({ label, text }) => label === 'name' && canBeCode(text))?.text : undefined;
  const written = isCoded
    ? undefined
    : isKeyed
      ? { text: codeValue(name ?? ''), at: node.startIndex }
      : renamed === undefined
        ? codeAmong(areMessages ? [] : texts, name, kind, labelled(codeLabel), number !== undefined)
        : { text: renamed, at: node.startIndex };
  const digits = number?.number ?? following;
  const comment = commentOf(node, name, areTitled);
  const others = texts.filter((text) => text.at !== written?.at);
  // A text by itself is the message also where it is one word.
  const isOnly = others.length === 1 && name !== undefined && (/^(?:entry|member|arm)$/.test(kind) || areMessages);
  const message = labelled(messageLabel) ?? others.find((text) => isOnly || /\s/.test(text.text));
  // A line above a member that has a text of its own is the title of several.
  const isTitle = kind === 'member' && comment.isPlain && message !== undefined;
  const cause = splitStatus((isTitle ? '' : comment.text) || (message?.text ?? said ?? ''));
  const isNumeric = digits !== undefined && written === undefined && name !== undefined;
  const own = name === undefined ? undefined : conventionOf(name, place);
  const code = isNumeric ? digits : (written?.text ?? own);
  const isOther = kind === 'member' && /^others?$/i.test(String(code));
  if (code === undefined || code === '' || !(canBeCode(String(code)) || isOther)) return undefined;
  // A constant has its value as its code, and without one it has none.
  if (kind === 'made' && written === undefined && !/code/.test(number?.label ?? '') && !plainMaker.test(container))
    return undefined;
  if (kind === 'constant' && ((written === undefined && digits === undefined && !areMessages) || holdsTable(declaration)))
    return undefined;
  const annotated = /#\[(?:http_?)?status(?:_?code)?\s{0,3}[(=]\s{0,3}"?([45]\d\d)\b/i.exec(attributes)?.[1];
  const found = status.value ?? cause.status ?? (annotated === undefined ? undefined : Number(annotated));
  const isGone =
    comment.isDeprecated ||
    /@Deprecated\b|\[Obsolete\b|#\[deprecated/.test(attributes) ||
    /@Deprecated\b|\[Obsolete\b/.test(node.text.slice(0, 500));
  return {
    entry: {
      code,
      ...(isNumeric ? { name: called ?? name } : {}),
      ...(found === undefined ? {} : { status: found }),
      // A remark may only repeat the number.
      cause: cause.text === String(code) ? '' : cause.text,
      ...(isGone ? { retired: true } : {}),
    },
    at: written?.at ?? node.startIndex,
    isBare: written === undefined && !isNumeric,
  };
}

const codeLabel = /^(?:error)?(?:code|key|id|name|value)$/;
const statusLabel = /status|http/;
const messageLabel = /^(?:error|default|user)?(?:message|msg|description|detail|details|title|text|summary)$/;

/** The text that goes over the wire: one with its label, the only one without white space, or one with a code's own look. */
function codeAmong(
  texts: readonly Literal[],
  name: string | undefined,
  kind: Declaration['kind'],
  labelled: Literal | undefined,
  hasNumber: boolean,
): Literal | undefined {
  if (labelled?.kind === 'text' && canBeCode(labelled.text)) return labelled;
  const isOwn = kind === 'member' || (kind === 'entry' && !isRegistered(labelled?.number ?? 0));
  if (isOwn && labelled?.kind === 'number' && labelled.label?.endsWith('code')) return undefined;
  // A text beyond ASCII is a description: `[Description("参数错误")]`.
  const words = texts.filter(
    ({ text, label }) => /^[\x21-\x7e]+$/.test(text) && canBeCode(text) && (label === undefined || !messageLabel.test(label)),
  );
  const [first] = words;
  if (kind === 'text' || kind === 'constant') return first;
  if (kind === 'made')
    return words.find(({ text }) => isUnmistakable(text) || strengthOf(text) === 'strong' || /^\d{3,}$/.test(text));
  // `LATE(1001, "Late")`: the number is the code, and the text says what it means.
  const isCalled = ({ text }: Literal): boolean =>
    name !== undefined && (hasNumber ? text === name : normalizeName(text) === normalizeName(name));
  const isLike = (literal: Literal): boolean =>
    isUnmistakable(literal.text) || strengthOf(literal.text) === 'strong' || isCalled(literal);
  return words.find(isLike) ?? (texts.length === 1 && kind === 'member' && !hasNumber ? first : undefined);
}

function statusAmong(
  values: readonly Literal[],
  labelled: Literal | undefined,
  areStatuses: boolean,
  name: string,
): { value: number | undefined; from: Literal | undefined } {
  const isStatus = (literal: Literal | undefined): literal is Literal =>
    literal !== undefined && literal.number >= 100 && literal.number <= 599 && isRegistered(literal.number);
  if (labelled?.kind === 'text' && isRegistered(Number(labelled.text))) return { value: Number(labelled.text), from: labelled };
  if (isStatus(labelled)) return { value: labelled.number, from: labelled };
  const constant = values.find(({ kind }) => kind === 'status');
  if (constant) return { value: constant.number, from: constant };
  const number = values.find((each) => each.kind === 'number');
  const isCode = codeLabel.test(number?.label ?? '') && !sharesWord(name, String(number?.number));
  return areStatuses && isStatus(number) && number.number >= 300 && !isCode
    ? { value: number.number, from: number }
    : { value: undefined, from: undefined };
}

/** `402: The card was declined.`, as `generate` writes it. */
function splitStatus(text: string): { readonly text: string; readonly status: number | undefined } {
  const match = /^(?:HTTP )?([45]\d\d)(?:\s{0,3}[,:–-]\s{0,3}(.+)|\.?)$/s.exec(text);
  const phrase = /^(?:HTTP )?([45]\d\d)\s+([\w' -]{2,40})$/.exec(text);
  const given = phrase && statusOfPhrase(phrase[2] ?? '') === Number(phrase[1]) ? phrase[1] : match?.[1];
  const status = given === undefined ? undefined : readStatus(given);
  return typeof status === 'number' ? { text: match?.[2] ?? '', status } : { text, status: undefined };
}

/** The attributes and annotations above a declaration, which are siblings of it in some languages. */
function attributesOf(node: Node): string {
  const parts: string[] = [];
  for (let at = node.previousSibling; at && parts.length < 10; at = at.previousSibling) {
    if (/attribute|annotation/.test(at.type)) parts.unshift(at.text.slice(0, 2_000));
    else if (!/comment/.test(at.type)) break;
  }
  const own = node.namedChildren.find((child) => child !== null && /attribute|annotation|modifiers/.test(child.type));
  return [...parts, own?.text.slice(0, 2_000) ?? ''].join('\n');
}

/** The name as the enum's own rule writes it: `#[serde(rename_all = "snake_case")]`. */
function conventionOf(name: string, place: Node): string {
  const rule = /\b(?:rename_all|serialize_all)\s{0,3}=\s{0,3}"([\w-]{1,40})"/.exec(attributesOf(place))?.[1];
  if (rule === undefined) return name;
  const words = name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(/[\s_]+/);
  return conventions.get(rule)?.(words.map((word) => word.toLowerCase())) ?? name;
}

const conventions: ReadonlyMap<string, (words: readonly string[]) => string> = new Map([
  ['snake_case', (words) => words.join('_')],
  ['SCREAMING_SNAKE_CASE', (words) => words.join('_').toUpperCase()],
  ['kebab-case', (words) => words.join('-')],
  ['lowercase', (words) => words.join('')],
  ['UPPERCASE', (words) => words.join('').toUpperCase()],
  ['camelCase', ([first = '', ...others]) => first + others.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')],
]);

/** Whether the value of a declaration is a table or a list. */
export function holdsTable({ node }: Declaration): boolean {
  return node.namedChildren.some(isTable);
}

function isTable(node: Node | null): boolean {
  return node !== null && /array|^list$|^object$|dictionary|^set$|tuple|composite|collection/.test(node.type);
}
