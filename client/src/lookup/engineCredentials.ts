import * as vscode from 'vscode';
import type { ServerConnection } from '../serverConnection.ts';
import { type EngineCredentials, type LogEngineItem, logEnginesMethod } from '../../../server/src/protocol/lookupProtocol.ts';
import { plainText } from '../plainText.ts';

/** The credentials for log engines, kept in the editor's secret storage by the address that they are for. */
export interface EngineCredentialStore {
  /** Those that there are for the engines of the settings. */
  readonly read: () => Promise<readonly EngineCredentials[]>;
  /**
   * Asks for those of one engine, and keeps them when the user has confirmed its address.
   * @param name absent: asks which one
   * @returns whether there are others now, or none any more
   */
  readonly ask: (name?: string) => Promise<boolean>;
}

interface Kind extends vscode.QuickPickItem {
  readonly ask: () => Promise<string | undefined>;
}

const inHeader = /^[\t\x20-\x7e\x80-\xff]*$/;
// RFC 7617 section 2: without controls, and a colon ends the name.
const asPassword = /^\P{Cc}*$/u;
const asUserName = /^[^\p{Cc}:]*$/u;

/** Reads and keeps credentials. Nothing is asked for until `ask`. */
export function createEngineCredentials(server: ServerConnection, secrets: vscode.SecretStorage): EngineCredentialStore {
  const listEngines = () => server.sendRequest<readonly LogEngineItem[]>(logEnginesMethod, {});
  return {
    read: async () => {
      const addresses = new Set((await listEngines()).map(({ address }) => address));
      const read = [...addresses].map(async (address) => ({ address, authorization: await secrets.get(keyOf(address)) }));
      return (await Promise.all(read)).flatMap(({ address, authorization }) =>
        authorization === undefined ? [] : { address, authorization },
      );
    },
    ask: async (name) => {
      const engine = await chooseEngine(await listEngines(), name);
      if (!engine) return false;
      const { address } = engine;
      const isKept = (await secrets.get(keyOf(address))) !== undefined;
      const authorization = await askForAuthorization(engine, isKept);
      if (authorization === undefined) return false;
      if (authorization === '') {
        await secrets.delete(keyOf(address));
        return true;
      }
      const keep = vscode.l10n.t('Keep and Send');
      const question = vscode.l10n.t('Send these credentials to {0}?', plainText(address));
      const detail = vscode.l10n.t('They are kept in the editor’s secret storage and are only sent to this address.');
      const answer = await vscode.window.showWarningMessage(question, { modal: true, detail }, keep);
      if (answer !== keep) return false;
      await secrets.store(keyOf(address), authorization);
      return true;
    },
  };
}

function keyOf(address: string): string {
  return `logEngine ${address}`;
}

async function chooseEngine(engines: readonly LogEngineItem[], name: string | undefined): Promise<LogEngineItem | undefined> {
  if (engines.length === 0) {
    const open = vscode.l10n.t('Open Settings');
    const message = vscode.l10n.t('No log engine is set: apiErrorCodes.lookup.engines names those that look-ups ask.');
    const answer = await vscode.window.showInformationMessage(message, open);
    if (answer === open) await vscode.commands.executeCommand('workbench.action.openSettings', 'apiErrorCodes.lookup.engines');
    return undefined;
  }
  const named = engines.find((engine) => engine.name === name) ?? (engines.length === 1 ? engines[0] : undefined);
  if (named) return named;
  const items = engines.map((engine) => ({ label: engine.name, description: engine.title, detail: engine.address, engine }));
  return (await vscode.window.showQuickPick(items, { title: vscode.l10n.t('Credentials of which log engine?') }))?.engine;
}

/** @returns the header; empty: none any more; undefined: the user has left */
async function askForAuthorization({ name, address, hasTwoKeys }: LogEngineItem, isKept: boolean): Promise<string | undefined> {
  const title = vscode.l10n.t('Credentials of {0}', name);
  const input = (prompt: string, password: boolean, sendable: RegExp) =>
    vscode.window.showInputBox({
      title,
      prompt: `${prompt} · ${address}`,
      password,
      ignoreFocusOut: true,
      validateInput: (text) =>
        sendable.test(text) ? undefined : vscode.l10n.t('There is a character in it that cannot be sent.'),
    });
  const asBasic = (user: string, password: string) => `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`;
  const twoKeys: Kind = {
    label: vscode.l10n.t('API Key and Application Key'),
    ask: async () => {
      const api = await input(vscode.l10n.t('API key'), true, asUserName);
      const application = api ? await input(vscode.l10n.t('Application key'), true, asPassword) : undefined;
      return api && application ? asBasic(api.trim(), application.trim()) : undefined;
    },
  };
  const usual: Kind[] = [
    {
      label: vscode.l10n.t('Token'),
      description: 'Authorization: Bearer …',
      ask: async () => withScheme('Bearer', await input(vscode.l10n.t('Token'), true, inHeader)),
    },
    {
      label: vscode.l10n.t('User Name and Password'),
      description: 'Authorization: Basic …',
      ask: async () => {
        const user = await input(vscode.l10n.t('User name'), false, asUserName);
        const password = user ? await input(vscode.l10n.t('Password'), true, asPassword) : undefined;
        return password === undefined ? undefined : asBasic(user ?? '', password);
      },
    },
    {
      label: vscode.l10n.t('API Key'),
      description: 'Authorization: ApiKey …',
      ask: async () => withScheme('ApiKey', await input(vscode.l10n.t('API key, encoded'), true, inHeader)),
    },
  ];
  const kinds = hasTwoKeys ? [twoKeys] : usual;
  if (isKept) kinds.push({ label: vscode.l10n.t('Forget the Credentials'), ask: () => Promise.resolve('') });
  return (await vscode.window.showQuickPick(kinds, { title, placeHolder: address }))?.ask();
}

function withScheme(scheme: string, given: string | undefined): string | undefined {
  return given === undefined || given.trim() === '' ? undefined : `${scheme} ${given.trim()}`;
}
