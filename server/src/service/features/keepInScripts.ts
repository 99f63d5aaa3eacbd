import { sourceOf } from '../languages/sourceOf.ts';
import { applyEdits } from '../edits/readBack.ts';
import type { CodeActionAnswer } from '../edits/proposal.ts';

/** Keeps the actions of a page that change its scripts and nothing else; for any other document all actions. */
export async function keepInScripts(
  { text: whole, languageId }: { readonly text: string; readonly languageId: string },
  actions: readonly CodeActionAnswer[],
): Promise<readonly CodeActionAnswer[]> {
  const text = actions.length === 0 ? whole : (await sourceOf(languageId, whole))?.text;
  if (text === whole || text === undefined) return actions;
  const kept: CodeActionAnswer[] = [];
  for (const action of actions) {
    const after = await sourceOf(languageId, applyEdits(whole, action.edits));
    if (after?.text === applyEdits(text, action.edits)) kept.push(action);
  }
  return kept;
}
