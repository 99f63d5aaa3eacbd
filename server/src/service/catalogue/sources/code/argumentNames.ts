import type { Node } from 'web-tree-sitter';
import { normalizeName } from '../errorProperties.ts';
import type { Literal } from './literals.ts';

/** Labels the arguments of a member with the names of its parameters. */
export type ArgumentNames = (member: Node, literals: readonly Literal[]) => readonly Literal[];

const parameterLists = /^(?:formal_parameters|class_parameters|formal_parameter_list)$/;
const parameters = /^(?:formal_parameter|class_parameter)$/;
const argumentLists = /^(?:argument_list|arguments|value_arguments)$/;
const mostNodes = 20_000;

/**
 * Reads how the members of an enum are made: `ErrorCode(HttpStatus status, String code, String message)`, or, without a
 * constructor, its fields in their order, as Lombok takes them.
 */
export function argumentNamesOf(place: Node): ArgumentNames {
  const lists: (readonly string[])[] = [];
  const fields: string[] = [];
  const waiting: Node[] = [place];
  for (let looked = 0; looked < mostNodes; looked++) {
    const node = waiting.pop();
    if (!node) break;
    if (parameterLists.test(node.type) && isOfConstructor(node)) {
      lists.push(
        within(node)
          .filter(({ type }) => parameters.test(type))
          .map(nameOf),
      );
      continue;
    }
    if (node.type === 'field_declaration' && !/\bstatic\b/.test(node.text.slice(0, 60)))
      fields.push(nameOf(node.childForFieldName('declarator') ?? node));
    if (/^(?:block|method_declaration|function_\w+|enum_constant|enum_entry)$/.test(node.type) && node.id !== place.id) continue;
    waiting.push(...within(node).toReversed());
  }
  if (lists.length === 0) lists.push(fields);
  return (member, literals) => {
    const part = within(member).find(({ type }) => type === 'argument_part') ?? member;
    const given = within(within(part).find(({ type }) => argumentLists.test(type)) ?? part).filter(
      ({ type }) => !/comment/.test(type),
    );
    const names = lists.find((list) => list.length === given.length);
    if (!names) return literals;
    return literals.map((literal) => {
      const index = given.findIndex(({ startIndex, endIndex }) => literal.at >= startIndex && literal.at < endIndex);
      const name = names[index];
      return name === undefined || literal.label !== undefined ? literal : { ...literal, label: normalizeName(name) };
    });
  };
}

function isOfConstructor(list: Node): boolean {
  return list.type === 'class_parameters' || /constructor/.test(list.parent?.type ?? '');
}

function nameOf(node: Node): string {
  return (node.childForFieldName('name') ?? node).text.replace(/\s*[:=][\s\S]*$/, '').replace(/^[\s\S]*[\s.]/, '');
}

function within(node: Node): readonly Node[] {
  return node.namedChildren.filter((child) => child !== null);
}
