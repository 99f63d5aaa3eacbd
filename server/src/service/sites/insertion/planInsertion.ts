import type { CodeType } from '../../languages/language.ts';
import type { ArmReading } from '../../languages/reading/readings.ts';
import { isPlain } from '../../languages/writeText.ts';
import type { SyntaxContext } from '../../mentions/constants.ts';
import type { Insertion } from '../../languages/insertion.ts';
import type { Label } from '../../types.ts';
import { describeInsertion } from './insertionPlaces.ts';
import { canBeLabel, namesFor } from './labelNames.ts';
import type { SiteDraft } from '../siteDraft.ts';
import { newlineOf, preferredQuote, startsLine, unitOf } from './textLayout.ts';

/** New text at a place. */
export interface Added {
  readonly offset: number;
  readonly text: string;
}

/** Where and how new arms for certain codes are written, and the types that have to grow with them. */
export interface InsertionPlan {
  readonly insertion: Insertion;
  readonly types: readonly Added[];
  /** Imports that the new statements need. */
  readonly imports: readonly Added[];
  /** The codes whose labels are constants that are there already, or plain names of numbers. */
  readonly declared: ReadonlySet<string>;
}

/**
 * Plans new arms; undefined for a site whose form allows no correct arms.
 * @param meant the codes whose declared names are used for `codes`, where these take the place of others
 */
export function planInsertion(
  context: SyntaxContext,
  draft: SiteDraft,
  codes: readonly string[],
  meant: readonly string[] = codes,
): InsertionPlan | undefined {
  // Codes are no labels among classes.
  if (draft.site.kind === 'catch') return undefined;
  const types = context.language.readCodeTypes?.(context.root) ?? [];
  const labels = draft.site.arms.flatMap((arm) => arm.labels);
  const [first] = labels.flatMap(({ value }) => value ?? []);
  const isNamed = (type: CodeType): boolean => first !== undefined && type.reference(first) !== undefined;
  const own = types.filter((type) => belongsTo(type, labels));
  const enums = own.filter(isNamed);
  const growing = enums.length > 0 ? enums : own;
  // A code that can be no member's name cannot be handled there.
  if (growing.some((type) => isNamed(type) && codes.some((code) => type.reference(code) === undefined))) return undefined;
  const naming = namesFor(context, labels, codes, growing, meant);
  if (!naming) return undefined;
  const quote = quoteOf(context, labels);
  const byName = numbersByName(context, labels, codes, quote);
  const constants = new Map([...byName, ...naming.names]);
  const declared = new Set([...byName.keys(), ...naming.declared]);
  const numbers = notationOf(labels);
  const around = draft.source.kind === 'switch' ? aroundLabels(draft.source.reading.arms) : undefined;
  const base = {
    quote,
    constants,
    ...(numbers === undefined ? {} : { numbers }),
    ...(around === undefined ? {} : { around }),
    ...plainBase(context, draft),
    named: labels.some(({ form }) => form === 'constant'),
    bareKeys: labels.some(({ form }) => form === 'key'),
  } satisfies Partial<Insertion>;
  const insertion = describeInsertion(context, draft, base);
  const isNumber = (code: string): boolean => numbers !== undefined && /^-?\d+$/.test(code);
  if (draft.source.kind === 'switch' && !codes.every((code) => isNumber(code) || canBeLabel(code, constants, context.language)))
    return undefined;
  const { source } = draft;
  const room = source.kind === 'table' ? (source.reading.capacity ?? Infinity) - source.reading.entries.length : Infinity;
  if (!insertion || codes.length > room) return undefined;
  return {
    insertion,
    declared,
    types: growing.flatMap((type) => {
      const added = codes.filter((code, index) => !type.codes.includes(meant[index] ?? code));
      return added.length > 0 ? [{ offset: type.offset, text: type.write(added) }] : [];
    }),
    imports: insertion.values === 'string' ? [] : importsFor(context),
  };
}

