import * as vscode from 'vscode';
import type { ServerConnection } from '../serverConnection.ts';
import {
  type ReadCatalogueParams,
  type ReadCatalogueResult,
  readCatalogueMethod,
} from '../../../server/src/protocol/protocol.ts';
import { toCatalogueId } from '../../../server/src/shared/catalogueId.ts';
import { chooseDocument, type ChosenDocument } from '../catalogue/chooseDocument.ts';
import { ask, pick, type StepAnswer, type StepPlace } from '../catalogue/pick.ts';
import { previewCodes } from '../catalogue/previewCodes.ts';
import { linkCatalogue, saveCatalogue } from '../catalogue/saveCatalogue.ts';
import { plainText } from '../plainText.ts';

/** The answers that the steps gather. */
interface Draft {
  document?: ChosenDocument;
  reading?: ReadCatalogueResult;
  leaveOut?: readonly string[];
  title?: string;
  hosts?: readonly string[];
  keep?: 'save' | 'link';
}

type Step = (draft: Draft, place: StepPlace) => Promise<StepAnswer<Partial<Draft>>>;

/** *API Error Codes: Add Your API's Error Codes…*: from a document to a catalogue, with a preview of the codes. */
export function registerAddErrorCodes(server: ServerConnection): vscode.Disposable {
  const read = (params: ReadCatalogueParams): Promise<ReadCatalogueResult> =>
    server.sendRequest<ReadCatalogueResult>(readCatalogueMethod, params);
  return vscode.commands.registerCommand('apiErrorCodes.addErrorCodes', async () => {
    const draft = await runSteps([(_known, place) => chooseAndRead(place, read), preview, askTitle, askHosts, askWhatToKeep]);
    if (draft) await finish(draft, read);
  });
}

const windowTitle = (): string => vscode.l10n.t("Add Your API's Error Codes");

/** Runs the steps in order; a step may go back to the one before. @returns undefined when the user ends it */
async function runSteps(steps: readonly Step[]): Promise<Draft | undefined> {
  const drafts: Draft[] = [{}];
  while (drafts.length <= steps.length) {
    const draft = drafts.at(-1) ?? {};
    const answer = await steps[drafts.length - 1]?.(draft, { step: drafts.length, totalSteps: steps.length });
    if (answer === undefined) return undefined;
    if (answer === 'back') {
      if (drafts.length > 1) drafts.pop();
    } else drafts.push({ ...draft, ...answer.value });
  }
  return drafts.at(-1);
}

async function chooseAndRead(
  place: StepPlace,
  read: (params: ReadCatalogueParams) => Promise<ReadCatalogueResult>,
): Promise<StepAnswer<Partial<Draft>>> {
  const answer = await chooseDocument(windowTitle(), place);
  if (answer === undefined || answer === 'back') return answer;
  const document = answer.value;
  const reading = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Reading error codes…') },
    () => read({ documents: [toParams(document)] }),
  );
  if (reading.codes.length > 0) return { value: { document, reading } };
  void vscode.window.showWarningMessage(
    [vscode.l10n.t('No error code was found in the document.'), ...reading.notes.slice(0, 5).map(plainText)].join(' '),
  );
  return 'back';
}

function toParams({ uri, text }: ChosenDocument): ReadCatalogueParams['documents'][number] {
  return { ...(uri ? { uri: uri.toString() } : {}), ...(text === undefined ? {} : { text }) };
}

async function preview({ reading }: Draft, place: StepPlace): Promise<StepAnswer<Partial<Draft>>> {
  if (!reading) return 'back';
  const answer = await previewCodes({ title: windowTitle(), ...place }, reading);
  if (answer === undefined || answer === 'back') return answer;
  if (answer.value.length === reading.codes.length) return 'back';
  return { value: { leaveOut: answer.value } };
}

async function askTitle({ reading, title }: Draft, place: StepPlace): Promise<StepAnswer<Partial<Draft>>> {
  const answer = await ask({
    ...place,
    title: windowTitle(),
    prompt: vscode.l10n.t('Name of the API, as messages are to call it'),
    value: title ?? reading?.title ?? '',
    validate: (text) =>
      text === '' || text.length > 200 ? vscode.l10n.t('A name of 1 to 200 characters is needed.') : undefined,
  });
  return answer === undefined || answer === 'back' ? answer : { value: { title: answer.value } };
}

async function askHosts({ reading, hosts }: Draft, place: StepPlace): Promise<StepAnswer<Partial<Draft>>> {
  const split = (text: string): string[] => text.split(/[\s,]+/).filter((host) => host !== '');
  const answer = await ask({
    ...place,
    title: windowTitle(),
    prompt: vscode.l10n.t(
      'Hosts that the API answers at, separated by commas: code that names one talks to this API. May be empty.',
    ),
    placeholder: 'api.example.com',
    value: (hosts ?? reading?.hosts ?? []).join(', '),
    validate: (text) => {
      const wrong = split(text).find((host) => !/^[\w-]+(\.[\w-]+)+(:\d+)?$/.test(host));
      return wrong === undefined ? undefined : vscode.l10n.t('“{0}” is no host name such as api.example.com.', wrong);
    },
  });
  return answer === undefined || answer === 'back' ? answer : { value: { hosts: split(answer.value) } };
}

async function askWhatToKeep({ document, leaveOut = [] }: Draft, place: StepPlace): Promise<StepAnswer<Partial<Draft>>> {
  const save = {
    label: vscode.l10n.t('Save as a Catalogue'),
    detail: vscode.l10n.t('A file to edit, with remedies and groups of your own'),
    keep: 'save' as const,
  };
  const link = {
    label: vscode.l10n.t('Link to the Document'),
    detail: vscode.l10n.t('The document stays the source of truth: edits to it take effect at once.'),
    keep: 'link' as const,
  };
  // Pasted text has no document to link to, and a link cannot leave codes out.
  const canLink = document?.uri !== undefined && document.uri.scheme !== 'https' && leaveOut.length === 0;
  const answer = await pick({
    ...place,
    title: windowTitle(),
    placeholder: vscode.l10n.t('What do you want to save?'),
    items: canLink ? [save, link] : [save],
    canGoBack: true,
  });
  if (answer === undefined || answer === 'back') return answer;
  const [chosen] = answer.value;
  return chosen ? { value: { keep: chosen.keep } } : 'back';
}

async function finish(
  { document, reading, leaveOut = [], title = '', hosts = [], keep }: Draft,
  read: (params: ReadCatalogueParams) => Promise<ReadCatalogueResult>,
): Promise<void> {
  if (!document || !reading) return;
  const id = toCatalogueId(title) || reading.id;
  if (keep === 'link' && document.uri) await linkCatalogue(id, document.uri, { title, ...(hosts.length > 0 ? { hosts } : {}) });
  else {
    const docs = document.uri?.scheme === 'https' ? { docs: document.uri.toString(true) } : {};
    const { text } = await read({ documents: [toParams(document)], id, title, hosts, leaveOut, ...docs });
    if (!(await saveCatalogue(id, text))) return;
  }
  void vscode.window.showInformationMessage(
    vscode.l10n.t('Added {0} error codes for {1}.', reading.codes.length - leaveOut.length, title),
  );
}
