import * as vscode from 'vscode';
import { documentEndings as endings } from '../../../server/src/shared/documentEndings.ts';
import { fetchDocument } from './fetchDocument.ts';
import { pick, type StepAnswer, type StepPlace } from './pick.ts';

/** A document to read codes from: a file or open document, or a text that was pasted. */
export interface ChosenDocument {
  readonly uri?: vscode.Uri;
  readonly text?: string;
}

/** Names that documents with error codes tend to have. */
const likely =
  '**/*{error,Error,ERROR,openapi,OpenAPI,swagger,Swagger,status-codes}*.{md,mdx,html,rst,csv,tsv,proto,json,yaml,yml}';
const mostProposals = 20;

/** Asks where the codes are documented: the active document, one that looks like it, any other file, or the clipboard. */
export async function chooseDocument(title: string, place: StepPlace): Promise<StepAnswer<ChosenDocument>> {
  type Item = vscode.QuickPickItem & { choose(): Promise<ChosenDocument | undefined> };
  const active = vscode.window.activeTextEditor?.document;
  // Folders inside each other name one file twice.
  const offered = new Set(active ? [active.uri.fsPath] : []);
  const found = (await vscode.workspace.findFiles(likely, '**/node_modules/**', mostProposals)).filter((uri) => {
    const isNew = !offered.has(uri.fsPath);
    offered.add(uri.fsPath);
    return isNew && !/\.error-codes\.\w+$/.test(uri.path);
  });
  const named = (uri: vscode.Uri): Pick<Item, 'label' | 'description'> => ({
    label: `$(file) ${uri.path.slice(uri.path.lastIndexOf('/') + 1)}`,
    description: vscode.workspace.asRelativePath(uri),
  });
  const items: Item[] = [
    {
      label: `$(folder-opened) ${vscode.l10n.t('Choose a File…')}`,
      detail: vscode.l10n.t('Documentation, OpenAPI, CSV, protobuf, GraphQL, Smithy, Postman, a list'),
      choose: chooseFile,
    },
    {
      label: `$(clippy) ${vscode.l10n.t('Paste from the Clipboard')}`,
      detail: vscode.l10n.t('A table out of a page, its Markdown or HTML source, or JSON'),
      choose: pasteDocument,
    },
    {
      label: `$(globe) ${vscode.l10n.t('Read a Web Page…')}`,
      detail: vscode.l10n.t('Fetches a page or an OpenAPI document once, from an address that you give'),
      choose: () => fetchDocument({ ...place, title }),
    },
    ...(active && isReadable(active)
      ? [
          {
            ...named(active.uri),
            detail: vscode.l10n.t('The document in the editor'),
            choose: async () => (active.isUntitled ? { text: active.getText() } : { uri: active.uri, text: active.getText() }),
          },
        ]
      : []),
    ...found.map((uri) => ({ ...named(uri), choose: async () => ({ uri }) })),
  ];
  const answer = await pick({
    ...place,
    title,
    placeholder: vscode.l10n.t('Where are the error codes of your API documented?'),
    items,
    canGoBack: false,
  });
  if (answer === undefined || answer === 'back') return undefined;
  const document = await answer.value[0]?.choose();
  return document ? { value: document } : 'back';
}

function isReadable({ languageId, uri }: vscode.TextDocument): boolean {
  return (
    ['markdown', 'mdx', 'html', 'json', 'jsonl', 'yaml'].includes(languageId) ||
    endings.some((ending) => uri.path.toLowerCase().endsWith(`.${ending}`))
  );
}

async function chooseFile(): Promise<ChosenDocument | undefined> {
  const [uri] =
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Choose a Document with Error Codes'),
      openLabel: vscode.l10n.t('Read Error Codes'),
      filters: { [vscode.l10n.t('Documents')]: [...endings] },
    })) ?? [];
  return uri && { uri };
}

async function pasteDocument(): Promise<ChosenDocument | undefined> {
  const text = await vscode.env.clipboard.readText();
  if (text.trim() !== '') return { text };
  void vscode.window.showWarningMessage(
    vscode.l10n.t('The clipboard is empty. Copy the table with the error codes, then choose this again.'),
  );
  return undefined;
}
