import { type Diagnostic, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver-types';
import type { LineIndex } from '../lineIndex.ts';
import type { Finding, Severity } from '../types.ts';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** The source that editors show beside a diagnostic. */
const diagnosticSource = 'API Error Codes';

/** The most codes that travel with a diagnostic. */
const mostCodes = 100;

/** Turns findings into LSP diagnostics, at most `limit`; the caller reports when there were more. */
export function toDiagnostics(
  findings: readonly Finding[],
  uri: string,
  lines: LineIndex,
  limit: number,
  rulePage: (rule: string) => string | undefined,
): Diagnostic[] {
  return findings.slice(0, limit).map(({ rule, severity, span, message, related, deprecated, unnecessary, data }) => {
    const href = rulePage(rule);
    const tags = [...(deprecated ? [DiagnosticTag.Deprecated] : []), ...(unnecessary ? [DiagnosticTag.Unnecessary] : [])];
    return {
      range: lines.rangeOf(span),
      severity: severities[severity],
      code: rule,
      ...(href === undefined ? {} : { codeDescription: { href } }),
      source: diagnosticSource,
      message,
      ...(tags.length > 0 ? { tags } : {}),
      ...(related.length > 0
        ? {
            relatedInformation: related.map((other) => ({
              location: { uri, range: lines.rangeOf(other.span) },
              message: other.message,
            })),
          }
        : {}),
      // A fix finds its site again by its place; a list of thousands would only slow every key down.
      data: { ...data, codes: data.codes.slice(0, mostCodes) },
    };
  });
}
