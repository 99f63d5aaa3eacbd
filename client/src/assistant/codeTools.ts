import * as vscode from 'vscode';
import type { ServerConnection } from '../serverConnection.ts';
import {
  checkWorkspaceMethod,
  type CheckWorkspaceResult,
  coverageMethod,
  type CoverageResult,
} from '../../../server/src/protocol/protocol.ts';
import { describeFix, onlySilences } from '../../../server/src/shared/assistants/assistantEdits.ts';
import { fitsStatus } from '../../../server/src/shared/assistants/fitsStatus.ts';
import { count } from '../../../server/src/shared/count.ts';

/** Answers with a text. @param read a text of the input; empty where it has none */
type CodeTool = (read: (key: string) => string, token: vscode.CancellationToken) => Promise<string>;

const source = 'API Error Codes';
/** So many findings come with the edits that mend them. */
const mostMended = 50;

/** The tools that list codes, find the places that handle them, and check code. They know the text in the editors, saved or not. */
export function createCodeTools(server: ServerConnection): Readonly<Record<string, CodeTool>> {
  const coverage = async (read: (key: string) => string, token: vscode.CancellationToken) => {
    const { catalogues } = await server.sendRequest<CoverageResult>(coverageMethod, { wait: true }, token);
    const wanted = read('catalogue');
    const chosen = catalogues.filter(({ id }) => wanted === '' || id === wanted);
    const ids = catalogues.map(({ id }) => id).join(', ');
    return { chosen, missing: `No such catalogue is in use here; there are: ${ids === '' ? 'none' : ids}.` };
  };
  return {
    apiErrorCodes_coverage: async (read, token) => {
      const { chosen, missing } = await coverage(read, token);
      return chosen.length > 0 ? chosen.map(({ markdown }) => markdown).join('\n\n') : missing;
    },
    apiErrorCodes_listCodes: async (read, token) => {
      const { chosen, missing } = await coverage(read, token);
      const [status, group] = [read('status'), read('group')];
      const lists = chosen.flatMap(({ id, title, codes }) => {
        const fitting = codes.filter(
          (code) =>
            (status === '' || fitsStatus(code.status.match(/\d(?:\d\d|xx)/g) ?? [], status)) &&
            (group === '' || code.groups.includes(group)),
        );
        const lines = fitting.map((code) => [code.code, code.status, code.cause].filter((part) => part !== '').join(' · '));
        return lines.length === 0 ? [] : [[`${title} (${id}): ${lines.length} of ${codes.length} codes`, ...lines].join('\n')];
      });
      if (chosen.length === 0) return missing;
      return lists.length > 0 ? lists.join('\n\n') : 'No code has this status and group.';
    },
    apiErrorCodes_findHandlers: async (read, token) => {
      const code = read('code');
      const { chosen } = await coverage(() => '', token);
      const found = chosen.flatMap(({ title, codes }) =>
        codes.filter((each) => each.code === code).map((each) => ({ title, each })),
      );
      if (found.length === 0) return `No catalogue in use here has the error code ${code}.`;
      return found
        .map(({ title, each: { places } }) => {
          const lines = places.map(({ uri, range: { start }, role, errorClass }) => {
            const file = vscode.workspace.asRelativePath(vscode.Uri.parse(uri));
            return `${file}:${start.line + 1}:${start.character + 1} ${role}${errorClass === undefined ? '' : ` (${errorClass})`}`;
          });
          return [`${code} of ${title}: ${lines.length === 0 ? 'not handled' : count(lines.length, 'place')}`, ...lines].join(
            '\n',
          );
        })
        .join('\n\n');
    },
    apiErrorCodes_check: async (_read, token) => {
      await server.sendRequest<CheckWorkspaceResult>(checkWorkspaceMethod, {}, token);
      const findings = vscode.languages
        .getDiagnostics()
        .flatMap(([uri, diagnostics]) =>
          diagnostics
            .filter((each) => each.source === source && each.severity !== vscode.DiagnosticSeverity.Hint)
            .map((each) => ({ uri, each })),
        );
      const parts: string[] = [];
      for (const [index, { uri, each }] of findings.entries()) {
        if (token.isCancellationRequested) break;
        const fix = index < mostMended ? await findFix(uri, each) : undefined;
        parts.push([describe(uri, each), ...(fix === undefined ? [] : [fix])].join('\n'));
      }
      if (findings.length > mostMended) parts.push(`Only the first ${mostMended} findings come with their edits.`);
      return [`${count(findings.length, 'finding')}.`, ...parts].join('\n\n');
    },
  };
}

function describe(uri: vscode.Uri, { range: { start }, severity, code, message }: vscode.Diagnostic): string {
  const rule = typeof code === 'object' ? code.value : (code ?? '');
  const level = vscode.DiagnosticSeverity[severity].toLowerCase();
  return `${vscode.workspace.asRelativePath(uri)}:${start.line + 1}:${start.character + 1} ${level} ${rule}: ${message}`;
}

/** The first fix of a finding that changes the code, and does not only silence it; undefined without such a fix. */
async function findFix(uri: vscode.Uri, { range, source: of }: vscode.Diagnostic): Promise<string | undefined> {
  // The editor only asks for actions in documents that it knows.
  await vscode.workspace.openTextDocument(uri);
  const actions = await vscode.commands.executeCommand<readonly vscode.CodeAction[] | undefined>(
    'vscode.executeCodeActionProvider',
    uri,
    range,
    vscode.CodeActionKind.QuickFix.value,
    1,
  );
  for (const { title, edit, diagnostics } of actions ?? []) {
    const edits = (edit?.get(uri) ?? []).map(({ range: { start, end }, newText }) => ({ start, end, text: newText }));
    // Others' fixes at the same place are for other diagnostics.
    const isOwn = diagnostics?.every((each) => each.source === of) !== false;
    if (isOwn && edits.length > 0 && !onlySilences(edits)) return describeFix(title, edits);
  }
  return undefined;
}
