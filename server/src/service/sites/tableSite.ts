import type { TableReading } from '../languages/reading/readings.ts';
import { readLabelAt, type SyntaxContext } from '../mentions/constants.ts';
import { narrow } from './narrowing.ts';
import type { SiteDraft } from './siteDraft.ts';
import { spanOf } from './siteParts.ts';
import { searchedFor } from './searchedRecords.ts';
import { classifySubject, readsLikeCodeList } from './subject.ts';
import type { Subject } from '../types.ts';
import { escapeRegExp } from '../matching/codeMatcher.ts';
import type { Node } from 'web-tree-sitter';

/** Builds the site of a table; undefined for one that declares constants, is a set, or has a single key. */
export function createTableSite(context: SyntaxContext, reading: TableReading): SiteDraft | undefined {
  if (reading.declares || reading.entries.length < 2 || isSet(reading) || isDefinition(context, reading)) return undefined;
  const subject = reading.field === undefined ? subjectOf(context, reading) : searchedFor(context, reading, reading.field);
  if (reading.field !== undefined && !subject) return undefined;
  const arms = reading.entries.map(({ node, key, value }) => {
    const label = readLabelAt(context, key);
    return {
      labels: label ? [label] : [],
      span: spanOf(node),
      body: value ? spanOf(value) : { start: node.endIndex, end: node.endIndex },
      guarded: false,
    };
  });
  const narrowed = narrow(context, reading.node, undefined);
  return {
    node: reading.node,
    source: { kind: 'table', reading },
    site: {
      kind: 'table',
      span: spanOf(reading.node),
      head: headOf(context, reading),
      subject,
      arms,
      otherwise: undefined,
      takenBefore: new Set(),
      onlyCodes: undefined,
      statuses: narrowed.statuses,
      open: reading.open || arms.some(({ labels }) => labels.length === 0 || labels.some(({ value }) => value === undefined)),
    },
  };
}

/** Every key has the same value, such as `true`: a set of codes, which decides nothing between them. */
function isSet({ entries }: TableReading): boolean {
  return new Set(entries.map(({ value, node }) => value?.text ?? node.text)).size < 2;
}

const status = /\b(?:http_?)?status(?:_?code)?["']?\s*(?::|=>?)|\bHttpStatus\w*\b|\bhttp\.Status[A-Z]/i;

/**
 * Whether a table defines its codes instead of handling them: each value repeats its code, or says with which status the code is
 * sent.
 */
function isDefinition(context: SyntaxContext, { entries, field }: TableReading): boolean {
  return entries.every(({ node, key, value }) => {
    if (field !== undefined) return status.test(node.text.slice(0, 1000));
    const text = value?.text.slice(0, 1000) ?? '';
    const code = readLabelAt(context, key)?.value;
    const repeats = code !== undefined && new RegExp(`["'\`]${escapeRegExp(code)}["'\`]`).test(text);
    return /[({]/.test(text) && (repeats || status.test(text));
  });
}

/** The expression that a table is asked with: `messages[err.code]`, `{ … }[err.code]`, `messages.get(code)`. */
function subjectOf(context: SyntaxContext, { node }: TableReading): Subject | undefined {
  const { text, language } = context;
  const owner = language.nameOfValue(node);
  const name = owner && /^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(owner.text) ? owner.text : undefined;
  const after =
    /^[\s)]*(?:(?:as|satisfies)\s[\w.<>,|'\s]{1,100}\)*)?(?:\?\.)?(?:\[|\.(?:get|getOrDefault|fetch|dig)\()([^\][()\n]{1,80}(?:\(\))?)[\])]/u;
  const direct = after.exec(text.slice(node.endIndex, node.endIndex + 200));
  const found = direct ?? (name === undefined ? undefined : findIndex(text, name));
  if (!found) return name !== undefined && readsLikeCodeList(name) && owner ? named(text, owner) : undefined;
  const start = found.index + found[0].indexOf(found[1] ?? '') + (direct ? node.endIndex : 0);
  const index = found[1]?.trim() ?? '';
  return { text: index, span: { start, end: start + index.length }, reads: classifySubject(index) };
}

function findIndex(text: string, name: string): RegExpExecArray | undefined {
  const spelling = escapeRegExp(name);
  const use = `(?<![\\p{L}\\p{N}_$])${spelling}(?:\\?\\.)?(?:\\[|\\.(?:get|getOrDefault|fetch|dig)\\()([^\\][()\\n'"\`]{1,80}(?:\\(\\))?)[\\])]`;
  return new RegExp(use, 'u').exec(text) ?? undefined;
}

/** A table whose name says that its keys are error codes. */
function named(text: string, owner: Node): Subject {
  const span = spanOf(owner);
  return { text: text.slice(span.start, span.end), span, reads: 'code' };
}

/** The name that the table is declared under, else its opening bracket. */
function headOf(context: SyntaxContext, { node }: TableReading): { readonly start: number; readonly end: number } {
  const name = context.language.nameOfValue(node);
  return name ? spanOf(name) : { start: node.startIndex, end: node.startIndex + 1 };
}
