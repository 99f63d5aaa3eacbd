import * as l10n from '@vscode/l10n';
import { type AnalysedSite, analyseSite } from '../analysis/documentAnalysis.ts';
import { showOnOneLine } from '../render/plainText.ts';
import { describeStatus } from '../render/status.ts';
import { mostUsefulFirst } from '../rules/unhandledCode.ts';
import type { Language } from '../languages/language.ts';
import { isPlain, isPlainName, writeString } from '../languages/writeText.ts';
import { codesNamedBy } from '../sites/ignoredCodes.ts';
import { planInsertion } from '../sites/insertion/planInsertion.ts';
import { newlineOf, preferredQuote } from '../sites/insertion/textLayout.ts';
import { canBeLabel } from '../sites/insertion/labelNames.ts';
import { activeCodes, handledCodes, missingCodes, requiredCodes } from '../sites/requiredCodes.ts';
import { escapeRegExp } from '../matching/codeMatcher.ts';
import { classifySubject, readsLikeCodeList, readsLikeErrorText } from '../sites/subject.ts';
import type { Insertion } from '../languages/insertion.ts';
import type { Catalogue } from '../types.ts';
import { describeNew, hasToBeReadBack } from '../edits/addArms.ts';
import type { CompletionPlace } from '../edits/completionPlace.ts';
import { holds, type Parse } from '../edits/readBack.ts';
import type { Claim } from '../edits/edit.ts';
import { type CompletionAnswer, type CompletionList, mostItems, matches } from '../edits/completionList.ts';

/** The most arms that one proposal writes: more of them are no help, and each proposal is written before it is asked for. */
const mostArms = 200;

/** The proposals at a place; undefined where nothing shows that an API's codes are meant. */
export function completeAt(place: CompletionPlace): CompletionList | undefined {
  const { base, draft, kind } = place;
  const [analysed] = draft ? analyseSite(draft.site, base) : [];
  const strong = analysed && analysed.attribution.level !== 'weak' ? analysed : undefined;
  const catalogues = strong ? [strong.attribution.catalogue] : catalogueCandidates(place);
  if (catalogues.length === 0) return undefined;
  const codes = catalogues.map((catalogue) => itemsOf(place, strong ?? emptySite(place, catalogue), catalogue, mostItems + 1));
  // Several APIs may be meant: none takes the place of all others.
  const share = Math.ceil(mostItems / catalogues.length);
  const matching = [...codes.flatMap((items) => items.slice(0, share)), ...codes.flatMap((items) => items.slice(share))];
  const whole =
    kind === 'arm' ? catalogues.flatMap((catalogue) => allMissing(place, strong ?? emptySite(place, catalogue)) ?? []) : [];
  return { items: [...whole, ...matching.slice(0, mostItems)], incomplete: matching.length > mostItems };
}

/** Without labels that prove anything: the APIs that show, where the subject or the list's name reads like error codes. */
function catalogueCandidates({ base, draft, loose, replace }: CompletionPlace): readonly Catalogue[] {
  const subject = draft?.site.subject?.text ?? loose?.subject ?? '';
  const isCode =
    draft?.site.subject?.reads === 'code' ||
    classifySubject(subject) === 'code' ||
    readsLikeErrorText(subject) ||
    isNameOfCaught(base, subject, replace.start);
  const reads = loose?.context === 'list' ? loose.retries || readsLikeCodeList(subject) : isCode;
  if (!reads) return [];
  const shown = base.facts.set.catalogues.filter(({ id }) => base.shown.has(id));
  const inFile = shown.filter(({ id }) => base.inFile.has(id));
  return inFile.length > 0 ? inFile : shown;
}

/** How far before a place the clause is looked for that declares a variable, in characters. */
const reachOfCatch = 5_000;

