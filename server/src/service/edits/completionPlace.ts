import type { Node, Tree } from 'web-tree-sitter';
import { type AnalysisBase, beginAnalysis, type DocumentFacts } from '../analysis/documentAnalysis.ts';
import type { Language, LeastArm } from '../languages/language.ts';
import { quotesOf } from '../languages/textForms.ts';
import { findSites, type LooseLabel } from '../sites/findSites.ts';
import { preferredQuote } from '../sites/insertion/textLayout.ts';
import type { SiteDraft } from '../sites/siteDraft.ts';
import type { Pace } from '../syntax/pace.ts';
import { free, type TextParser } from '../syntax/textParser.ts';
import type { Span } from '../types.ts';
import { keyOfNamedTable } from './keyOfNamedTable.ts';
import { closersOf } from './openBrackets.ts';

/** Where a completion was asked for. */
export interface CompletionPlace {
  readonly kind: 'label' | 'arm';
  readonly base: AnalysisBase;
  /** The site around the place; absent for a single comparison or a list. */
  readonly draft: SiteDraft | undefined;
  readonly loose: LooseLabel | undefined;
  /** The text that a completion replaces: the whole word under the cursor, quotes left out. */
  readonly replace: Span;
  /** Put around the inserted text: quotes that are not there yet. */
  readonly before: string;
  readonly after: string;
  /** The quotes around the label; absent for a bare word, and where the literal is no ordinary one (`@"…"`). */
  readonly quote: string | undefined;
  /** The typed part of the word. */
  readonly typed: string;
}

/** The word under the cursor and the quotes about it. */
interface Word {
  readonly span: Span;
  readonly typed: string;
  readonly openQuote: string | undefined;
  readonly closed: boolean;
  /** A sign is before the quote: the spelling of the literal is not known. */
  readonly isMarked: boolean;
}

const wordCharacters = /[\p{L}\p{N}_$./-]/u;

/** Replaces the text that is not typed yet while a text is parsed. */
const dummy = 'api_error_code_at_cursor';

/** The usual ends of the text before a label, and before the other side of a comparison. */
const caseKeyword = /\bcase\s+$/;
const comparison = /[=!]=\s*$/;

