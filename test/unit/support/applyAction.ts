import assert from 'node:assert/strict';
import type { DocumentFacts } from '../../../server/src/service/analysis/documentAnalysis.ts';
import { applyEdits, createTestService, pikzelsWorkspace, testDocument, testFacts, testParsers } from './testService.ts';

const service = createTestService();
const here = { inWorkspace: pikzelsWorkspace };

/** The text after the action whose title begins so; the result must parse, and the action must be gone from it. */
export async function applyAction(
  text: string,
  title: string,
  facts: Partial<DocumentFacts> = here,
  languageId = 'typescript',
): Promise<string> {
  const all = { start: 0, end: text.length };
  const actions = await service.provideCodeActions(testDocument(text, languageId), testFacts(facts), all);
  const action = actions.find((candidate) => candidate.title.startsWith(title));
  assert.ok(action, `no "${title}" among: ${actions.map((candidate) => candidate.title).join(' | ')}`);
  const after = applyEdits(text, action.edits);
  const parser = await testParsers.parserFor(languageId);
  const tree = await parser.parse(after);
  assert.equal(tree?.rootNode.hasError, false, after);
  tree?.delete();
  const again = await service.provideCodeActions(testDocument(after, languageId), testFacts(facts), {
    start: 0,
    end: after.length,
  });
  assert.ok(
    !again.some((candidate) => candidate.title === action.title && candidate.kind === 'quickfix'),
    'the fix is offered again',
  );
  return after;
}
