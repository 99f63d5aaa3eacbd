import assert from 'node:assert/strict';
import { createCatalogue } from '../../../server/src/service/catalogue/createCatalogue.ts';
import { createCatalogueSet } from '../../../server/src/service/catalogue/catalogueSet.ts';
import type { DocumentFacts } from '../../../server/src/service/analysis/documentAnalysis.ts';
import { createTestService, pikzelsWorkspace, testCatalogues, testDocument, testFacts } from '../support/testService.ts';

const service = createTestService();
const site = (subject: string, ...labels: string[]): string =>
  `switch (${subject}) { ${labels.map((label) => `case '${label}': break;`).join(' ')} }`;

async function rulesOf(text: string, facts: Partial<DocumentFacts> = {}): Promise<string[]> {
  const { findings } = await service.findFindings(testDocument(text), testFacts(facts));
  return findings.map(({ rule, severity, catalogue }) => `${catalogue} ${rule} ${severity}`);
}

const reports = (severity = 'warning', catalogue = 'pikzels') => [`${catalogue} unhandled-code ${severity}`];
const inFile = (text: string): string => `fetch('https://api.pikzels.com');\n${text}`;
const here = { inWorkspace: pikzelsWorkspace };

describe('the evidence for a site', () => {
  it('declared: a directive names the catalogue', async () =>
    assert.deepEqual(await rulesOf(`// error-codes: enforce pikzels\n${site('job.state', 'CANCELLED', 'CONFLICT')}`), reports()));

  it('unique: a unique code, and half of the labels', async () => {
    assert.deepEqual(await rulesOf(site('x', 'SMART_BALANCE_PAYMENT_FAILED', 'OTHER_THING')), reports());
    assert.deepEqual(await rulesOf(site('x', 'SMART_BALANCE_PAYMENT_FAILED', 'OTHER_THING', 'ONE_MORE')), []);
  });

  it('file: half of the labels, or 80 % of at least two where all are common', async () => {
    assert.deepEqual(await rulesOf(inFile(site('x', 'INVALID_STYLE', 'OTHER_THING'))), reports());
    assert.deepEqual(await rulesOf(inFile(site('x', 'INVALID_STYLE', 'OTHER_THING', 'ONE_MORE'))), []);
    assert.deepEqual(await rulesOf(inFile(site('x', 'NOT_FOUND', 'CONFLICT'))), reports());
    assert.deepEqual(await rulesOf(inFile(site('x', 'NOT_FOUND', 'CONFLICT', 'OTHER_THING'))), []);
    assert.deepEqual(await rulesOf(inFile(site('code', 'NOT_FOUND'))), []);
  });

  it('workspace: a shared code and 80 %, or half where the subject reads like a code and two are shared', async () => {
    assert.deepEqual(await rulesOf(site('x', 'INVALID_STYLE', 'NOT_FOUND'), here), reports());
    assert.deepEqual(await rulesOf(site('x', 'NOT_FOUND', 'CONFLICT', 'CANCELLED'), here), []);
    assert.deepEqual(await rulesOf(site('x', 'INVALID_STYLE', 'INVALID_PERSONA', 'OTHER_THING', 'ONE_MORE'), here), []);
    assert.deepEqual(
      await rulesOf(site('err.code', 'INVALID_STYLE', 'INVALID_PERSONA', 'OTHER_THING', 'ONE_MORE'), here),
      reports(),
    );
    assert.deepEqual(await rulesOf(site('err.code', 'INVALID_STYLE', 'NOT_FOUND', 'OTHER_THING', 'ONE_MORE'), here), []);
  });

  it('joint: four shared codes and nothing else, information at most', async () => {
    const four = ['INVALID_STYLE', 'INVALID_PERSONA', 'IMAGE_TOO_LARGE', 'CONTENT_POLICY'];
    assert.deepEqual(await rulesOf(site('x', ...four)), reports('information'));
    assert.deepEqual(await rulesOf(site('x', ...four, 'OTHER_THING')), []);
    assert.deepEqual(await rulesOf(site('x', ...four.slice(1), 'NOT_FOUND')), []);
  });

  it('is weak for a subject that reads like a state, with any evidence', async () => {
    for (const subject of ['job.status', 'state', 'event.type', 'action.type', 'tab']) {
      assert.deepEqual(
        await rulesOf(inFile(site(subject, 'CANCELLED', 'GENERATION_FAILED', 'INVALID_STYLE')), here),
        [],
        subject,
      );
    }
  });

  it('is weak for a single label unless the subject reads like an error code', async () => {
    assert.deepEqual(await rulesOf(inFile(site('value', 'INVALID_STYLE'))), []);
    assert.deepEqual(await rulesOf(inFile(site('err.code', 'INVALID_STYLE'))), reports());
  });

  it('is weak where another vocabulary shows and covers as much', async () => {
    for (const [module, labels] of [
      ['@grpc/grpc-js', ['NOT_FOUND', 'CANCELLED']],
      ['@trpc/server', ['NOT_FOUND', 'CONFLICT', 'TOO_MANY_REQUESTS']],
      ['@apollo/server', ['NOT_FOUND', 'VALIDATION_ERROR']],
      ['bullmq', ['CANCELLED', 'CONFLICT']],
    ] as const) {
      assert.deepEqual(await rulesOf(inFile(`import x from '${module}';\n${site('err.code', ...labels)}`)), [], module);
    }
    assert.deepEqual(
      await rulesOf(inFile(`import x from '@grpc/grpc-js';\n${site('err.code', 'NOT_FOUND', 'INVALID_STYLE', 'CONFLICT')}`)),
      reports(),
    );
  });

  it('is silent about codes of others in a workspace that calls the API', async () => {
    assert.deepEqual(await rulesOf(site('err.code', 'NOT_FOUND', 'ALREADY_EXISTS', 'PERMISSION_DENIED'), here), []);
    assert.deepEqual(await rulesOf(site('error.code', 'UNAUTHORIZED', 'NOT_FOUND', 'CONFLICT', 'TOO_MANY_REQUESTS'), here), []);
  });
});

