import assert from 'node:assert/strict';
import { compareFacts } from '../../../scripts/catalogues/compareFacts.mjs';

const known = { name: 'A', language: 'python', extends: 'B', status: 429, code: 'a' };
const entry = { name: 'A', in: { python: ['x'] }, extends: 'B', status: 429, codes: ['a'] };
const catalogue = { codes: [{ code: 'a' }, { code: 5 }], classes: [entry] };

describe('the facts of packages', () => {
  it('are all in a catalogue that is up to date', () => {
    assert.deepEqual(compareFacts(catalogue, { classes: [known], codes: ['a', '5'] }), []);
  });

  it('are named where a catalogue lacks them or differs', () => {
    const facts = {
      classes: [
        { ...known, extends: 'C', status: 400, code: '5' },
        { ...known, language: 'go' },
      ],
      codes: ['b'],
    };
    assert.deepEqual(compareFacts(catalogue, facts), [
      'The code b is missing.',
      'A (python) extends C, not B.',
      'A (python) has the status 400, not 429.',
      'A (python) has the code 5.',
      'The class A (go) is missing.',
    ]);
  });

  it('are the names of numbers, too, and classes of one name in several packages', () => {
    const numbers = {
      codes: [{ code: 5, name: 'E_FIVE' }],
      classes: [{ ...entry, extends: 'X' }, entry],
    };
    assert.deepEqual(compareFacts(numbers, { classes: [known], codes: ['5'], names: { 5: 'E_5' } }), [
      'The name of 5 is E_5, not E_FIVE.',
    ]);
  });

  it('are missed where a package has changed its form', () => {
    assert.deepEqual(compareFacts(catalogue, { classes: [], codes: [] }), ['The package gave nothing: its form has changed.']);
  });
});
