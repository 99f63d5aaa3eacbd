import { addressOf } from '../../adapters/files/fileAddress.ts';
import { readSource } from '../../adapters/files/readSource.ts';
import { pathFrom, resolveIn } from '../../adapters/files/pathInside.ts';
import { createLineIndex } from '../../service/lineIndex.ts';
import type { CodeActionAnswer } from '../../service/edits/proposal.ts';
import type { DocumentText } from '../../service/index.ts';
import { languageIdOfPath } from '../../service/languages/sourceOf.ts';
import { limits } from '../../service/limits.ts';
import { withoutControls } from '../../service/render/plainText.ts';
import { describeFix, onlySilences } from '../../shared/assistants/assistantEdits.ts';
import { count } from '../../shared/count.ts';
import type { AnswerCursor } from '../../shared/assistants/pageAnswer.ts';
import { checkFiles, checkText, displayIn, type FileCheck } from '../checking/checkFiles.ts';
import type { CheckFinding } from '../formats/checkReport.ts';
import { type AnswerOptions, answerWith, listProblems, resolvePaths, shorten } from './answers.ts';
import { noRipgrep } from './codeTools.ts';

/** A question about files and folders, or about a text that is in no file yet. */
export interface CheckQuestion extends AnswerCursor {
  /** None: the working directory. */
  readonly paths?: readonly string[] | undefined;
  readonly text?: string | undefined;
  /** The name that the text is to have; its ending says the language. */
  readonly file?: string | undefined;
}

/** So many findings come with the edits that mend them. */
const mostMended = 100;

/** The findings in code, and for each the edits of its first fix. */
export function checkForAssistant(options: AnswerOptions, question: CheckQuestion, signal: AbortSignal): Promise<string> {
  const { workingDirectory, host } = options;
  const { paths = [], text, file = 'text.ts' } = question;
  return answerWith(options, question, async (session, settings) => {
    const ripgrep = host.ripgrepPath();
    if (ripgrep === undefined) return noRipgrep;
    const roots = await resolvePaths(paths, workingDirectory);
    if (typeof roots === 'string') return roots;
    if (isOutside(file, workingDirectory)) return `${shorten(file)} is no name in the working directory.`;
    const check: FileCheck = {
      ...{ session, settings, ripgrep, signal, folder: workingDirectory, failures: new Set() },
      display: displayIn(workingDirectory),
      progress: () => undefined,
    };
    const { files, findings, skipped } =
      text === undefined
        ? await checkFiles(check, roots, undefined)
        : await checkText(check, resolveIn(workingDirectory, file), text);
    const documents = new Map<string, DocumentText | undefined>();
    const read = async (name: string): Promise<DocumentText | undefined> => {
      const known = resolveIn(workingDirectory, name);
      if (documents.has(name)) return documents.get(name);
      const result = text === undefined ? await readSource(known, settings.fileSizeLimit * 1000) : { ok: true as const, text };
      const languageId = languageIdOfPath(known);
      const document =
        result.ok && languageId !== undefined ? { uri: addressOf(known), languageId, text: result.text } : undefined;
      documents.set(name, document);
      return document;
    };
    const parts: string[] = [];
    for (const [index, finding] of findings.entries()) {
      const document = index < mostMended ? await read(finding.file) : undefined;
      const fix = document && (await findFix(check, document, finding));
      parts.push([describeFinding(finding), ...(document && fix ? [describeAnswer(document, fix)] : [])].join('\n'));
    }
    if (findings.length > mostMended)
      parts.push(`Only the first ${mostMended} findings come with their edits; name fewer paths for those of the others.`);
    const left = [
      ...skipped.map(({ file: name, reason }) => withoutControls(`Not read: ${name} ${reason}.`)),
      listProblems([], check),
    ].filter((line) => line !== '');
    const total = `${count(findings.length, 'finding')} in ${count(files, 'checked file')}.`;
    return [total, ...parts, ...(left.length === 0 ? [] : [left.join('\n')])].join('\n\n');
  });
}

/** The first fix of a finding that changes the code, and does not only silence it. */
async function findFix(
  { session, settings }: FileCheck,
  document: DocumentText,
  finding: CheckFinding,
): Promise<CodeActionAnswer | undefined> {
  const { offsetAt } = createLineIndex(document.text);
  const span = {
    start: offsetAt({ line: finding.line - 1, character: finding.column - 1 }),
    end: offsetAt({ line: finding.endLine - 1, character: finding.endColumn - 1 }),
  };
  const facts = await session.facts.factsOf(document.uri, settings);
  const actions = await session.service.provideCodeActions(document, facts, span);
  const own = actions.filter(
    ({ kind, edits, finding: of, notThisApi }) =>
      kind === 'quickfix' && edits.length > 0 && notThisApi !== true && of?.rule === finding.rule && of.span.start === span.start,
  );
  return own.find(({ preferred }) => preferred === true) ?? own.find(({ edits }) => !onlySilences(edits));
}

function describeFinding({ file, line, column, severity, rule, message }: CheckFinding): string {
  return withoutControls(`${file}:${line}:${column} ${severity} ${rule}: ${message}`);
}

function describeAnswer({ text }: DocumentText, { title, edits }: CodeActionAnswer): string {
  const { positionAt } = createLineIndex(text);
  const placed = edits.map(({ span, text: written }) => ({
    start: positionAt(span.start),
    end: positionAt(span.end),
    text: written,
  }));
  return describeFix(withoutControls(title), placed);
}

/** Whether the name of a text leads out of the working directory, whose settings count for it. */
function isOutside(file: string, workingDirectory: string): boolean {
  return file.length > limits.path || pathFrom(workingDirectory, resolveIn(workingDirectory, file)).startsWith('..');
}
