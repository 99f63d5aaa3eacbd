import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readRequestIds } from '../../../server/src/service/requests/requestId.ts';
import { holdsId } from '../../../server/src/shared/requestIds/findId.ts';
import { recogniser } from '../logs/pikzelsRecogniser.ts';

interface IdCase {
  readonly kind: 'link' | 'lookup';
  readonly name: string;
  readonly line: string;
  /** Of a link. */
  readonly id?: string;
  /** Of a look-up, with whether the line holds it. */
  readonly ask?: string;
  readonly found?: boolean;
}

const file = path.resolve('../shared/corpus/id-cases.json');

describe('samples of ids with the links and look-ups that find them', () => {
  const cases = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as readonly IdCase[]) : [];
  before(function () {
    if (cases.length > 0) return;
    console.log('      skipped: there are no samples beside the repository');
    this.skip();
  });

  for (const { kind, name, line, id, ask = '', found } of cases) {
    if (kind === 'link')
      it(`links ${name}`, () =>
        assert.ok(
          recogniser.findRequestIds(line).some((mention) => mention.id === id),
          JSON.stringify(recogniser.findRequestIds(line)),
        ));
    else
      it(`looks ${name} up`, () =>
        assert.equal(
          readRequestIds(ask).ids.some((asked) => holdsId(line, asked)),
          found,
        ));
  }
});
