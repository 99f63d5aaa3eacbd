import assert from 'node:assert/strict';
import { languageOfId } from '../../../server/src/service/languages/registry.ts';
import type { Finding } from '../../../server/src/service/types.ts';
import { readMarkedText } from '../support/markedText.ts';
import { applyEdits, createTestService, pikzelsWorkspace, testDocument, testFacts, testParsers } from '../support/testService.ts';

/** A document in a workspace that calls the API. */
export const here = testFacts({ inWorkspace: pikzelsWorkspace });

/** The findings in a text. */
export async function findingsOf(text: string, languageId: string): Promise<readonly Finding[]> {
  const service = createTestService();
  const { findings } = await service.findFindings(testDocument(text, languageId), here);
  service.forget('file:///src/client.ts');
  return findings;
}

/** Findings as `rule CODE,CODE`. */
export const describeAll = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ rule, codes }) => `${rule} ${codes.join(',')}`);

/** The text after an action; it must parse, and the action must be gone from it. */
export async function fix(text: string, title: string, languageId: string): Promise<string> {
  const service = createTestService();
  const ask = async (source: string) =>
    service.provideCodeActions(testDocument(source, languageId), here, { start: 0, end: source.length });
  const actions = await ask(text);
  const action = actions.find((candidate) => candidate.title.startsWith(title));
  assert.ok(action, `no "${title}" among: ${actions.map((candidate) => candidate.title).join(' | ')}`);
  const after = applyEdits(text, action.edits);
  const parser = await testParsers.parserFor(languageOfId(languageId)?.grammar ?? '');
  const tree = await parser.parse(after);
  const clean = tree?.rootNode.hasError === false;
  tree?.delete();
  assert.ok(clean, `does not parse:\n${after}`);
  assert.ok(!(await ask(after)).some((candidate) => candidate.title === action.title), `offered again in:\n${after}`);
  service.forget('file:///src/client.ts');
  return after;
}

/** The proposals at the cursor in a text, and the text with one accepted. */
export async function complete({ before }: { readonly before: string }, languageId: string) {
  const { text, cursor } = readMarkedText(before);
  const list = await createTestService().provideCompletion(testDocument(text, languageId), here, cursor);
  return {
    first: list?.items[0]?.label,
    accept(label: string): string {
      const item = list?.items.find((candidate) => candidate.label === label);
      assert.ok(item, `no ${label} among: ${list?.items.map((candidate) => candidate.label).join(', ')}`);
      return applyEdits(text, [{ span: item.replace, text: item.text }, ...item.further]);
    },
  };
}
