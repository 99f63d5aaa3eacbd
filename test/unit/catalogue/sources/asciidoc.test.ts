import assert from 'node:assert/strict';
import { describeCodes, describeNotes, readPage } from './readPage.ts';

const cases: readonly {
  readonly about: string;
  readonly text: string;
  readonly codes: readonly string[];
  readonly notes?: readonly string[];
}[] = [
  {
    about: 'a table with cells on one line, under a header that a blank line ends',
    text: `= Errors
:toc:

== Our codes

|===
|Code |HTTP status |Description

|\`NO_MAP\` |404 |There is no <<map,map>>, or it is \\| lost.
|\`NO_KEY\` |401 |Send https://x.y/keys[one^].
|===
`,
    codes: ['NO_MAP 404 There is no map, or it is | lost.', 'NO_KEY 401 Send one.'],
  },
  {
    about: 'cells on lines of their own, without a header that is marked',
    text: `== Error codes

|===
| *Error code* | *Function* | *Notes*

| -2000
| start
| \`start()\` failed

| -3000
| read
| It cannot be read,
not at all

| 0
| read
| No error. The operation completed successfully.

| 1000X
| all
| Errors of the network
|===
`,
    codes: ['-2000 - start() failed', '-3000 - It cannot be read, not at all'],
    notes: [
      '15: Table 1: 1 of 4 entries mean success (line 15).',
      '19: Table 1: 1 of 4 entries are families of codes, not codes (line 19).',
    ],
  },
  {
    about: 'columns and a header by attributes, cells over several rows and columns, and cells that are pages',
    text: `= Error reference

.Codes of the map service
[cols="1m,1,3a", options="header"]
|===
|Error code |Status |Meaning
|NO_MAP .2+|404
|No map:

* it was lost
* it was sold
|NO_CAR |No car
2+|NO_KEY |No key
|===
`,
    codes: ['NO_MAP 404 No map: it was lost it was sold', 'NO_CAR 404 No car', 'NO_KEY - No key'],
  },
  {
    about: 'tables of separated values',
    text: `= Errors

[%header,format=csv]
|===
Error code,Cause
NO_MAP,"No map, none"
|===

[options="header"]
,===
Error code,Cause
NO_KEY,No key
,===
`,
    codes: ['NO_MAP - No map, none', 'NO_KEY - No key'],
  },
  {
    about: 'descriptions, bullets and headings',
    text: `Errors
======

Map errors
----------

\`NO_MAP\`:: There is no map.
\`NO_KEY\`::
  There is no key.
+
Send one.

// A comment: \`NOT_SHOWN\`
////
\`NOT_SHOWN_EITHER\`
////

Car errors
----------

The API answers with these error codes:

* \`NO_CAR\` (404): there is no car
* \`NO_ROAD\` (409): there is
no road
** Build one

=== ERR_LATE

The car came too late.
`,
    codes: [
      'NO_MAP - There is no map.',
      'NO_KEY - There is no key. Send one.',
      'NO_CAR 404 there is no car',
      'NO_ROAD 409 there is no road',
      'ERR_LATE - The car came too late.',
    ],
  },
  {
    about: 'blocks that hold others, examples, and pages that are not there',
    text: `= Error codes

include::more-codes.adoc[]

[NOTE]
====
[%header]
|===
|Error code|Cause
|NO_MAP|No map
|===
====

[source,json]
----
{ "error": { "code": "NO_MAP", "message": "No map" } }
----
`,
    codes: ['NO_MAP - No map'],
    notes: ['3: The included file "more-codes.adoc" is not read.'],
  },
  {
    about: 'messages with codes, and tables about something else',
    text: `= Message codes

== Placeholders

[%header]
|===
|Place holder|Key|Value
|%mapId%|mapId|The map
|%carId%|carId|The car
|===

== Validation messages

[%header]
|===
|Message code|When can it occur|Type|Text
|VAL_000001|The map is missing|Error|No map
|VAL_000002|The car is missing|Error|No car
|===
`,
    codes: ['VAL_000001 - The map is missing', 'VAL_000002 - The car is missing'],
  },
];

describe('reading AsciiDoc', () => {
  for (const { about, text, codes, notes } of cases) {
    it(about, async () => {
      const reading = await readPage(text, 'docs/error-codes.adoc');
      assert.deepEqual(describeCodes(reading), codes);
      if (notes) assert.deepEqual(describeNotes(reading), notes);
    });
  }

  it('gives the place of each code', async () => {
    const reading = await readPage(cases[0]?.text ?? '', 'errors.adoc');
    assert.deepEqual(
      reading.codes.map(({ location }) => [location.line, location.column]),
      [
        [8, 2],
        [9, 2],
      ],
    );
  });

  it('takes no longer for tables and lists without an end', async () => {
    const many = 20_000;
    for (const text of [`|===\n${'|A_B |c\n'.repeat(many)}`, `${'* A_B: c\n'.repeat(many)}`, `${'A_B:: c\n'.repeat(many)}`]) {
      const { codes } = await readPage(`= Error codes\n\n${text}`, 'errors.adoc');
      assert.ok(codes.length > 0);
    }
  });
});
