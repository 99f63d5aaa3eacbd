import assert from 'node:assert/strict';
import { limits } from '../../../server/src/service/limits.ts';
import { createLanguageService } from '../../../server/src/service/index.ts';
import { createPaces } from '../../../server/src/service/syntax/pace.ts';
import { pikzelsWorkspace, testFacts, testParsers } from '../support/testService.ts';

const site = "switch (err.code) {\n  case 'INSUFFICIENT_CREDITS': break;\n}\n";
const facts = testFacts({ inWorkspace: pikzelsWorkspace });
const documentOf = (text: string) => ({ uri: 'file:///src/client.ts', languageId: 'typescript', text });

/** A clock that goes on by so much at each look; other work has its turn whenever it is given way to. */
function createClock(step: number) {
  let now = 0;
  const clock = { turns: 0, now: () => (now += step), pause: () => Promise.resolve(void (clock.turns += 1)) };
  return clock;
}

describe('a text that takes long', () => {
  it('is read in slices, and means the same', async () => {
    const clock = createClock(limits.slice / 4);
    const service = createLanguageService({ parsers: testParsers, rulePage: () => undefined, clock });
    const { findings, notices } = await service.findFindings(documentOf(site.repeat(200)), facts);
    assert.deepEqual([findings.length, notices], [200, []]);
    assert.ok(clock.turns > 10, `gave way ${clock.turns} times`);
  });

  it('is left out when it takes too long, with a notice; its codes are explained all the same', async () => {
    const clock = createClock(limits.slice);
    const service = createLanguageService({ parsers: testParsers, rulePage: () => undefined, clock });
    const long = documentOf(site.repeat(3_000));
    const { findings, notices } = await service.findFindings(long, facts);
    assert.deepEqual([findings, notices], [[], ['takes too long to parse and is not analysed']]);
    const before = clock.turns;
    assert.ok((await service.provideHover(long, facts, long.text.indexOf('INSUFF') + 1))?.markdown.includes('INSUFFICIENT'));
    assert.equal(clock.turns, before, 'it was not tried again');
    assert.equal((await service.findFindings(documentOf(site), facts)).findings.length, 1);
  });

  const long = {
    'a function with thousands of branches in a row': `function f(err) {\n${"  if (err.code === 'INSUFFICIENT_CREDITS') { count(); }\n".repeat(3_000)}}\n`,
    'a comparison with thousands of codes': `if ([${"'INSUFFICIENT_CREDITS',\n".repeat(3_000)}].includes(err.code)) count();\n`,
  };
  for (const [about, text] of Object.entries(long))
    it(`reads ${about}`, async () => {
      // Time of the processor: the machine may be busy with other things.
      const now = (): number => process.cpuUsage().user / 1000;
      const clock = { now, pause: () => new Promise<void>((resolve) => setImmediate(resolve)) };
      const service = createLanguageService({ parsers: testParsers, rulePage: () => undefined, clock });
      assert.deepEqual((await service.findFindings(documentOf(text), facts)).notices, []);
    });

  it('is given up with its next version', async () => {
    const controller = new AbortController();
    const clock = createClock(limits.slice);
    const { pause } = clock;
    clock.pause = () => {
      controller.abort();
      return pause();
    };
    const service = createLanguageService({ parsers: testParsers, rulePage: () => undefined, clock });
    const long = { ...documentOf(site.repeat(500)), signal: controller.signal };
    const { findings, notices } = await service.findFindings(long, facts);
    assert.deepEqual([findings, notices], [[], []]);
    assert.ok(clock.turns < 5);
  });

  it('shares its turns: one slice runs between two turns of waiting events', async () => {
    const clock = createClock(limits.slice);
    clock.pause = () => new Promise((resolve) => setImmediate(() => resolve(void (clock.turns += 1))));
    const createPace = createPaces(clock);
    const order: string[] = [];
    const work = async (name: string): Promise<void> => {
      const pace = createPace(1_000);
      for (let slice = 0; slice < 3 && (await pace.next()); slice += 1) order.push(`${name} ${clock.turns}`);
    };
    await Promise.all([work('one'), work('two')]);
    assert.equal(new Set(order.map((entry) => entry.split(' ')[1])).size, order.length);
  });
});
