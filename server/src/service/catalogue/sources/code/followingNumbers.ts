import type { Declaration } from './declarations.ts';
import { literalsOf } from './literals.ts';

/**
 * The numbers that a language gives to declarations of a group that have none written: `iota` in Go, one more than the number
 * before in enums of TypeScript, C# and Rust where a number is written at all, and in all of C.
 */
export function followingNumbers(group: readonly Declaration[]): readonly (number | undefined)[] {
  return group[0]?.kind === 'member' ? numbersOfMembers(group) : numbersOfIota(group);
}

const counted = /^(?:property_identifier|enum_assignment|enum_member_declaration|enum_variant|enumerator)$/;

function numbersOfMembers(group: readonly Declaration[]): readonly (number | undefined)[] {
  const own = group.map(({ node, name }) => (name === node.text ? [] : literalsOf(node)));
  const isCounted =
    group.every(({ node }) => counted.test(node.type)) &&
    (group[0]?.node.type === 'enumerator' || own.some((literals) => literals.some(({ kind }) => kind === 'number'))) &&
    own.every((literals) => literals.every(({ kind }) => kind === 'number'));
  if (!isCounted) return group.map(() => undefined);
  let next = 0;
  return own.map(([literal]) => {
    const given = literal === undefined ? next : undefined;
    next = (literal?.number ?? next) + 1;
    return given;
  });
}

function numbersOfIota(group: readonly Declaration[]): readonly (number | undefined)[] {
  let from: number | undefined;
  let begun = 0;
  return group.map(({ node }, index) => {
    if (node.type !== 'const_spec') return undefined;
    const value = node.childForFieldName('value')?.text.replace(/\s/g, '');
    const match = value === undefined ? undefined : /^(?:(-?\d+)\+)?iota(?:\+(\d+))?$/.exec(value);
    if (match) {
      from = Number(match[1] ?? match[2] ?? 0) + index;
      begun = index;
    } else if (value !== undefined) from = undefined;
    return from === undefined ? undefined : from + index - begun;
  });
}
