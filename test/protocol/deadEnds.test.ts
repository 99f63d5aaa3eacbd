import assert from 'node:assert/strict';
import type { CodeAction, CodeLens, Hover } from 'vscode-languageserver/node';
import type { NotThisApiChoice, SiteCodesResult } from '../../server/src/protocol/protocol.ts';
import { switchText, useServer } from './support/useServer.ts';

const head = { line: 0, character: 0 };

describe('The ways on from a place', () => {
  const own = useServer();
  const start = async (text: string, commandLinks: boolean) => {
    own.putClient();
    const client = await own.start({ initializationOptions: { commandLinks } });
    const uri = own.folder.uri('src/handle.ts');
    await client.open(uri, text);
    const actions = async (): Promise<readonly CodeAction[]> =>
      client.connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri },
        range: { start: head, end: head },
        context: { diagnostics: [] },
      });
    return { ...client, uri, actions };
  };

  it('lead from the line over it to its codes, and add one that is missing', async () => {
    const text = switchText.replace('\n}', "\n  case 'CONFLICT':\n    throw new Error('CONFLICT is not handled yet');\n}");
    const { connection, uri } = await start(text, true);
    const [lens] = await connection.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument: { uri } });
    assert.deepEqual(lens?.command, {
      title: '2 of 31 Pikzels API error codes handled · 1 stub',
      command: 'apiErrorCodes.showSiteCodes',
      arguments: [uri, head],
    });
    const { codes } = await connection.sendRequest<SiteCodesResult>('apiErrorCodes/siteCodes', { uri, position: head });
    const count = (state: string) => codes.filter((code) => code.state === state).length;
    assert.deepEqual([count('missing'), count('stub'), count('handled')], [28, 1, 2]);
    assert.deepEqual(codes.find(({ code }) => code === 'GENERATION_TIMEOUT')?.range?.start, { line: 2, character: 8 });
    const { edits } = await connection.sendRequest<SiteCodesResult>('apiErrorCodes/siteCodes', {
      uri,
      position: head,
      add: 'CANCELLED',
    });
    assert.deepEqual(
      edits?.map(({ newText }) => newText.trim().split('\n')[0]),
      ["case 'CANCELLED':"],
    );
    const handled = { uri, position: head, add: 'CONFLICT' };
    assert.deepEqual((await connection.sendRequest<SiteCodesResult>('apiErrorCodes/siteCodes', handled)).edits, []);
  });

  it('are at most seven fixes, which name their codes', async () => {
    const { actions } = await start(switchText, true);
    const titles = (await actions()).filter(({ kind }) => kind === 'quickfix').map(({ title }) => title);
    assert.deepEqual(titles, [
      'Add all 29 missing cases',
      'Add the missing cases for HTTP 400: VALIDATION_ERROR, INVALID_PERSONA, INVALID_STYLE and 5 more',
      'Add the missing cases for HTTP 401: MISSING_API_KEY, INVALID_API_KEY_FORMAT, INVALID_API_KEY and 2 more',
      'Add a default case',
      'Add all missing cases and a default case',
      'Ignore here',
      'Not this API here…',
    ]);
    const choices = (await actions()).find(({ title }) => title === 'Not this API here…')?.command?.arguments?.[1] as
      | readonly NotThisApiChoice[]
      | undefined;
    assert.deepEqual(
      choices?.map(({ title, edits, catalogue }) => [title, edits.length, catalogue]),
      [
        ['Not the Pikzels API here: this place', 1, undefined],
        ['Not the Pikzels API here: this file', 1, undefined],
        ['Not the Pikzels API here: this folder', 0, 'pikzels'],
      ],
    );
  });

  it('are at most seven fixes for a client without commands, too', async () => {
    const { actions } = await start(switchText, false);
    const titles = (await actions()).filter(({ kind }) => kind === 'quickfix').map(({ title }) => title);
    assert.equal(titles.length, 7);
    assert.ok(titles.includes('Not the Pikzels API here: this file'), titles.join('\n'));
  });

  it('list every code that a message only counts', async () => {
    const { pull, uri } = await start(switchText, true);
    const [finding] = await pull(uri);
    assert.match(JSON.stringify(finding?.message), /and 26 more/);
    const listed = (finding?.relatedInformation ?? []).flatMap(({ message }) => message.replace(/^\d+: /, '').split(', '));
    assert.equal(listed.length, 29);
    assert.ok(listed.includes('TITLE_TIMEOUT'));
  });

  it('lead from a hover to the places that it counts', async () => {
    const { connection, uri } = await start(switchText, true);
    await connection.sendRequest('apiErrorCodes/coverage', { wait: true });
    const { contents } = await connection.sendRequest<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: { line: 2, character: 12 },
    });
    const { value } = contents as { value: string };
    const args = encodeURIComponent(JSON.stringify(['GENERATION_TIMEOUT', 'handled', 'pikzels']));
    assert.ok(value.includes(`[handled in 1 place](command:apiErrorCodes.showCodePlaces?${args})`), value);
    const { places } = await connection.sendRequest<{ places: readonly { uri: string }[] }>('apiErrorCodes/handlersOf', {
      code: 'GENERATION_TIMEOUT',
      role: 'handled',
      catalogue: 'pikzels',
    });
    assert.deepEqual(
      places.map((place) => place.uri),
      [uri],
    );
  });
});
