import { type Settings, readSettings } from './service/settings.ts';

/** The settings of each document, asked from the client once and kept until they change. */
export interface SettingsStore {
  settingsOf(uri: string): Promise<Settings>;
  clear(): void;
}

/**
 * @param ask reads the `apiErrorCodes` section for a resource; undefined for a client that does not answer such requests
 * @param initial the section that such a client gave at start
 * @param report is told of values of the wrong type, once for each
 */
export function createSettingsStore(
  ask: ((uri: string) => Promise<unknown>) | undefined,
  initial: unknown,
  report: (problem: string) => void,
): SettingsStore {
  const known = new Map<string, Promise<Settings>>();
  const reported = new Set<string>();
  const read = (section: unknown): Settings => {
    const { settings, problems } = readSettings(section ?? {});
    for (const problem of problems) {
      if (!reported.has(problem)) report(problem);
      reported.add(problem);
    }
    return settings;
  };
  return {
    settingsOf(uri) {
      let settings = known.get(uri);
      if (!settings) {
        settings = ask ? ask(uri).then(read, () => read(initial)) : Promise.resolve(read(initial));
        known.set(uri, settings);
      }
      return settings;
    },
    clear() {
      known.clear();
      reported.clear();
    },
  };
}
