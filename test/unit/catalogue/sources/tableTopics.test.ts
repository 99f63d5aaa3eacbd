import assert from 'node:assert/strict';
import { describeCodes, describeNotes, readPage } from './readPage.ts';

const page = (title: string, ...rows: string[]): string => {
  const [header = '', ...cells] = rows;
  return `# ${title}\n\n${header}\n${header.replaceAll(/[^|]+/g, '---')}\n${cells.join('\n')}\n`;
};

interface Case {
  readonly about: string;
  readonly name?: string;
  readonly text: string;
  readonly codes: readonly string[];
  readonly notes?: readonly string[];
}

const cases: readonly Case[] = [
  {
    about: 'statuses with their reasons and two dashes',
    text: page(
      'Errors',
      'Error Code | Meaning',
      '400 | Bad Request -- The request has no key.',
      '429 | Too Many Requests -- Wait.',
    ),
    codes: [],
    notes: ['3: Table 1 lists HTTP statuses, not error codes.'],
  },
  {
    about: 'numbers of the API under a second header of statuses',
    text: page(
      'Status codes',
      '| Status code | HTTP status code | Description |',
      '| 200 | 200 | Success |',
      '| 4001 | 400 | No such key |',
      '| 4002 | 403 | Not allowed |',
      '| 7001 | 400 | The plan is too small |',
    ),
    codes: ['4001 400 No such key', '4002 403 Not allowed', '7001 400 The plan is too small'],
  },
  {
    about: 'codes below a heading of success, numbers that statuses of information have, and what was done correctly',
    text: '# Response codes\n\n## Success codes\n\n| Code | Message |\n|-|-|\n| 00 | Done |\n| 000 | Done as well |\n\n## Decline codes\n\n| Code | Message |\n|-|-|\n| 101 | Declined by the bank |\n| 102 | Call the bank |\n| 103 | The card is lost |\n\n## Error codes\n\n| Code | Message |\n|-|-|\n| 10 | The page was correctly loaded |\n| 57 | The card is blocked |\n',
    codes: ['101 - Declined by the bank', '102 - Call the bank', '103 - The card is lost', '57 - The card is blocked'],
  },
  {
    about: 'values of constants beside their names',
    text: page('ErrorType', '| Name | Value |', '| `LateMap` | late_map |', '| `NoKey` | no_key |', '| `TooFast` | too_fast |'),
    codes: ['late_map -', 'no_key -', 'too_fast -'],
  },
  {
    about: 'statuses below a heading that says so, beside tables of codes with the same header',
    text: '# Errors\n\n## HTTP codes\n\n| Code | Description |\n|-|-|\n| 403 | Forbidden request. Your key is old |\n| [404](x.md) | Cannot find the path |\n\n## Shop\n\n| Code | Description |\n|-|-|\n| 10404 | No map |\n| 10429 | Too fast |\n',
    codes: ['10404 - No map', '10429 - Too fast'],
    notes: ['5: Table 1 lists HTTP statuses, not error codes.'],
  },
  {
    about: 'statuses of which one cell has three',
    text: page(
      'API status codes',
      '| Code | Common causes | Solutions |',
      '| **204**, **301**, and **302** | Moved | Look elsewhere |',
      '| **400** | Wrong | Look again |',
      '| **403** | No right | Ask |',
    ),
    codes: [],
    notes: ['3: Table 1 lists HTTP statuses, not error codes.'],
  },
  {
    about: 'numbers of messages, beside what a client does with them, on a page about error codes',
    text: '# Gateway\n\n## Opcodes\n\n| Code | Name | Client action | Description |\n|-|-|-|-|\n| 1 | Hello | Send | The first |\n| 2 | Bye now | Receive | The last |\n\n## Close codes\n\n| Code | Description |\n|-|-|\n| 4001 | Unknown |\n',
    codes: ['4001 - Unknown'],
  },
  {
    about: 'numbers with an X, which are families, and classes of statuses',
    text: page(
      'Error codes',
      '| Code | Meaning |',
      '| 1001 | No map |',
      '| 2000X | All of maps |',
      '| 3xxx | All of keys |',
      '| 40xx | All of cars |',
      '| 50000+ | All others |',
    ),
    codes: ['1001 - No map'],
    notes: ['6: Table 1: 4 of 5 entries are families of codes, not codes (lines 6–9).'],
  },
  {
    about: 'codes below a title that only says that they are codes, most of which mean a failure',
    name: 'docs/codigos.md',
    text: page(
      'Códigos',
      '| Código | Descrição | Mensagem |',
      '| 22 | O mapa não foi encontrado | Mapa perdido |',
      '| 763 | Chave não informada | Sem chave |',
      '| 764 | Houve um erro no mapa | Erro |',
    ),
    codes: ['22 - O mapa não foi encontrado', '763 - Chave não informada', '764 - Houve um erro no mapa'],
  },
  {
    about: 'codes below a title that only says that they are codes, none of which means a failure',
    name: 'docs/codes.md',
    text: page('Codes', '| Code | Description |', '| 22 | The north |', '| 763 | The south |', '| 764 | The west |'),
    codes: [],
    notes: ['3: Table 1 is not about error codes.'],
  },
  {
    about: 'what succeeded, however it is said',
    text: page(
      'Error codes',
      '| Code | Message |',
      '| 0 | Operation completed successfully |',
      '| 1 | The request was processed successfully without errors |',
      '| 2 | The map has been successfully saved to the server |',
      '| 3 | The map was drawn successfully, but without its roads |',
      '| 4 | The map was not successfully saved |',
    ),
    codes: ['3 - The map was drawn successfully, but without its roads', '4 - The map was not successfully saved'],
    notes: ['5: Table 1: 3 of 5 entries mean success (lines 5–7).'],
  },
  {
    about: 'what did not succeed, and a zero with a status and nothing else',
    text: page(
      '错误码',
      '| 错误码 | HTTP 状态码 | 错误提示 |',
      '| 0 | 200 | |',
      '| 2 | 200 | 部分成功 |',
      '| 58210 | 200 | 无法验证，操作未能成功 |',
      '| 58211 | 400 | 失败 |',
    ),
    codes: ['2 200 部分成功', '58210 200 无法验证，操作未能成功', '58211 400 失败'],
    notes: ['5: Table 1: 1 of 4 entries mean success (line 5).'],
  },
  {
    about: 'codes with a place for more behind them, and codes that others replace',
    text: `${page('Errors', '| Error code | Meaning |', '| `ERROR_RANGE:input` | Out of range |', '| `ERROR_LATE` | Late |')}\n## Old codes\n\n| Legacy | Standard |\n|-|-|\n| \`TOO_LATE\` | \`ERROR_LATE\` |\n| \`TOO_FAR\` | \`ERROR_RANGE\` |\n`,
    codes: ['ERROR_RANGE - Out of range', 'ERROR_LATE - Late', 'TOO_LATE - ✗ERROR_LATE', 'TOO_FAR - ✗ERROR_RANGE'],
  },
  {
    about: 'plans, events, permissions and currencies on a page about errors',
    text: `${page('Errors', '| Plan | Description |', '| `FREE_PLAN` | Nothing to pay |', '| `TEAM_PLAN` | Some |')}\n| Event | Description |\n|-|-|\n| \`ORDER_PAID\` | Paid |\n\n| Permission | Meaning |\n|-|-|\n| \`READ_MAPS\` | To read |\n\n| Currency code | Name |\n|-|-|\n| EUR | Euro |\n| USD | Dollar |\n`,
    codes: [],
  },
  {
    about: 'codes of other things below a heading that says so',
    text: `# Response codes\n\n## Bank code\n\n| Code | Name |\n|-|-|\n| 0101 | First |\n| 0102 | Second |\n\n## API response code\n\n| Code | Message |\n|-|-|\n| 3011 | Wrong card |\n`,
    codes: ['3011 - Wrong card'],
  },
  {
    about: 'media types and members of an error',
    text: page('Errors', '| Error | Description |', '| `errno` | Its number |', '| `address` | Where |', '| `port` | Which |'),
    codes: [],
  },
  {
    about: 'success among the codes',
    text: page('Errors', '| Code | Description |', '| 0 | OK |', '| 1000 | Success |', '| 1001 | Not successful |'),
    codes: ['1001 - Not successful'],
    notes: ['5: Table 1: 2 of 3 entries mean success (lines 5–6).'],
  },
  {
    about: 'accounts and instructions in the description of a code, and on its page',
    text: '# Errors\n\n### `NoBond` — 6003\n\nToo small.\n\n| Instruction | Condition |\n|-|-|\n| `begin_bond` | The bond is 0 |\n| `end_bond` | The bond is 0 |\n\n## Accounts\n\n| Account | Seeds |\n|-|-|\n| `bond_vault` | `[b"x"]` |\n| `bond_pool` | `[b"y"]` |\n',
    codes: ['NoBond - Too small.'],
    notes: ['14: Table 2 is not about error codes.'],
  },
  {
    about: 'ranges of codes',
    text: page(
      'Errors',
      '| Type | Code range |',
      '| Warning | 20000 - 49999 |',
      '| Error | 50000 - 99999 |',
      '| Fault | 100000 to 199999 |',
    ),
    codes: [],
  },
  {
    about: 'a status in a heading',
    text: '# Errors\n\n### No key (`401 Unauthorized`)\n\nSend one.\n\n### No map (`404 Not Found`)\n\nAsk for another.\n',
    codes: [],
  },
  {
    about: 'plain text with a header, which is about something else or codes',
    text: `# Errors\n\n## Codes\n\n\`\`\`\nName      Value   Text\n${['MAP_LOST', 'KEY_LOST', 'TOO_LATE', 'TOO_SLOW', 'TOO_FAST'].map((name, index) => `${name}  \t${3001 + index}    It is ${index}`).join('\n')}\n\`\`\`\n\n\`\`\`\nName   Size   Place\n${['big', 'small', 'wide', 'thin', 'tall'].map((name) => `${name}    10 cm    here`).join('\n')}\n\`\`\`\n`,
    codes: ['MAP_LOST', 'KEY_LOST', 'TOO_LATE', 'TOO_SLOW', 'TOO_FAST'].map((name, index) => `${name} - It is ${index}`),
    notes: ['14: Table 2 has no code column.'],
  },
  {
    about: 'success by words among the codes',
    text: page(
      'Errors',
      '| Code | Description |',
      '| `maps_done` | All maps were drawn successfully |',
      '| `map_lost` | No map |',
      '| `already_done` | The map was not drawn |',
    ),
    codes: ['map_lost - No map', 'already_done - The map was not drawn'],
    notes: ['5: Table 1: 1 of 3 entries mean success (line 5).'],
  },
  {
    about: 'statuses with their reasons above the codes',
    text: page(
      'Errors',
      '| Error code | Meaning |',
      '| 400 | Bad Request -- Wrong. |',
      '| 404 | Not Found -- No. |',
      '| 50001 | No key |',
      '| 50002 | No map |',
      '| 50003 | No car |',
    ),
    codes: ['50001 - No key', '50002 - No map', '50003 - No car'],
    notes: ['5: Table 1: 2 of 5 entries are HTTP statuses, not codes (lines 5–6).'],
  },
  {
    about: 'codes in the range that their heading names',
    text: '# Error codes\n\n## File structure (400--449)\n\n| Code | Name | Description / Fix |\n|-|-|-|\n| 400 | `E_FILE` | Broken |\n| 432 | `E_HEAD` | No head |\n\n## Data (450-499)\n\n| Code | Name | Description / Fix |\n|-|-|-|\n| 450 | `E_DATA` | No data |\n',
    codes: ['400 [E_FILE] - Broken', '432 [E_HEAD] - No head', '450 [E_DATA] - No data'],
  },
  {
    about: 'an enum in a block of code',
    text: '# Error codes\n\n```ts\nenum ErrorCode {\n  LATE = 1,\n}\n```\n',
    codes: [],
    notes: ['3: The block of code declares ErrorCode, which is not read: import the source file.'],
  },
  {
    about: 'a number behind a letter, which is no code',
    text: page('Errors', '| Error code | Cause |', '| E1 | x |', '| E2 | y |', '| E 3 | z |'),
    codes: ['E1 - x', 'E2 - y'],
    notes: ['7: Table 1: 1 of 3 entries are not read (line 7): "E 3" is no code.'],
  },
  {
    about: 'short words under Code',
    text: page('Errors', '| Code | Meaning |', '| HL1 | No key |', '| LX | No map |', '| X-Y! | Lost |'),
    codes: ['HL1 - No key', 'LX - No map', 'X-Y! - Lost'],
  },
  {
    about: 'codes in quotes',
    text: page('Errors', '| Code | Meaning |', "| `'1'` | No key |", "| `'023'` | No map |", "| 'LX' | Lost |"),
    codes: ['1 - No key', '023 - No map', 'LX - Lost'],
  },
  {
    about: 'zero where it is an error',
    text: page('Errors', '| Code | Description |', '| 0 | General error |', '| 10001 | Unknown account |'),
    codes: ['0 - General error', '10001 - Unknown account'],
  },
  {
    about: 'codes of a title that says nothing of errors, below a sentence that does',
    text: '# tem codes\n\nThese codes indicate that the order was malformed.\n\n| Code | Explanation |\n|-|-|\n| `temBAD_MAP` | Bad map |\n| `temBAD_KEY` | Bad key |\n',
    name: 'docs/tem.md',
    codes: ['temBAD_MAP - Bad map', 'temBAD_KEY - Bad key'],
  },
  {
    about: 'codes of a title and a sentence that say nothing of errors',
    text: '# Job codes\n\nThese codes name the kinds of jobs.\n\n| Code | Explanation |\n|-|-|\n| `jobBIG_MAP` | Big map |\n| `jobBIG_KEY` | Big key |\n',
    name: 'docs/jobs.md',
    codes: [],
    notes: ['5: Table 1 is not about error codes.'],
  },
  {
    about: 'a section called Webhooks on a page of errors',
    text: '# Errors\n\n## Webhooks\n\n| Code | Description |\n|-|-|\n| 4001 | Wrong signature |\n| 4002 | Too late |\n',
    codes: ['4001 - Wrong signature', '4002 - Too late'],
  },
  {
    about: 'a sentence about a field over the list of its codes',
    text: '# Protocol\n\nThe `code` field MUST be one of the following:\n\n- `NO_KEY`: no key\n- `NO_MAP`: no map\n',
    codes: ['NO_KEY - no key', 'NO_MAP - no map'],
  },
];

describe('tables of codes and of other things', () => {
  for (const { about, name, text, codes, notes } of cases) {
    it(about, async () => {
      const reading = await readPage(text, name);
      assert.deepEqual(describeCodes(reading), codes);
      if (notes) assert.deepEqual(describeNotes(reading), notes);
    });
  }
});
