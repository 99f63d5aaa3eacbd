import * as vscode from 'vscode';
import type { ReadCatalogueResult } from '../../../server/src/protocol/protocol.ts';
import { pick, type StepAnswer, type StepPlace } from './pick.ts';
import { plainText } from '../plainText.ts';

type Item = vscode.QuickPickItem & { readonly code?: string };

/**
 * Shows the codes that were read as a list, each with status and cause, doubtful ones marked. The parts that were not read
 * come at the end.
 * @returns the codes that the user leaves out
 */
export async function previewCodes(
  heading: StepPlace & { readonly title: string },
  reading: ReadCatalogueResult,
): Promise<StepAnswer<readonly string[]>> {
  const codes: Item[] = reading.codes.map(({ code, status, cause, doubts }) => ({
    label: doubts.length > 0 ? `$(warning) ${plainText(code)}` : plainText(code),
    description: status,
    detail: [...doubts, cause].filter((part) => part !== '').join(' '),
    code,
  }));
  const notes: Item[] = reading.notes.map((note) => ({ label: `$(info) ${plainText(note)}` }));
  const items: Item[] = [
    { label: reading.summary, kind: vscode.QuickPickItemKind.Separator },
    ...codes,
    ...(notes.length > 0 ? [{ label: vscode.l10n.t('Not read'), kind: vscode.QuickPickItemKind.Separator }, ...notes] : []),
  ];
  const answer = await pick({
    ...heading,
    placeholder: vscode.l10n.t('Deselect anything that is not an error code, then press Enter'),
    items,
    selected: codes,
    canGoBack: true,
  });
  if (answer === undefined || answer === 'back') return answer;
  const kept = new Set(answer.value.map(({ code }) => code));
  return { value: reading.codes.map(({ code }) => code).filter((code) => !kept.has(code)) };
}
