import assert from 'node:assert/strict';
import { createTestService, pikzelsWorkspace, testDocument, testFacts } from './testService.ts';

const facts = [testFacts(), testFacts({ inWorkspace: pikzelsWorkspace })];

/** Asserts that a text that is read once, in parts, gives the same answers as a text that is kept, with the API shown and not. */
export async function compareReadings(text: string, languageId = 'typescript'): Promise<void> {
  for (const own of facts) {
    for (const ask of ['findFindings', 'collectMentions'] as const) {
      const [once, kept] = await Promise.all(
        [true, false].map(async (isOnce) => {
          const service = createTestService();
          const answer = await service[ask]({ ...testDocument(text, languageId), once: isOnce }, own);
          service.forget('file:///src/client.ts');
          return answer && 'toDiagnostics' in answer ? { ...answer, toDiagnostics: answer.toDiagnostics() } : answer;
        }),
      );
      assert.deepEqual(once, kept, text);
    }
  }
}
