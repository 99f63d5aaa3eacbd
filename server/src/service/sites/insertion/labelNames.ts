import type { CodeType, Language } from '../../languages/language.ts';
import type { SyntaxContext } from '../../mentions/constants.ts';
import { isPlain, writeString } from '../../languages/writeText.ts';
import type { Label } from '../../types.ts';
import { namesOfSdk } from './sdkNames.ts';

/** How new labels name their codes. */
export interface LabelNames {
  /** A code's constant, or its text with what is around it; a code without one is written as a literal. */
  readonly names: ReadonlyMap<string, string>;
  /** The codes whose constants are declared already. */
  readonly declared: ReadonlySet<string>;
}

const none: LabelNames = { names: new Map(), declared: new Set() };

/** Whether a language's switch can have an arm for a code. */
export function canBeLabel(code: string, constants: ReadonlyMap<string, string>, { labelsAreNames = false }: Language): boolean {
  return !labelsAreNames || constants.has(code);
}

/** A label's spelling in parts: `Code.`, `Tide` and `.value`; `Code['`, `Tide` and `']`. */
interface Spelling {
  readonly owner: string;
  readonly word: string;
  readonly end: string;
}

const parts = /^(.*?)([\p{L}\p{N}_$]+)((?:\.|->)(?:value|rawValue)|['"]\])?$/su;

function spellingOf(text: string): Spelling | undefined {
  const [, owner, word, end = ''] = parts.exec(text) ?? [];
  return owner === undefined || word === undefined ? undefined : { owner, word, end };
}

/**
 * How neighbours that use constants would name the new codes. Undefined where the new codes need names that are not
 * known: in a switch over an enum that has no such member.
 * @param meant the codes that are looked up in place of `codes`, in the same order
 */
export function namesFor(
  context: Pick<SyntaxContext, 'language' | 'constants' | 'declared' | 'text' | 'classes'>,
  labels: readonly Label[],
  codes: readonly string[],
  types: readonly CodeType[],
  meant: readonly string[] = codes,
): LabelNames | undefined {
  const wrapped = wrapperOf(labels, context.language);
  if (wrapped)
    return {
      ...none,
      names: new Map(
        codes.flatMap((code) => {
          const written = wrapped(code);
          return written === undefined ? [] : [[code, written] as const];
        }),
      ),
    };
  const constants = labels.filter(({ form }) => form === 'constant');
  if (constants.length * 2 <= labels.length) return none;
  const pattern = constants.find(({ value }) => value !== undefined);
  const spelling = pattern && spellingOf(pattern.text);
  if (!pattern || !spelling) return none;
  const names = new Map<string, string>();
  const declared = new Set<string>();
  const owner = declaredOwner(context.constants, pattern, spelling);
  const write = (word: string): string => spelling.owner + word + spelling.end;
  const ofSdk = namesOfSdk(context, pattern);
  const rule = ofSdk ?? nameRule(context, constants);
  for (const [index, code] of codes.entries()) {
    const word = owner === undefined ? undefined : memberOf(context.constants, owner, meant[index] ?? code);
    if (word !== undefined) {
      names.set(code, write(word));
      declared.add(code);
      continue;
    }
    const reference = types.map((type) => type.reference(code)).find((found) => found !== undefined);
    const name = reference === undefined ? rule?.(code) : write(spellingOf(reference)?.word ?? reference);
    if (name !== undefined) names.set(code, name);
    else if (owner !== undefined && isEnum(context.text, owner)) return undefined;
  }
  return { names, declared };
}

/** The beginning of the spelling that declares a neighbour's constant: `Code.` of `Code.Tide`, nothing of `TIDE`. */
function declaredOwner(constants: ReadonlyMap<string, string>, { value }: Label, { owner, word }: Spelling): string | undefined {
  const beginnings = [...constants]
    .filter(([, code]) => code === value)
    .flatMap(([spelling]) => spellingOf(spelling) ?? [])
    .filter((spelling) => spelling.word === word)
    .map((spelling) => spelling.owner)
    .sort((a, b) => b.length - a.length);
  const plain = owner.replace(/\[['"]$/, '.').replace(/\?\./g, '.');
  return (
    beginnings.find((beginning) => beginning !== '' && plain.endsWith(beginning)) ?? beginnings.find(Boolean) ?? beginnings[0]
  );
}

/** The name of the constant with a code as its value, among those with the same beginning. */
function memberOf(constants: ReadonlyMap<string, string>, owner: string, code: string): string | undefined {
  for (const [spelling, value] of constants) {
    const found = value === code ? spellingOf(spelling) : undefined;
    if (found?.owner === owner) return found.word;
  }
  return undefined;
}

/** Whether the text declares an enum of that name. */
function isEnum(text: string, owner: string): boolean {
  const name = /([\p{L}\p{N}_$]+)(?:\.|::)$/u.exec(owner)?.[1];
  return name !== undefined && new RegExp(`\\benum\\s+(?:(?:class|struct)\\s+)?${name.replace(/\$/g, '\\$')}\\b`).test(text);
}

/** The names of constants that are declared elsewhere: spelt as their codes. */
function nameRule(
  { language, declared, text }: Pick<SyntaxContext, 'language' | 'declared' | 'text'>,
  constants: readonly Label[],
): ((code: string) => string | undefined) | undefined {
  // `ErrorCode.NOT_FOUND`, `ErrorCode::NOT_FOUND` from elsewhere: the others are its members too.
  const owner = constants
    .map(({ text, value }) => (value !== undefined && text.endsWith(value) ? text.slice(0, -value.length) : ''))
    .find((found) => /[.:]$/.test(found));
  // `case NOT_FOUND:` in a switch over an enum that is declared elsewhere.
  const isBare = language.bareMembers && constants.every(({ text, value }) => text === value && !declared.has(text));
  const prefix = owner ?? (isBare ? '' : undefined);
  if (prefix === undefined) return undefined;
  return (code) => {
    if (!/^[A-Za-z_$][\w$]*$/.test(code)) return undefined;
    // Where a bare name that is no constant takes every value, only a name that is there is safe.
    const isSafe = prefix !== '' || !language.bareNamesCapture || new RegExp(`\\b${code.replace(/\$/g, '\\$')}\\b`).test(text);
    return isSafe ? prefix + code : undefined;
  };
}

/** The text around a label's quotes if the neighbours have such a text: `Some("X")`, `std::string("X")`. */
function wrapperOf(
  labels: readonly Label[],
  { text: forms }: Pick<Language, 'text'>,
): ((code: string) => string | undefined) | undefined {
  const strings = labels.filter(({ form, value }) => form === 'string' && value !== undefined);
  for (const { text, value = '' } of strings) {
    const at = text.indexOf(value);
    const before = text.slice(0, at);
    const after = text.slice(at + value.length);
    if (before.length < 2 || !/["']$/.test(before) || value === '') continue;
    const lead = before.slice(0, -1);
    const quote = before.slice(-1);
    // The escapes of a literal with a sign before its quote (`@"…"`, `r"…"`) are not known.
    const isOrdinary = !/[\p{L}\p{N}_@$#"']$/u.test(lead) && after.startsWith(quote);
    return (code) => {
      if (isPlain(code)) return before + code + after;
      const literal = isOrdinary ? writeString(forms, quote, code) : undefined;
      return literal === undefined ? undefined : lead + literal + after.slice(1);
    };
  }
  return undefined;
}
