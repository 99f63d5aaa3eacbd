import type { Node } from 'web-tree-sitter';
import type { SyntaxContext } from '../mentions/constants.ts';
import type { Span } from '../types.ts';
import { wordsOf } from './words.ts';

const retrying = /^(?:retr(?:y|ies|ied|ying|yable|iable)|retryables?|retriables?)$/;
const asking = new Set(['is', 'are', 'should', 'can', 'may', 'must', 'will', 'retryable', 'retriable']);
const conditions = new Set(['if', 'on', 'when', 'for', 'condition', 'predicate', 'decider', 'filter']);
/** Beside them, a name says that nothing is asked for again, or counts how often. */
const denying = new Set(
  'no non not never cannot cant dont wont un skip stop avoid without except exclude excludes excluded excluding ignore ignored abort deny denied disallow disallowed blacklist blocklist denylist fatal permanent terminal exhausted failed max after'.split(
    ' ',
  ),
);

/** Whether the name of a list says that what is in it is asked for again: `RETRYABLE_CODES`, `retryOn`. */
export function namesRetried(name: string): boolean {
  const words = wordsOf(name);
  return words.some((word) => retrying.test(word)) && !words.some((word) => denying.has(word));
}

/** Whether a function's name says that it decides about asking again: `isRetryable`, `retryIf`; `fetchWithRetry` does not. */
function namesDecision(name: string): boolean {
  const words = wordsOf(name);
  return namesRetried(name) && (asking.has(words[0] ?? '') || words.some((word) => conditions.has(word)));
}

/** The name of the function around a node, by its declaration, the variable or key that it is for, or the call that it is given to. */
function nameOfFunction({ language }: SyntaxContext, node: Node): string | undefined {
  for (let around = node.parent; around; around = around.parent) {
    if (!language.functions.has(around.type) || language.groups.has(around.type)) continue;
    const own = around.childForFieldName('name') ?? around.childForFieldName('declarator') ?? language.nameOfValue(around);
    if (own) return own.text.split('(')[0];
    // Some grammars have the name beside the body.
    const beside = around.previousNamedSibling?.childForFieldName('name') ?? around.parent?.childForFieldName('name');
    return beside?.text ?? nameOfArgument({ language }, around);
  }
  return undefined;
}

/** The name of a class says nothing about those that it extends. */
const declaresClass =
  /^(?:abstract_)?(?:class|interface|object|struct|trait)(?:_(?:declaration|definition|specifier|heritage|item))?$/;

/** `retryIf` of `retryIf(…)` and of `retry_if=…`, for what is given there. */
export function nameOfArgument({ language }: Pick<SyntaxContext, 'language'>, value: Node): string | undefined {
  for (let around = value.parent, climbed = 0; around && climbed < 4; around = around.parent, climbed += 1) {
    if (language.blocks.has(around.type) || language.functions.has(around.type) || declaresClass.test(around.type))
      return undefined;
    const name = ['name', 'key', 'function', 'method'].map((field) => around?.childForFieldName(field)).find((part) => part);
    if (name && name.endIndex <= value.startIndex) return /[\p{L}\p{N}_$]+$/u.exec(name.text)?.[0];
  }
  return undefined;
}

/** Whether a branch's body asks for the same request again, or says so to the function around. @param place a node of its condition */
export function asksAgain(context: SyntaxContext, place: Node, { start, end }: Span): boolean {
  const body = context.text.slice(start, Math.min(end, start + longestBody));
  if (end - start > longestBody) return false;
  if (/\breturn\s+(?:true|True|TRUE)\b|^[\s{]*(?:true|True)[\s;}]*$/.test(body))
    return namesDecision(nameOfFunction(context, place) ?? '');
  if (!/\b(?:\w*[sS]leep|delay|backoff|wait|setTimeout)\w*\s*\(/.test(body) || !/\b(?:continue|redo|retry)\b/.test(body))
    return false;
  return [...body.matchAll(/(?<![\p{L}\p{N}_$.])([\p{L}_$][\p{L}\p{N}_$.]*)\s*(?:[-+*/|&]|\?\?|\|\|)?=(?![=>])/gu)].every(
    ([, name = '']) => counts.test(name),
  );
}

/** Nothing else may change before the request is sent again, in characters. */
const longestBody = 2_000;
const counts =
  /^(?:(?:this|self)\.)?_?(?:attempts?|retr\w*|tries|delay\w*|backoff\w*|wait\w*|sleep\w*|timeout\w*|count\w*|last\w*|[ein]|err\w*)$/i;

/** Between a comparison and its function, in nodes. */
const reach = 40;

/** Whether a comparison is what a function returns that decides about asking again: `return code === 'A' || code === 'B'`. */
export function isAskedAgain(context: SyntaxContext, comparison: Node): boolean {
  const { language } = context;
  let top = comparison;
  for (let parent = top.parent, climbed = 0; parent && climbed < reach; parent = parent.parent, climbed += 1) {
    const branch = language.readBranch(parent);
    if (branch) {
      const { startIndex, endIndex } = branch.condition;
      const isCondition = startIndex <= comparison.startIndex && comparison.endIndex <= endIndex;
      return (
        isCondition && asksAgain(context, comparison, { start: branch.consequence.startIndex, end: branch.consequence.endIndex })
      );
    }
    if (language.functions.has(parent.type)) break;
    const { kind } = language.readCondition(parent);
    const isPassed = kind === 'or' || kind === 'and' || kind === 'compare' || kind === 'contains' || kind === 'type';
    if (kind === 'not' || !(isPassed || /return|paren|body|block|statement|arrow|expression/.test(parent.type))) return false;
    // Only what the statement returns is its answer.
    if (/declar|assign/.test(parent.type)) return false;
    top = parent;
  }
  const statement =
    /^\s*return\b/.test(context.text.slice(top.startIndex, top.startIndex + 20)) ||
    top.parent?.type.includes('lambda') === true ||
    top.parent?.type === 'arrow_function';
  return (statement || isLast(top)) && namesDecision(nameOfFunction(context, comparison) ?? '');
}

/** The last expression of a function is its result in some languages. */
function isLast({ parent, endIndex }: Node): boolean {
  return parent !== null && parent.lastNamedChild?.endIndex === endIndex;
}
