/**
 * The variables of ours that git and ripgrep need: the places of the user's configuration, the system's libraries and
 * temporary files. Everything else stays here: `GIT_DIR`, `GIT_EXTERNAL_DIFF`, `RIPGREP_CONFIG_PATH`, `NODE_OPTIONS`, tokens
 * of CI.
 */
const kept = [
  'HOME',
  'XDG_CONFIG_HOME',
  'TMPDIR',
  // The user decides which checkouts are safe, in the files that these name.
  'GIT_CONFIG_GLOBAL',
  'GIT_CONFIG_SYSTEM',
  'GIT_CONFIG_NOSYSTEM',
  // Windows: its libraries, temporary files, and the user's and the machine's configuration.
  'SYSTEMROOT',
  'WINDIR',
  'TEMP',
  'TMP',
  'USERPROFILE',
  'HOMEDRIVE',
  'HOMEPATH',
  'APPDATA',
  'LOCALAPPDATA',
  'PROGRAMDATA',
];

/** The variables that every program of ours gets. Messages are in English. There is no `PATH`: git gets its own. */
export function programEnvironment(): Record<string, string> {
  const environment: Record<string, string> = { LANG: 'C', LC_ALL: 'C' };
  for (const name of kept) {
    const value = process.env[name];
    if (value !== undefined) environment[name] = value;
  }
  return environment;
}
