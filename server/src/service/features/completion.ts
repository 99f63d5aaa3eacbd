import * as l10n from '@vscode/l10n';
import { type AnalysedSite, analyseSite } from '../analysis/documentAnalysis.ts';
import { describeStatus } from '../render/status.ts';
import { mostUsefulFirst } from '../rules/unhandledCode.ts';
import { planInsertion, newlineOf } from '../sites/insertion.ts';
import { activeCodes, handledCodes, missingCodes, requiredCodes } from '../sites/requiredCodes.ts';
import { classifySubject, readsLikeCodeList } from '../sites/subject.ts';
import type { Catalogue, Span } from '../types.ts';
import { describeNew, type Edit } from './addArms.ts';
import type { CompletionPlace } from './completionPlace.ts';

/** One proposal. The order of the list is the order in which they are to be shown. */
export interface CompletionAnswer {
  readonly label: string;
  /** Empty when the catalogue gives none. */
  readonly status: string;
  readonly api: string;
  /** What is matched with what is typed. */
  readonly filter: string;
  readonly replace: Span;
  readonly text: string;
  readonly kind: 'code' | 'arms';
  readonly handled: boolean;
  readonly further: readonly Edit[];
  /** For the documentation, which a client asks for later. */
  readonly data: { readonly catalogue: string; readonly codes: readonly string[] };
}

export interface CompletionList {
  readonly items: readonly CompletionAnswer[];
  /** There are more: ask again as the user types on. */
  readonly incomplete: boolean;
}

/** The most proposals at once: a longer list is no help, and costs the editor time. */
export const mostItems = 200;

/** The most arms that one proposal writes: more of them are no help, and each proposal is written before it is asked for. */
const mostArms = 200;

/** The proposals at a place; undefined where nothing shows that an API's codes are meant. */
export function completeAt(place: CompletionPlace): CompletionList | undefined {
  const { base, draft, kind } = place;
  const analysed = draft && analyseSite(draft.site, base);
  const strong = analysed && analysed.attribution.level !== 'weak' ? analysed : undefined;
  const catalogues = strong ? [strong.attribution.catalogue] : catalogueCandidates(place);
  if (catalogues.length === 0) return undefined;
  const codes = catalogues.map((catalogue) => itemsOf(place, strong ?? emptySite(place, catalogue), catalogue, mostItems + 1));
  const matching = codes.flat();
  const whole =
    kind === 'arm' ? catalogues.flatMap((catalogue) => allMissing(place, strong ?? emptySite(place, catalogue)) ?? []) : [];
  return { items: [...whole, ...matching.slice(0, mostItems)], incomplete: matching.length > mostItems };
}

/** Without labels that prove anything: the APIs that show, where the subject or the list's name reads like error codes. */
function catalogueCandidates({ base, draft, loose }: CompletionPlace): readonly Catalogue[] {
  const subject = draft?.site.subject?.text ?? loose?.subject ?? '';
  const reads = loose?.context === 'list' ? readsLikeCodeList(subject) : classifySubject(subject) === 'code';
  if (!reads) return [];
  const shown = base.facts.set.catalogues.filter(({ id }) => base.shown.has(id));
  const inFile = shown.filter(({ id }) => base.inFile.has(id));
  return inFile.length > 0 ? inFile : shown;
}

/** A site to which nothing is attributed yet. */
function emptySite({ base, draft }: CompletionPlace, catalogue: Catalogue): AnalysedSite | undefined {
  if (!draft) return undefined;
  const handled = handledCodes(draft.site);
  const required = requiredCodes(draft.site, catalogue, undefined, base.facts.settings.ignoredCodes);
  return {
    site: draft.site,
    attribution: { catalogue, level: 'weak', because: undefined },
    directives: [],
    required,
    handled,
    missing: missingCodes(required, handled),
  };
}

/** The codes that match what is typed, at most so many: a catalogue may have thousands, and each costs work. */
function itemsOf(
  place: CompletionPlace,
  site: AnalysedSite | undefined,
  catalogue: Catalogue,
  most: number,
): readonly CompletionAnswer[] {
  const active = activeCodes(catalogue);
  const handled = new Set([...(site?.handled ?? []), ...(place.loose?.listed ?? [])]);
  const required = site?.required ?? active;
  const first = mostUsefulFirst(missingCodes(required, handled), catalogue);
  const wanted = required === active ? undefined : new Set(required);
  const rest = wanted ? active.filter((code) => !handled.has(code) && !wanted.has(code)) : [];
  const last = [...handled].filter((code) => catalogue.codes.get(code)?.retired === false);
  const write = writerFor(place, active);
  const items: CompletionAnswer[] = [];
  for (const code of each(first, rest, last)) {
    if (items.length >= most) break;
    const label = place.kind === 'arm' ? write(code) : code;
    if (!matches(label, place.typed)) continue;
    items.push({
      label,
      status: describeStatus(catalogue.codes.get(code)?.statuses ?? []),
      api: catalogue.title,
      filter: label,
      replace: place.replace,
      text: place.kind === 'arm' ? label : place.before + code + place.after,
      kind: 'code',
      handled: handled.has(code),
      further: [],
      data: { catalogue: catalogue.id, codes: [code] },
    });
  }
  return items;
}

function* each<Value>(...lists: readonly (readonly Value[])[]): Iterable<Value> {
  for (const list of lists) yield* list;
}

function writerFor({ base, kind, draft }: CompletionPlace, codes: readonly string[]): (code: string) => string {
  const plan = kind === 'arm' && draft ? planInsertion(base.context, draft, codes) : undefined;
  return (code) => (plan ? base.language.writer.writeArmHead(code, plan.insertion) : code);
}

/** *All N missing cases*: the arms that the quick fix would write, at the cursor. */
function allMissing({ base, replace, draft }: CompletionPlace, site: AnalysedSite | undefined): CompletionAnswer | undefined {
  if (!site || !draft || site.missing.length < 2 || site.missing.length > mostArms) return undefined;
  const plan = planInsertion(base.context, draft, site.missing);
  if (!plan) return undefined;
  const { catalogue } = site.attribution;
  const codes = mostUsefulFirst(site.missing, catalogue);
  const insertion = { ...plan.insertion, before: '', after: '' };
  const text = base.language.writer.writeArms(
    site.missing.map((code) => describeNew(code, catalogue)),
    insertion,
    newlineOf(base.text),
  );
  return {
    label: l10n.t('All {0} missing cases', site.missing.length),
    status: '',
    api: catalogue.title,
    filter: 'case all missing',
    replace,
    text: text.trimStart(),
    kind: 'arms',
    handled: false,
    further: plan.types.map(({ offset, text: added }) => ({ span: { start: offset, end: offset }, text: added })),
    data: { catalogue: catalogue.id, codes },
  };
}

/** Whether the typed letters stand in a proposal in their order, as editors match them. */
export function matches(candidate: string, typed: string): boolean {
  let at = 0;
  const wanted = typed.toLowerCase();
  for (const character of candidate.toLowerCase()) {
    if (character === wanted.charAt(at)) at += 1;
    if (at >= wanted.length) return true;
  }
  return wanted.length === 0;
}
