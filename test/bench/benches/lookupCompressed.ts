import path from 'node:path';
import type { Bench } from '../bench.ts';
import { compareLookups, type LookupPeer } from '../support/compareLookups.ts';
import { compress, generateBlock, wantedId, withWantedLine, writeParts } from '../support/generateLog.ts';
import { findOnSystem, findRipgrep } from '../support/tools.ts';

const files = 16;

/** One request id in 1 GB of log that is compressed on the disk. */
export const lookupCompressed: Bench = {
  id: 'lookup-gz',
  about: 'one request id in 1 GB of log in .gz files, whole process, warm cache',
  async run(context) {
    const block = generateBlock();
    const [plain, wanted] = [compress([block]), compress(withWantedLine(block))];
    context.say(`${files} files, ${((plain.length * files) / 1e6).toFixed(0)} MB`);
    for (let index = 0; index < files; index += 1)
      await writeParts(path.join(context.scratch, `service-${index}.log.gz`), [index === files >> 1 ? wanted : plain]);
    const peers: LookupPeer[] = [];
    const ripgrep = findRipgrep(context.root);
    if (ripgrep)
      peers.push({
        ...ripgrep,
        name: `${ripgrep.name} -z`,
        command: [...ripgrep.command, '-z', '-F', wantedId, '.'],
        reach: 0.6,
      });
    if (findOnSystem('zcat') && findOnSystem('grep'))
      peers.push({ name: 'zcat | grep', command: ['sh', '-c', `zcat *.gz | grep -F ${wantedId}`], reach: 0.6 });
    else context.say('zcat and grep are not on the PATH: left out.');
    return compareLookups(context, 'look-up gz', peers);
  },
};
