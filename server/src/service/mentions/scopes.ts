import { onceFor } from '../../shared/onceFor.ts';
import { remember } from '../../shared/remember.ts';
import type { Node } from 'web-tree-sitter';
import type { Language } from '../languages/language.ts';
import { readPart } from '../languages/reading/readParts.ts';
import type { Span } from '../types.ts';

/** The names that functions bind, by tree and by the function's node. */
const namesIn = onceFor((_language: Language) => new Map<number, ReadonlySet<string>>());

/**
 * Whether a function around a node binds a name: a parameter or a variable, which is not the constant of that name outside.
 * @param within the scope of that constant: functions that contain it do not matter
 */
export function isShadowed(name: string, node: Node, language: Language, within: Span | undefined): boolean {
  const { functions, groups } = language;
  for (let around = node.parent; around; around = around.parent) {
    if (!functions.has(around.type) || groups.has(around.type)) continue;
    if (within && around.startIndex <= within.start && within.end <= around.endIndex) return false;
    if (namesOf(around, language).has(name)) return true;
  }
  return false;
}

function namesOf(around: Node, language: Language): ReadonlySet<string> {
  return remember(namesIn(language), around.id, () => new Set(readBindings(around, language)));
}

function* readBindings(around: Node, language: Language): Iterable<string> {
  const { bindings = {} } = language.reading.names;
  for (const node of around.descendantsOfType(Object.keys(bindings))) {
    const part = node && bindings[node.type];
    if (!node || part === undefined) continue;
    const found = part === true ? node : readPart(node, part, language);
    // Patterns bind each of the names in them.
    for (const { 0: name } of (found?.text ?? '').slice(0, 500).matchAll(/[\p{L}_$][\p{L}\p{N}_$]*/gu)) yield name;
  }
}