/** `e.name` where `e` is what a clause before it has caught: of any other variable, it is the name of anything. */
function isNameOfCaught({ text }: CompletionPlace['base'], subject: string, at: number): boolean {
  const owner = /^([\p{L}_$][\p{L}\p{N}_$]{0,50})\??\.name$/u.exec(subject)?.[1];
  if (owner === undefined) return false;
  const clause = new RegExp(`\\bcatch\\s*\\(\\s*${escapeRegExp(owner)}(?![\\p{L}\\p{N}_$])`, 'u');
  return clause.test(text.slice(Math.max(0, at - reachOfCatch), at));
}

/** A site to which nothing is attributed yet. */
function emptySite({ base, draft }: CompletionPlace, catalogue: Catalogue): AnalysedSite | undefined {
  if (!draft) return undefined;
  const handled = handledCodes(draft.site);
  const required = requiredCodes(draft.site, catalogue, undefined, codesNamedBy(base.facts.settings.ignoredCodes, catalogue));
  return {
    site: draft.site,
    attribution: { catalogue, level: 'weak', because: undefined },
    directives: [],
    required,
    handled,
    missingClasses: [],
    missing: missingCodes(required, handled),
  };
}

/** The codes that match the typed text, up to a limit: a catalogue may have thousands, and each costs work. */
function itemsOf(
  place: CompletionPlace,
  site: AnalysedSite | undefined,
  catalogue: Catalogue,
  most: number,
): readonly CompletionAnswer[] {
  const active = activeCodes(catalogue);
  const handled = new Set([...(site?.handled ?? []), ...(place.loose?.listed ?? [])]);
  const required = site?.required ?? active;
  const useful = mostUsefulFirst(missingCodes(required, handled), catalogue);
  const first = place.loose?.retries === true ? retriedFirst(useful, catalogue) : useful;
  const wanted = required === active ? undefined : new Set(required);
  const rest = wanted ? active.filter((code) => !handled.has(code) && !wanted.has(code)) : [];
  const last = [...handled].filter((code) => catalogue.codes.get(code)?.retired === false);
  const isWord = place.kind === 'label' && place.quote === undefined && place.before === '' && !isInQuotes(place);
  const write = writerFor(place, active, isWord);
  const items: CompletionAnswer[] = [];
  for (const code of each(first, rest, last)) {
    if (items.length >= most) break;
    const entry = catalogue.codes.get(code);
    // A text has the name of a number.
    const spelling = entry?.numeric && place.kind !== 'arm' && isInQuotes(place) ? (entry.name ?? code) : code;
    const written = write(spelling);
    const label = place.kind === 'arm' ? written?.text : spelling;
    if (!written || label === undefined || !matches(label, place.typed)) continue;
    items.push({
      label: showOnOneLine(label),
      status: describeStatus(entry?.statuses ?? []),
      api: showOnOneLine(catalogue.title),
      filter: label,
      replace: place.replace,
      ...written,
      kind: 'code',
      handled: handled.has(code),
      further: [],
      data: { catalogue: catalogue.id, codes: [code] },
    });
  }
  return items;
}

/** In a list of what is asked for again: the codes worth a retry before those that say nothing, and those that a retry cannot help last. */
function retriedFirst(codes: readonly string[], catalogue: Catalogue): readonly string[] {
  const rank = (code: string): number => {
    const retry = catalogue.codes.get(code)?.retry;
    return retry === 'backoff' ? 0 : retry === undefined ? 1 : 2;
  };
  return [...codes].sort((a, b) => rank(a) - rank(b));
}

function* each<Value>(...lists: readonly (readonly Value[])[]): Iterable<Value> {
  for (const list of lists) yield* list;
}

/** The text that is inserted for a code, and how it has to be read. */
interface WrittenCode {
  readonly text: string;
  readonly claims?: readonly Claim[];
}