/** @param quotes the characters that begin a string */
export function readWord(text: string, offset: number, quotes: readonly string[]): Word {
  let start = offset;
  while (start > 0 && wordCharacters.test(text.charAt(start - 1))) start -= 1;
  let end = offset;
  while (end < text.length && wordCharacters.test(text.charAt(end))) end += 1;
  const typed = text.slice(start, offset);
  const before = text.charAt(start - 1);
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  // A quote opens a string when an odd number of its kind is before the cursor on the line.
  const opens = quotes.includes(before) && line.split(before).length % 2 === 0;
  const isMarked = opens && /[\p{L}\p{N}_@$#"']/u.test(text.charAt(start - 2));
  return {
    span: { start, end },
    typed,
    openQuote: opens ? before : undefined,
    closed: opens && text.charAt(end) === before,
    isMarked,
  };
}

/** The parts of the document that are needed to find the place. */
export interface PlaceInput {
  readonly text: string;
  readonly offset: number;
  readonly tree: Tree;
  readonly parser: TextParser;
  readonly language: Language;
  readonly facts: DocumentFacts;
  /** For the repaired copies. */
  readonly pace: Pace;
}

/** Makes the answer for a place; called while the place's tree lives. */
type Build<Answer> = (place: CompletionPlace) => Answer | undefined;

/**
 * Finds out what can be completed at an offset: a label in an arm, comparison, list or table, or the start of an arm. For
 * half-typed code a repaired copy is parsed, in which the word under the cursor is a whole label.
 */
export async function atCompletionPlace<Answer>(input: PlaceInput, build: Build<Answer>): Promise<Answer | undefined> {
  const { text, offset, tree, language, facts } = input;
  const word = readWord(text, offset, quotesOf(language.text));
  if (word.openQuote !== undefined) {
    if (word.closed) {
      const place = placeOfLabel(beginAnalysis(text, tree, language, facts), word.span, word);
      if (place) return build({ ...place, quote: quoteOf(word) });
    }
    return atRepaired(input, word, dummy + word.openQuote, '', word.closed ? '' : word.openQuote, build);
  }
  const before = text.slice(Math.max(0, word.span.start - 200), word.span.start);
  const { beforeArmLabel = caseKeyword, beforeComparedLabel = comparison } = language.repair;
  if (beforeArmLabel.test(before) || beforeComparedLabel.test(before)) {
    const quote = preferredQuote(text, language.quotes);
    return atRepaired(input, word, `${quote}${dummy}${quote}`, quote, quote, build);
  }
  return (await atArmStart(input, word, build)) ?? atKey(input, word, build);
}

/** Parses the text with the word replaced, in the ways in which it may have been meant, and takes the first that fits. */
function atRepaired<Answer>(
  input: PlaceInput,
  word: Word,
  replacement: string,
  before: string,
  after: string,
  build: Build<Answer>,
): Promise<Answer | undefined> {
  const { text, language } = input;
  const head = text.slice(0, word.span.start);
  const tail = text.slice(word.span.end + (word.closed ? 1 : 0));
  const { completeKey, arms } = language.repair;
  const closers = closersOf(head.slice(-20_000), language);
  const behindLabel = ({ form }: LeastArm): string => language.writer.headOf(form, dummy).split(dummy)[1] ?? '';
  const asArm = arms.map((arm) => behindLabel(arm) + (arm.rest ?? arm.body));
  const isKey = completeKey !== undefined && /^\s*(?:[}\]),;]|$)/.test(tail);
  const asKey = isKey ? [completeKey + tail, completeKey + closers] : [];
  const rests = [tail, ...asKey, ...asArm.flatMap((rest) => [rest + tail, rest + closers]), closers];
  const quote = before === '' ? quoteOf(word) : before;
  // A label at the end of its line also lacks the text that follows a label.
  const lacksArm = !word.closed && /^[ \t]*(\r?\n|$)/.test(tail);
  const complete = (place: CompletionPlace): CompletionPlace => {
    const source = place.draft?.source;
    const behind = lacksArm && source?.kind === 'switch' ? behindLabel(leastArm(language, source.reading.form)) : '';
    return { ...place, quote, before, after: after + behind };
  };
  return inFirst(
    input,
    word,
    rests.map((rest) => head + replacement + rest),
    (place) => build(complete(place)),
  );
}

/**
 * Parses texts one after the other, with the word in them, until it is a label in one of them.
 * @param use false: the place is not the one that is wanted
 */
async function inFirst<Answer>(
  { parser, language, facts, pace }: PlaceInput,
  word: Word,
  texts: readonly string[],
  use: (place: CompletionPlace) => Answer | undefined | false,
): Promise<Answer | undefined> {
  for (const text of texts) {
    const tree = await parser.parse(text, { pace });
    if (!tree) return undefined;
    const start = text.indexOf(dummy, word.span.start);
    try {
      const place = placeOfLabel(beginAnalysis(text, tree, language, facts), { start, end: start + dummy.length }, word);
      const answer = place ? use(place) : false;
      if (answer !== false) return answer;
    } finally {
      free(tree);
    }
  }
  return undefined;
}

function leastArm({ repair: { arms } }: Language, form: string | undefined): LeastArm {
  return arms.find((arm) => arm.form === form) ?? arms[0];
}

/** The quotes that are there already. */
function quoteOf({ openQuote, isMarked }: Word): string | undefined {
  return isMarked ? undefined : openQuote;
}

