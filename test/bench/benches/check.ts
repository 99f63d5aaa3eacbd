import type { Bench, Measurement } from '../bench.ts';
import { interleave } from '../support/interleave.ts';
import { type Command, measurePeakMemory, measureProcess } from '../support/measureProcess.ts';
import { unpackRealCode } from '../support/realCode.ts';
import { findOnSystem, findOxlint, findRipgrep, ownTool, type Tool } from '../support/tools.ts';

const someCodes = ['NOT_FOUND', 'PAYMENT_REQUIRED', 'INTERNAL_ERROR', 'FORBIDDEN', 'CONFLICT'];

interface Peer extends Tool {
  readonly reach?: number;
}

/**
 * The command line over real code. It is compared with a linter that runs one rule, and with a text search, which cannot be
 * beaten.
 */
export const check: Bench = {
  id: 'check',
  about: 'the command line over 4,000 files of real code, of which 5 % hold a code',
  async run({ root, scratch, say }) {
    const { files, size } = unpackRealCode(root, scratch, 4000);
    say(`${files} files, ${size.toFixed(0)} MB`);
    const own = withArguments(ownTool(root), ['check', '--format', 'json', '.']);
    const peers = findPeers(root, say);
    const all: readonly Tool[] = [own, ...peers];
    const [ours, ...others] = await interleave(
      3,
      all.map(({ command }) => async (): Promise<[number, number]> => {
        const { wall, cpu } = await measureProcess(command, scratch);
        return [cpu, wall];
      }),
    );
    const peaks = await Promise.all(all.map(({ command }) => measurePeakMemory(command, scratch)));
    const compare = (what: string, unit: 'ms' | 'MB', mine: number, theirs: (index: number) => number): Measurement => ({
      what,
      unit,
      ours: mine,
      peers: peers.map(({ name, reach }, index) => ({ name, value: theirs(index), ...(reach === undefined ? {} : { reach }) })),
    });
    return [
      compare('check, CPU', 'ms', ours?.[0] ?? Number.NaN, (index) => others[index]?.[0] ?? Number.NaN),
      compare('check, time', 'ms', ours?.[1] ?? Number.NaN, (index) => others[index]?.[1] ?? Number.NaN),
      ...(Number.isNaN(peaks[0])
        ? []
        : [compare('check, peak memory', 'MB', peaks[0] ?? Number.NaN, (index) => peaks[index + 1] ?? Number.NaN)]),
    ];
  },
};

function findPeers(root: string, say: (text: string) => void): readonly Peer[] {
  const peers: Peer[] = [];
  const oxlint = findOxlint(root);
  if (oxlint) peers.push({ ...withArguments(oxlint, ['-A', 'all', '-D', 'default-case', '--silent', '.']), reach: 1 });
  else say('oxlint is not installed: left out.');
  const astGrep = findOnSystem('ast-grep');
  if (astGrep) peers.push(withArguments(astGrep, ['run', '--lang', 'ts', '--pattern', 'switch ($E.code) { $$$ }', '.']));
  else say('ast-grep is not on the PATH: left out.');
  const ripgrep = findRipgrep(root);
  if (ripgrep) peers.push(withArguments(ripgrep, ['--fixed-strings', ...someCodes.flatMap((code) => ['-e', code]), '.']));
  return peers;
}

function withArguments({ name, command }: Tool, args: readonly string[]): Tool {
  return { name, command: [...command, ...args] as Command };
}
