import { groupBy } from '../../../../shared/groupBy.ts';
import { isRegistered } from '../page/statusText.ts';
import type { FoundCode } from '../source.ts';
import { normalizeName } from '../errorProperties.ts';
import type { Literal } from './literals.ts';
import type { MemberArm } from './memberArms.ts';

/** A code with the name that it is declared by. */
export interface LabelledCode extends FoundCode {
  readonly label: string;
  /** The enum or class around it. */
  readonly container: string;
  /** It has no value besides its name. */
  readonly isBare: boolean;
}

/** Gives a code that has no cause the text of a table. Returns whether there is one of that name. */
export function describe(codes: LabelledCode[], label: string, literals: readonly Literal[]): boolean {
  const index = codes.findIndex((each) => each.label === label);
  const code = codes[index];
  const text = literals.find(({ kind }) => kind === 'text')?.text;
  if (code?.entry.cause === '' && text !== undefined) codes[index] = { ...code, entry: { ...code.entry, cause: text } };
  return code !== undefined;
}

/** Adds what switches say about members of enums: their causes, their statuses, and their codes where they have only names. */
export function takeArms(codes: LabelledCode[], arms: readonly MemberArm[]): void {
  const byMember = groupBy(arms, ({ member }) => member);
  const byLabel = groupBy(codes, ({ label }) => label);
  const containers = new Set(codes.map(({ container }) => container));
  for (const [index, code] of codes.entries()) {
    const { entry, label, container, isBare } = code;
    const isOnly = byLabel.get(label)?.length === 1;
    const own = byMember
      .get(label)
      ?.filter(({ type, container: around }) =>
        type === undefined ? around === container || (isOnly && !containers.has(around)) : type === container,
      );
    const of = (gives: MemberArm['gives']) => own?.find((arm) => arm.gives === gives)?.value;
    const value = isBare ? of('code') : undefined;
    const isStatus = value !== undefined && isRegistered(value.number);
    const [cause, status] = [of('cause')?.text, isStatus ? value.number : of('status')?.number];
    codes[index] = {
      ...code,
      entry: {
        ...entry,
        ...(value && !isStatus && (value.kind === 'text' ? { code: value.text } : { code: value.number, name: label })),
        ...(entry.cause === '' && cause !== undefined && normalizeName(cause) !== normalizeName(label) ? { cause } : {}),
        ...(entry.status === undefined && status !== undefined ? { status } : {}),
      },
    };
  }
}
