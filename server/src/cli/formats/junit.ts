import XMLBuilder from 'fast-xml-builder';
import { withoutControls } from '../../service/render/plainText.ts';
import { count } from '../../shared/count.ts';
import type { CheckFinding, CheckReport } from './checkReport.ts';

/**
 * JUnit's XML, as CI servers read it: a suite for each file with findings, a test for each finding. JUnit knows no
 * severities: a finding that does not fail the check passes, and its text is the output of the test.
 */
export function formatJunit({ findings, failing, files }: CheckReport): string {
  const byFile = new Map<string, CheckFinding[]>();
  for (const finding of findings) byFile.set(finding.file, [...(byFile.get(finding.file) ?? []), finding]);
  const countFailures = (found: readonly CheckFinding[]): number => found.filter(({ severity }) => failing.has(severity)).length;
  const suites = [...byFile].map(([file, found]) => ({
    '@_name': clean(file),
    '@_tests': found.length,
    '@_failures': countFailures(found),
    '@_errors': 0,
    testcase: found.map((finding) => toTest(finding, failing.has(finding.severity))),
  }));
  // A report without a test looks like a job that did not run.
  const passed = {
    '@_name': 'api-error-codes',
    '@_tests': 1,
    '@_failures': 0,
    '@_errors': 0,
    testcase: [{ '@_name': `${count(files, 'file')} checked`, '@_classname': 'api-error-codes' }],
  };
  const builder = new XMLBuilder({ ignoreAttributes: false, format: true, suppressEmptyNode: true });
  const body: string = builder.build({
    testsuites: {
      '@_name': 'api-error-codes',
      '@_tests': Math.max(findings.length, 1),
      '@_failures': countFailures(findings),
      '@_errors': 0,
      testsuite: suites.length > 0 ? suites : [passed],
    },
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${body}`;
}

function toTest({ file, line, column, rule, severity, message }: CheckFinding, fails: boolean): object {
  const text = clean(`${file}:${line}:${column}: ${severity}: ${message} (${rule})`);
  return {
    '@_name': `${rule} (${line}:${column})`,
    '@_classname': clean(file),
    '@_file': clean(file),
    '@_line': line,
    ...(fails ? { failure: { '@_type': severity, '@_message': clean(message), '#text': text } } : { 'system-out': text }),
  };
}

/** XML 1.0 knows no control characters, not even escaped. */
function clean(text: string): string {
  return withoutControls(text).replace(
    /[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    '\ufffd',
  );
}
