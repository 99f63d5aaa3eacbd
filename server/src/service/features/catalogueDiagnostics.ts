import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { CatalogueProblem } from '../catalogue/catalogueFile.ts';
import { showOnOneLine } from '../render/plainText.ts';

/** The problems of a catalogue's file as diagnostics. */
export function toCatalogueDiagnostics(problems: readonly CatalogueProblem[]): Diagnostic[] {
  return problems.map(({ line, column, endLine, endColumn, message }) => ({
    range: { start: { line, character: column }, end: { line: endLine, character: endColumn } },
    severity: DiagnosticSeverity.Error,
    code: 'catalogue-error',
    source: 'API Error Codes',
    message: showOnOneLine(message),
  }));
}
