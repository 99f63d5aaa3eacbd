import * as vscode from 'vscode';

/** The answer of a wizard's step: a value, one step back, or the end. */
export type StepAnswer<Value> = { readonly value: Value } | 'back' | undefined;

/** Which of a wizard's steps a question is, from 1. */
export interface StepPlace {
  readonly step: number;
  readonly totalSteps: number;
}

interface PickOptions<Item extends vscode.QuickPickItem> extends StepPlace {
  readonly title: string;
  readonly placeholder: string;
  readonly items: readonly Item[];
  /** Several may be chosen; these are at first. */
  readonly selected?: readonly Item[];
  readonly canGoBack: boolean;
}

/** A list to choose from, with a button that goes back. @returns the chosen items, at least one unless several may be chosen */
export function pick<Item extends vscode.QuickPickItem>(options: PickOptions<Item>): Promise<StepAnswer<readonly Item[]>> {
  const input = vscode.window.createQuickPick<Item>();
  input.title = options.title;
  input.step = options.step;
  input.totalSteps = options.totalSteps;
  input.placeholder = options.placeholder;
  input.items = options.items;
  input.canSelectMany = options.selected !== undefined;
  input.matchOnDescription = true;
  input.matchOnDetail = true;
  input.ignoreFocusOut = true;
  if (options.canGoBack) input.buttons = [vscode.QuickInputButtons.Back];
  const answer = answerOf(input, () => [...input.selectedItems]);
  // The list forgets a selection that is set before it is shown.
  if (options.selected) input.selectedItems = options.selected;
  return answer;
}

/** Shows an input and waits for its end. @param read the value when it is accepted; undefined: it is not, and the input stays */
function answerOf<Value>(
  input: Pick<vscode.InputBox, 'onDidTriggerButton' | 'onDidAccept' | 'onDidHide' | 'show' | 'hide' | 'dispose'>,
  read: () => Value | undefined,
): Promise<StepAnswer<Value>> {
  return new Promise((resolve) => {
    input.onDidTriggerButton(() => {
      resolve('back');
      input.hide();
    });
    input.onDidAccept(() => {
      const value = read();
      if (value === undefined) return;
      resolve({ value });
      input.hide();
    });
    input.onDidHide(() => {
      resolve(undefined);
      input.dispose();
    });
    input.show();
  });
}

interface AskOptions extends StepPlace {
  readonly title: string;
  readonly prompt: string;
  readonly placeholder?: string;
  readonly value: string;
  /** @returns the problem of a value; undefined when it is right */
  validate(value: string): string | undefined;
}

/** A line of text, with a button that goes back. */
export function ask({ title, step, totalSteps, prompt, placeholder, value, validate }: AskOptions): Promise<StepAnswer<string>> {
  const input = vscode.window.createInputBox();
  input.title = title;
  input.step = step;
  input.totalSteps = totalSteps;
  input.prompt = prompt;
  if (placeholder !== undefined) input.placeholder = placeholder;
  input.value = value;
  input.ignoreFocusOut = true;
  input.buttons = [vscode.QuickInputButtons.Back];
  input.onDidChangeValue((changed) => {
    input.validationMessage = validate(changed.trim());
  });
  return answerOf(input, () => {
    const text = input.value.trim();
    input.validationMessage = validate(text);
    return input.validationMessage === undefined ? text : undefined;
  });
}
