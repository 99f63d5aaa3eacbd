import type { StatusPattern } from '../../../../types.ts';

/** A family of codes and the statuses that the page gives to it: `REQ_*` is 400. */
export interface FamilyStatuses {
  readonly family: string;
  readonly statuses: readonly StatusPattern[];
}

/** The statuses of the family that fits a code most closely; empty when no family fits. */
export function statusesOfFamilies(code: string, families: readonly FamilyStatuses[]): readonly StatusPattern[] {
  const fitting = families.filter(({ family, statuses }) => statuses.length > 0 && fits(code, family));
  return fitting.sort((a, b) => b.family.length - a.family.length)[0]?.statuses ?? [];
}

/** Whether a code fits a family. Each star, or word in brackets, matches any text that is not empty. */
function fits(code: string, family: string): boolean {
  const parts = family.split(/\*+|<\w+>|\{\w+\}|\[\w+\]/);
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  if (parts.length < 2 || code.length < first.length + last.length + 1) return false;
  if (!code.startsWith(first) || !code.endsWith(last)) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = code.indexOf(part, at + 1);
    if (found === -1) return false;
    at = found + part.length;
  }
  return at < code.length - last.length;
}
