import type { LanguageCases } from '../languageCases.ts';

const only = '# error-codes: only billing, GENERATION_TIMEOUT\n';
const comment = '# 402: Smart Balance is paused because the automatic top-up payment could not be processed';
const fail = `printf '%s\\n' "SMART_BALANCE_PAYMENT_FAILED is not handled yet" >&2`;

export const bash: LanguageCases = {
  id: 'bash',
  languageId: 'shellscript',
  switch: {
    before: `${only}case "$code" in\n  "INSUFFICIENT_CREDITS") a ;;\n  "GENERATION_TIMEOUT" | "")\n    b\nesac\nc\n`,
    after: `${only}case "$code" in\n  "INSUFFICIENT_CREDITS") a ;;\n  "GENERATION_TIMEOUT" | "")\n    b\n    ;;\n  "SMART_BALANCE_PAYMENT_FAILED")\n    ${comment}\n    ${fail}\n    exit 1\n    ;;\nesac\nc\n`,
  },
  switchWithDefault: {
    before: `f() {\n  ${only}  case "$(jq -r .error.code <<<"$body")" in\n    INSUFFICIENT_CREDITS) a ;;\n    GENERATION_TIMEOUT) b ;;\n    # the rest\n    *) exit 1 ;;\n  esac\n}\n`,
    after: `f() {\n  ${only}  case "$(jq -r .error.code <<<"$body")" in\n    INSUFFICIENT_CREDITS) a ;;\n    GENERATION_TIMEOUT) b ;;\n    SMART_BALANCE_PAYMENT_FAILED)\n      ${comment}\n      ${fail}\n      exit 1\n      ;;\n    # the rest\n    *) exit 1 ;;\n  esac\n}\n`,
  },
  chain: {
    before: `${only}if [[ "$code" == "INSUFFICIENT_CREDITS" ]]; then\n  a\nelif [[ $code == GENERATION_TIMEOUT || "$code" = 'CONFLICT' ]]; then\n  b\nfi\nc\n`,
    after: `${only}if [[ "$code" == "INSUFFICIENT_CREDITS" ]]; then\n  a\nelif [[ $code == GENERATION_TIMEOUT || "$code" = 'CONFLICT' ]]; then\n  b\nelif [[ "$code" == SMART_BALANCE_PAYMENT_FAILED ]]; then\n  ${comment}\n  ${fail}\n  exit 1\nfi\nc\n`,
  },
  earlyReturns: {
    before: `f() {\n  ${only}  [[ "$code" == "INSUFFICIENT_CREDITS" ]] && return 1\n  if [ "\${code}" = "GENERATION_TIMEOUT" ]; then\n    return 2\n  fi\n  return 3\n}\n`,
    after: `f() {\n  ${only}  [[ "$code" == "INSUFFICIENT_CREDITS" ]] && return 1\n  if [ "\${code}" = "GENERATION_TIMEOUT" ]; then\n    return 2\n  fi\n  if [ "\${code}" = "SMART_BALANCE_PAYMENT_FAILED" ]; then\n    ${comment}\n    ${fail}\n    exit 1\n  fi\n  return 3\n}\n`,
  },
  table: { without: 'few scripts have arrays by key' },
  otherwise: {
    before: `case $error_code in\n  INSUFFICIENT_CREDITS) a ;;\nesac\n`,
    after: `case $error_code in\n  INSUFFICIENT_CREDITS) a ;;\n  *)\n    printf 'Unexpected error code: %s\\n' "$error_code" >&2\n    exit 1\n    ;;\nesac\n`,
  },
  narrowedByStatus: `if [ "$status" -eq 402 ]; then\n  case "$error_code" in\n    INSUFFICIENT_CREDITS) a ;;\n  esac\nfi\n`,
  narrowedByConstant: `case "$http_code" in\n  402)\n    case "$error_code" in\n      INSUFFICIENT_CREDITS) a ;;\n    esac\n    ;;\n  5??) b ;;\nesac\n`,
  narrowedByBranch: `f() {\n  [[ $code == SMART_BALANCE_PAYMENT_FAILED ]] && return 1\n  # error-codes: only billing\n  case "\${code}" in\n    INSUFFICIENT_CREDITS) b ;;\n  esac\n}\n`,
  constants: `CREDITS="INSUFFICIENT_CREDITS"\nreadonly timeout='GENERATION_TIMEOUT'\n${only}case "$code" in\n  "$CREDITS") a ;;\n  "\${timeout}") b ;;\nesac\n`,
  duplicate: `case "$error_code" in\n  INSUFFICIENT_CREDITS) a ;;\n  "INSUFFICIENT_CREDITS") b ;;\nesac\n`,
  partial: `# pikzels\nRETRYABLE=(GENERATION_TIMEOUT INTERNAL_ERROR TOO_MANY_REQUESTS)\nif [[ $status -eq 429 || " \${RETRYABLE[*]} " == *" $code "* ]]; then\n  again\nfi\nif [ "$code" = "INSUFFICIENT_CREDITS" ]; then\n  top_up\nfi\nif [[ $code =~ ^(NOT_FOUND|CONFLICT)$ ]]; then\n  skip\nelif [[ $code == INVALID_STYLE ]]; then\n  a\nelif [[ $code == INVALID_PERSONA ]]; then\n  b\nfi\ncase "$code" in\n  *_TIMEOUT) again ;;\n  INSUFFICIENT_CREDITS) top_up ;;\nesac\n`,
  lookAlike: `if [[ $job_state == CANCELLED ]]; then\n  a\nelif [[ $job_state == GENERATION_FAILED ]]; then\n  b\nfi\ncase "$code" in\n  NOT_FOUND) a ;;\n  ALREADY_EXISTS) b ;;\n  PERMISSION_DENIED) c ;;\nesac\ncase "$1" in\n  -h | --help) usage ;;\n  start) d ;;\nesac\n`,
  completion: {
    before: `case "$error_code" in\n  "INVALID_STYLE") a ;;\n  "⟦|⟧") b ;;\nesac\n`,
    after: `case "$error_code" in\n  "INVALID_STYLE") a ;;\n  "CONFLICT") b ;;\nesac\n`,
  },
  halfTyped: {
    before: `f() {\n  case "$error_code" in\n    "CON⟦|⟧`,
    after: `f() {\n  case "$error_code" in\n    "CONFLICT")`,
  },
  armStart: {
    before: `case "$error_code" in\n  "INVALID_STYLE") a ;;\n  ⟦|⟧\nesac\n`,
    label: '"CONFLICT")',
    after: `case "$error_code" in\n  "INVALID_STYLE") a ;;\n  "CONFLICT")\nesac\n`,
  },
};
