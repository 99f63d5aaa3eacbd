import * as l10n from '@vscode/l10n';
import { isCatalogueName } from './catalogueName.ts';
import { catalogueSources } from './sources/sources.ts';

/** Endings of documents that cannot be read, and the nearest kind that can. */
const ways: readonly (readonly [RegExp, () => string])[] = [
  [/\.(?:xlsx?|ods|numbers)$/i, () => l10n.t('Save the sheet as CSV.')],
  [/\.(?:pdf|docx?|odt|rtf|pages)$/i, () => l10n.t('Save the document as HTML, or copy its table into a CSV file.')],
  [/\.(?:textile|org|wiki|mediawiki|dokuwiki|creole|pod)$/i, () => l10n.t('Convert the page to HTML or Markdown.')],
  [/\.(?:raml|wadl|wsdl|xsd|apib|tsp)$/i, () => l10n.t('Convert the description to OpenAPI.')],
  [/\.(?:txt|text|log)$/i, () => l10n.t('Give the file the ending of its kind, such as .md or .csv.')],
  [/\.(?:jsonc|json5)$/i, () => l10n.t('Give the file the ending .json.')],
];

/** Why a document cannot be read: the kinds that can, and the nearest way to one of them. */
export function describeUnreadable(name: string): string {
  if (isCatalogueName(name)) return l10n.t('The document is a catalogue: use it as it is, or compare it with catalogue diff.');
  const kinds = catalogueSources.map(({ title, endings }) => `${title} (${endings.join(', ')})`).join('; ');
  const way = ways.find(([ending]) => ending.test(name))?.[1]() ?? l10n.t('Save the page as HTML, or its table as CSV.');
  return l10n.t('The document is of no kind that can be read. {0} These can be: {1}.', way, kinds);
}
