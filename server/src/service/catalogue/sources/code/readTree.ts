import * as l10n from '@vscode/l10n';
import type { Node } from 'web-tree-sitter';
import { count } from '../../../../shared/count.ts';
import { createPlaces } from '../createPlaces.ts';
import { createReading, mostCodes } from '../createReading.ts';
import { ownNameOf } from '../models/schemaEnums.ts';
import { meansSuccess } from '../page/tables/headerWords.ts';
import type { SourceNote, SourceReading } from '../source.ts';
import { argumentNamesOf } from './argumentNames.ts';
import { holdTitles } from './comments.ts';
import { type Declaration, readDeclarations } from './declarations.ts';
import { holdsMessages, holdsStatuses, holdsTable, readDeclared } from './declaredCode.ts';
import { groupDeclarations } from './errorGroups.ts';
import { followingNumbers } from './followingNumbers.ts';
import { describe, type LabelledCode, takeArms } from './labelledCodes.ts';
import { literalsOf } from './literals.ts';
import { givenBy, type MemberArm, memberArmsOf } from './memberArms.ts';

/** Reads the codes that a tree declares, with what is said about them elsewhere in the file. @param name of the file */
export function readTree(root: Node, name: string, text: string): SourceReading {
  const { all, cut } = readDeclarations(root);
  const placeOf = createPlaces(text);
  const base = name.slice(name.lastIndexOf('/') + 1);
  const arms = memberArmsOf(root);
  const { used, unused } = groupDeclarations(all, arms, base);
  const codes: LabelledCode[] = [];
  const texts: MemberArm[] = [];
  const notes: SourceNote[] = [];
  const note = (line: number | undefined, message: string): void => void notes.push({ line, message, severity: 'information' });
  for (const group of used) {
    const numbers = followingNumbers(group);
    const areStatuses = holdsStatuses(group);
    const areMessages = holdsMessages(group.filter(({ name = '' }) => textFor(name) === undefined));
    const areTitled = holdTitles(group.map(({ node }) => node));
    const argumentNames = argumentNamesOf(group[0]?.place ?? root);
    const unread: Declaration[] = [];
    for (const [index, declaration] of group.entries()) {
      const found = readDeclared(declaration, { following: numbers[index], areStatuses, areMessages, areTitled, argumentNames });
      const { name: label = '', container } = declaration;
      // `YOUR_ERROR` shows where a reader puts one; `ERROR_RANGE_START` is no error.
      if (/^(?:YOUR|MY)_|_RANGE_(?:START|END|MIN|MAX)$/.test(label)) continue;
      // The last member of an enum of C may say how many there are.
      const isLast = index === group.length - 1 && declaration.node.type === 'enumerator';
      if (isLast && /_(?:LAST|COUNT|NUM|MAX|END)$/.test(label)) continue;
      if (isUnset(ownNameOf(label, container), found?.entry.code ?? '', found?.entry.cause ?? '', areStatuses))
        note(
          placeOf(found?.at ?? declaration.node.startIndex).line,
          l10n.t('{0} is left out: it means that nothing failed.', label || String(found?.entry.code)),
        );
      else if (!found && declaration.kind === 'constant' && textFor(label) !== undefined) {
        const value = literalsOf(declaration.node).find(({ kind }) => kind === 'text');
        for (const member of textFor(label) ?? [])
          if (value) texts.push({ member, type: undefined, container, gives: 'cause', value, giver: label });
      } else if (!found && holdsTable(declaration) && givenBy(label) !== undefined) continue;
      else if (!found) unread.push(declaration);
      else codes.push({ entry: found.entry, location: placeOf(found.at), label, container, isBare: found.isBare });
    }
    const [first] = unread;
    if (!first) continue;
    const called = first.container || (first.name ?? '');
    const hasStatuses = areStatuses && unread.every(({ node }) => /\d{3}\W{0,3}$/.test(node.text));
    const message = hasStatuses
      ? l10n.t('{0} lists HTTP statuses, not error codes.', called)
      : describeComputed(unread, group, called);
    note(first.node.startPosition.row, message);
  }
  for (const group of unused) {
    const [first] = group;
    if (!first) continue;
    if (first.kind === 'member' || (first.kind === 'constant' && /codes?$/i.test(first.container)))
      note(first.place.startPosition.row, l10n.t('The enum {0} is not about errors and is left out.', first.container));
    const computed = group.filter(({ node }) => memberIn(node) !== undefined);
    if (computed.length * 2 <= group.length || !namesMessages(first.container)) continue;
    const unread = computed.filter(({ node }) => !describe(codes, memberIn(node) ?? '', literalsOf(node)));
    if (unread.length > 0) note(first.place.startPosition.row, describeComputed(unread, group, first.container));
  }
  if (codes.length > 0) takeArms(codes, [...arms, ...texts]);
  if (cut) notes.push({ line: undefined, message: l10n.t('The file is too large: not all of it was read.'), severity: 'error' });
  if (codes.length === 0)
    note(undefined, l10n.t('The file declares no error codes: no enum, constants, table or union is called after errors.'));
  return createReading({
    codes: codes.slice(0, mostCodes).map(({ entry, location }) => ({ entry, location })),
    from: codes.length > 0 ? [count(used.length, 'declaration')] : [],
    notes: notes.toSorted((one, other) => (one.line ?? -1) - (other.line ?? -1)).slice(0, 200),
  });
}

/** The constants that a constant may be the text of: `LATE` of `LATE_MESSAGE`, `CODE_LATE` of `MSG_LATE`. */
function textFor(name: string): readonly string[] | undefined {
  const base =
    /^(\w+?)_(?:DESCRIPTION|DESC|MESSAGE|MSG|TEXT)$/.exec(name)?.[1] ?? /^(?:MESSAGE|MSG|TEXT|DESC)_(\w+)$/.exec(name)?.[1];
  return base === undefined ? undefined : [base, `CODE_${base}`, `ERR_${base}`, `ERROR_${base}`, `${base}_CODE`];
}

function describeComputed(unread: readonly Declaration[], group: readonly Declaration[], called: string): string {
  return l10n.t('{0} of {1} values of {2} cannot be read: they are computed.', unread.length, group.length, called);
}

/** The member of an enum that is the key of an entry: `[ErrorCode.LATE]: 'Too late'`. */
function memberIn(node: Node): string | undefined {
  const key = node.childForFieldName('key') ?? node.namedChildren[0];
  return /^\[?(?:\w+(?:\.|::))+(\w+)\]?$/.exec(key?.text.slice(0, 200) ?? '')?.[1];
}

function namesMessages(container: string): boolean {
  return /err(?:or)?s?(?:$|[^a-z])|Err(?:or)?s?(?:$|[A-Z_])|messages?$/i.test(container);
}

function isUnset(name: string, code: string | number, cause: string, isStatus: boolean): boolean {
  return (
    /^(?:ok|success(?:ful)?|none|no_?error|unspecified)$/i.test(name) ||
    (code === 0 && /null$/i.test(name)) ||
    (code === 0 && /(?:[a-z]|_)(?:OK|Ok|Success|SUCCESS|None|NONE|NoError|NO_ERROR|ERR(?:OR)?_NO)$|^ERR(?:OR)?_NO$/.test(name)) ||
    name.endsWith('_UNSPECIFIED') ||
    (isStatus &&
      typeof code === 'number' &&
      code >= 200 &&
      code < 300 &&
      !/err|fail|fault|exception|invalid|denied|declin/i.test(name)) ||
    (/^-?\d+$/.test(String(code)) && meansSuccess(cause))
  );
}