describe('several catalogues', () => {
  const shop = createCatalogue(
    {
      id: 'shop',
      title: 'Shop API',
      detect: { hosts: ['api.shop.example'] },
      codes: ['INVALID_STYLE', 'CARD_DECLINED', 'OUT_OF_STOCK'].map((code) => ({ code, cause: code })),
    },
    { builtin: false, locations: [] },
  );
  const set = createCatalogueSet([...testCatalogues.catalogues, shop]);

  it('each get their own sites', async () => {
    const text = `${inFile('fetch("https://api.shop.example");')}\n${site('err.code', 'CARD_DECLINED', 'INVALID_STYLE')}\n${site('err.code', 'INVALID_STYLE', 'INVALID_PERSONA', 'IMAGE_TOO_LARGE')}`;
    assert.deepEqual(await rulesOf(text, { set }), [...reports('warning', 'shop'), ...reports()]);
  });

  it('the stronger evidence wins', async () => {
    const text = `fetch("https://api.shop.example");\n${site('err.code', 'INVALID_STYLE', 'CARD_DECLINED')}`;
    assert.deepEqual(await rulesOf(text, { set, ...here }), reports('warning', 'shop'));
  });

  it('both answer a hover', async () => {
    const text = `fetch("https://api.shop.example/?or=api.pikzels.com");\n${site('err.code', 'INVALID_STYLE', 'CARD_DECLINED')}`;
    const hover = await service.provideHover(testDocument(text), testFacts({ set }), text.indexOf('INVALID_STYLE'));
    assert.match(hover?.markdown ?? '', /Shop API[\s\S]*Pikzels API/);
  });
});
