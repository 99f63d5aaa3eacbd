import assert from 'node:assert/strict';
import { utimesSync } from 'node:fs';
import { logFormats } from '../../server/src/service/logs/logFormats.ts';
import { createTestFolder } from '../protocol/support/testClient.ts';
import { columnCases } from '../unit/logs/columnCases.ts';
import { formatCases } from '../unit/logs/formatCases.ts';
import { messageCases } from '../unit/logs/messageCases.ts';
import { programCases } from '../unit/logs/programCases.ts';
import { serviceCases } from '../unit/logs/serviceCases.ts';
import { toolCases } from '../unit/logs/toolCases.ts';
import { runFor } from './support/product.ts';

/** A line, the facts that are read out of it, and the format and carrier that read it. */
interface Row {
  readonly line: string;
  readonly formats: readonly string[];
  readonly time: string;
  readonly level: string;
  readonly status: string;
  readonly id: string;
}

const rows: readonly Row[] = Object.values({
  ...formatCases,
  ...columnCases,
  ...messageCases,
  ...programCases,
  ...serviceCases,
  ...toolCases,
  '.NET over two lines': [
    '2026-05-04T12:00:00.123Z fail: Shop.Orders[0]\n      Order failed request_id=18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234 status=402',
    'dotnet 2026-05-04T12:00:00.123Z error 402 - - 18b2ad5e-2a9e-4d3f-b9a8-9f2a1e0b1234',
  ] as const,
}).map(([line, expected]) => {
  const [formats = '', time = '', level = '', status = ''] = expected.split(' ');
  const id = expected.split(' ').at(-1) ?? '';
  return { line, formats: formats.split('>'), time: time.replace('?', ''), level, status, id };
});

/** When the lines were written: those without a year are of this one. */
const written = new Date('2026-05-10T00:00:00Z');

describe('log formats, read by the installed product', function () {
  this.timeout(30_000);
  let folder: ReturnType<typeof createTestFolder>;
  beforeEach(() => {
    folder = createTestFolder();
  });
  afterEach(() => folder.remove());
  const put = (list: readonly Row[]) =>
    list.forEach(({ line }, index) => utimesSync(folder.put(`${index}.log`, `${line}\n`), written, written));

  it('has a row for every format', () => {
    const missing = logFormats.filter(({ id }) => !rows.some(({ formats }) => formats.includes(id)));
    assert.deepEqual(
      missing.map(({ id }) => id),
      [],
    );
  });

  for (const { id: format } of logFormats) {
    const list = rows.filter(({ formats }) => formats.at(-1) === format || formats[0] === format);

    it(`logs counts the records of ${format}`, async () => {
      put(list);
      const { records, files } = JSON.parse(await runFor(0, folder.root, ['logs', '--format', 'json'])) as Record<string, number>;
      assert.deepEqual([files, records], [list.length, list.length]);
    });

    const found = list.filter(({ id }) => id !== '-');
    if (found.length > 0)
      it(`lookup finds the records of ${format}`, async () => {
        put(found);
        folder.put('ids.txt', [...new Set(found.map(({ id }) => id))].join('\n'));
        const { lookups } = JSON.parse(
          await runFor(0, folder.root, ['lookup', '--ids-file', 'ids.txt', '.', '--format', 'json']),
        ) as { lookups: { requestId: string; records: { file: string; time: string; level: string; status: number }[] }[] };
        const actual = lookups.flatMap(({ requestId, records }) =>
          records.map(({ file, time, level, status }) => [file, time ?? '-', level ?? '-', status ?? '-', requestId].join(' ')),
        );
        const expected = found.map(({ time, level, status, id }, index) => [`${index}.log`, time, level, status, id].join(' '));
        // A UUID is found in ids that hold it, too: further records are no mistake.
        assert.deepEqual(
          actual.filter((record) => expected.includes(record)).sort(),
          expected.sort(),
          `found: ${actual.join('\n')}`,
        );
      });
  }
});
