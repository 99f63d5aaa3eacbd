import assert from 'node:assert/strict';
import { describeCodes, readPage } from './readPage.ts';

const table = (...rows: string[]): string => {
  const [header = '', ...cells] = rows;
  return `# Error codes\n\n${header}\n${header.replaceAll(/[^|]+/g, '---')}\n${cells.join('\n')}\n`;
};

const cases: readonly { readonly about: string; readonly text: string; readonly codes: readonly string[] }[] = [
  {
    about: 'columns in any order',
    text: table('| What to do | HTTP | Meaning | Error code |', '| Pay | 402 | No funds | `NO_FUNDS` |'),
    codes: ['NO_FUNDS 402 No funds → Pay'],
  },
  {
    about: 'a code column under a header that says nothing',
    text: table('| | Status | |', '| `BOAT_SUNK` | 410 | The boat is gone |', '| `BOAT_LATE` | 409 | It comes later |'),
    codes: ['BOAT_SUNK 410 The boat is gone', 'BOAT_LATE 409 It comes later'],
  },
  {
    about: 'rows that a blank line or a remark has cut off from their table',
    text: `${table('| Code | Meaning |', '| `A_B` | Bad |')}\n| \`C_D\` | Closed |\n\nOnly since version 2:\n\n| \`E_F\` | Full |\n| \`G_H\` | Gone |\n| \`I_J\` | Idle |\n\n## Other\n\n| K_L | Late |\n`,
    codes: ['A_B - Bad', 'C_D - Closed', 'E_F - Full', 'G_H - Gone', 'I_J - Idle'],
  },
  {
    about: 'a cause rather than a public message',
    text: table('| Code | Public message | Cause |', '| `A_B` | Sorry. | The moon is full |'),
    codes: ['A_B - The moon is full'],
  },
  {
    about: 'a message where nothing else describes',
    text: table('| Code | Message |', '| `A_B` | Sorry. |'),
    codes: ['A_B - Sorry.'],
  },
  {
    about: 'the code as a string rather than as a number',
    text: table('| Code | Code string | Detail |', '| 0 | TOO_FAST | slow down |', '| 1000 | TOO_SLOW | hurry |'),
    codes: ['TOO_FAST - slow down', 'TOO_SLOW - hurry'],
  },
  {
    about: 'numbers as codes',
    text: table('| Error code | Description |', '| 21211 | Invalid number |', '| 0042 | Leading zero |'),
    codes: ['21211 - Invalid number', '0042 - Leading zero'],
  },
  {
    about: 'escapes, markup, links and breaks',
    text: table(
      '| Code | Description |',
      '| **[RATE\\_LIMIT](/x)** | Wait **now**,<br>see [docs](command:evil) a\\|b &amp; <b>c</b> |',
    ),
    codes: ['RATE_LIMIT - Wait now, see docs a|b & c'],
  },
  {
    about: 'several codes in one cell',
    text: table(
      '| Code | Status | Description |',
      '| `A_B`, `C_D` / `E_F` | 400 | one |',
      '| G_H<br>I_J or K_L | 404, 410 | two |',
    ),
    codes: ['A_B 400 one', 'C_D 400 one', 'E_F 400 one', 'G_H 404/410 two', 'I_J 404/410 two', 'K_L 404/410 two'],
  },
  {
    about: 'one status for each of several codes',
    text: table('| Error | Action |', '| `key_missing` / `key_invalid` (401/403) | Rotate |', '| `broken_server` (5xx) | Wait |'),
    codes: ['key_missing 401 → Rotate', 'key_invalid 403 → Rotate', 'broken_server 5xx → Wait'],
  },
  {
    about: 'statuses of every form',
    text: table(
      '| Code | HTTP status | Description |',
      '| `A_A` | 400 Bad Request | a |',
      '| `B_B` | `4xx` | b |',
      '| `C_C` | 400/422 | c |',
      '| `D_D` | — | d |',
      '| `E_E` | HTTP 409 | e |',
      '| 401 F_F | | f |',
    ),
    codes: ['A_A 400 a', 'B_B 4xx b', 'C_C 400/422 c', 'D_D - d', 'E_E 409 e', 'F_F 401 f'],
  },
  {
    about: 'codes of every shape',
    text: table(
      '| Error code | Description |',
      '| `auth/no-user` | a |',
      '| P2002 | b |',
      '| NEX-AUTH-001 | c |',
      '| ThrottlingException | d |',
      '| card-declined | e |',
      '| forbidden | f |',
      "| email_doesn't_match | g |",
    ),
    codes: [
      'auth/no-user - a',
      'P2002 - b',
      'NEX-AUTH-001 - c',
      'ThrottlingException - d',
      'card-declined - e',
      'forbidden - f',
      "email_doesn't_match - g",
    ],
  },
  {
    about: 'a title row inside of the table',
    text: table('| Code | Description |', '| **Conflicts (409)** | |', '| `A_B` | taken |'),
    codes: ['A_B 409 taken'],
  },
  {
    about: 'a table in a list and in a quote',
    text: '# Errors\n\n- First:\n\n  | Code | Cause |\n  |-|-|\n  | `A_B` | x |\n\n> | Code | Cause |\n> |-|-|\n> | `C_D` | y |\n',
    codes: ['A_B - x', 'C_D - y'],
  },
  {
    about: 'German',
    text: '# Fehler\n\n| Fehlercode | HTTP-Status | Beschreibung | Lösung |\n|-|-|-|-|\n| `KEIN_GELD` | 402 | Konto leer | Zahlen |\n',
    codes: ['KEIN_GELD 402 Konto leer → Zahlen'],
  },
  {
    about: 'French',
    text: '# Erreurs\n\n| Code d’erreur | Statut | Signification | Correction |\n|-|-|-|-|\n| `PAS_ICI` | 404 | Absent | Chercher |\n',
    codes: ['PAS_ICI 404 Absent → Chercher'],
  },
  {
    about: 'Portuguese',
    text: '# Erros\n\n| Código | Descrição | Ação |\n|-|-|-|\n| `SEM_SALDO` | Sem saldo | Pagar |\n',
    codes: ['SEM_SALDO - Sem saldo → Pagar'],
  },
  {
    about: 'Chinese and Japanese',
    text: '# 错误码\n\n| 错误码 | 说明 | 状态码 | 处理方式 |\n|-|-|-|-|\n| `NO_KEY` | 缺少密钥 | 401 | 检查 |\n\n| エラーコード | 説明 | 対処 |\n|-|-|-|\n| `NO_MAP` | 地図がない | 確認 |\n',
    codes: ['NO_KEY 401 缺少密钥 → 检查', 'NO_MAP - 地図がない → 確認'],
  },
];

