import { duplicateCode } from './duplicateCode.ts';
import { pointlessRetry } from './pointlessRetry.ts';
import { retiredCode } from './retiredCode.ts';
import type { Rule } from './rule.ts';
import { unhandledCode } from './unhandledCode.ts';
import { unknownCode } from './unknownCode.ts';
import { wrongStatus } from './wrongStatus.ts';

/** The rules that read a document's sites. `exposed-key` and `unused-directive` are about the text and its directives. */
export const siteRules: readonly Rule[] = [unhandledCode, unknownCode, retiredCode, duplicateCode, wrongStatus, pointlessRetry];
