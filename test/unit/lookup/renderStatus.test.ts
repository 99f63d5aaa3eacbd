import assert from 'node:assert/strict';
import { renderStatus } from '../../../client/src/renderStatus.ts';

describe('renderStatus', () => {
  it('shows a sentence as it is', () => {
    assert.equal(renderStatus('<b>Searching</b> & so on…'), '<p role="status">&lt;b>Searching&lt;/b> &amp; so on…</p>');
  });
});