/** The imports that statements of new arms need. */
export function importsFor({ text, language: { neededImport } }: SyntaxContext): readonly Added[] {
  const isLacking = neededImport?.line !== undefined && !neededImport.present.test(text);
  return isLacking ? [writeImport(text, neededImport.line)] : [];
}

/** A further import, after the last one of a file; in a file without one, at its start. */
function writeImport(text: string, line: string): Added {
  const word = /^\W*\w+/.exec(line)?.[0] ?? line;
  let offset = 0;
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!startsLine(text, at)) continue;
    const end = text.indexOf('\n', at);
    offset = end === -1 ? text.length : end + 1;
  }
  return { offset, text: line + newlineOf(text) };
}

/** An insertion before its neighbours are looked at. */
export function plainBase({ text, language: { neededImport: needed } }: SyntaxContext, { site }: SiteDraft) {
  return {
    qualified: needed !== undefined && needed.line === undefined && !needed.present.test(text),
    subject: site.subject?.text ?? '',
    unit: unitOf(text),
    comparison: '',
    braces: false,
    bracesBelow: false,
    grouped: false,
    values: 'other',
    bareKeys: false,
    inline: false,
  } as const satisfies Partial<Insertion>;
}

/** Where a neighbour is the name of a number, in quotes, the new codes are names as well: `'ER_DUP_ENTRY'`. */
function numbersByName(
  { nameOf }: SyntaxContext,
  labels: readonly Label[],
  codes: readonly string[],
  quote: string,
): ReadonlyMap<string, string> {
  const isByName = labels.some(({ form, value, text }) => {
    const name = form === 'string' && value !== undefined ? nameOf(value) : undefined;
    return name !== undefined && text.includes(name);
  });
  if (!isByName) return new Map();
  return new Map(
    codes.flatMap((code) => {
      const name = nameOf(code);
      return name !== undefined && isPlain(name) ? [[code, quote + name + quote] as const] : [];
    }),
  );
}

/** How neighbours write numbers; undefined where their labels are not numbers. */
function notationOf(labels: readonly Label[]): Insertion['numbers'] {
  const known = labels.filter(({ value }) => value !== undefined);
  const isText = ({ form }: Label): boolean => form === 'string' || form === 'key';
  if (known.length === 0 || !known.every((label) => /^-?\d+$/.test(label.value ?? '') && !isText(label))) return undefined;
  const numbers = known.filter(({ form }) => form === 'number');
  return numbers.length > 0 &&
    numbers.every(({ text }) => /^-|^0[xX]/.test(text)) &&
    numbers.some(({ text }) => /^0[xX]/.test(text))
    ? 'hexadecimal'
    : 'decimal';
}

/** The text that most arms have around their labels. */
function aroundLabels(arms: readonly ArmReading[]): ArmReading['around'] {
  const labelled = arms.filter(({ labels }) => labels.length > 0);
  const around = labelled.filter((arm) => arm.around !== undefined);
  return around.length * 2 > labelled.length ? around[0]?.around : undefined;
}

/** Whether a type lists a site's labels: all of a union's users are in it, an enum's are named through it. */
function belongsTo(type: CodeType, labels: readonly Label[]): boolean {
  const values = labels.map(({ value }) => value).filter((value) => value !== undefined);
  if (values.length === 0) return false;
  const lastWord = (text: string | undefined): string | undefined => /[\p{L}\p{N}_$]+(?=['"]?\]?$)/u.exec(text ?? '')?.[0];
  const byReference = labels.some(
    ({ value, text, form }) =>
      form === 'constant' &&
      value !== undefined &&
      lastWord(text) !== undefined &&
      lastWord(type.reference(value)) === lastWord(text),
  );
  if (byReference) return true;
  const isUnion = type.reference(values[0] ?? '') === undefined;
  return isUnion && labels.every(({ value }) => value !== undefined && type.codes.includes(value));
}

export function quoteOf({ text, language: { quotes } }: SyntaxContext, labels: readonly Label[]): string {
  const written = labels.find(({ form }) => form === 'string')?.text.charAt(0);
  if (written !== undefined && quotes.includes(written)) return written;
  return preferredQuote(text, quotes);
}
