import assert from 'node:assert/strict';
import { describeCodes, describeNotes, readPage } from './readPage.ts';

const cases: readonly {
  readonly about: string;
  readonly text: string;
  readonly codes: readonly string[];
  readonly notes?: readonly string[];
}[] = [
  {
    about: 'a drawn table with labels in its cells',
    text: `Errors
######

Our codes
=========

+--------------+--------+----------------------------+
| Code         | Status | Description                |
+==============+========+============================+
| .. _no_map:  | 404    | There is no :ref:\`map\`,    |
|              |        | or it is \`\`lost\`\`.         |
| NO_MAP       |        |                            |
+--------------+--------+----------------------------+
| \`\`NO_KEY\`\`   | 401    | Send \`one <https://x.y>\`_  |
+--------------+--------+----------------------------+
`,
    codes: ['NO_MAP 404 There is no map, or it is lost.', 'NO_KEY 401 Send one'],
  },
  {
    about: 'a simple table',
    text: `Error codes
===========

======  ===========  ==================
Code    Name         Description
======  ===========  ==================
-32700  PARSE_ERROR  It cannot be read,
                     not at all
1001    NO_KEY       No key
======  ===========  ==================
`,
    codes: ['-32700 [PARSE_ERROR] - It cannot be read, not at all', '1001 [NO_KEY] - No key'],
  },
  {
    about: 'tables as lists and as separated values',
    text: `Errors
======

.. list-table:: Codes
   :header-rows: 1

   * - Error code
     - Cause
   * - NO_MAP
     - No map

.. csv-table::
   :header: "Error code", "Cause"

   "NO_KEY", "No key, none"
   NO_CAR, "No car"
`,
    codes: ['NO_MAP - No map', 'NO_KEY - No key, none', 'NO_CAR - No car'],
  },
  {
    about: 'definitions, bullets and exceptions',
    text: `======
Errors
======

\`\`NO_MAP\`\`
    There is no map.

\`\`NO_KEY\`\`
    There is no key.

Others
------

* \`\`NO_CAR\`\`: No car,
  not one
* \`\`NO_BUS\`\`: No bus

.. py:exception:: shop.NoFuelError

   There is no fuel.

.. note::

   Nothing.
`,
    codes: [
      'NO_MAP - There is no map.',
      'NO_KEY - There is no key.',
      'NO_CAR - No car, not one',
      'NO_BUS - No bus',
      'shop.NoFuelError - There is no fuel.',
    ],
  },
  {
    about: 'headings with fields below them',
    text: `Error codes
===========

NO_MAP
------

:Status: 404
:Cause: There is none.

NO_KEY
------

There is no key::

   { "code": "OTHER" }
`,
    codes: ['NO_MAP 404 There is none.', 'NO_KEY - There is no key'],
  },
];

describe('reading reStructuredText', () => {
  for (const { about, text, codes, notes } of cases) {
    it(about, async () => {
      const reading = await readPage(text, 'docs/errors.rst');
      assert.deepEqual(describeCodes(reading), codes);
      if (notes) assert.deepEqual(describeNotes(reading), notes);
    });
  }

  it('knows the title and the places', async () => {
    const reading = await readPage(cases[0]?.text ?? '', 'errors.rst');
    assert.equal(reading.title, 'Errors');
    assert.deepEqual(
      reading.codes.map(({ location }) => [location.line, location.column]),
      [
        [11, 2],
        [13, 4],
      ],
    );
  });
});
