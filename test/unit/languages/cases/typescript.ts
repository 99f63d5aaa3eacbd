import type { LanguageCases } from '../languageCases.ts';

const only = '// error-codes: only billing, GENERATION_TIMEOUT\n';
const comment = '// 402: Smart Balance is paused because the automatic top-up payment could not be processed';
const cause = 'Smart Balance is paused because the automatic top-up payment could not be processed';
const raise = "throw new Error('SMART_BALANCE_PAYMENT_FAILED is not handled yet');";

export const typescript: LanguageCases = {
  id: 'typescript',
  languageId: 'typescript',
  switch: {
    before: `${only}switch (err.code) {\n  case 'INSUFFICIENT_CREDITS':\n    return 1;\n  case 'GENERATION_TIMEOUT':\n    return 2;\n}\n`,
    after: `${only}switch (err.code) {\n  case 'INSUFFICIENT_CREDITS':\n    return 1;\n  case 'GENERATION_TIMEOUT':\n    return 2;\n  case 'SMART_BALANCE_PAYMENT_FAILED':\n    ${comment}\n    ${raise}\n}\n`,
  },
  switchWithDefault: {
    before: `${only}switch (err.code) {\n  case 'INSUFFICIENT_CREDITS': {\n    return 1;\n  }\n  case 'GENERATION_TIMEOUT': {\n    return 2;\n  }\n  default:\n    return 3;\n}\n`,
    after: `${only}switch (err.code) {\n  case 'INSUFFICIENT_CREDITS': {\n    return 1;\n  }\n  case 'GENERATION_TIMEOUT': {\n    return 2;\n  }\n  case 'SMART_BALANCE_PAYMENT_FAILED': {\n    ${comment}\n    ${raise}\n  }\n  default:\n    return 3;\n}\n`,
  },
  chain: {
    before: `${only}if (err.code === 'INSUFFICIENT_CREDITS') {\n  a();\n} else if (err.code === 'GENERATION_TIMEOUT') {\n  b();\n}\n`,
    after: `${only}if (err.code === 'INSUFFICIENT_CREDITS') {\n  a();\n} else if (err.code === 'GENERATION_TIMEOUT') {\n  b();\n} else if (err.code === 'SMART_BALANCE_PAYMENT_FAILED') {\n  ${comment}\n  ${raise}\n}\n`,
  },
  earlyReturns: {
    before: `function f(err) {\n  ${only}  if (err.code === 'INSUFFICIENT_CREDITS') return 1;\n  if (err.code === 'GENERATION_TIMEOUT') return 2;\n  return 3;\n}\n`,
    after: `function f(err) {\n  ${only}  if (err.code === 'INSUFFICIENT_CREDITS') return 1;\n  if (err.code === 'GENERATION_TIMEOUT') return 2;\n  if (err.code === 'SMART_BALANCE_PAYMENT_FAILED') {\n    ${comment}\n    ${raise}\n  }\n  return 3;\n}\n`,
  },
  table: {
    before: `${only}const messages = {\n  INSUFFICIENT_CREDITS: 'a',\n  GENERATION_TIMEOUT: 'b',\n};\n`,
    after: `${only}const messages = {\n  INSUFFICIENT_CREDITS: 'a',\n  GENERATION_TIMEOUT: 'b',\n  SMART_BALANCE_PAYMENT_FAILED: '${cause}',\n};\n`,
  },
  otherwise: {
    before: `switch (err.code) {\n  case 'INSUFFICIENT_CREDITS':\n    return 1;\n}\n`,
    after: `switch (err.code) {\n  case 'INSUFFICIENT_CREDITS':\n    return 1;\n  default:\n    throw new Error(\`Unexpected error code: \${err.code}\`);\n}\n`,
  },
  narrowedByStatus: `if (res.status === 402) {\n  switch (err.code) {\n    case 'INSUFFICIENT_CREDITS':\n      break;\n  }\n}\n`,
  narrowedByConstant: `if (res.status === HttpStatus.PAYMENT_REQUIRED) {\n  switch (err.code) {\n    case 'INSUFFICIENT_CREDITS':\n      break;\n  }\n}\n`,
  narrowedByBranch: `function f(err) {\n  if (err.code === 'SMART_BALANCE_PAYMENT_FAILED') return 1;\n  // error-codes: only billing\n  switch (err.code) {\n    case 'INSUFFICIENT_CREDITS':\n      return 2;\n  }\n}\n`,
  constants: `const CREDITS = 'INSUFFICIENT_CREDITS';\nconst Codes = { timeout: 'GENERATION_TIMEOUT' };\n${only}switch (err.code) {\n  case CREDITS:\n    break;\n  case Codes.timeout:\n    break;\n}\n`,
  duplicate: `switch (err.code) {\n  case 'INSUFFICIENT_CREDITS':\n    a();\n    break;\n  case 'INSUFFICIENT_CREDITS':\n    b();\n    break;\n}\n`,
  partial: `// pikzels\nconst RETRYABLE = new Set(['GENERATION_TIMEOUT', 'INTERNAL_ERROR', 'TOO_MANY_REQUESTS']);\nif (res.status === 429 || RETRYABLE.has(err.code)) retry();\nif (err.code === 'INSUFFICIENT_CREDITS') topUp();\nreturn ['NOT_FOUND', 'CONFLICT'].includes(err.code);\n`,
  lookAlike: `switch (job.status) {\n  case 'CANCELLED':\n    break;\n  case 'GENERATION_FAILED':\n    break;\n}\nswitch (err.code) {\n  case 'NOT_FOUND':\n    break;\n  case 'ALREADY_EXISTS':\n    break;\n  case 'PERMISSION_DENIED':\n    break;\n}\n`,
  completion: {
    before: `switch (err.code) {\n  case 'INVALID_STYLE':\n    break;\n  case '⟦|⟧':\n    break;\n}\n`,
    after: `switch (err.code) {\n  case 'INVALID_STYLE':\n    break;\n  case 'CONFLICT':\n    break;\n}\n`,
  },
  halfTyped: {
    before: `function f() {\n  switch (err.code) {\n    case 'CON⟦|⟧`,
    after: `function f() {\n  switch (err.code) {\n    case 'CONFLICT':`,
  },
  armStart: {
    before: `switch (err.code) {\n  case 'INVALID_STYLE':\n    break;\n  ⟦|⟧\n}\n`,
    label: "case 'CONFLICT':",
    after: `switch (err.code) {\n  case 'INVALID_STYLE':\n    break;\n  case 'CONFLICT':\n}\n`,
  },
};

/** The same sources in a language whose grammar takes them as they are. */
export function typescriptLike(id: string, languageId: string): LanguageCases {
  return { ...typescript, id, languageId };
}
