import { sha256 } from '../../adapters/files/hash.ts';
import { readOwnFile, readVersion } from '../../adapters/startup/ownPackage.ts';
import { problemInSentence } from '../../shared/problem.ts';
import type { Log, ReportingDescriptor, Result } from 'sarif';
import { type RuleId, ruleIds, type Severity } from '../../service/types.ts';
import type { CheckFinding, CheckReport } from './checkReport.ts';
import { renderJson } from '../../service/render/json.ts';

const levels: Readonly<Record<Severity, Result.level>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/**
 * SARIF 2.1.0. The pages of the rules are embedded. Files are relative to the root of the sources, so that no path of the
 * machine is in it.
 * @param distribution the folder of the bundles; the pages of the rules are beside it
 */
export function formatSarif({ findings, skipped, complete }: CheckReport, distribution: string): string {
  const fingerprint = createFingerprint();
  const rules = ruleIds.map((id) => describeRule(id, distribution));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'api-error-codes', version: readVersion(distribution), rules } },
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: complete,
            toolExecutionNotifications: skipped.map((problem) => ({
              level: 'note' as const,
              message: { text: problemInSentence(problem) },
              ...(problem.file === ''
                ? {}
                : { locations: [{ physicalLocation: { artifactLocation: toArtifact(problem.file) } }] }),
            })),
          },
        ],
        results: findings.map((finding) => ({
          ...toResult(finding),
          partialFingerprints: { 'finding/v1': fingerprint(finding) },
        })),
      },
    ],
  };
  return renderJson(log);
}

function toResult({ file, line, column, endLine, endColumn, rule, severity, message, catalogue, codes }: CheckFinding): Result {
  return {
    ruleId: rule,
    ruleIndex: ruleIds.indexOf(rule),
    level: levels[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: toArtifact(file),
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      },
    ],
    properties: { severity, ...(catalogue === null ? {} : { catalogue }), codes: [...codes] },
  };
}

/** Identifies a finding after an edit above it, or of its codes: by its rule, file and text, and its number among equal ones. */
function createFingerprint(): (finding: CheckFinding) => string {
  const times = new Map<string, number>();
  return ({ rule, file, subject }) => {
    const key = JSON.stringify([rule, file, subject]);
    const time = (times.get(key) ?? 0) + 1;
    times.set(key, time);
    return `${sha256(key, 'hex').slice(0, 32)}:${time}`;
  };
}

/** RFC 3986: names may contain any character, a URI may not. */
function toArtifact(file: string): { uri: string; uriBaseId?: string } {
  const uri = file.split('/').map(encodeURIComponent).join('/');
  return file.startsWith('../') || file.startsWith('/') ? { uri } : { uri, uriBaseId: '%SRCROOT%' };
}

function describeRule(id: RuleId, distribution: string): ReportingDescriptor {
  // A package without the page has a rule without a description.
  const markdown = readOwnFile(distribution, `../docs/rules/${id}.md`);
  // The first paragraph under the title describes the findings of the rule.
  const [short = id] = markdown
    .replace(/^#[^\n]*\n+/, '')
    .split(/\n\s*\n/)
    .map((part) => part.replace(/[`*_]/g, '').replace(/\s+/g, ' ').trim());
  return {
    id,
    shortDescription: { text: short === '' ? id : short },
    fullDescription: { text: short === '' ? id : short },
    ...(markdown === '' ? {} : { help: { text: markdown, markdown } }),
  };
}
