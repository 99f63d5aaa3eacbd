import type { SchemaToken } from './schemaTokens.ts';

/** A value of an enum. */
export interface EnumValue {
  readonly name: string;
  /** Its number in protobuf. */
  readonly number: number | undefined;
  /** The comment or description above it, or behind it. */
  readonly text: string;
  /** The status that an option maps it to. */
  readonly status: number | undefined;
  readonly deprecated: boolean;
  /** Why, and what to use instead; empty where nothing says so. */
  readonly deprecation: string;
  readonly at: number;
  readonly line: number;
}

/** An enum of a schema, with its values. */
export interface SchemaEnum {
  readonly name: string;
  readonly line: number;
  readonly values: readonly EnumValue[];
}

/** The enums of a schema in protobuf or GraphQL, at any depth. */
export function readEnums(tokens: readonly SchemaToken[]): readonly SchemaEnum[] {
  const found: SchemaEnum[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const name = tokens[at + 1];
    if (tokens[at]?.text !== 'enum' || tokens[at]?.kind !== 'word' || name?.kind !== 'word') continue;
    let open = at + 2;
    // Directives of GraphQL may be between the name and the values.
    while (open < tokens.length && open < at + 40 && !isSign(tokens[open], '{')) open++;
    if (!isSign(tokens[open], '{')) continue;
    const { values, end } = readValues(tokens, open + 1);
    found.push({ name: name.text, line: name.line, values });
    at = end;
  }
  return found;
}

function readValues(tokens: readonly SchemaToken[], start: number): { readonly values: EnumValue[]; readonly end: number } {
  const values: EnumValue[] = [];
  let above: string[] = [];
  let at = start;
  for (; at < tokens.length && !isSign(tokens[at], '}'); at++) {
    const token = tokens[at];
    if (!token) break;
    if (token.kind === 'comment' || token.kind === 'text') {
      const last = values.at(-1);
      const isBehind = token.kind === 'comment' && last?.line === token.line;
      if (isBehind && last.text === '') values[values.length - 1] = { ...last, text: token.text };
      else if (!isBehind) above.push(token.text);
      continue;
    }
    if (token.kind !== 'word') continue;
    if (/^(?:option|reserved|extensions)$/.test(token.text) && tokens[at + 1]?.text !== '=') {
      while (at < tokens.length && !isSign(tokens[at], ';') && !isSign(tokens[at], '}')) at++;
      if (isSign(tokens[at], '}')) break;
      above = [];
      continue;
    }
    const end = endOfValue(tokens, at);
    const own = tokens.slice(at + 1, end + 1);
    const number = own[0]?.text === '=' ? Number(own[1]?.text) : undefined;
    values.push({
      name: token.text,
      number: Number.isFinite(number) ? number : undefined,
      text: above.filter((text) => text !== '').join(' ') || optionOf(own, message)?.text || '',
      status: statusOf(own),
      deprecated: own.some(({ text }, index) => text === 'deprecated' && own[index + 2]?.text !== 'false'),
      deprecation: own.some(({ text }) => text === 'deprecated') ? (optionOf(own, /^reason$/)?.text ?? '') : '',
      at: token.at,
      line: token.line,
    });
    above = [];
    at = end;
  }
  return { values, end: at };
}

const message = /(?:^|[._])(?:message|msg|text|description)$/i;

/** The value of an option of protobuf or an argument of GraphQL: `[(errors.code) = 404]`, `(reason: "Too old")`. */
function optionOf(own: readonly SchemaToken[], named: RegExp): SchemaToken | undefined {
  const at = own.findIndex(({ kind, text }) => kind === 'word' && named.test(text));
  if (at === -1) return undefined;
  const rest = own.slice(at + 1, at + 4);
  const sign = rest.findIndex(({ text }) => text === '=' || text === ':');
  return sign === -1 ? undefined : rest[sign + 1];
}

function statusOf(own: readonly SchemaToken[]): number | undefined {
  const status = Number(optionOf(own, /(?:^|[._])(?:code|http|(?:http_?)?(?:code|status)(?:_?code)?)$/i)?.text);
  return status >= 400 && status <= 599 ? status : undefined;
}

function isSign(token: SchemaToken | undefined, sign: string): boolean {
  return token?.kind === 'sign' && token.text === sign;
}

/** The last token of a value: its semicolon, or what is before the next value. */
function endOfValue(tokens: readonly SchemaToken[], start: number): number {
  let depth = 0;
  for (let at = start + 1; at < tokens.length; at++) {
    const { text, kind } = tokens[at] ?? { text: '}', kind: 'sign' };
    if (kind === 'sign' && /[([]/.test(text)) depth++;
    else if (kind === 'sign' && /[)\]]/.test(text)) depth--;
    else if (depth > 0) continue;
    else if (kind === 'sign' && text === ';') return at;
    else if (kind === 'sign' && text === '}') return at - 1;
    else if (kind === 'comment' || kind === 'text') return at - 1;
    else if (kind === 'word' && tokens[at - 1]?.text !== '=' && tokens[at - 1]?.text !== '@') return at - 1;
  }
  return tokens.length - 1;
}

/** Whether an enum's name shows that its values are error codes: `ErrorReason`, `PaymentErrorCode`, `Code`. */
export function namesErrors(name: string): boolean {
  return (
    /(?:error|exception|failure|(?<!de)fault|problem|decline|rejection|refusal)s?(?:_?(?:codes?|reasons?|types?|kinds?|names?|ids?|enum|values?))*$/i.test(
      name,
    ) ||
    /^(?:api|rpc|grpc|canonical|result|response|return)?_?codes?(?:_?enum)?$/i.test(name) ||
    /^(?:errors?|errs?)(?:codes?|reasons?|types?|kinds?|names?|ids?|enum|list|map|table|numbers?)*$/i.test(
      name.replaceAll('_', ''),
    )
  );
}

/** A value's name without the name of its enum before it: `ERROR_CODE_OK` and `ErrorCodeOk` of `ErrorCode` give `OK` and `Ok`. */
export function ownNameOf(name: string, container: string): string {
  const words = (text: string): string => text.replace(/[^A-Za-z\d]/g, '').toLowerCase();
  const prefix = words(container);
  const end = [...name].findIndex((_, index) => words(name.slice(0, index)) === prefix);
  return prefix === '' || end === -1 ? name : name.slice(end).replace(/^_/, '');
}
