import * as l10n from '@vscode/l10n';

/** A message about wrong usage, for a command's `error`. Its label is translated where it is printed. */
export function usageError(message: string): string {
  return `error: ${message}`;
}

/** The sentences of Commander, which has no translations. */
const sentences: readonly (readonly [RegExp, (...parts: string[]) => string])[] = [
  [/unknown option '(.*?)'(?=\n|$)/, (name) => l10n.t("unknown option '{0}'", name)],
  [/unknown command '(.*?)'(?=\n|$)/, (name) => l10n.t("unknown command '{0}'", name)],
  [/missing required argument '(.*?)'(?=\n|$)/, (name) => l10n.t("missing required argument '{0}'", name)],
  [/required option '(.*?)' not specified/, (name) => l10n.t("required option '{0}' not specified", name)],
  [/option '(.*?)' argument missing/, (name) => l10n.t("option '{0}' argument missing", name)],
  [
    /option '(.*?)' argument '(.*)' is invalid\./,
    (name, value) => l10n.t("option '{0}' argument '{1}' is invalid.", name, value),
  ],
  [
    /command-argument value '(.*)' is invalid for argument '(.*?)'\./,
    (value, name) => l10n.t("command-argument value '{0}' is invalid for argument '{1}'.", value, name),
  ],
  [
    /too many arguments(?: for '(.*?)')?\. Expected (\d+) arguments? but got (\d+)\./,
    (_, most, given) => l10n.t('too many arguments: {0} instead of {1}.', given, most),
  ],
  [/Allowed choices are (.*)\./, (choices) => l10n.t('Allowed choices are {0}.', choices)],
  [/\(Did you mean (?:one of )?(.*)\?\)/, (name) => `(${l10n.t('Did you mean {0}?', name)})`],
];

/** A message about wrong usage in the language of the texts. */
export function translateUsageError(text: string): string {
  const translated = sentences.reduce(
    (message, [sentence, translate]) => message.replace(sentence, (_, ...parts: string[]) => translate(...parts)),
    text.replace(/^error: /, ''),
  );
  return translated.trim() === '' || !text.startsWith('error: ') ? text : l10n.t('error: {0}', translated);
}
