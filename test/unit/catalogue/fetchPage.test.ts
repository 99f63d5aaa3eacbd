import assert from 'node:assert/strict';
import { type Fetch, fetchPage, isFetchable } from '../../../server/src/shared/fetchPage.ts';

/** A web that answers by address. @returns the answers' reader and the addresses that it asked for */
const web = (answers: Readonly<Record<string, () => Response>>): { fetch: Fetch; asked: string[] } => {
  const asked: string[] = [];
  return {
    asked,
    fetch: async (address, init) => {
      asked.push(address);
      assert.deepEqual([init.redirect, init.credentials], ['manual', 'omit']);
      return answers[address]?.() ?? new Response('', { status: 404 });
    },
  };
};
const to = (location: string) => () => new Response(null, { status: 302, headers: { location } });

describe('fetching a page', () => {
  it('reads a page, and follows it on the same host', async () => {
    const { fetch, asked } = web({ 'https://a.test/x': to('/y'), 'https://a.test/y': () => new Response('# Errors') });
    assert.deepEqual(await fetchPage('https://a.test/x', fetch), { text: '# Errors' });
    assert.deepEqual(asked, ['https://a.test/x', 'https://a.test/y']);
  });

  const refused: readonly (readonly [string, Readonly<Record<string, () => Response>>, RegExp])[] = [
    ['a redirection to another host', { 'https://a.test/x': to('https://b.test/') }, /another host, b\.test/],
    ['a redirection without TLS', { 'https://a.test/x': to('http://a.test/') }, /no https address/],
    ['a circle', { 'https://a.test/x': to('/x') }, /from page to page/],
    ['an error', { 'https://a.test/x': () => new Response('', { status: 500 }) }, /status 500/],
    ['what is no text', { 'https://a.test/x': () => new Response('a\0b') }, /is no text/],
    [
      'too much',
      {
        'https://a.test/x': () =>
          new Response(new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(1_000_000).fill(97)) })),
      },
      /larger than 20 MB/,
    ],
  ];
  for (const [about, answers, problem] of refused) {
    it(`refuses ${about}`, async () => {
      const { fetch, asked } = web(answers);
      const page = await fetchPage('https://a.test/x', fetch);
      assert.match('problem' in page ? page.problem : '', problem);
      assert.ok(asked.every((address) => address.startsWith('https://a.test/')));
    });
  }

  it('takes addresses with TLS and without a password only', () => {
    const addresses = ['https://a.test/x', 'http://a.test/x', 'file:///etc/passwd', 'https://u:p@a.test/', 'a.test', ''];
    assert.deepEqual(addresses.map(isFetchable), [true, false, false, false, false, false]);
  });
});
