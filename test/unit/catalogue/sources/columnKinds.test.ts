import assert from 'node:assert/strict';
import { mergeCodes } from '../../../../server/src/service/catalogue/readDocument.ts';
import { describeCodes, describeNotes, readPage } from './readPage.ts';

const page = (title: string, ...rows: string[]): string => {
  const [header = '', ...cells] = rows;
  return `# ${title}\n\n${header}\n${header.replaceAll(/[^|]+/g, '---')}\n${cells.join('\n')}\n`;
};

interface Case {
  readonly about: string;
  readonly text: string;
  readonly codes: readonly string[];
  readonly notes?: readonly string[];
}

const thousands = Array.from({ length: 5_200 }, (_none, n) => n);

const numbers: readonly Case[] = [
  {
    about: 'negative numbers, with any minus',
    text: page('Errors', '| Code | Message |', '| -32700 | Unreadable |', '| −32601 | No such method |', '| `-32000` | Busy |'),
    codes: ['-32700 - Unreadable', '-32601 - No such method', '-32000 - Busy'],
  },
  {
    about: 'hexadecimal numbers, numbers with a separator, numbers with a part',
    text: page(
      'Error codes',
      '| Error code | Meaning |',
      '| 0x80070005 | Denied |',
      '| 14_030 | Late |',
      '| 404.3 | No handler |',
    ),
    codes: ['0x80070005 - Denied', '14_030 - Late', '404.3 - No handler'],
  },
  {
    about: 'a number with its name behind it',
    text: page('Errors', '| Code | Meaning |', '| 1001 - Unknown key | Send another |', '| 1002 NO_KEY | Send one |'),
    codes: ['1001 - Send another', '1002 [NO_KEY] - Send one'],
  },
  {
    about: 'numbers beside names',
    text: page(
      'Errors',
      '| Code | Name | Description |',
      '| 213 | `READ_ONLY` | No writes |',
      '| 214 | `STALE` | Too old |',
      '| 215 | `AINotEnabledError` | Off |',
    ),
    codes: ['213 [READ_ONLY] - No writes', '214 [STALE] - Too old', '215 [AINotEnabledError] - Off'],
  },
  {
    about: 'numbers under Code beside Error, though one of them looks like a status',
    text: page(
      'Request errors',
      '| Code | Error | Description |',
      '| 200 | ERR_ANY | Unclear |',
      '| 212 | ERR_FAST | Slow down |',
    ),
    codes: ['200 [ERR_ANY] - Unclear', '212 [ERR_FAST] - Slow down'],
  },
  {
    about: 'numbers beside identifiers and statuses',
    text: page(
      'Errors',
      '| Identifier | Code | HTTP code | Description |',
      '| ErrLate | 100002 | 500 | Late |',
      '| ErrLost | 100003 | 400 | Lost |',
    ),
    codes: ['100002 [ErrLate] 500 Late', '100003 [ErrLost] 400 Lost'],
  },
  {
    about: 'numbers under Value beside the constants that stand for them',
    text: page(
      '错误码',
      '| 错误码 | 取值 | 说明 |',
      '| MAP_ERR_NONE | 0 | 成功 |',
      '| MAP_ERR_LOST | -100 | 地图丢失 |',
      '| MAP_ERR_BUSY | -101 | 忙 |',
    ),
    codes: ['-100 [MAP_ERR_LOST] - 地图丢失', '-101 [MAP_ERR_BUSY] - 忙'],
  },
  {
    about: 'names of numbers in another table of the page, and a zero without an error',
    text: `${page('Errors', '| Code | Name | Description |', '| 0 | `NONE` | Success — no error |', '| 1001 | `MAP_LOST` | No map |', '| 1002 | `MAP_LATE` | Late |')}\n## What to do\n\n| Error | Next step |\n|-|-|\n| \`MAP_LOST\` climbs | Draw another |\n`,
    codes: ['1001 [MAP_LOST] - No map → Draw another', '1002 [MAP_LATE] - Late'],
  },
  {
    about: 'statuses beside codes, where HTTP has all of them',
    text: page('Errors', '| Code | Error | Description |', '| 402 | `no_money` | Pay |', '| 404 | `no_map` | Search |'),
    codes: ['no_money 402 Pay', 'no_map 404 Search'],
  },
  {
    about: 'numbers of one header in several tables, one of which has only such as HTTP has',
    text: `${page('Errors', '| Code | Name |', '| 213 | `READ_ONLY` |', '| 214 | `STALE` |')}\n## Keys (410-411)\n\n| Code | Name |\n|-|-|\n| 410 | \`KEY_GONE\` |\n| 411 | \`KEY_LONG\` |\n`,
    codes: ['213 [READ_ONLY] -', '214 [STALE] -', '410 [KEY_GONE] -', '411 [KEY_LONG] -'],
  },
  {
    about: 'numbers of two and three digits in HTML without a header',
    text: '# Error codes\n\n<table><tr><td>Error code</td><td>Description</td></tr><tr><td>7</td><td>Late</td></tr><tr><td>213</td><td>Lost</td></tr></table>\n',
    codes: ['7 - Late', '213 - Lost'],
  },
];

