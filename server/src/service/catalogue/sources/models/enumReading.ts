import * as l10n from '@vscode/l10n';
import { count } from '../../../../shared/count.ts';
import { createReading, mostCodes } from '../createReading.ts';
import { isAboutCodes } from '../rowNames.ts';
import { createPlaces } from '../createPlaces.ts';
import { refuseLarge } from '../page/refuseLarge.ts';
import { meansSuccess } from '../page/tables/headerWords.ts';
import { readRetirement } from '../page/retirement.ts';
import type { FoundCode, SourceDocument, SourceNote, SourceReading } from '../source.ts';
import { type EnumValue, namesErrors, ownNameOf, readEnums, type SchemaEnum } from './schemaEnums.ts';
import { tokenizeSchema } from './schemaTokens.ts';

/**
 * Reads the error codes of a schema's enums: of those whose names are about errors, or of all in a document that is. A value
 * with the number 0 means that nothing is set, and is left out, unless its name is that of an error.
 */
export function readEnumCodes({ name, text }: SourceDocument, comment: '//' | '#'): SourceReading {
  const refused = refuseLarge(text);
  if (refused) return refused;
  const placeOf = createPlaces(text);
  const all = readEnums(tokenizeSchema(text, comment));
  const named = all.filter((each) => namesErrors(each.name));
  const base = name.slice(name.lastIndexOf('/') + 1);
  const used = named.length > 0 ? named : isAboutCodes(base) ? all : [];
  const codes: FoundCode[] = [];
  const notes: SourceNote[] = [];
  const note = (line: number | undefined, message: string): void => void notes.push({ line, message, severity: 'information' });
  for (const each of used) {
    const unset = each.values.filter((value) => isUnset(value, each.name));
    const [first] = unset;
    const names = unset.map((value) => value.name).join(', ');
    if (unset.length === 1 && first)
      note(first.line, l10n.t('{0} of {1} is left out: it means that nothing failed.', names, each.name));
    else if (first) note(first.line, l10n.t('{0} of {1} are left out: they mean that nothing failed.', names, each.name));
    for (const value of each.values) {
      if (unset.includes(value)) continue;
      codes.push({
        entry: { code: value.name, ...describe(value), ...(value.deprecated && { retired: true }), ...successorsOf(value, each) },
        location: placeOf(value.at),
      });
    }
  }
  for (const { name: other, line } of all) {
    if (!used.some((each) => each.line === line && each.name === other))
      note(line, l10n.t('The enum {0} is not about errors and is left out.', other));
  }
  if (codes.length === 0) note(undefined, l10n.t('The document has no enum of error codes.'));
  return createReading({
    codes: codes.slice(0, mostCodes),
    from: used.length > 0 ? [count(used.length, 'enum')] : [],
    notes: notes.slice(0, 200),
  });
}

/** The cause, and the status that a comment maps it to: `HTTP Mapping: 404 Not Found`. */
function describe({ text: own, status, deprecation }: EnumValue): Pick<FoundCode['entry'], 'cause' | 'status'> {
  const text = own || deprecation;
  const mapped =
    /\s{0,3}\bHTTP(?: mapping| status(?: code)?)?\s{0,3}[:=]\s{0,3}([1-5]\d\d)\b(?:\s[A-Z][A-Za-z ]{1,40})?\.?\s{0,3}/i.exec(
      text,
    );
  if (!mapped) return { ...(status !== undefined && { status }), cause: text.slice(0, 5_000) };
  return { status: Number(mapped[1]), cause: text.replace(mapped[0], ' ').trim().slice(0, 5_000) };
}

/** The values of the same enum that are to be used in a value's place. */
function successorsOf({ deprecation, name }: EnumValue, { values }: SchemaEnum): Pick<FoundCode['entry'], 'replacedBy'> {
  if (deprecation === '') return {};
  const named = readRetirement('', `Deprecated. ${deprecation}`).successors;
  const replacedBy = named.filter((word) => word !== name && values.some((value) => value.name === word));
  return replacedBy.length > 0 ? { replacedBy } : {};
}

/** The name of a zero that is an error: others are there since the language wants one. */
const failed = /went_?wrong|fail|denied|not_?found|time_?out|expired|conflict|[a-z]_?internal|^internal/i;

function isUnset({ name: whole, number, text, status }: EnumValue, container: string): boolean {
  const name = ownNameOf(whole, container);
  return (
    (number === 0 && !failed.test(name) && (status === undefined || /^un(?:known|set|specified)$/i.test(name))) ||
    /^(?:OK|SUCCESS|NO_ERROR|NONE|UNSPECIFIED)$|_UNSPECIFIED$/i.test(name) ||
    (name === 'OK' && meansSuccess(text))
  );
}
