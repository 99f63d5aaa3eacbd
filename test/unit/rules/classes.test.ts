import assert from 'node:assert/strict';
import { createCatalogue } from '../../../server/src/service/catalogue/createCatalogue.ts';
import { createCatalogueSet } from '../../../server/src/service/catalogue/catalogueSet.ts';
import { createHarbourWithClasses } from '../support/harbourClasses.ts';
import { readMarkedText } from '../support/markedText.ts';
import { createTestService, testDocument, testFacts } from '../support/testService.ts';

const closed = testFacts({ set: createCatalogueSet([createHarbourWithClasses()]) });
const open = testFacts({ set: createCatalogueSet([createHarbourWithClasses(true)]) });

async function findMissing(text: string, facts = closed, languageId = 'typescript'): Promise<readonly string[]> {
  const service = createTestService();
  const { findings } = await service.findFindings(testDocument(text, languageId), facts);
  service.forget('file:///src/client.ts');
  return findings.map(({ rule, severity, codes, classes = [] }) => `${rule} ${severity}: ${[...classes, ...codes].join(' ')}`);
}

const asks = (around: (site: string) => string): string =>
  `import { BerthError, TideError, dock } from '@harbour/sdk';\n${around("switch (error.code) {\n  case 'TIDE_TOO_LOW':\n    wait();\n    break;\n}")}`;

describe('operations and classes', () => {
  it('narrow the codes that are required', async () => {
    assert.deepEqual(await findMissing(asks((site) => site)), ['unhandled-code warning: BERTH_TAKEN CREW_MISSING']);
    const call = (before: string) => asks((site) => `try {\n  ${before}\n} catch (error) {\n${site}\n}`);
    assert.deepEqual(await findMissing(call('await client.moor();')), ['unhandled-code warning: BERTH_TAKEN']);
    assert.deepEqual(await findMissing(call('await client.moor(); await client.undock();')), [
      'unhandled-code warning: BERTH_TAKEN CREW_MISSING',
    ]);
    assert.deepEqual(await findMissing(call("log.info('x'); await client.moor();")), ['unhandled-code warning: BERTH_TAKEN']);
    const inFunction = asks((site) => `function f() {\n  const error = client.moor();\n${site}\n}`);
    assert.deepEqual(await findMissing(inFunction), ['unhandled-code warning: BERTH_TAKEN']);
  });

  it('limit nothing where the class takes all errors, whatever its subclasses are known to cover', async () => {
    const create = (isOpen: boolean) =>
      createCatalogue(
        {
          id: 'ferry',
          title: 'Ferry API',
          open: isOpen,
          codes: ['full', 'late', 'lost'].map((code) => ({ code, status: 400, cause: code })),
          classes: [
            { name: 'FerryError', in: { typescript: ['ferry'] } },
            { name: 'FullError', in: { typescript: ['ferry'] }, extends: 'FerryError', codes: ['full'] },
            { name: 'DelayError', in: { typescript: ['ferry'] }, extends: 'FerryError' },
            { name: 'LateError', in: { typescript: ['ferry'] }, extends: 'DelayError', codes: ['late'] },
          ],
        },
        { builtin: false, locations: [] },
      );
    const inside = (name: string, isOpen: boolean) =>
      findMissing(
        `import { ${name} } from 'ferry';\nif (error instanceof ${name}) {\n  switch (error.code) {\n    case 'lost':\n      a();\n  }\n}\n`,
        testFacts({ set: createCatalogueSet([create(isOpen)]) }),
      );
    assert.deepEqual(await inside('FerryError', true), []);
    assert.deepEqual(await inside('FerryError', false), ['unhandled-code warning: full late']);
    assert.deepEqual(await inside('DelayError', true), []);
    assert.deepEqual(await inside('FullError', true), ['unhandled-code warning: full']);
  });

  it('limit nothing of an open API where the class or the status has more codes than anyone handles', async () => {
    const create = (size: number) =>
      testFacts({
        set: createCatalogueSet([
          createCatalogue(
            {
              id: 'ferry',
              title: 'Ferry API',
              open: true,
              codes: Array.from({ length: size }, (_, at) => ({ code: `FERRY_${at}`, status: 409, cause: `${at}` })),
              classes: [{ name: 'FullError', in: { typescript: ['ferry'] }, status: 409 }],
            },
            { builtin: false, locations: [] },
          ),
        ]),
      });
    const inside = (head: string, size: number) =>
      findMissing(
        `import { FullError } from 'ferry';\nif (${head}) {\n  switch (error.code) {\n    case 'FERRY_0':\n      a();\n  }\n}\n`,
        create(size),
      );
    for (const head of ['error instanceof FullError', 'error.status === 409']) {
      assert.deepEqual(await inside(head, 3), ['unhandled-code warning: FERRY_1 FERRY_2'], head);
      assert.deepEqual(await inside(head, 13), [], head);
    }
  });

  it('are all that an open API is asked for', async () => {
    assert.deepEqual(
      await findMissing(
        asks((site) => site),
        open,
      ),
      [],
    );
    assert.deepEqual(
      await findMissing(
        asks((site) => `try {\n  client.moor();\n} catch (error) {\n${site}\n}`),
        open,
      ),
      ['unhandled-code warning: BERTH_TAKEN'],
    );
    assert.deepEqual(
      await findMissing(
        asks((site) => `if (res.status >= 400) {\n${site}\n}`),
        open,
      ),
      ['unhandled-code warning: BERTH_TAKEN CREW_MISSING'],
    );
    assert.deepEqual(
      await findMissing(
        asks((site) => `// error-codes: enforce\n${site}`),
        open,
      ),
      ['unhandled-code warning: BERTH_TAKEN CREW_MISSING'],
    );
    const catches = asks(() => 'if (error instanceof TideError) wait();\nelse if (error instanceof BerthError) leave();\n');
    assert.deepEqual(await findMissing(catches), ['unhandled-code hint: FogError']);
    assert.deepEqual(await findMissing(catches, open), []);
  });

  it('are asked for in a clause by a directive, as information', async () => {
    const catches = asks(
      () => '// error-codes: enforce\nif (error instanceof TideError) wait();\nelse if (error instanceof BerthError) leave();\n',
    );
    assert.deepEqual(await findMissing(catches, open), ['unhandled-code information: FogError']);
  });
});