const columns: readonly Case[] = [
  {
    about: 'the class of an error beside its code',
    text: page(
      'Errors',
      '| Condition | HTTP status | Code | Error class |',
      '| No map | `404` | `MAP_LOST` | `LostError` |',
      '| Wrong map | `404` | `MAP_LOST` | `LostError` |',
      '| Late | `504` | `TOO_LATE` | `LateError` |',
      '| Slow | `504` | `TOO_SLOW` | `LateError` |',
    ),
    codes: ['MAP_LOST 404 No map; Wrong map', 'TOO_LATE 504 Late', 'TOO_SLOW 504 Slow'],
  },
  {
    about: 'rows without a line below their header, as wikis have them',
    text: '# Error codes\n\n^ Error code ^ Meaning ^ Comment ^\n| 1 | Unclear | |\n| 10 | Read only | When you write |\n| 11 | Too `|` long | |\n',
    codes: ['1 - Unclear', '10 - Read only', '11 - Too | long'],
  },
  {
    about: 'as many rows as there are, as wikis have them',
    text: `# Error codes\n\n^ Code ^ Meaning ^\n${thousands.map((n) => `| E_MAP_${n} | Map ${n} failed |\n`).join('')}`,
    codes: thousands.map((n) => `E_MAP_${n} - Map ${n} failed`),
  },
  {
    about: 'as many whole errors as there are',
    text: page(
      'Errors',
      '| Status | Error |',
      ...thousands.map((n) => `| 400 | \`{"error":"Map${n}Error","message":"Map ${n} is bad"}\` |`),
    ),
    codes: thousands.map((n) => `Map${n}Error 400 Map ${n} is bad`),
  },
  {
    about: 'whole errors as JSON, of which several have one code',
    text: page(
      'Errors',
      '| error_code | message | How to fix |',
      '| `400` | `[{`<br>`"error": "BadMapError",`<br>`"message": "No map with that id"`<br>`}]` | Ask for another |',
      '| `400` | `[{`<br>`"error": "BadMapError",`<br>`"message": "The map is too large"`<br>`}]` | Cut it |',
      '| `429` | `{"code": "TOO_FAST", "message": "Slow down"}` | Wait |',
    ),
    codes: [
      'BadMapError 400 No map with that id; The map is too large → Ask for another; Cut it',
      'TOO_FAST 429 Slow down → Wait',
    ],
  },
  {
    about: 'phrases that are written as code, among codes',
    text: page(
      'Errors',
      '| Status | `error` | Cause |',
      '| 402 | `no_money` | Pay |',
      '| 500 | `Payment failed badly` | Try again |',
      '| 404 | `no_map` | Search |',
    ),
    codes: ['no_money 402 Pay', 'no_map 404 Search'],
    notes: ['6: Table 1: 1 of 3 entries are not read (line 6): "Payment failed badly" is no code.'],
  },
  {
    about: 'codes and texts in one cell beside statuses',
    text: page(
      'Errors',
      '| Status | Error |',
      '| 400 | `BadMapError: no map` |',
      '| 400 | `BadMapError: no name` |',
      '| 403 | `KeyError: no key` |',
    ),
    codes: ['BadMapError 400 no map; no name', 'KeyError 403 no key'],
  },
  {
    about: 'every word without white space under Error code',
    text: page('Errors', '| Error code | Cause |', '| err:app:no | a |', '| Foo#Bar | b |', '| E_FOO! | c |', '| lost | d |'),
    codes: ['err:app:no - a', 'Foo#Bar - b', 'E_FOO! - c', 'lost - d'],
  },
  {
    about: 'a class beside the code',
    text: page(
      'Errors',
      '| Error type | Error code | Cause |',
      '| `card_error` | `no_money` | a |',
      '| `card_error` | `old_card` | b |',
      '| `card_error` | `lost_card` | c |',
      '| `api_error` | `too_fast` | d |',
    ),
    codes: ['no_money - a', 'old_card - b', 'lost_card - c', 'too_fast - d'],
  },
  {
    about: 'the last resort for a column of a protocol',
    text: page(
      'Error reference',
      '| RPC | Condition | gRPC code |',
      '| `GetMap` | none | `NotFound` |',
      '| `PutMap` | full | `Aborted` |',
    ),
    codes: ['NotFound - none', 'Aborted - full'],
  },
  {
    about: 'a header row with an empty cell too many',
    text: '# Errors\n\n<table><tr><th></th><th>Code</th><th>Cause</th></tr><tr><td>A_B</td><td>x</td></tr><tr><td>C_D</td><td>y</td></tr></table>\n',
    codes: ['A_B - x', 'C_D - y'],
  },
  {
    about: 'a header row with more cells than the line below it, in Markdown',
    text: '# Errors\n\n| Code | Cause | HTTP | |\n|-|-|-|\n| A_B | x | 409 |\n| C_D | y | 410 |\n',
    codes: ['A_B 409 x', 'C_D 410 y'],
  },
  {
    about: 'a status on a line above the table',
    text: '# Errors\n\n`Status: 401`\n\n```\n{}\n```\n\n| Code | Meaning |\n|-|-|\n| `NO_KEY` | No key |\n\n**409 Conflict**\n\n| Code | Meaning |\n|-|-|\n| `NO_MAP` | No map |\n\nAnything else is 500.\n\n| Code | Meaning |\n|-|-|\n| `NO_CAR` | No car |\n',
    codes: ['NO_KEY 401 No key', 'NO_MAP 409 No map', 'NO_CAR - No car'],
  },
  {
    about: 'cells that each hold a code and its text, side by side',
    text: '# Error codes\n\n<table><tr><td>E100 No key</td><td>E820 - No map</td></tr><tr><td>E101 Late</td><td>E822: Lost</td></tr></table>\n',
    codes: ['E100 - No key', 'E820 - No map', 'E101 - Late', 'E822 - Lost'],
  },
  {
    about: 'a number that HTTP does not have among words',
    text: page(
      'Error codes',
      '| Response code | Meaning |',
      '| AB | a |',
      '| CD | b |',
      '| EF | c |',
      '| GH | d |',
      '| 475 | e |',
    ),
    codes: ['AB - a', 'CD - b', 'EF - c', 'GH - d', '475 - e'],
  },
];

