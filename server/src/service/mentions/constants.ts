import type { Node } from 'web-tree-sitter';
import type { Language } from '../languages/language.ts';
import type { Label } from '../types.ts';
import type { CodeHit } from '../matching/codeHit.ts';

/** Everything that reading one document's tree needs. */
export interface SyntaxContext {
  readonly language: Language;
  readonly text: string;
  readonly root: Node;
  /** A reference's spelling to the code that it is declared with, in this file or in one that it imports. */
  readonly constants: ReadonlyMap<string, string>;
  /** The ones that this file declares. */
  readonly declared: ReadonlyMap<string, string>;
  /** Whether any catalogue or vocabulary has such a code. */
  isKnown(code: string): boolean;
  /** The branches and switches among the statements of a block, read once for each block. */
  branchesIn(block: Node): readonly Node[];
  /** The codes that the elements of a list are, read once for each list. @param elements as a reading has them */
  valuesOf(elements: readonly Node[]): readonly string[];
}

/** The literal or name that is equal to the code at a hit; undefined in comments and inside longer literals. */
export function literalAt(context: Pick<SyntaxContext, 'language' | 'text' | 'root'>, hit: CodeHit): Node | undefined {
  let node = context.root.descendantForIndex(hit.start, hit.end);
  if (node === null || context.language.comment.nodes.has(node.type)) return undefined;
  for (let climbed = 0; node !== null && climbed < 3; climbed += 1, node = node.parent) {
    if (node.startIndex === hit.start && node.endIndex === hit.end) {
      const inside = node.parent;
      // A string's content may be a node of its own: the literal counts.
      const outer = inside && context.language.readLabel(inside);
      if (outer && outer.node.id === inside.id && outer.span.start === hit.start && outer.span.end === hit.end) return inside;
      return node.isNamed ? node : undefined;
    }
    const reading = context.language.readLabel(node);
    if (reading?.node.id === node.id && reading.span.start === hit.start && reading.span.end === hit.end) return node;
    if (node.endIndex - node.startIndex > hit.end - hit.start + 8) return undefined;
  }
  return undefined;
}

/** The constants that a file declares with codes as their values, by the spelling of a reference to them. */
export function collectConstants(
  context: Pick<SyntaxContext, 'language' | 'text' | 'root'>,
  hits: readonly CodeHit[],
): ReadonlyMap<string, string> {
  const constants = new Map<string, string>();
  const members = new Map<string, string | undefined>();
  for (const hit of hits) {
    // Most literals are no declarations, and their surroundings show it without a look at the tree.
    if (!context.language.beforeDeclaredValue.test(context.text.slice(Math.max(0, hit.start - 12), hit.start))) continue;
    const literal = literalAt(context, hit);
    const name =
      literal && context.language.readLabel(literal)?.form === 'string' ? context.language.readDeclaration(literal) : undefined;
    if (name === undefined) continue;
    constants.set(name, hit.code);
    const member = context.language.bareMembers ? /(?:\.|::)(\w+)$/.exec(name)?.[1] : undefined;
    if (member !== undefined) members.set(member, members.has(member) && members.get(member) !== hit.code ? undefined : hit.code);
  }
  // A plain name that two classes give to different codes means no certain code.
  for (const [member, code] of members) if (code !== undefined && !constants.has(member)) constants.set(member, code);
  return constants;
}

/** Reads an expression as a label and resolves constants. The value stays undefined for a constant that nothing here declares. */
export function readLabelAt(context: SyntaxContext, node: Node): Label | undefined {
  const reading = context.language.readLabel(node);
  if (reading === undefined) return undefined;
  const whole = { start: reading.node.startIndex, end: reading.node.endIndex };
  const text = context.text.slice(whole.start, whole.end);
  const value = reading.form === 'constant' ? resolveConstant(context, text) : reading.value;
  return { value, span: reading.span, whole, text, form: reading.form };
}

function resolveConstant(context: SyntaxContext, text: string): string | undefined {
  const spelling = text
    .replace(/\s+/g, '')
    .replace(/\?\./g, '.')
    .replace(/^(?:(?:self|Self|static|this)(?:::|\.)|\.)/, '')
    .replace(/\[['"]([\w$]+)['"]\]/g, '.$1');
  const declared = context.constants.get(spelling) ?? context.constants.get(spelling.replace(/(?:\.|->)(?:value|rawValue)$/, ''));
  if (declared !== undefined) return declared;
  // `ErrorCode.NOT_FOUND` from elsewhere: the member's name is the code.
  const name = /[\p{L}_$][\p{L}\p{N}_$]*$/u.exec(spelling)?.[0];
  return name !== undefined && context.isKnown(name) ? name : undefined;
}
