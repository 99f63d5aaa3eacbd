import { swift } from './swift.ts';
import { dart } from './dart.ts';
import { php } from './php.ts';
import { csharp } from './csharp.ts';
import { go } from './go.ts';
import { java } from './java.ts';
import type { Language } from './language.ts';
import { python } from './python.ts';
import { ruby } from './ruby.ts';
import { rust } from './rust.ts';
import { kotlin } from './kotlin.ts';
import { bash } from './bash.ts';
import { cpp } from './cpp.ts';
import { powershell } from './powershell.ts';
import { scala } from './scala.ts';
import { javascript, typescript, typescriptreact } from './typescript.ts';

/** Every language whose handling sites are recognised. */
export const languages: readonly Language[] = [
  typescript,
  typescriptreact,
  javascript,
  python,
  ruby,
  rust,
  kotlin,
  bash,
  cpp,
  powershell,
  go,
  java,
  csharp,
  php,
  dart,
  swift,
  scala,
];

const byLanguageId = new Map(languages.flatMap((language) => language.languageIds.map((id) => [id, language] as const)));

/** @returns undefined for a language whose code is not analysed */
export function languageOfId(languageId: string): Language | undefined {
  return byLanguageId.get(languageId);
}
