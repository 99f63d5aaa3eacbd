import { linkSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Bench } from '../bench.ts';
import { compareLookups, type LookupPeer } from '../support/compareLookups.ts';
import { generateBlock, wantedId, withWantedLine, writeParts } from '../support/generateLog.ts';
import { findOnSystem, findRipgrep } from '../support/tools.ts';

const files = 16;
const times = 4;

/** One request id in 1 GB of plain log, which the system has in its cache. */
export const lookup: Bench = {
  id: 'lookup',
  about: 'one request id in 1 GB and in 4 GB of log, whole process, warm cache',
  async run(context) {
    const block = generateBlock();
    const parts = Array.from({ length: files }, (_, index) => (index === files >> 1 ? withWantedLine(block) : [block]));
    const [apart, whole] = ['apart', 'whole'].map((name) => path.join(context.scratch, name)) as [string, string];
    for (const folder of [apart, whole]) mkdirSync(folder);
    for (const [index, part] of parts.entries()) await writeParts(path.join(apart, `service-${index}.log`), part);
    await writeParts(path.join(whole, 'service.log'), parts.flat());
    const much = path.join(context.scratch, 'much');
    mkdirSync(much);
    for (let time = 0; time < times; time += 1) {
      for (let index = 0; index < files; index += 1)
        linkSync(path.join(apart, `service-${index}.log`), path.join(much, `service-${index}-${time}.log`));
    }
    const peers: LookupPeer[] = [];
    const ripgrep = findRipgrep(context.root);
    if (ripgrep) peers.push({ ...ripgrep, command: [...ripgrep.command, '--no-mmap', '-F', wantedId, '.'], reach: 1.5 });
    const grep = findOnSystem('grep');
    if (grep) peers.push({ ...grep, command: [...grep.command, '-r', '-F', wantedId, '.'] });
    else context.say('grep is not on the PATH: left out.');
    return [
      ...(await compareLookups({ ...context, scratch: apart }, `look-up, ${files} files`, peers)),
      ...(await compareLookups({ ...context, scratch: whole }, 'look-up, one file', peers)),
      // Many times what the processor keeps.
      ...(await compareLookups({ ...context, scratch: much }, `look-up, ${times} GB in ${times * files} files`, peers)),
    ];
  },
};
