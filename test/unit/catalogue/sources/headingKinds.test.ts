import assert from 'node:assert/strict';
import { describeCodes, describeNotes, readPage } from './readPage.ts';

const cases: readonly {
  readonly about: string;
  readonly name?: string;
  readonly text: string;
  readonly codes: readonly string[];
}[] = [
  {
    about: 'numbers with a sentence behind them',
    text: '# Errors\n\n### 1000 Unknown error\n\nNo one knows.\n\n### 1001 Late\n\n- It came late.\n- It never came.\n',
    codes: ['1000 - No one knows.', '1001 - It came late.; It never came.'],
  },
  {
    about: 'negative numbers with a name',
    text: '# Error codes\n\n### -1000 UNKNOWN\n * It is unknown.\n\n### −1001 GONE\n * It is gone.\n',
    codes: ['-1000 [UNKNOWN] - It is unknown.', '-1001 [GONE] - It is gone.'],
  },
  {
    about: 'the word for an error before the number',
    text: '# Troubleshooting\n\n## Error 1003 Access denied: no name\n\nThe address has no name.\n\n## Errors 1006, 1007 and 1008\n\nThe address is blocked.\n',
    codes: [
      '1003 - The address has no name.',
      '1006 - The address is blocked.',
      '1007 - The address is blocked.',
      '1008 - The address is blocked.',
    ],
  },
  {
    about: 'numbers that look like years, and years',
    text: '# Error codes\n\n## Map errors\n\n### 2001 Map failed\n\nIt broke.\n\n### 2002 Map timeout\n\nIt was late.\n\n## History\n\n### 2019 First maps\n\nLong ago.\n\n### 2020 More maps\n\nLess long ago.\n',
    codes: ['2001 - It broke.', '2002 - It was late.'],
  },
  {
    about: 'codes below a heading that names something else, where each heading is a code',
    text: '# Error codes\n\n## Payment methods\n\n### `payment-method-taken`\n\nIt is taken.\n\n### `payment-method-unpaid-bills`\n\nPay them.\n',
    codes: ['payment-method-taken - It is taken.', 'payment-method-unpaid-bills - Pay them.'],
  },
  {
    about: 'members with words behind them, below which is a table of their values',
    text: '# Error codes\n\n## `invalidReason` inside `/verify`\n\n| `invalidReason` | Meaning |\n|-|-|\n| `missing_mapId` | No id. |\n| `map_not_found` | No map. |\n',
    codes: ['missing_mapId - No id.', 'map_not_found - No map.'],
  },
  {
    about: 'numbers of three digits with their names, below headings of other things too',
    text: '# Error codes\n\n## Login errors (600-699)\n\n#### `601 - BAD_LOGIN`\n\nWrong word.\n\n#### `602 - NO_LOGIN`\n\nNo one.\n\n## Rate limiting (1100-1199)\n\n#### `1101 - TOO_FAST`\n\nSlow down.\n',
    codes: ['601 [BAD_LOGIN] - Wrong word.', '602 [NO_LOGIN] - No one.', '1101 [TOO_FAST] - Slow down.'],
  },
  {
    about: 'a list of numbers with names',
    text: '# Error codes\n\n- 0: NONE\n- 1: INTERNAL_ERROR\n- 2: WRONG_MAP\n- 3: It is late\n',
    codes: ['1 [INTERNAL_ERROR] -', '2 [WRONG_MAP] -', '3 - It is late'],
  },
  {
    about: 'a number at the end of the title',
    text: '# Errors\n\n###### Sign in failed. (4000006)\n\nThe word is wrong.\n\n###### No such account. (4000007)\n\nAsk for one.\n',
    codes: ['4000006 - The word is wrong.', '4000007 - Ask for one.'],
  },
  {
    about: 'a number behind a word that may be a code',
    text: '# Error codes\n\n### Unauthorized (-32016)\n\nNo key.\n\n### Timeout (-32000)\n\nToo late.\n',
    codes: ['-32016 - No key.', '-32000 - Too late.'],
  },
  {
    about: 'no statuses, no years, no numbers of sections',
    text: '# Errors\n\n## 404 Not Found\n\nText.\n\n## 2024 in review\n\nText.\n\n## 1 Introduction\n\nText.\n\n## 3.1 Error handling\n\nText.\n',
    codes: [],
  },
  {
    about: 'words that announce a code, in any language',
    text: '# Errores de la API\n\n# Código: ERR1_T05\n\nDescripción: Nadie sabe\nHTTP: 500\n\n# Código: ERR2_T05\n\nDescripción: Tarde\nHTTP: 503\n',
    codes: ['ERR1_T05 500 Nadie sabe', 'ERR2_T05 503 Tarde'],
  },
  {
    about: 'small numbers that are announced, without success',
    text: '# Error codes\n\n## Error code "0"\n\nError code: 0 (Success)\n\n## Error code "1"\n\nError code: 1 (No fuel)\n',
    codes: ['1 - No fuel'],
  },
  {
    about: 'items of which each line has a label',
    text: '# Errors\n\n- Code: `E00000`\n  Message: No one knows\n- Code: `E00001`\n  Message: Late\n  HTTP status: 409\n',
    codes: ['E00000 - No one knows', 'E00001 409 Late'],
  },
  {
    about: 'tables in plain text, and no other text in columns',
    text: '# Errno\n\n```\nName     Value  Text\nEDOM     3001   Outside of it.\nENODEV   3007   No such thing.\nEIO_LATE  3006   Too late.\n```\n\n```\nGET   /maps   all maps\nPUT   /maps   a map\nPOST  /maps   a map\n```\n',
    codes: ['3001 [EDOM] - Outside of it.', '3007 [ENODEV] - No such thing.', '3006 [EIO_LATE] - Too late.'],
  },
  {
    about: 'definition lists in Markdown',
    text: '# Error codes\n\n`NO_KEY`\n: The key is missing, or\nit is empty.\n\n`NO_MAP`\n: The map is lost.\n\nLATE_KEY\n\n: It came late.\n',
    codes: ['NO_KEY - The key is missing, or it is empty.', 'NO_MAP - The map is lost.', 'LATE_KEY - It came late.'],
  },
  {
    about: 'numbers in lists, and such that HTTP does not have',
    text: '# Errors\n\n- -32700: Unreadable\n- -32600: No request\n\n## Robot errors\n\n- 101: Arm\n- 213: Leg\n- 7: Head\n',
    codes: ['-32700 - Unreadable', '-32600 - No request', '101 - Arm', '213 - Leg', '7 - Head'],
  },
  {
    about: 'numbers with nothing but a blank behind them, and no amounts',
    text: '# Error codes\n\n* 1 No key\n* 2 Requests without a name\n* 200 Too long\n* 2001 Map lost\n\n## Limits\n\n- 3 requests a minute\n- 5 minutes\n- 7 requests\n',
    codes: ['1 - No key', '2 - Requests without a name', '200 - Too long', '2001 - Map lost'],
  },
  {
    about: 'exceptions below a status in bold, below headings that name a package',
    text: '# Errors\n\n## Key exceptions (`com.example.key.errors`)\n\n**403 Forbidden**\n- `NoKeyException` — No key\n\n**453 No Access**\n- `NoAccessException` — No access\n\n**460-461 Own**\n- `LateException` (460) — Too late\n',
    codes: ['NoKeyException 403 No key', 'NoAccessException 453 No access', 'LateException 460 Too late'],
  },
  {
    about: 'a heading about webhooks in a chapter about errors',
    name: 'description.md',
    text: '# Guide\n\n# Handling errors\n\n## Tag Maps\n\n### `MapLost`\n\n* __Meaning__: Lost\n* __HTTP Status Code__: 404\n\n## Tag Webhook\n\n### `WebhookGone`\n\n* __Meaning__: Gone\n* __HTTP Status Code__: 410\n\n### `WebhookBad`\n\n* __Meaning__: Bad\n* __HTTP Status Code__: 400\n',
    codes: ['MapLost 404 Lost', 'WebhookGone 410 Gone', 'WebhookBad 400 Bad'],
  },
  {
    about: 'a list whose first item is the header of the others',
    text: '# Result codes\n\n- RESULT CODE\n  - DESCRIPTION\n- tx_failed\n  - It failed.\n- tx_too_late\n  - It came late.\n',
    codes: ['tx_failed - It failed.', 'tx_too_late - It came late.'],
  },
  {
    about: 'a page with its code in a label',
    name: 'errors/late-map.md',
    text: '# The map came too late\n\n**Error code:** `MAP_LATE`\n\n**Cause:** The mail is slow.\n\n**Solution:** Walk.\n',
    codes: ['MAP_LATE - The mail is slow. → Walk.'],
  },
  {
    about: 'a page whose name is its code',
    name: 'docs/errors/MAP_LOST.md',
    text: '# The map is lost\n\nIt fell into the water.\n',
    codes: ['MAP_LOST - It fell into the water.'],
  },
  {
    about: 'a page whose title ends with its number',
    name: 'errors/late.md',
    text: '# The map came late (4711)\n\nThe mail is slow.\n',
    codes: ['4711 - The mail is slow.'],
  },
  {
    about: 'codes that are struck out or deprecated',
    text: '# Error codes\n\n| Code | Cause |\n|-|-|\n| ~~`OLD_KEY`~~ | Too old |\n| `OLD_MAP` (deprecated) | Lost |\n| `OLD_CAR` | Deprecated. Use `NEW_CAR` instead. |\n| <del>OLD_BUS</del> | Late |\n| `NEW_CAR` | No fuel |\n',
    codes: [
      'OLD_KEY - ✗ Too old',
      'OLD_MAP - ✗ Lost',
      'OLD_CAR - ✗NEW_CAR Deprecated. Use NEW_CAR instead.',
      'OLD_BUS - ✗ Late',
      'NEW_CAR - No fuel',
    ],
  },
];

describe('codes in headings, definitions and pages of their own', () => {
  for (const { about, text, codes, name } of cases) {
    it(about, async () => assert.deepEqual(describeCodes(await readPage(text, name)), codes));
  }

  it('says that a list of names for programs on a page of codes is not read', async () => {
    const reading = await readPage('# Result codes\n\n- OpMalformed: bad\n- OpNoMap: no map\n- op_no_key: no key\n');
    assert.deepEqual(describeCodes(reading), []);
    assert.deepEqual(describeNotes(reading), ['3: The list of line 3 is not read as error codes.']);
  });
});
