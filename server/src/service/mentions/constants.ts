import type { Node } from 'web-tree-sitter';
import type { Language } from '../languages/language.ts';
import { childrenOf, joinPieces } from '../languages/nodes.ts';
import { type ClassEntry, codesOfClass, isBaseClass } from '../catalogue/classIndex.ts';
import type { Label, Span } from '../types.ts';
import type { CodeHit } from '../matching/codeHit.ts';
import type { LabelReading } from '../languages/reading/readings.ts';
import type { ClassReferences } from './classReferences.ts';
import { isShadowed } from './scopes.ts';

/** A constant of one function: its name means that code there, and nothing elsewhere. */
export interface LocalConstant {
  readonly code: string;
  readonly scope: Span;
}

/** The lists of codes that a file declares under a name. */
export interface DeclaredLists {
  /** The text of each, by its name: another text may mean other sites where the name is used. */
  readonly texts: ReadonlyMap<string, string>;
  /** Where they are used: a chain may have no code but in them. */
  readonly uses: ReadonlySet<CodeHit>;
}

/** Everything that reading one document's tree needs. */
export interface SyntaxContext {
  readonly language: Language;
  readonly text: string;
  readonly root: Node;
  /** A reference's spelling to the code that it is declared with, in this file or in one that it imports. */
  readonly constants: ReadonlyMap<string, string>;
  /** The ones that this file declares. */
  readonly declared: ReadonlyMap<string, string>;
  /** The ones that functions declare. */
  readonly locals: ReadonlyMap<string, readonly LocalConstant[]>;
  /** The lists of codes that this file declares. */
  readonly lists: DeclaredLists;
  /** The classes of the catalogues that the text names. */
  readonly classes: ClassReferences;
  /** Whether any catalogue or vocabulary has such a code. */
  isKnown(code: string): boolean;
  /** See `CatalogueSet.codeNamed`. */
  codeNamed(word: string): string | undefined;
  /** See `CatalogueSet.nameOf`. */
  nameOf(code: string): string | undefined;
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
    const pieces = piecesAt(context, node, hit);
    if (pieces) return pieces;
    if (node.endIndex - node.startIndex > hit.end - hit.start + 8) return undefined;
  }
  return undefined;
}

/** A reference to a constant of which the grammar makes several nodes side by side: `.declined` of a pattern, a key `Code.declined`. */
function piecesAt({ text }: Pick<SyntaxContext, 'text'>, node: Node, { code, start, end }: CodeHit): Node | undefined {
  const written = text.slice(start, end);
  if (written === code || !/^[\p{L}\p{N}_$]*(?:\.[\p{L}\p{N}_$]+)+$/u.test(written)) return undefined;
  const children = childrenOf(node);
  const first = children.find(({ startIndex }) => startIndex === start);
  const last = children.find(({ endIndex }) => endIndex === end);
  return first && last && first.id !== last.id ? joinPieces(first, last, 'joined_reference') : undefined;
}

/** Reads an expression as a label and resolves constants. The value stays undefined for a constant that nothing here declares. */
export function readLabelAt(context: SyntaxContext, node: Node): Label | undefined {
  const reading = context.language.readLabel(node);
  if (reading === undefined) return readClassPattern(context, node);
  const whole = { start: reading.node.startIndex, end: reading.node.endIndex };
  const text = context.text.slice(whole.start, whole.end);
  const known = valueOf(context, reading);
  const isOpen = known === undefined || known === null;
  const named = isOpen && reading.form === 'constant' ? readClassPattern(context, reading.node) : undefined;
  // An SDK's constant is its own API's code, although its name may be a different API's.
  const isElsewhere = known === undefined && named === undefined && reading.form === 'constant';
  const value = isElsewhere ? codeOfMember(context, text) : (known ?? undefined);
  const label = { value, span: reading.span, whole, text, form: reading.form };
  // A constant of an SDK that means one code is that code.
  const [code, ...more] = named?.errorClass?.codes ?? [];
  return named === undefined ? label : code !== undefined && more.length === 0 ? { ...named, ...label, value: code } : named;
}

