import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Bench } from '../bench.ts';
import { compareLookups, type LookupPeer } from '../support/compareLookups.ts';
import { generateBlock, wantedId, withWantedLine, writeParts } from '../support/generateLog.ts';
import { findRipgrep } from '../support/tools.ts';

const files = 4;
const ids = 10_000;

/** Ten thousand request ids in one pass over a log that holds one of them. */
export const lookupIds: Bench = {
  id: 'lookup-ids',
  about: '10,000 request ids in 256 MB of log, whole process, warm cache',
  async run(context) {
    const block = generateBlock();
    for (let index = 0; index < files; index += 1)
      await writeParts(path.join(context.scratch, `service-${index}.log`), index === 1 ? withWantedLine(block) : [block]);
    const list = path.join(context.scratch, 'ids.txt');
    writeFileSync(list, [wantedId, ...Array.from({ length: ids - 1 }, () => randomUUID())].join('\n'));
    const peers: LookupPeer[] = [];
    const ripgrep = findRipgrep(context.root);
    if (ripgrep)
      peers.push({ ...ripgrep, command: [...ripgrep.command, '--no-mmap', '-F', '-f', list, '-g', '*.log', '.'], reach: 1 });
    // One of the ids is found, the others are not.
    return compareLookups(context, 'look-up of many', peers, { wanted: ['--ids-file', list], found: 1 });
  },
};
