import * as l10n from '@vscode/l10n';
import { type Settings, readSettings } from '../service/settings/settings.ts';

/** The settings of each document, asked from the client once and kept until they change. */
export interface SettingsStore {
  settingsOf(uri: string): Promise<Settings>;
  /** Drops the values kept for a document that was closed. */
  forget(uri: string): void;
  clear(): void;
}

/**
 * @param ask reads the `apiErrorCodes` section for a resource, and never rejects: undefined where the client refuses. Absent
 * for a client that does not answer such requests
 * @param initial the section that such a client gave at start
 * @param configurationOf the section of the file that goes before the user's settings; undefined without such a file
 * @param report gets values of the wrong type, once for each
 */
export function createSettingsStore(
  ask: ((uri: string) => Promise<unknown>) | undefined,
  initial: unknown,
  report: (problem: string) => void,
  configurationOf: (uri: string) => Promise<Readonly<Record<string, unknown>> | undefined> = () => Promise.resolve(undefined),
): SettingsStore {
  const known = new Map<string, Promise<Settings>>();
  const reported = new Set<string>();
  const read = (section: unknown): Settings => {
    const { settings, problems } = readSettings(section ?? {});
    for (const { message } of problems) {
      if (!reported.has(message)) report(message);
      reported.add(message);
    }
    return settings;
  };
  const readFor = async (uri: string): Promise<Settings> => {
    const [user, file] = await Promise.all([
      // The settings of a client that refuses are those that it gave at start.
      ask ? ask(uri).then((section) => (section === undefined ? initial : section)) : initial,
      configurationOf(uri).catch((error: unknown) => {
        const problem = l10n.t('The configuration file could not be read: {0}', String(error));
        if (!reported.has(problem)) report(problem);
        reported.add(problem);
        return undefined;
      }),
    ]);
    if (!file) return read(user);
    const { mergeSections } = await import('../service/settings/readConfiguration.ts');
    read(user);
    // The problems in the file were reported with their places.
    return readSettings(mergeSections(user, file)).settings;
  };
  return {
    settingsOf(uri) {
      let settings = known.get(uri);
      if (!settings) {
        settings = readFor(uri);
        known.set(uri, settings);
      }
      return settings;
    },
    forget: (uri) => void known.delete(uri),
    clear() {
      known.clear();
      reported.clear();
    },
  };
}