describe('hover on a class', () => {
  const hover = async (marked: string, languageId: string): Promise<string | undefined> => {
    const { text, cursor } = readMarkedText(marked);
    const service = createTestService();
    const answer = await service.provideHover(testDocument(text, languageId), closed, cursor);
    service.forget('file:///src/client.ts');
    return answer?.markdown;
  };

  it('says what it covers, and what to do', async () => {
    const text = await hover('from harbour import TideError\ntry:\n    f()\nexcept Tide⟦|⟧Error:\n    pass\n', 'python');
    assert.match(text ?? '', /\*\*TideError\*\* · Harbour API/);
    assert.match(text ?? '', /Wait for the flood\./);
    assert.match(text ?? '', /Covers TIDE_TOO_LOW \(503\)\./);
    assert.match(text ?? '', /backoff/);
    const base = await hover(
      "import { HarbourError } from '@harbour/sdk';\nif (e instanceof Harbour⟦|⟧Error) f();\n",
      'typescript',
    );
    assert.match(base ?? '', /all errors of this API/);
  });

  it('says nothing about a class of the same name from elsewhere, or in a comment', async () => {
    assert.equal(await hover('from ship import TideError\ntry:\n    f()\nexcept Tide⟦|⟧Error:\n    pass\n', 'python'), undefined);
    assert.equal(await hover('from harbour import TideError\n# Tide⟦|⟧Error\n', 'python'), undefined);
  });
});