/** Writes codes at a place; undefined for one that cannot be written there. */
function writerFor(place: CompletionPlace, codes: readonly string[], isWord: boolean): (code: string) => WrittenCode | undefined {
  const { base, kind, draft, quote, before, after } = place;
  const { language } = base;
  if (kind === 'arm') {
    // In languages whose labels are names, some codes have no name: only those are left out.
    const able = draft && language.labelsAreNames ? codes.filter((code) => planInsertion(base.context, draft, [code])) : codes;
    const plan = draft ? planInsertion(base.context, draft, able) : undefined;
    return (code) => {
      if (!plan) return { text: code };
      const claims = claimsOfLabel(code, plan.insertion, language);
      return claims && { text: language.writer.writeArmHead(code, plan.insertion), claims };
    };
  }
  return (code) => {
    if (isWord && /^[A-Za-z_]\w*$/.test(code) && code !== '__proto__') return { text: code };
    if (!isWord && isPlain(code)) return { text: before + code + after };
    const wanted = isWord ? preferredQuote(base.text, language.quotes) : quote;
    const literal = wanted === undefined ? undefined : writeString(language.text, wanted, code);
    if (literal === undefined || (!isWord && literal.charAt(0) !== wanted)) return undefined;
    return {
      text: isWord ? literal : before + literal.slice(1, -1) + after,
      claims: [{ kind: 'literal', literal, value: code }],
    };
  };
}

/** Keeps the proposals that are read back with their intended meaning. */
export async function keepReadable(list: CompletionList, language: Language, parse: Parse): Promise<CompletionList> {
  const items: CompletionAnswer[] = [];
  for (const { claims = [], ...item } of list.items) {
    let isRight = true;
    for (const claim of claims) isRight &&= await holds(claim, [], { parse, language, text: '' });
    if (isRight) items.push(item);
  }
  return { ...list, items };
}

/** Whether the cursor is in quotes of any kind. */
function isInQuotes({ base, replace }: CompletionPlace): boolean {
  return base.text.charAt(replace.start - 1) in base.language.text.strings;
}

/** How an arm's label has to be read; undefined where it cannot be written. */
function claimsOfLabel(
  code: string,
  { constants, quote, bareKeys }: Insertion,
  language: Language,
): readonly Claim[] | undefined {
  if (!canBeLabel(code, constants, language)) return undefined;
  if (constants.get(code) === code || (bareKeys && /^[\w-]+$/.test(code)))
    return isPlainName(code) ? [] : [{ kind: 'name', name: code }];
  if (isPlain(code)) return [];
  const literal = writeString(language.text, quote, code);
  return literal === undefined ? undefined : [{ kind: 'literal', literal, value: code }];
}

/** *All N missing cases*: the arms that the quick fix would write, at the cursor. */
function allMissing(place: CompletionPlace, site: AnalysedSite | undefined): CompletionAnswer | undefined {
  const { base, replace, draft } = place;
  if (!site || !draft || site.missing.length < 2 || site.missing.length > mostArms) return undefined;
  const plan = planInsertion(base.context, draft, site.missing);
  if (!plan) return undefined;
  const { catalogue } = site.attribution;
  const codes = mostUsefulFirst(site.missing, catalogue);
  const insertion = { ...plan.insertion, before: '', after: '' };
  const added = site.missing.map((code) => describeNew(code, catalogue, base.language));
  const claims: Claim[] = [];
  if (hasToBeReadBack(added, plan)) {
    const labels = site.missing.map((code) => claimsOfLabel(code, insertion, base.language));
    if (plan.types.length > 0 || labels.includes(undefined)) return undefined;
    claims.push(...labels.flatMap((claim) => claim ?? []));
  }
  const text = base.language.writer.writeArms(added, insertion, newlineOf(base.text));
  return {
    label: l10n.t('All {0} missing cases', site.missing.length),
    status: '',
    api: showOnOneLine(catalogue.title),
    filter: 'case all missing',
    replace,
    text: text.trimStart(),
    claims,
    kind: 'arms',
    handled: false,
    further: [...plan.types, ...plan.imports].map(({ offset, text: added }) => ({
      span: { start: offset, end: offset },
      text: added,
    })),
    data: { catalogue: catalogue.id, codes },
  };
}
