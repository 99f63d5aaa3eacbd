import type { Node } from 'web-tree-sitter';
import { type Literal, literalsOf } from './literals.ts';
import { signatureOf, switchArms } from './messageSwitches.ts';

/** A member of an enum, and what a switch over it or a table by it gives: `case .late: return "Too late"`, `self::LATE => 'Too late'`. */
export interface MemberArm {
  readonly member: string;
  /** The enum, as the arm names it; undefined where it does not. */
  readonly type: string | undefined;
  /** The type around it; empty without one. */
  readonly container: string;
  /** The function around it gives the texts that describe members, their HTTP statuses, or the codes themselves. */
  readonly gives: 'cause' | 'status' | 'code';
  readonly value: Literal;
  /** The name of the function or table. */
  readonly giver: string;
}

const types = /^(?:enum|class|struct|impl|object|extension|record|trait|interface)_\w+$|^companion_object$/;
const givers =
  /function|method|getter|accessor|^property_declaration$|^computed_property$|^const_element$|^property_element$|^(?:variable_declarator|assignment|var_spec|const_item|static_item|field_definition|public_field_definition)$/;
const entries = /^(?:pair|array_element_initializer|keyed_element)$/;
const givesCodes = /^(?:get|to|as)?_?(?:error_?)?(?:code|key|slug|raw_?value|id)(?:_?str(?:ing)?)?$|^as_str$/i;
const givesStatuses = /status|http/i;
const givesCauses = /message|msg|desc|text|title|reason|detail|explain|display|localized|^(?:to_?)?str(?:ing)?$|^fmt$|^error$/i;
/** A sentence or a word of one, and no name of a variable. */
const saysSomething = /\p{L}\S*\s|[^\x00-\x7f]{2}|^[A-Z][a-z]+\W?$/u;
const noMember = /^(?:_|default|else|null|nil|none|self|this)$/i;
const mostNodes = 2_000_000;

/** Finds the arms of a file's functions, and the entries of its tables, that say something about members of an enum. */
export function memberArmsOf(root: Node): readonly MemberArm[] {
  const found: MemberArm[] = [];
  const waiting: { node: Node; container: string; gives: MemberArm['gives'] | undefined; giver: string; depth: number }[] = [
    { node: root, container: '', gives: undefined, giver: '', depth: 0 },
  ];
  let looked = 0;
  for (let next = waiting.pop(); next && looked < mostNodes; next = waiting.pop(), looked++) {
    const { node, container, gives, giver, depth } = next;
    if (depth > 200 || /comment/.test(node.type)) continue;
    if (gives !== undefined && (switchArms.test(node.type) || entries.test(node.type))) {
      found.push(...readArm(node, gives).map((arm) => ({ ...arm, container, gives, giver })));
      continue;
    }
    const name = givers.test(node.type) ? nameOf(signatureOf(node)) : undefined;
    const own = givenBy(name);
    const inner = {
      container: types.test(node.type) ? (nameOf(node) ?? container) : container,
      ...(own === undefined ? { gives, giver } : { gives: own, giver: name ?? '' }),
      depth: depth + 1,
    };
    for (const child of node.namedChildren.toReversed()) if (child) waiting.push({ node: child, ...inner });
  }
  return found;
}

/** The kind of values that a function or table gives for members, by its name; undefined for a name that does not say so. */
export function givenBy(name: string | undefined): MemberArm['gives'] | undefined {
  if (name === undefined) return undefined;
  if (givesCodes.test(name)) return 'code';
  if (givesCauses.test(name)) return 'cause';
  return givesStatuses.test(name) ? 'status' : undefined;
}

function readArm(arm: Node, gives: MemberArm['gives']): Pick<MemberArm, 'member' | 'type' | 'value'>[] {
  const head = /^(.{1,1000}?)(?:=>|->|(?<!:):(?!:))/s.exec(arm.text.slice(0, 1_003))?.[1];
  if (head === undefined) return [];
  const members = head
    .replace(/^\s*case\b/, '')
    .replace(/\([^()]*\)|\{[^{}]*\}|[[\]]/g, '')
    .split(/,|\||\bcase\b/)
    .map((label) => label.trim().split(/\.|::|\\/));
  const value = literalsOf(arm).find(({ kind, text, number }) =>
    gives === 'status'
      ? kind !== 'text' && number >= 100 && number <= 599
      : gives === 'code' || (kind === 'text' && saysSomething.test(text)),
  );
  if (!value) return [];
  return members.flatMap((words) => {
    const [member, type] = words.toReversed();
    if (member === undefined || !/^[A-Za-z_]\w*$/.test(member) || noMember.test(member)) return [];
    const isNamed = type !== undefined && type !== '' && !noMember.test(type);
    return { member, type: isNamed ? type : undefined, value };
  });
}

/** The name of a type or a function; of `impl Display for ErrorCode` the type. */
function nameOf(node: Node): string | undefined {
  const field = node.childForFieldName('type') ?? node.childForFieldName('name');
  const name = node.type === 'impl_item' ? field : (node.childForFieldName('name') ?? field);
  const first =
    name ??
    node.namedChildren.find((child) => child !== null && /identifier|^name$|variable_declaration|pattern/.test(child.type));
  return /\w+/.exec(first?.text.slice(0, 200) ?? '')?.[0];
}
