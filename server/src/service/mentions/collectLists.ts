import type { Node } from 'web-tree-sitter';
import type { Language } from '../languages/language.ts';
import type { CodeHit } from '../matching/codeHit.ts';
import { type DeclaredLists, literalAt } from './constants.ts';
import { findReferences } from './references.ts';

type Place = { readonly language: Language; readonly text: string; readonly root: Node };

/** The greatest distance of a code from its list, in nodes. */
const reach = 4;
/** Of a longer list, its beginning counts as its text, in characters. */
const longest = 2000;
/** Text before an element of a list. Most codes are not in a list, and this shows it without a look at the tree. */
const beforeElement = /(?:[[({,]\s*(?:\p{L}{0,3}["'`]|:)?|\s)$/u;
const isName = /^[\p{L}_$][\p{L}\p{N}_$]{0,99}$/u;

/** Finds the lists that a file declares, and their uses. @param hits the codes in its text */
export function collectLists(place: Place, hits: readonly CodeHit[]): DeclaredLists {
  const texts = new Map<string, string>();
  const codes = new Map<string, string>();
  const declared = new Set<number>();
  let end = 0;
  for (const hit of hits) {
    // A list is read once, at its first code.
    if (hit.start < end || !beforeElement.test(place.text.slice(Math.max(0, hit.start - 80), hit.start))) continue;
    const list = listAround(place, hit);
    const name = list && place.language.nameOfValue(list);
    if (!list || !name || !isName.test(name.text)) continue;
    end = list.endIndex;
    declared.add(name.endIndex);
    texts.set(name.text, list.text.slice(0, longest));
    codes.set(name.text, hit.code);
  }
  const uses = findReferences(place.text, codes).filter((use) => !declared.has(use.end));
  return { texts, uses: new Set(uses) };
}

/** The list that a code is an element of. */
function listAround(place: Place, hit: CodeHit): Node | undefined {
  const literal = literalAt(place, hit);
  for (let node = literal?.parent, climbed = 0; node && climbed < reach; node = node.parent, climbed += 1) {
    const list = place.language.readList(node)?.node;
    if (list) return list;
  }
  return undefined;
}