/** `is A`, `let e as A`, `e: A`, `*p.A`, `&A{}`, `A(e)`, `Err(N::A { .. })`, `A e` */
const classPattern =
  /^(?:[\p{L}\p{N}_$]{1,100}\s{0,20}:(?!:)\s{0,20}|(?:let|var|val|case|is|new|as|const|final|Err|Some)(?=[\s(])\s{0,20}|[\p{L}\p{N}_$]{1,100}\s{1,20}as\s{1,20}|[*&(\s]){0,20}(?<name>(?:\\|::|\.)?(?:[\p{L}_$][\p{L}\p{N}_$]{0,100}(?:\.|::|\\)){0,20}[\p{L}_$][\p{L}\p{N}_$]{0,200})/u;
const longestPattern = 400;

/** Reads the name of a class, or a pattern that tests for one, as a label; undefined where no catalogue has it. */
function readClassPattern(context: SyntaxContext, node: Node): Label | undefined {
  if (context.classes.hits.length === 0) return undefined;
  const start = node.startIndex;
  const written = classPattern.exec(context.text.slice(start, Math.min(node.endIndex, start + longestPattern)))?.groups?.['name'];
  const name = written?.replace(/(?<=.)\.(?:rawValue|code|getCode)$/, '');
  const entry = name === undefined ? undefined : context.classes.classAt(name);
  // `Error::Database(Kind::Unique, _)` of Rust: the kind says more.
  const [, inner] = !entry && node.type === 'tuple_struct_pattern' ? node.namedChildren : [];
  if (inner) return readClassPattern(context, inner);
  if (!entry || name === undefined) return undefined;
  const at = context.text.indexOf(name, start);
  return labelOfClass(entry, name, at, at + name.length);
}

function labelOfClass({ catalogue, errorClass }: ClassEntry, text: string, start: number, end: number): Label {
  const last = /[\p{L}\p{N}_$]+$/u.exec(text)?.[0] ?? text;
  const active = codesOfClass(catalogue, errorClass);
  return {
    value: undefined,
    span: { start: Math.max(start, end - last.length), end },
    whole: { start, end },
    text,
    form: 'class',
    errorClass: {
      catalogue: catalogue.id,
      name: errorClass.name,
      // A constant may outlive its code.
      codes: active.size > 0 ? active : new Set(errorClass.codes),
      isBase: isBaseClass(catalogue, errorClass),
    },
  };
}

/**
 * A label as it counts beside a subject: `.declined` only says its member, so that the subject has to read like an error code for it
 * to be a constant of an SDK.
 */
export function besideSubject(label: Label, readsLikeCode: boolean): Label {
  if (readsLikeCode || label.errorClass === undefined || !label.text.startsWith('.')) return label;
  const { value: _, errorClass: __, ...rest } = label;
  return { ...rest, value: undefined, form: 'constant' };
}

/** Reads the name of a class where only classes are possible. One of no catalogue has no `errorClass`. */
export function readClassAt(context: SyntaxContext, node: Node): Label {
  const span = { start: node.startIndex, end: node.endIndex };
  const text = context.text.slice(span.start, span.end);
  return readClassPattern(context, node) ?? { value: undefined, span, whole: span, text, form: 'class' };
}

/** Reads the class that a hit names. */
export function readClassHit(context: SyntaxContext, { code, start, end }: CodeHit): Label | undefined {
  const entry = context.classes.classAt(code);
  return entry && labelOfClass(entry, code, start, end);
}

/** The smallest node at the last word of a class's name; undefined in comments and texts. */
export function classNodeAt({ root, language }: Pick<SyntaxContext, 'language' | 'root'>, { end }: CodeHit): Node | undefined {
  const node = root.descendantForIndex(end - 1, end);
  if (!node?.isNamed || language.comment.nodes.has(node.type) || language.readLabel(node)?.form === 'string') return undefined;
  return node.endIndex === end ? node : undefined;
}

/** @returns null for the name of something that is declared nearer */
function valueOf(context: SyntaxContext, { form, value, span, node }: LabelReading): string | undefined | null {
  const text = context.text.slice(span.start, span.end);
  // A catalogue may have `0x80070005` itself.
  if (form === 'number') return context.isKnown(text) ? text : value;
  const word = form === 'constant' ? resolveConstant(context, text, node) : value;
  return word === undefined || word === null ? word : (context.codeNamed(word) ?? word);
}

/** `ErrorCode.NOT_FOUND` from elsewhere: the member's name is the code. */
function codeOfMember(context: SyntaxContext, text: string): string | undefined {
  const name = /[\p{L}_$][\p{L}\p{N}_$]*$/u.exec(spellingOf(text))?.[0];
  return name !== undefined && context.isKnown(name) ? (context.codeNamed(name) ?? name) : undefined;
}

/** A reference without what it may be written with or without. */
function spellingOf(text: string): string {
  return text
    .replace(/\s+/g, '')
    .replace(/\?\./g, '.')
    .replace(/^(?:(?:self|Self|static|this)(?:::|\.)|\.)/, '')
    .replace(/\[['"]([\w$]+)['"]\]/g, '.$1')
    .replace(/(?:\.|->)(?:value|rawValue)$/, '');
}

/** The value of a constant that the file or the workspace declares; null where the name is of something that is declared nearer. */
function resolveConstant(context: SyntaxContext, text: string, node: Node): string | undefined | null {
  const spelling = spellingOf(text);
  const local = context.locals
    .get(spelling)
    ?.filter(({ scope }) => scope.start <= node.startIndex && node.endIndex <= scope.end)
    .sort((a, b) => b.scope.start - a.scope.start)[0];
  const declared = local?.code ?? lookUp(context.constants, spelling) ?? lookUp(context.constants, text.replace(/\s+/g, ''));
  if (declared === undefined) return undefined;
  return /^[\p{L}\p{N}_$]+$/u.test(spelling) && isShadowed(spelling, node, context.language, local?.scope) ? null : declared;
}

/** A constant by its spelling, or by the end of it that still names its owner: `harbour.Code.Tide` is `Code.Tide`. */
function lookUp(constants: ReadonlyMap<string, string>, spelling: string): string | undefined {
  const separators = [...spelling.matchAll(/\.|::|->/g)];
  const ends = separators.slice(0, -1).map(({ 0: sign, index }) => spelling.slice(index + sign.length));
  for (const end of [spelling, ...ends]) {
    const code = constants.get(end);
    if (code !== undefined) return code;
  }
  return undefined;
}
