import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import { codesOfClass } from './classIndex.ts';
import { describeStatus } from '../render/status.ts';
import type { Catalogue, ErrorCode, StatusPattern } from '../types.ts';

/** A field of a code that has changed. */
export interface CodeChange {
  readonly code: string;
  readonly field: 'status' | 'cause';
  /** Empty when the catalogue had no such field. */
  readonly before: string;
  readonly after: string;
}

/**
 * The changes from the codes of one catalogue to those of a second one, in the order of the catalogues. Retired codes count as
 * absent.
 */
export interface CatalogueDiff {
  readonly added: readonly ErrorCode[];
  readonly removed: readonly ErrorCode[];
  readonly changed: readonly CodeChange[];
  /** Differences of the classes and operations. */
  readonly parts: readonly PartChange[];
}

/** A class or an operation that was added or removed, or covers other codes now. */
export interface PartChange {
  readonly part: 'class' | 'operation';
  readonly name: string;
  readonly change: 'added' | 'removed' | 'changed';
}

/** Compares two catalogues. White space in causes does not count, nor does the order of statuses. */
export function diffCatalogues(old: Catalogue, now: Catalogue): CatalogueDiff {
  const active = (catalogue: Catalogue): ErrorCode[] => [...catalogue.codes.values()].filter(({ retired }) => !retired);
  const isActive = (catalogue: Catalogue, code: string): boolean => catalogue.codes.get(code)?.retired === false;
  return {
    added: active(now).filter(({ code }) => !isActive(old, code)),
    removed: active(old).filter(({ code }) => !isActive(now, code)),
    changed: active(old).flatMap((before) => {
      const after = now.codes.get(before.code);
      return after && !after.retired ? changesOf(before, after) : [];
    }),
    parts: [
      ...partChanges('class', describeClasses(old), describeClasses(now)),
      ...partChanges('operation', describeOperations(old), describeOperations(now)),
    ],
  };
}

/** By name, the codes that classes cover: what their users can rely on. Spellings for several languages count together. */
function describeClasses(catalogue: Catalogue): ReadonlyMap<string, string> {
  const codes = new Map<string, Set<string>>();
  for (const errorClass of catalogue.classes) {
    const known = codes.get(errorClass.name) ?? new Set<string>();
    for (const code of codesOfClass(catalogue, errorClass)) known.add(code);
    codes.set(errorClass.name, known);
  }
  return new Map([...codes].map(([name, covered]) => [name, [...covered].sort().join('\n')]));
}

function describeOperations({ operations }: Catalogue): ReadonlyMap<string, string> {
  return new Map([...operations].map(([name, { codes }]) => [name, [...codes].sort().join('\n')]));
}

function partChanges(
  part: PartChange['part'],
  old: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): readonly PartChange[] {
  const of = (change: PartChange['change'], names: readonly string[]): PartChange[] =>
    names.map((name) => ({ part, name, change }));
  const added = [...now.keys()].filter((name) => !old.has(name));
  const removed = [...old.keys()].filter((name) => !now.has(name));
  const changed = [...old.keys()].filter((name) => now.has(name) && old.get(name) !== now.get(name));
  return [...of('added', added), ...of('removed', removed), ...of('changed', changed)];
}

function changesOf(before: ErrorCode, after: ErrorCode): CodeChange[] {
  const { code } = before;
  const changes: CodeChange[] = [];
  const statuses = [before, after].map((entry) => describeStatus([...entry.statuses].sort(compareStatuses)));
  const causes = [before, after].map((entry) => entry.cause.replace(/\s+/g, ' ').trim());
  if (statuses[0] !== statuses[1]) changes.push({ code, field: 'status', before: statuses[0] ?? '', after: statuses[1] ?? '' });
  // A conclusion changes with what is around it: with one of two codes dropped, a text is about the one that is left.
  const isConclusion = before.inferred.includes('cause') || after.inferred.includes('cause');
  if (causes[0] !== causes[1] && !isConclusion)
    changes.push({ code, field: 'cause', before: causes[0] ?? '', after: causes[1] ?? '' });
  return changes;
}

function compareStatuses(one: StatusPattern, other: StatusPattern): number {
  return String(one) < String(other) ? -1 : 1;
}

/**
 * Brings a catalogue file up to a newer catalogue. Codes that the newer one lacks are marked as retired, new codes are
 * appended, and changed fields are replaced, with the former status. Comments and everything else of a YAML file stay as they
 * are; JSON is written anew, indented by two.
 * @param text a valid catalogue file, YAML or JSON
 */
export function applyDiff(text: string, diff: CatalogueDiff, now: Catalogue): string {
  const isJson = /^\s*\{/.test(text);
  const document = parseDocument(text);
  const codes = document.get('codes', true);
  if (!isSeq(codes)) return text;
  const entryOf = new Map(
    codes.items.flatMap((item) => {
      const code = isMap(item) ? item.get('code', true) : undefined;
      return isMap(item) && isScalar(code) ? [[String(code.value), item] as const] : [];
    }),
  );
  for (const { code } of diff.removed) entryOf.get(code)?.set('retired', true);
  for (const { code, field } of diff.changed) {
    const entry = entryOf.get(code);
    const after = now.codes.get(code);
    if (!entry || !after) continue;
    if (field === 'cause') entry.set('cause', after.cause);
    else {
      const former = entry.get('status', true);
      if (former !== undefined) entry.set('formerStatus', former);
      if (after.statuses.length === 0) entry.delete('status');
      else entry.set('status', document.createNode(statusValue(after.statuses)));
    }
  }
  for (const added of diff.added) {
    const known = entryOf.get(added.code);
    if (known) {
      known.delete('retired');
      continue;
    }
    const { code, statuses, cause, remedy, groups, numeric } = added;
    const status = statuses.length > 0 ? { status: statusValue(statuses) } : {};
    const further = { ...(remedy === undefined ? {} : { remedy }), ...(groups.length > 0 ? { groups } : {}) };
    codes.add(document.createNode({ code: numeric ? Number(code) : code, ...status, cause, ...further }));
  }
  return isJson ? `${JSON.stringify(document.toJS(), null, 2)}\n` : document.toString({ lineWidth: 0 });
}

function statusValue(statuses: readonly StatusPattern[]): StatusPattern | readonly StatusPattern[] {
  const [first] = statuses;
  return statuses.length === 1 && first !== undefined ? first : statuses;
}
