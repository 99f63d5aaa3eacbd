import * as l10n from '@vscode/l10n';

/** Parts of documents that codes were read from, in the reader's language. */
const parts: Readonly<Record<string, (number: number) => string>> = {
  declaration: (number) => (number === 1 ? l10n.t('1 declaration') : l10n.t('{0} declarations', number)),
  description: (number) => (number === 1 ? l10n.t('1 description') : l10n.t('{0} descriptions', number)),
  enum: (number) => (number === 1 ? l10n.t('1 enum') : l10n.t('{0} enums', number)),
  error: (number) => (number === 1 ? l10n.t('1 error') : l10n.t('{0} errors', number)),
  example: (number) => (number === 1 ? l10n.t('1 example') : l10n.t('{0} examples', number)),
  exception: (number) => (number === 1 ? l10n.t('1 exception') : l10n.t('{0} exceptions', number)),
  extension: (number) => (number === 1 ? l10n.t('1 extension') : l10n.t('{0} extensions', number)),
  heading: (number) => (number === 1 ? l10n.t('1 heading') : l10n.t('{0} headings', number)),
  list: (number) => (number === 1 ? l10n.t('1 list') : l10n.t('{0} lists', number)),
  response: (number) => (number === 1 ? l10n.t('1 response') : l10n.t('{0} responses', number)),
  'saved response': (number) => (number === 1 ? l10n.t('1 saved response') : l10n.t('{0} saved responses', number)),
  schema: (number) => (number === 1 ? l10n.t('1 schema') : l10n.t('{0} schemas', number)),
  table: (number) => (number === 1 ? l10n.t('1 table') : l10n.t('{0} tables', number)),
};

/** How many codes were read, and from what: `31 codes from 2 tables, 1 list`. @param from as readings of documents have them */
export function describeFound(codes: number, from: readonly string[]): string {
  const found = codes === 1 ? l10n.t('1 code') : l10n.t('{0} codes', codes);
  return from.length === 0 ? found : l10n.t('{0} from {1}', found, from.map(describePart).join(', '));
}

function describePart(phrase: string): string {
  const [, number = '', noun = ''] = /^(\d+) ([a-z ]+?)s?$/.exec(phrase) ?? [];
  return parts[noun]?.(Number(number)) ?? phrase;
}
