import { swift } from './swift.ts';
import { dart } from './dart.ts';
import { php } from './php.ts';
import { csharp } from './csharp.ts';
import type { LanguageCases } from '../languageCases.ts';
import { go } from './go.ts';
import { java } from './java.ts';
import { python } from './python.ts';
import { ruby } from './ruby.ts';
import { rust } from './rust.ts';
import { kotlin } from './kotlin.ts';
import { bash } from './bash.ts';
import { cpp } from './cpp.ts';
import { powershell } from './powershell.ts';
import { scala } from './scala.ts';
import { typescript, typescriptLike } from './typescript.ts';

/** The cases of every language. */
export const allCases: readonly LanguageCases[] = [
  typescript,
  typescriptLike('typescriptreact', 'typescriptreact'),
  typescriptLike('javascript', 'javascript'),
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
