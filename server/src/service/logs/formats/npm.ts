import { readLevelName } from '../logLevel.ts';
import type { LogFormat } from '../logRecord.ts';

const head =
  /^(?:npm|lerna|gyp|node-pre-gyp|prebuild-install) (?:(ERR)!|(error|WARN|warn|info|notice|http|verb|sill|timing)) (?=\S)/;

/** npm and other tools that write through its logger: `npm ERR! code E404`, `gyp info ok`. */
export const npm: LogFormat = {
  id: 'npm',
  title: 'npm',
  first: 'nlgp',
  readLine: (line) => {
    const match = head.exec(line);
    if (!match) return undefined;
    const word = match[1] ?? match[2] ?? '';
    const level = word === 'verb' || word === 'timing' ? 'debug' : word === 'sill' ? 'trace' : readLevelName(word);
    return { level, message: line.slice(match[0].length) };
  },
};