function placeOfLabel(base: AnalysisBase, span: Span, word: Word): CompletionPlace | undefined {
  const { drafts, loose } = findSites(base.context, [{ code: '', ...span }]);
  const draft = drafts.find(({ site }) =>
    site.arms.some(({ labels }) => labels.some((label) => label.span.start === span.start)),
  );
  const single = loose.find(({ label }) => label.span.start === span.start) ?? (draft ? undefined : keyOfNamedTable(base, span));
  if (!draft && !single) return undefined;
  return {
    kind: 'label',
    base,
    draft: draft && withoutLabelAt(draft, span.start),
    loose: single,
    replace: word.span,
    before: '',
    after: '',
    quote: undefined,
    typed: word.typed,
  };
}

/** Removes the label at an offset. It is still being typed and must not count for or against any catalogue. */
function withoutLabelAt(draft: SiteDraft, start: number): SiteDraft {
  const arms = draft.site.arms.map((arm) => ({ ...arm, labels: arm.labels.filter((label) => label.span.start !== start) }));
  return { ...draft, site: { ...draft.site, arms } };
}

async function atArmStart<Answer>(input: PlaceInput, word: Word, build: Build<Answer>): Promise<Answer | undefined> {
  const { text, tree, language } = input;
  const head = text.slice(0, word.span.start);
  if (!/[{};:\n]\s*$/.test(head.slice(-200))) return undefined;
  const reading = enclosingSwitch(tree.rootNode, word.span.start, head, language);
  const { switchHead, arms } = language.repair;
  if (!reading && !switchHead.test(head.slice(-300)) && !switchHead.test(textBeforeOpenBrace(head))) return undefined;
  // The form of an empty switch may be unknown.
  const own = leastArm(language, reading?.form);
  const probes = [own, ...arms.filter((other) => other !== own && !reading?.arms.length)];
  const tails = [text.slice(word.span.end), closersOf(head.slice(-20_000), language)];
  const quote = preferredQuote(text, language.quotes);
  const texts = probes.flatMap(({ form, body }) =>
    tails.map((tail) => head + language.writer.headOf(form, quote + dummy + quote) + body + tail),
  );
  return inFirst(input, word, texts, (place) => place.draft?.source.kind === 'switch' && build({ ...place, kind: 'arm' }));
}

/** The switch whose body contains an offset; where only indentation ends the body, the switch that the text before belongs to. */
function enclosingSwitch(root: Node, offset: number, head: string, language: Language): ReturnType<Language['readSwitch']> {
  for (const start of [offset, head.trimEnd().length - 1]) {
    for (
      let node = root.descendantForIndex(Math.max(0, start), Math.max(0, start)), climbed = 0;
      node !== null && climbed < 12;
      node = node.parent, climbed += 1
    ) {
      const reading = language.readSwitch(node);
      if (reading && reading.head.end < offset && (!reading.closes || reading.bodyEnd >= offset)) return reading;
      if (reading || language.functions.has(node.type)) break;
    }
  }
  return undefined;
}

/** A table's key: only where the tree shows an object that has keys already. */
function atKey<Answer>({ text, tree, language, facts }: PlaceInput, word: Word, build: Build<Answer>): Answer | undefined {
  if (word.typed === '' || !/[{,]\s*$/.test(text.slice(Math.max(0, word.span.start - 200), word.span.start))) return undefined;
  const place = placeOfLabel(beginAnalysis(text, tree, language, facts), word.span, word);
  const isKey = place?.draft ? place.draft.source.kind === 'table' : place?.loose?.context === 'list';
  return place && isKey ? build(place) : undefined;
}

function textBeforeOpenBrace(head: string): string {
  let depth = 0;
  const from = Math.max(0, head.length - 5000);
  for (let index = head.length - 1; index >= from; index -= 1) {
    const character = head.charAt(index);
    if (character === '}') depth += 1;
    else if (character === '{') {
      if (depth === 0) return head.slice(Math.max(from, index - 300), index);
      depth -= 1;
    }
  }
  return '';
}
