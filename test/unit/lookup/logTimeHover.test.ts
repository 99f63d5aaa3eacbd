import assert from 'node:assert/strict';
import { provideLogTimeHover } from '../../../server/src/service/features/logTimeHover.ts';
import { recogniser } from '../logs/pikzelsRecogniser.ts';

const log = [
  '2026-05-04T12:00:00.500Z INFO first',
  '2026-05-04T14:00:02.000+02:00 INFO second, planned for 2026-05-05T00:00:00Z',
  '    a line of its own',
  '2026-05-04 12:00:02 INFO third',
  '',
  '{"level":30,"time":1777896131120,"answer":4242424242,"msg":"fourth"}',
].join('\n');

describe('provideLogTimeHover', () => {
  const hover = (what: string, text = log) => provideLogTimeHover(text, text.indexOf(what) + 3, recogniser, {});
  const paragraphs = (what: string, text?: string) => hover(what, text)?.markdown.split('\n\n').slice(1);

  it('gives the time in UTC, and how long after the record before it', () => {
    assert.deepEqual(paragraphs('2026-05-04T12'), ['2026-05-04 12:00:00.500 UTC']);
    assert.deepEqual(paragraphs('2026-05-04T14'), ['2026-05-04 12:00:02.000 UTC', '1.5 s after the record before it']);
    assert.deepEqual(paragraphs('1777896131120'), ['2026-05-04 12:02:11.120 UTC', '2 min 9 s after the record before it']);
  });

  it('gives it first in the zone of this machine', () => {
    assert.match(hover('2026-05-04T12')?.markdown ?? '', /^\*\*2026-05-0\d \d\d:\d\d:00\.500 [+-]\d\d:\d\d\*\*/);
  });

  it('shows where a zone was assumed, and that records are out of order', () => {
    assert.deepEqual(paragraphs('2026-05-04 12'), [
      '2026-05-04 12:00:02.000 UTC',
      'At the same moment as the record before it',
      'The log gives no time zone; the time was read as UTC.',
    ]);
    const backwards = '2026-05-04T12:00:02Z INFO late\n2026-05-04T12:00:00Z INFO early';
    assert.deepEqual(paragraphs('2026-05-04T12:00:00', backwards)?.slice(1), ['2.0 s earlier than the record before it']);
  });

  it('gives no distance of a time that is not the record’s own', () => {
    assert.deepEqual(paragraphs('2026-05-05T'), ['2026-05-05 00:00:00.000 UTC']);
  });

  it('covers only the time, and takes no other number for one', () => {
    const { start = 0, end = 0 } = hover('2026-05-04T14')?.span ?? {};
    assert.equal(log.slice(start, end), '2026-05-04T14:00:02.000+02:00');
    for (const what of ['4242424242', 'INFO first', 'fourth', 'a line of its own']) assert.equal(hover(what), undefined, what);
    assert.equal(provideLogTimeHover('', 0, recogniser, {}), undefined);
  });
});
