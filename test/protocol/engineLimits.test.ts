import assert from 'node:assert/strict';
import { createEngineSender } from '../../server/src/adapters/engines/engineHttp.ts';
import { readEngineSettings } from '../../server/src/service/engines/engineSettings.ts';
import { logEngines } from '../../server/src/service/engines/logEngines.ts';
import type { EngineQuestion } from '../../server/src/service/engines/logEngine.ts';
import { limits } from '../../server/src/service/limits.ts';
import { useEngineServer } from './support/useEngineServer.ts';

const question: EngineQuestion = { from: 0n, until: 1n, spellings: ['req-12345'], limit: 10 };
/** So deep that no reader that calls itself comes to the end. */
const levels = 100_000;
const deep = `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

describe('all that a log engine is asked', function () {
  this.timeout(20_000);
  const engine = useEngineServer();
  const settingOf = (type: string) => {
    const [setting] = readEngineSettings({ production: { type, url: engine.address } }, (_key, expected) =>
      assert.fail(expected),
    );
    assert.ok(setting);
    return setting;
  };
  const senderFor = (type: string, few: Partial<Record<'engineTime' | 'engineAnswer' | 'engineBytes', number>> = {}) => {
    const setting = settingOf(type);
    const send = createEngineSender({ setting }, { ...limits, ...few });
    return () => send(question, setting.options, new AbortController().signal);
  };

  it('ends after a time, over all of its answers', async () => {
    const ask = senderFor('loki', { engineTime: 300, engineAnswer: 200 });
    engine.answerWith((_request, response) =>
      setTimeout(() => response.end('{"data":{"resultType":"streams","result":[]}}'), 100),
    );
    const begun = Date.now();
    const problems: (string | undefined)[] = [];
    while (problems.at(-1) === undefined && Date.now() - begun < 10_000) problems.push((await ask()).problem);
    assert.ok(problems.length > 1, 'the first answers come');
    assert.equal(problems.at(-1), 'It was asked for 0.3 seconds in all: there may be more records.');
    // It is not asked again.
    const asked = engine.authorizations.length;
    assert.equal((await ask()).problem, problems.at(-1));
    assert.equal(engine.authorizations.length, asked);
  });

  it('ends after a number of bytes, over all of its answers', async () => {
    const answer = `{"data":{"resultType":"streams","result":[]},"x":"${'x'.repeat(1_000)}"}`;
    const ask = senderFor('loki', { engineBytes: answer.length * 2 });
    engine.answerWith((_request, response) => response.end(answer));
    assert.equal((await ask()).problem, undefined);
    assert.equal((await ask()).problem, undefined);
    assert.match((await ask()).problem ?? '', /^Its answers are longer than 0\.00\d+ MB in all: there may be more records\.$/);
  });

  const answers: Readonly<Record<string, string>> = {
    elasticsearch: `{"hits":{"hits":[{"_id":"1","_index":"i","sort":[1],"_source":{"message":"req-12345","x":${deep}}},{"_id":"2","_index":"i","sort":[1],"_source":{"message":"req-12345"}}]}}`,
    victorialogs: `{"_time":"2026-05-04T12:00:00Z","_msg":"req-12345","x":${deep}}\n{"_time":"2026-05-04T12:00:00Z","_msg":"req-12345"}\n`,
    loki: `{"data":{"resultType":"streams","result":[{"stream":{"app":"api","x":${deep}},"values":[["1","req-12345"]]},{"stream":{"app":"api"},"values":[["1","req-12345"]]}]}}`,
    datadog: `{"data":[{"id":"1","attributes":{"message":"req-12345","attributes":{"x":${deep}}}},{"id":"2","attributes":{"message":"req-12345"}}]}`,
    jaeger: `{"data":[{"spans":[{"traceID":"1","spanID":"1","tags":[{"key":"x","value":${deep}}]},{"traceID":"1","spanID":"2"}]}]}`,
    tempo: `{"batches":[{"scopeSpans":[{"spans":[{"traceId":"4bf92f3577b34da6","spanId":"00f067aa0ba902b7","attributes":[{"key":"x","value":{"y":${deep}}}]},{"traceId":"4bf92f3577b34da6","spanId":"00f067aa0ba902b8"}]}]}]}`,
    zipkin: `[{"traceId":"1","id":"1","tags":{"x":${deep}}},{"traceId":"1","id":"2"}]`,
    cloudwatch: `{"events":[{"eventId":"1","timestamp":1,"message":"req-12345","x":${deep}},{"eventId":"2","timestamp":1,"message":"req-12345"}]}`,
  };
  for (const { type } of logEngines)
    it(`${type}: a record of ${levels} levels takes no other with it`, async () => {
      const answer = answers[type];
      assert.ok(answer !== undefined, `${type} has no row`);
      const { lines, problem, unreadable = [] } = logEngines.find((one) => one.type === type)?.read(answer, {}) ?? {};
      assert.equal(problem, undefined);
      assert.equal((lines?.length ?? 0) + unreadable.length, 2, 'each is read or counted');
      assert.ok((lines?.length ?? 0) >= 1);
    });
});
