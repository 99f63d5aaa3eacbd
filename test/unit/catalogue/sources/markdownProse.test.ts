import assert from 'node:assert/strict';
import { describeCodes, readPage } from './readPage.ts';

const cases: readonly {
  readonly about: string;
  readonly name?: string;
  readonly text: string;
  readonly codes: readonly string[];
}[] = [
  {
    about: 'lists with descriptions',
    text: '# Errors\n\n- `NO_KEY`: The key is missing\n- **BAD_KEY** (403) – The key is wrong\n- `401` `OLD_KEY` — It is old\n- `LOST_KEY` → 404\n',
    codes: ['NO_KEY - The key is missing', 'BAD_KEY 403 The key is wrong', 'OLD_KEY 401 It is old', 'LOST_KEY 404'],
  },
  {
    about: 'lists of links alone',
    text: '---\ntitle: Errors\n---\n\n* [no\\_key](/errors/no_key)\n* [bad\\_key](/errors/bad_key)\n',
    codes: ['no_key -', 'bad_key -'],
  },
  {
    about: 'details in nested lists',
    text: '# Error codes\n\n- `NO_KEY`\n  - Status: 401\n  - Cause: It is missing\n  - Solution: Send it\n',
    codes: ['NO_KEY 401 It is missing → Send it'],
  },
  {
    about: 'one heading for each code, with labels',
    text: '# Errors\n\n## Keys\n\n### `NO_KEY`\n\n**HTTP status:** 401\n**Message:** "No key"\n**Cause:** The header\nis missing\n**Fix:** Send it\n\n### card_declined (402)\n\nThe bank said no.\n\n**Solution:**\n\n1. Ask the bank\n2. Use another card\n',
    codes: ['NO_KEY 401 The header is missing → Send it', 'card_declined 402 The bank said no. → Ask the bank; Use another card'],
  },
  {
    about: 'headings under the heading of a code',
    text: '# Error reference\n\n## NO_KEY\n\nIntroduced long ago.\n\n### Cause\n\nNo header.\n\n### How to fix\n\nSend it.\n\n## BAD_KEY\n\nIt is wrong.\n',
    codes: ['NO_KEY - No header. → Send it.', 'BAD_KEY - It is wrong.'],
  },
  {
    about: 'numbers in headings',
    text: '# Error codes\n\n## 21211: Invalid number\n\nThe number is wrong.\n\n## 21212: Invalid sender\n\nThe sender is wrong.\n',
    codes: ['21211 - The number is wrong.', '21212 - The sender is wrong.'],
  },
  {
    about: 'a status at the beginning of the text',
    text: '# Error codes\n\n### no_key\n\n**HTTP 401** — The header is missing.\n\n### bad_key\n\n**HTTP 403** — It is wrong.\n',
    codes: ['no_key 401 The header is missing.', 'bad_key 403 It is wrong.'],
  },
  {
    about: 'a page about one code',
    name: 'docs/errors/state_mismatch.mdx',
    text: '---\ntitle: state_mismatch\n---\n\n## What is it?\n\nThe states differ.\n\n## Solution\n\nSend the same.\n',
    codes: ['state_mismatch - The states differ. → Send the same.'],
  },
  {
    about: 'paragraphs that begin with a code in bold',
    text: '# Errors\n\n**`NO_KEY`** (401)\nThe key is missing.\n\n**BAD_KEY**: The key is wrong.\n\n**Solution:** Send another\n',
    codes: ['NO_KEY 401 The key is missing.', 'BAD_KEY - The key is wrong. → Send another'],
  },
  {
    about: 'headings of status, title and code',
    text: '# Errors\n\n## 402 Payment Required: `card_declined`\n\nThe bank said no.\n\n## `no_money` - Not enough\n\nThe account is empty.\n',
    codes: ['card_declined 402 The bank said no.', 'no_money - The account is empty.'],
  },
  {
    about: 'definition lists',
    text: '# Error codes\n\n<dl>\n<dt><code>NO_KEY</code> (401)</dt>\n<dd>No <b>header</b></dd>\n\n<dt>BAD_KEY</dt>\n<dd>It is wrong</dd>\n</dl>\n',
    codes: ['NO_KEY 401 No header', 'BAD_KEY - It is wrong'],
  },
  {
    about: 'examples under a heading with a status',
    text: '# Errors\n\n## 404 Not Found\n\nNothing is there.\n\n```json\n{ "error": { "code": "MAP_NOT_FOUND", "message": "No map", "details": [{ "code": "too_small" }] } }\n```\n',
    codes: ['MAP_NOT_FOUND 404 (example) Nothing is there.'],
  },
  {
    about: 'no example of what a table has',
    text: '# Errors\n\n```json\n{ "error": { "code": "NO_MAP", "message": "No map" } }\n```\n\n| Code | Cause |\n|-|-|\n| `NO_MAP` | Lost |\n',
    codes: ['NO_MAP - Lost'],
  },
  {
    about: 'no members of an error, no codes in prose, no retry advice, no details',
    text: '# Errors\n\nYou may get `NO_MAP` or `NO_KEY`.\n\n**Fields:**\n- `error_code` - The code\n- `request_id` - The request\n\n## Error handling\n\n- `onError`: is called\n- `retryLater`: is called then\n\n**Retry strategy:**\n- `TOO_FAST`: wait\n',
    codes: [],
  },
  {
    about: 'no headings that are no codes',
    text: '# Errors\n\n## Overview\n\nText.\n\n## OpenAPI\n\nText.\n\n## rate-limiting\n\nText.\n\n## 404 Not Found\n\nText.\n',
    codes: [],
  },
  {
    about: 'no parameters, events and environment variables',
    text: '# Orders\n\n## Parameters\n\n- `user_id`: Who\n- `order_id`: What\n\n## Events\n\n- `ORDER_PAID`: paid\n\n### `order_total`\n\nThe total.\n',
    codes: [],
  },
];

describe('reading lists, headings and examples of a Markdown page', () => {
  for (const { about, text, codes, name } of cases) {
    it(about, async () => assert.deepEqual(describeCodes(await readPage(text, name)), codes));
  }

  it('reports the parts that the codes were read from', async () => {
    const { from } = await readPage('# Errors\n\n- `A_B`: x\n- `C_D`: y\n\n## `NO_KEY`\n\nz\n\n## `NO_MAP`\n\nz\n');
    assert.deepEqual(from, ['1 list', '2 headings']);
  });

  it('reports that nothing was found', async () => {
    const { notes } = await readPage('# Notes\n\nNothing.\n');
    assert.deepEqual(
      notes.map(({ line, severity }) => [line, severity]),
      [[undefined, 'information']],
    );
  });

  it('finds the hosts that the page calls', async () => {
    const { hosts } = await readPage(
      '# Errors\n\nSee https://api.docs.test/v1 and `https://api.shop.dev/v1`.\n\n```bash\ncurl https://eu.shop.dev/api/orders\ncurl https://api.example.com/v1\ncurl http://localhost:3000/api\ncurl https://cdn.shop.dev/x.js\n```\n',
    );
    assert.deepEqual(hosts, ['api.shop.dev', 'eu.shop.dev']);
  });
});
