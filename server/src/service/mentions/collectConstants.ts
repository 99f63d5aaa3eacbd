import type { Node } from 'web-tree-sitter';
import type { Language } from '../languages/language.ts';
import type { CodeHit } from '../matching/codeHit.ts';
import { type LocalConstant, literalAt } from './constants.ts';
import { findReferences } from './references.ts';

/** The constants that a file declares with codes as their values. */
export interface DeclaredConstants {
  /** By the spelling of a reference to them. */
  readonly constants: ReadonlyMap<string, string>;
  /** Those that functions declare, by name. */
  readonly locals: ReadonlyMap<string, readonly LocalConstant[]>;
}

type Place = { readonly language: Language; readonly text: string; readonly root: Node };

/** Text before a number that may be the value of a constant. */
const beforeNumber = /(?:[=(,:]\s*|#\s*define\s+\w+\s+)$/;
const isInteger = /^-?\d+$/;
/** Constants that name constants that name constants. */
const mostRounds = 3;

/** Finds the constants that a file declares. @param hits the codes in its text */
export function collectConstants(place: Place, hits: readonly CodeHit[]): DeclaredConstants {
  const constants = new Map<string, string>();
  const locals = new Map<string, LocalConstant[]>();
  const members = new Map<string, string | undefined>();
  let fresh = new Map<string, string>();
  const add = (name: string, code: string, literal: Node): void => {
    const scope = /[.:]/.test(name) ? undefined : functionAround(literal, place.language);
    if (scope) {
      locals.set(name, [...(locals.get(name) ?? []), { code, scope: { start: scope.startIndex, end: scope.endIndex } }]);
      return;
    }
    constants.set(name, code);
    fresh.set(name, code);
    const member = place.language.bareMembers ? /(?:\.|::)(\w+)$/.exec(name)?.[1] : undefined;
    if (member !== undefined) members.set(member, members.has(member) && members.get(member) !== code ? undefined : code);
  };
  for (const hit of hits) {
    const literal = declaredLiteral(place, hit);
    const name = literal && place.language.readDeclaration(literal);
    if (name !== undefined) add(name, hit.code, literal as Node);
  }
  for (let round = 0; round < mostRounds && fresh.size > 0; round += 1) {
    const known = fresh;
    fresh = new Map();
    for (const [name, code, node] of readAliases(place, known)) if (!constants.has(name)) add(name, code, node);
  }
  // A plain name that two classes give to different codes means no certain code.
  for (const [member, code] of members) if (code !== undefined && !constants.has(member)) constants.set(member, code);
  return { constants, locals };
}

/** The literal at a code, where its surroundings look like a declaration's. */
function declaredLiteral(place: Place, { code, start, end }: CodeHit): Node | undefined {
  // Most literals are no declarations, and their surroundings show it without a look at the tree.
  const before = place.text.slice(Math.max(0, start - 40), start);
  const isText = place.language.beforeDeclaredValue.test(before.slice(-12));
  if (!isText && !(isInteger.test(code) && beforeNumber.test(before))) return undefined;
  const literal = literalAt(place, { code, start, end });
  const form = literal && place.language.readLabel(literal)?.form;
  return form === (isText ? 'string' : 'number') ? literal : undefined;
}

/** `const Usual = Berth`: constants whose values are constants. */
function* readAliases(place: Place, known: ReadonlyMap<string, string>): Iterable<readonly [string, string, Node]> {
  for (const hit of findReferences(place.text, known)) {
    if (!/[^=!<>:]=\s*$/.test(place.text.slice(Math.max(0, hit.start - 12), hit.start))) continue;
    const node = literalAt(place, hit);
    const name = node && place.language.readDeclaration(node);
    if (node && name !== undefined) yield [name, hit.code, node];
  }
}

/** The innermost function around a node. The borders of one that is half-typed are not known. */
function functionAround(node: Node, { functions, groups }: Language): Node | undefined {
  for (let around = node.parent; around; around = around.parent)
    if (functions.has(around.type) && !groups.has(around.type)) return around.hasError ? undefined : around;
  return undefined;
}
