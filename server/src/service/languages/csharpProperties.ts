import { onceFor } from '../../shared/onceFor.ts';
import { remember } from '../../shared/remember.ts';
import type { Node, Tree } from 'web-tree-sitter';
import { joinPieces, named } from './nodes.ts';
import type { ArmParts } from './reading/readingTable.ts';
import type { Reader } from './reading/readings.ts';

/** A property of the value that a pattern is about, and the pattern of the property. */
export interface Property {
  readonly name: Node;
  readonly pattern: Node;
}

/** The properties that `ApiException { Code: "A", Status: 400 }` asks for; undefined for a pattern that asks for none. */
export function propertiesOf(pattern: Node): readonly Property[] | undefined {
  const clause = named(pattern).find(({ type }) => type === 'property_pattern_clause');
  if (pattern.type !== 'recursive_pattern' || !clause) return undefined;
  return named(clause).flatMap((part) => {
    const [name, inner] = named(part);
    return part.type === 'subpattern' && name && inner ? [{ name, pattern: inner }] : [];
  });
}

/** The subject of a property's pattern: it begins with the value that the pattern is about, and ends with the property's name. */
export function propertyOf(subject: Node, name: Node): Node {
  return joinPieces(subject, name, 'joined_property');
}

/** Names of properties that tell errors apart. */
const telling = /(?:Code|Reason|Type|Kind|Number|Name|State|Id)$/;

const askedIn = onceFor((_tree: Tree) => new Map<number, string | undefined>());

/** The name of the property that a switch asks for, found once. */
function propertyAsked(node: Node, read: Reader): string | undefined {
  return remember(askedIn(node.tree), node.id, () => findProperty(node, read));
}

/**
 * The property that most arms of a switch compare with a text or a constant: `Code` of `{ Code: "A" } => …`. Undefined where the
 * arms tell classes apart.
 */
function findProperty(node: Node, read: Reader): string | undefined {
  const arms = named(node.childForFieldName('body') ?? node).filter(({ type }) =>
    /^switch_(?:section|expression_arm)$/.test(type),
  );
  const patterns = arms.flatMap((arm) => read.partsOf(arm).slice(0, 1));
  const asking = patterns.filter((pattern) => propertiesOf(pattern) !== undefined);
  const types = new Set(asking.flatMap((pattern) => pattern.childForFieldName('type')?.text ?? []));
  const others = patterns.map(classOf).filter((type) => type !== undefined && !types.has(type));
  if (types.size > 1 || others.length >= asking.length) return undefined;
  const counts = new Map<string, number>();
  for (const { name, pattern } of asking.flatMap((each) => propertiesOf(each) ?? [])) {
    const forms = read.readPatterns([pattern]).labels.map((label) => read.readLabel(label)?.form);
    const weight = forms.includes('string') ? 1000 : forms.includes('constant') ? 100 : 1;
    if (telling.test(name.text)) counts.set(name.text, (counts.get(name.text) ?? 0) + weight);
  }
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0];
}

/** The subject of a switch whose arms ask for a property: that property. Undefined where they ask for the value itself. */
export function propertySubject(value: Node | null, node: Node, read: Reader): Node | undefined {
  const property = value ? propertyAsked(node, read) : undefined;
  if (!value || property === undefined) return undefined;
  const name = node
    .descendantsOfType('subpattern')
    .map((part) => part?.firstNamedChild)
    .find((each) => each?.text === property);
  return name ? propertyOf(value, name) : undefined;
}

/**
 * Reads the pattern of an arm in a switch whose arms ask for a property. A pattern of a class takes all codes of that class, and none
 * of a different one.
 * @param owner the switch
 */
export function readPropertyArm(
  pattern: Node,
  owner: Node,
  read: Reader,
): Pick<ArmParts, 'labels' | 'guarded' | 'around' | 'takesRest'> | undefined {
  const property = propertyAsked(owner, read);
  if (property === undefined) return undefined;
  const properties = propertiesOf(pattern);
  if (!properties) {
    const type = classOf(pattern);
    if (type === undefined) return undefined;
    const isAsked = owner.descendantsOfType('recursive_pattern').some((each) => each?.childForFieldName('type')?.text === type);
    return { labels: [], guarded: !isAsked, takesRest: isAsked };
  }
  const own = properties.find(({ name }) => name.text === property);
  const type = pattern.childForFieldName('type');
  // A different property leaves open which codes it takes.
  if (!own) return { labels: [], guarded: true, takesRest: properties.length > 0 };
  const { labels, takesRest } = read.readPatterns([own.pattern]);
  const around = [`${type ? `${type.text} ` : ''}{ ${property}: `, ' }'] as const;
  return { labels, guarded: properties.length > 1, takesRest, around };
}

/** The class of a pattern that asks for nothing else: `ApiException`, `ApiException e`. */
function classOf(pattern: Node): string | undefined {
  const type = pattern.childForFieldName('type');
  if (type) return type.text;
  return pattern.type === 'constant_pattern' && pattern.firstNamedChild?.type === 'identifier' ? pattern.text : undefined;
}

/** The value that a subject begins with: `e` of `e is { Code`, which is no expression. */
export function valueIn(subject: string): string {
  return subject.replace(/\s*\)?\s*(?:\{|\bis\b|\bswitch\b)[^]*$/, '');
}

/** `e.Code == "A"`, and `e is { Code: "A" }` for a subject that a pattern names. */
export function compareSubject(subject: string, label: string): string {
  const open = subject.split('{').length - subject.split('}').length;
  return open > 0 ? `${subject}: ${label}${' }'.repeat(open)}` : `${subject} == ${label}`;
}