describe('reading tables of a Markdown page', () => {
  for (const { about, text, codes } of cases) {
    it(about, async () => assert.deepEqual(describeCodes(await readPage(text)), codes));
  }

  it('takes the status from the heading above', async () => {
    const text =
      '# Errors\n\n## 401 Unauthorized\n\n| Code | Cause |\n|-|-|\n| `NO_KEY` | a |\n\n## Client errors (4xx)\n\n| Code | Cause |\n|-|-|\n| `BAD_MAP` | b |\n';
    const reading = await readPage(text);
    assert.deepEqual(describeCodes(reading), ['NO_KEY 401 a', 'BAD_MAP 4xx b']);
    assert.deepEqual(reading.groups, { '401-unauthorized': '401 Unauthorized', 'client-errors-4xx': 'Client errors (4xx)' });
    assert.deepEqual(reading.from, ['2 tables']);
    assert.equal(reading.title, 'Errors');
  });

  it('gives families their statuses', async () => {
    const text =
      '# Error codes\n\n- `REQ_BAD`\n- `REQ_NOT_FOUND`\n- `DB_DOWN`\n\n## HTTP mapping\n\n- `REQ_*` -> `400`\n- `*_NOT_FOUND` → 404\n- everything else -> 500\n';
    assert.deepEqual(describeCodes(await readPage(text)), [
      'REQ_BAD 400 (inferred)',
      'REQ_NOT_FOUND 404 (inferred)',
      'DB_DOWN -',
    ]);
  });

  it('reads a plain answer about retries', async () => {
    const { codes } = await readPage(
      table('| Code | Retry? | Cause |', '| `A_B` | ✅ | x |', '| `C_D` | No | y |', '| `E_F` | ✅* | z |'),
    );
    assert.deepEqual(
      codes.map(({ entry }) => entry.retry),
      ['backoff', 'never', undefined],
    );
  });

  const leftOut: readonly (readonly [string, string, string])[] = [
    ['| Field | Type | Description |', '| `error_code` | string | The code |', 'Table 1 has no code column.'],
    ['| Name | Type | Description |', '| `user_id` | string | Who |', 'Table 1 is not about error codes.'],
    ['| Code | Status | Description |', '| 400 | Bad Request | x |', 'Table 1 lists HTTP statuses, not error codes.'],
    ['| HTTP status | Meaning |', '| 404 | nothing there |', 'Table 1 lists HTTP statuses, not error codes.'],
    ['| Plan | Requests |', '| Free | 20 |', 'Table 1 has no code column.'],
    ['| Exit code | Meaning |', '| 1 | failed |', 'Table 1 has no code column.'],
    ['| Variable | Default | Description |', '| `API_KEY` | - | The key |', 'Table 1 has no code column.'],
    ['| Pattern | Meaning |', '| `FEATURE_<NAME>_OFF` | off |', 'Table 1 lists families of codes, not codes.'],
  ];
  for (const [header, row, note] of leftOut) {
    it(`leaves out ${header}`, async () => {
      const reading = await readPage(table(header, row));
      assert.deepEqual(reading.codes, []);
      assert.deepEqual(
        reading.notes.filter(({ line }) => line !== undefined).map(({ line, message }) => [line, message]),
        [[2, note]],
      );
    });
  }

  it('takes no statuses for codes, also where the page has nothing else', async () => {
    const bare = table('| Code | Description |', '| 200 | It went well |', '| 423 | The drawer is locked |');
    assert.deepEqual(describeCodes(await readPage(bare)), []);
    const messages = table('| Code | Message |', '| 404 | No map |', '| 404 | No key |');
    assert.deepEqual(describeCodes(await readPage(messages)), []);
    const both = `${bare}\n| Error code | Description |\n|-|-|\n| \`A_B\` | x |\n`;
    assert.deepEqual(describeCodes(await readPage(both)), ['A_B - x']);
  });

  it('gives the place of each code', async () => {
    const text = '# Error codes\r\n\r\n| Code | Cause |\r\n|-|-|\r\n| `A_B`, `C_D` | x |\r\n|  E\\_F | y |\r\n';
    const { codes } = await readPage(text);
    assert.deepEqual(
      codes.map(({ location }) => [location.line, location.column]),
      [
        [4, 3],
        [4, 10],
        [5, 3],
      ],
    );
  });
});
