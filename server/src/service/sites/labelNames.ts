import type { CodeType, Language } from '../languages/language.ts';
import type { SyntaxContext } from '../mentions/constants.ts';
import { isPlain, writeString } from '../languages/writeText.ts';
import type { Label } from '../types.ts';

/** Whether a language's switch can have an arm for a code. */
export function canBeLabel(code: string, constants: ReadonlyMap<string, string>, { labelsAreNames = false }: Language): boolean {
  return !labelsAreNames || constants.has(code);
}

/** How neighbours that use constants would name the new codes. */
export function constantsFor(
  { language, constants: inFile }: Pick<SyntaxContext, 'language' | 'constants'>,
  labels: readonly Label[],
  codes: readonly string[],
  types: readonly CodeType[],
): ReadonlyMap<string, string> {
  const wrapped = wrapperOf(labels, language);
  if (wrapped)
    return new Map(
      codes.flatMap((code) => {
        const written = wrapped(code);
        return written === undefined ? [] : [[code, written] as const];
      }),
    );
  const constants = labels.filter(({ form }) => form === 'constant');
  if (constants.length * 2 <= labels.length) return new Map();
  const declared = types
    .map((type) => codes.map((code) => [code, type.reference(code)] as const))
    .find((pairs) => pairs.every(([, name]) => name !== undefined));
  if (declared) return new Map(declared.flatMap(([code, name]) => (name === undefined ? [] : [[code, name] as const])));
  // `ErrorCode.NOT_FOUND`, `ErrorCode::NOT_FOUND` from elsewhere: the others are its members too.
  const owner = constants
    .map(({ text, value }) => (value !== undefined && text.endsWith(value) ? text.slice(0, -value.length) : ''))
    .find((found) => /[.:]$/.test(found));
  // `case NOT_FOUND:` in a switch over an enum that is declared elsewhere.
  const isBare = language.bareMembers && constants.every(({ text, value }) => text === value && !inFile.has(text));
  const prefix = owner ?? (isBare ? '' : undefined);
  return prefix === undefined
    ? new Map()
    : new Map(codes.filter((code) => /^[A-Za-z_$][\w$]*$/.test(code)).map((code) => [code, prefix + code]));
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
