import { isRecord } from '../../service/isRecord.ts';
import { readOwnFile } from './ownPackage.ts';

/** The languages that messages are translated into, as VS Code names them. */
const languages = ['de', 'es', 'fr', 'ja', 'ko', 'pt-br', 'zh-cn'];

/**
 * The translations into the language of the environment: `LC_ALL`, else `LC_MESSAGES`, else `LANG` (POSIX, “Internationalization
 * Variables”): the editor's, and those that only the command line has. @returns undefined for English, for languages without translations, and where their file is missing or broken
 */
export function readTranslations(distribution: string): Readonly<Record<string, string>> | undefined {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  // An empty one counts as absent.
  const locale = [LC_ALL, LC_MESSAGES, LANG].find((each) => each !== undefined && each !== '') ?? '';
  const [language = '', country = ''] = locale
    .toLowerCase()
    .replace(/[.@].*$/, '')
    .split(/[_-]/);
  const wanted = [`${language}-${country}`, language].find((name) => languages.includes(name)) ?? nearest[language];
  if (wanted === undefined) return undefined;
  const found = ['l10n', 'l10n/commandLine']
    .map((folder) => parseTexts(readOwnFile(distribution, `../${folder}/bundle.l10n.${wanted}.json`)))
    .filter((texts) => texts !== undefined);
  return found.length === 0 ? undefined : Object.fromEntries(found.flatMap((texts) => Object.entries(texts)));
}

function parseTexts(text: string): Readonly<Record<string, string>> | undefined {
  try {
    const contents: unknown = JSON.parse(text);
    return isRecord(contents) && hasOnlyTexts(contents) ? contents : undefined;
  } catch {
    return undefined;
  }
}

function hasOnlyTexts(contents: Readonly<Record<string, unknown>>): contents is Readonly<Record<string, string>> {
  return Object.values(contents).every((text) => typeof text === 'string');
}

/** Languages with translations for one country only. */
const nearest: Readonly<Record<string, string>> = { pt: 'pt-br', zh: 'zh-cn' };
