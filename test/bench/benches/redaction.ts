import { findSecrets } from '../../../server/src/adapters/files/secretScanner.ts';
import { redactText } from '../../../server/src/service/redaction/redaction.ts';
import type { Bench } from '../bench.ts';
import { generateMixedLog } from '../support/generateMixedLog.ts';
import { interleave } from '../support/interleave.ts';
import { versionOf } from '../support/languageServers.ts';

const megabytes = 2;

/** The redaction of a log, beside the scanner that is a part of it. */
export const redaction: Bench = {
  id: 'redaction',
  about: `redacting ${megabytes} MB of a log, in a warm process`,
  async run({ root }) {
    const text = generateMixedLog(megabytes * 1_000_000);
    const version = versionOf(root, '@secretlint/secretlint-rule-preset-recommend') ?? '';
    const time = (work: () => Promise<unknown>) => async (): Promise<[number]> => {
      const start = performance.now();
      await work();
      return [(performance.now() - start) / megabytes];
    };
    const [ours, preset] = await interleave(7, [
      time(() => redactText(text, { catalogues: [], findSecrets, keep: [] })),
      time(() => findSecrets(text)),
    ]);
    const peer = { name: `secretlint's preset ${version}`, value: preset?.[0] ?? Number.NaN, reach: 15 };
    return [{ what: 'redaction of a MB', unit: 'ms', ours: ours?.[0] ?? Number.NaN, peers: [peer] }];
  },
};
