import * as l10n from '@vscode/l10n';
import { Help, type HelpConfiguration } from 'commander';
import { widthOf, wrapColumns } from '../columns.ts';

const help = new Help();

/** The help in the language of the texts, in lines that fit a terminal in every script. */
export const helpInLanguage: HelpConfiguration = {
  optionDescription: (option) => translateExtras(help.optionDescription(option)),
  argumentDescription: (argument) => translateExtras(help.argumentDescription(argument)),
  styleTitle: translateTitle,
  displayWidth: widthOf,
  boxWrap: wrapColumns,
};

/** The headings of Commander. */
function translateTitle(title: string): string {
  switch (title) {
    case 'Usage:':
      return l10n.t('Usage:');
    case 'Arguments:':
      return l10n.t('Arguments:');
    case 'Options:':
      return l10n.t('Options:');
    case 'Commands:':
      return l10n.t('Commands:');
    default:
      return title;
  }
}

/** The words that Commander adds to a description. Defaults that are empty are left out: they are the rule. */
function translateExtras(description: string): string {
  const [, text = '', choices, value] =
    /^(.*?) ?\((?:choices: ("[^"]*"(?:, "[^"]*")*))?(?:, )?(?:default: ([^()]*))?\)$/s.exec(description) ?? [];
  const extras = [
    ...(choices === undefined ? [] : [l10n.t('choices: {0}', choices)]),
    ...(value === undefined || value === '[]' || value === 'false' ? [] : [l10n.t('default: {0}', value)]),
  ];
  if (choices === undefined && value === undefined) return description;
  return extras.length === 0 ? text : `${text} (${extras.join(', ')})`.trimStart();
}
