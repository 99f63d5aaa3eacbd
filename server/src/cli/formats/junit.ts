import XMLBuilder from 'fast-xml-builder';
import { withoutControls } from '../../service/render/plainText.ts';
import type { CheckFinding, CheckReport } from './checkReport.ts';

/** JUnit's XML, as CI servers read it: a suite for each file with findings, a failure for each of them. */
export function formatJunit({ findings, files }: CheckReport): string {
  const byFile = new Map<string, CheckFinding[]>();
  for (const finding of findings) byFile.set(finding.file, [...(byFile.get(finding.file) ?? []), finding]);
  const suites = [...byFile].map(([file, found]) => ({
    '@_name': clean(file),
    '@_tests': found.length,
    '@_failures': found.length,
    '@_errors': 0,
    testcase: found.map(({ line, column, rule, severity, message }) => ({
      '@_name': `${rule} (${line}:${column})`,
      '@_classname': clean(file),
      '@_file': clean(file),
      '@_line': line,
      failure: {
        '@_type': severity,
        '@_message': clean(message),
        '#text': clean(`${file}:${line}:${column}: ${severity}: ${message} (${rule})`),
      },
    })),
  }));
  // A report without a test looks like a job that did not run.
  const passed = {
    '@_name': 'api-error-codes',
    '@_tests': 1,
    '@_failures': 0,
    '@_errors': 0,
    testcase: [{ '@_name': `${files} files checked`, '@_classname': 'api-error-codes' }],
  };
  const builder = new XMLBuilder({ ignoreAttributes: false, format: true, suppressEmptyNode: true });
  const body: string = builder.build({
    testsuites: {
      '@_name': 'api-error-codes',
      '@_tests': Math.max(findings.length, 1),
      '@_failures': findings.length,
      '@_errors': 0,
      testsuite: suites.length > 0 ? suites : [passed],
    },
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${body}`;
}

/** XML 1.0 knows no control characters, not even escaped. */
function clean(text: string): string {
  return withoutControls(text).replace(
    /[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    '\ufffd',
  );
}
