import type { LanguageCases } from '../languageCases.ts';

const only = '# error-codes: only billing, GENERATION_TIMEOUT\n';
const comment = '# 402: Smart Balance is paused because the automatic top-up payment could not be processed';
const cause = 'Smart Balance is paused because the automatic top-up payment could not be processed';
const raise = 'raise NotImplementedError("SMART_BALANCE_PAYMENT_FAILED is not handled yet")';

export const python: LanguageCases = {
  id: 'python',
  languageId: 'python',
  switch: {
    before: `${only}match err.code:\n    case "INSUFFICIENT_CREDITS":\n        a()\n    case "GENERATION_TIMEOUT":\n        b()\nc()\n`,
    after: `${only}match err.code:\n    case "INSUFFICIENT_CREDITS":\n        a()\n    case "GENERATION_TIMEOUT":\n        b()\n    case "SMART_BALANCE_PAYMENT_FAILED":\n        ${comment}\n        ${raise}\nc()\n`,
  },
  switchWithDefault: {
    before: `${only}match err.code:\n    case "INSUFFICIENT_CREDITS" | "GENERATION_TIMEOUT":\n        a()\n    case _:\n        b()\n`,
    after: `${only}match err.code:\n    case "INSUFFICIENT_CREDITS" | "GENERATION_TIMEOUT":\n        a()\n    case "SMART_BALANCE_PAYMENT_FAILED":\n        ${comment}\n        ${raise}\n    case _:\n        b()\n`,
  },
  chain: {
    before: `${only}if err.code == "INSUFFICIENT_CREDITS":\n    a()\nelif err.code == "GENERATION_TIMEOUT":\n    b()\nc()\n`,
    after: `${only}if err.code == "INSUFFICIENT_CREDITS":\n    a()\nelif err.code == "GENERATION_TIMEOUT":\n    b()\nelif err.code == "SMART_BALANCE_PAYMENT_FAILED":\n    ${comment}\n    ${raise}\nc()\n`,
  },
  earlyReturns: {
    before: `def f(err):\n    ${only}    if err.code == "INSUFFICIENT_CREDITS":\n        return 1\n    if err.code == "GENERATION_TIMEOUT":\n        return 2\n    return 3\n`,
    after: `def f(err):\n    ${only}    if err.code == "INSUFFICIENT_CREDITS":\n        return 1\n    if err.code == "GENERATION_TIMEOUT":\n        return 2\n    if err.code == "SMART_BALANCE_PAYMENT_FAILED":\n        ${comment}\n        ${raise}\n    return 3\n`,
  },
  table: {
    before: `${only}MESSAGES = {\n    "INSUFFICIENT_CREDITS": "a",\n    "GENERATION_TIMEOUT": "b",\n}\n`,
    after: `${only}MESSAGES = {\n    "INSUFFICIENT_CREDITS": "a",\n    "GENERATION_TIMEOUT": "b",\n    "SMART_BALANCE_PAYMENT_FAILED": "${cause}",\n}\n`,
  },
  otherwise: {
    before: `match err.code:\n    case "INSUFFICIENT_CREDITS":\n        a()\n`,
    after: `match err.code:\n    case "INSUFFICIENT_CREDITS":\n        a()\n    case _:\n        raise ValueError(f"Unexpected error code: {err.code}")\n`,
  },
  narrowedByStatus: `if response.status_code == 402:\n    match err.code:\n        case "INSUFFICIENT_CREDITS":\n            a()\n`,
  narrowedByConstant: `if response.status_code == HTTPStatus.PAYMENT_REQUIRED:\n    match err.code:\n        case "INSUFFICIENT_CREDITS":\n            a()\n`,
  narrowedByBranch: `def f(err):\n    if err.code == "SMART_BALANCE_PAYMENT_FAILED":\n        return 1\n    # error-codes: only billing\n    match err.code:\n        case "INSUFFICIENT_CREDITS":\n            return 2\n`,
  constants: `CREDITS = "INSUFFICIENT_CREDITS"\nclass Code(str, Enum):\n    TIMEOUT = "GENERATION_TIMEOUT"\n${only}if err.code == CREDITS:\n    a()\nelif err.code == Code.TIMEOUT.value:\n    b()\n`,
  duplicate: `match err.code:\n    case "INSUFFICIENT_CREDITS":\n        a()\n    case "INSUFFICIENT_CREDITS":\n        b()\n`,
  partial: `# pikzels\nRETRYABLE = {"GENERATION_TIMEOUT", "INTERNAL_ERROR", "TOO_MANY_REQUESTS"}\nif response.status_code == 429 or err.code in RETRYABLE:\n    retry()\nif err.code == "INSUFFICIENT_CREDITS":\n    top_up()\nok = err.code in ("NOT_FOUND", "CONFLICT")\n`,
  lookAlike: `if job.status == "CANCELLED":\n    a()\nelif job.status == "GENERATION_FAILED":\n    b()\nmatch err.code:\n    case "NOT_FOUND":\n        a()\n    case "ALREADY_EXISTS":\n        b()\n    case "PERMISSION_DENIED":\n        c()\n`,
  completion: {
    before: `match err.code:\n    case "INVALID_STYLE":\n        a()\n    case "⟦|⟧":\n        b()\n`,
    after: `match err.code:\n    case "INVALID_STYLE":\n        a()\n    case "CONFLICT":\n        b()\n`,
  },
  halfTyped: {
    before: `def f(err):\n    match err.code:\n        case "CON⟦|⟧`,
    after: `def f(err):\n    match err.code:\n        case "CONFLICT":`,
  },
  armStart: {
    before: `match err.code:\n    case "INVALID_STYLE":\n        a()\n    ⟦|⟧\n`,
    label: 'case "CONFLICT":',
    after: `match err.code:\n    case "INVALID_STYLE":\n        a()\n    case "CONFLICT":\n`,
  },
};
