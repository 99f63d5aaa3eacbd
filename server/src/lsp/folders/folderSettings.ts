import { folderOf } from '../../workspace/folderOf.ts';
import { homeOf } from '../../workspace/homeOf.ts';
import { readFolderConfiguration } from '../../workspace/readFolderConfiguration.ts';
import type { Settings } from '../../service/settings/settings.ts';
import type { ServerParts } from '../serverParts.ts';
import { createSettingsStore, type SettingsStore } from '../../workspace/settingsStore.ts';

/** The settings of each document: the user's, and those of a configuration file in its folder, which go first. */
export interface FolderSettings {
  settingsOf(uri: string): Promise<Settings>;
  /** Drops the settings of a document that was closed. */
  forget(uri: string): void;
  /** Begins anew after `initialize`, or with the section that a client pushes because it answers no requests for it. */
  begin(pushed: unknown): void;
  /** Settings or configuration files have changed. */
  clear(): void;
}

export function createFolderSettings(
  { client, host, session }: ServerParts,
  folders: () => readonly string[],
  warn: (problem: string) => void,
): FolderSettings {
  const configurations = new Map<string, Promise<Readonly<Record<string, unknown>> | undefined>>();
  const configurationOf = async (uri: string): Promise<Readonly<Record<string, unknown>> | undefined> => {
    const folder = folderOf(uri, folders());
    const path = folder === undefined ? undefined : host.fileOf(folder);
    if (path === undefined) return undefined;
    const known = configurations.get(path) ?? readSection(path);
    configurations.set(path, known);
    return known;
  };
  const readSection = async (path: string): Promise<Readonly<Record<string, unknown>> | undefined> => {
    const read = await readFolderConfiguration(path, host);
    for (const problem of read?.problems ?? []) warn(problem);
    if (session.options.trusted !== false || !read?.section) return read?.section;
    // A folder that is not trusted must not set options that read outside of it.
    const { lookup: _lookup, ...rest } = read.section;
    return rest;
  };
  const ask = async (uri: string): Promise<unknown> =>
    (await client.configuration([{ scopeUri: uri, section: 'apiErrorCodes' }]))?.[0];
  let store: SettingsStore = createSettingsStore(undefined, undefined, warn);
  return {
    settingsOf: (uri) => store.settingsOf(homeOf(uri, folders())),
    forget: (uri) => store.forget(homeOf(uri, folders())),
    begin(pushed) {
      const asks = session.capabilities.workspace?.configuration === true;
      store = createSettingsStore(asks ? ask : undefined, pushed, warn, configurationOf);
    },
    clear() {
      configurations.clear();
      store.clear();
    },
  };
}
