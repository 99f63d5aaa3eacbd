import * as l10n from '@vscode/l10n';
import { describeError } from '../../shared/describeError.ts';
import { describeReadError } from '../../adapters/files/readError.ts';
import { readRegularFile } from '../../adapters/files/readRegularFile.ts';
import { isRecord } from '../../service/isRecord.ts';
import type { CheckFinding } from '../formats/checkReport.ts';
import { renderJson } from '../../service/render/json.ts';

const longestFile = 100_000_000;

/** The facts that a baseline remembers of findings: never the line, which moves with every edit above it. */
interface BaselineEntry {
  readonly rule: string;
  readonly file: string;
  /** The source text of the finding's place, on one line. */
  readonly subject: string;
  readonly codes: readonly string[];
  /** How many such findings the file has. */
  readonly count: number;
}

export interface Baseline {
  readonly entries: readonly BaselineEntry[];
}

/** Reads a baseline file; a sentence names the problem in it. Undefined when there is no file. */
export async function readBaseline(file: string): Promise<Baseline | { readonly problem: string } | undefined> {
  let text: string;
  try {
    text = readRegularFile(file, longestFile)
      .toString('utf8')
      .replace(/^\ufeff/, '');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    return { problem: l10n.t('cannot be read: {0}', describeReadError(error).replace(/[.。]$/, '')) };
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problem: l10n.t('is no baseline, but no JSON at all: {0}', describeError(error)) };
  }
  if (!isRecord(value) || value['version'] === undefined) return { problem: l10n.t('is no baseline') };
  const { version, findings } = value;
  if (version !== 1) return { problem: l10n.t('has version {0}, and only version 1 is known', JSON.stringify(version)) };
  if (!Array.isArray(findings) || !findings.every(isEntry)) return { problem: l10n.t('is no baseline') };
  return { entries: findings };
}

/**
 * A baseline that knows all these findings: the same text for the same findings.
 * @param kept entries of the former one, about files that were not checked
 */
export function writeBaseline(findings: readonly CheckFinding[], kept: readonly BaselineEntry[]): string {
  const entries = new Map<string, BaselineEntry>();
  for (const { rule, file, subject, codes, count } of kept) {
    const sorted = [...codes].sort();
    entries.set(JSON.stringify([file, rule, subject, sorted]), { rule, file, subject, codes: sorted, count });
  }
  for (const { rule, file, subject, codes } of findings) {
    const sorted = [...codes].sort();
    const key = JSON.stringify([file, rule, subject, sorted]);
    entries.set(key, { rule, file, subject, codes: sorted, count: (entries.get(key)?.count ?? 0) + 1 });
  }
  const ordered = [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, entry]) => entry);
  return renderJson({ version: 1, findings: ordered });
}

/**
 * Separates new findings from known ones. A place that leaves out fewer codes than before is known; one that leaves out a
 * different code is new.
 * @param isChecked whether a file was to be checked: nothing is known of other files
 * @returns the new findings, how many are known, and how many entries match no finding any more
 */
export function applyBaseline(
  findings: readonly CheckFinding[],
  { entries }: Baseline,
  isChecked: (file: string) => boolean,
): { readonly fresh: readonly CheckFinding[]; readonly known: number; readonly stale: number } {
  const left = entries.map((entry) => ({ entry, count: entry.count }));
  const take = (finding: CheckFinding, exact: boolean): boolean => {
    const fitting = left.find(
      ({ entry, count }) =>
        count > 0 &&
        entry.rule === finding.rule &&
        entry.file === finding.file &&
        entry.subject === finding.subject &&
        finding.codes.every((code) => entry.codes.includes(code)) &&
        (!exact || finding.codes.length === entry.codes.length),
    );
    if (fitting) fitting.count -= 1;
    return fitting !== undefined;
  };
  const rest = findings.filter((finding) => !take(finding, true));
  const fresh = rest.filter((finding) => !take(finding, false));
  return {
    fresh,
    known: findings.length - fresh.length,
    stale: left.filter(({ entry, count }) => count > 0 && isChecked(entry.file)).length,
  };
}

function isEntry(value: unknown): value is BaselineEntry {
  if (!isRecord(value)) return false;
  const { rule, file, subject, codes, count } = value;
  return (
    typeof rule === 'string' &&
    typeof file === 'string' &&
    typeof subject === 'string' &&
    Number.isSafeInteger(count) &&
    Array.isArray(codes) &&
    codes.every((code) => typeof code === 'string')
  );
}
