import assert from 'node:assert/strict';
import type { DocumentFacts } from '../../../server/src/service/analysis/documentAnalysis.ts';
import { withoutExpectations, writeFindings } from './expectedFindings.ts';
import { createTestService, testDocument, testFacts } from './testService.ts';

/** Fails unless a source has exactly the findings written under its lines. */
export async function checkFindings(
  source: string,
  facts: Partial<DocumentFacts> = {},
  languageId = 'typescript',
): Promise<void> {
  const text = withoutExpectations(source);
  const service = createTestService();
  const document = testDocument(text, languageId);
  const { findings } = await service.findFindings(document, testFacts(facts));
  service.forget(document.uri);
  assert.equal(writeFindings(text, findings), source);
}
