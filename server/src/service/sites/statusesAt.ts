import { onceFor } from '../../shared/onceFor.ts';
import { remember } from '../../shared/remember.ts';
import type { Node } from 'web-tree-sitter';
import type { SyntaxContext } from '../mentions/constants.ts';
import type { StatusSet } from '../types.ts';
import { constrain, readDecision } from './decision.ts';
import { narrow } from './narrowing.ts';

const statusesIn = onceFor((_context: SyntaxContext) => new Map<number, StatusSet | undefined>());

/**
 * The statuses that can arrive at a comparison: by the branches around it, and by the rest of its own condition. Read once for
 * each: one with a list is asked for each of its elements.
 */
export function statusesAt(context: SyntaxContext, comparison: Node): StatusSet | undefined {
  return remember(statusesIn(context), comparison.id, () => readStatusesAt(context, comparison));
}

function readStatusesAt(context: SyntaxContext, comparison: Node): StatusSet | undefined {
  const { language } = context;
  let own: StatusSet | undefined;
  let top = comparison;
  for (let parent = top.parent; parent && language.readCondition(language.unwrap(parent)).kind === 'and'; parent = parent.parent)
    top = parent;
  if (top.id !== comparison.id) own = readDecision(context, language.readCondition(top)).statuses;
  if (own === undefined) own = constrain(context, language.readCondition(top), true, undefined).statuses;
  const around = narrow(context, comparison, undefined).statuses;
  return own ?? around;
}