const languages: readonly (readonly [string, string, readonly string[]])[] = [
  ['Russian', 'Коды ошибок', ['Код ошибки', 'Описание', 'Решение']],
  ['Ukrainian', 'Помилки', ['Код', 'Опис', 'Рішення']],
  ['Korean', '오류 코드', ['에러코드', '설명', '조치 방법']],
  ['Italian', 'Errori', ['Codice errore', 'Descrizione', 'Soluzione']],
  ['Vietnamese', 'Bảng mã lỗi', ['Mã lỗi', 'Mô tả', 'Cách xử lý']],
  ['Arabic', 'رموز الخطأ', ['رمز الخطأ', 'الوصف', 'الحل']],
  ['Polish', 'Błędy', ['Kod błędu', 'Opis', 'Rozwiązanie']],
  ['Dutch', 'Fouten', ['Foutcode', 'Omschrijving', 'Oplossing']],
  ['Turkish', 'Hata kodları', ['Hata kodu', 'Açıklama', 'Çözüm']],
  ['Indonesian', 'Kode kesalahan', ['Kode', 'Keterangan', 'Solusi']],
  ['Thai', 'รหัสข้อผิดพลาด', ['รหัสข้อผิดพลาด', 'คำอธิบาย', 'วิธีแก้ไข']],
  ['Spanish', 'Errores', ['Código de error', 'Descripción', 'Solución']],
];

const leftOut: readonly Case[] = [
  {
    about: 'rows',
    text: page(
      'Error codes',
      '| Code | Cause |',
      '| `A_B` | x |',
      '| see the other page | y |',
      '| `C_D` | z |',
      '| to be told | w |',
    ),
    codes: ['A_B - x', 'C_D - z'],
    notes: ['6: Table 1: 2 of 4 entries are not read (lines 6, 8): "see the other page" is no code.'],
  },
  {
    about: 'items',
    text: '# Error codes\n\n- `A_B`: x\n- `C_D`: y\n- Everything else is fine\n',
    codes: ['A_B - x', 'C_D - y'],
    notes: ['5: The list of line 3: 1 of 3 entries are not read (line 5): "Everything else is fine" is no code.'],
  },
  {
    about: 'headings',
    text: '# Error codes\n\n## `A_B`\n\nx\n\n## `C_D`\n\ny\n\n## The third one\n\nz\n',
    codes: ['A_B - x', 'C_D - y'],
    notes: ['11: The headings below "Error codes": 1 of 3 entries are not read (line 11): "The third one" is no code.'],
  },
];

describe('choosing the columns of a table', () => {
  for (const { about, text, codes, notes } of [...numbers, ...columns, ...leftOut]) {
    it(about, async () => {
      const reading = await readPage(text);
      assert.deepEqual(describeCodes({ ...reading, codes: mergeCodes(reading.codes) }), codes);
      if (notes) assert.deepEqual(describeNotes(reading), notes);
    });
  }

  for (const [language, title, header] of languages) {
    it(`reads headers in ${language}`, async () => {
      const text = page(title, `| ${header.join(' | ')} |`, '| 1007 | abc | def |', '| 1008 | ghi | jkl |');
      assert.deepEqual(describeCodes(await readPage(text, 'page.md')), ['1007 - abc → def', '1008 - ghi → jkl']);
    });
  }
});
