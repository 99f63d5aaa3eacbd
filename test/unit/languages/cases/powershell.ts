import type { LanguageCases } from '../languageCases.ts';

const only = '# error-codes: only billing, GENERATION_TIMEOUT\n';
const comment = '# 402: Smart Balance is paused because the automatic top-up payment could not be processed';
const cause = 'Smart Balance is paused because the automatic top-up payment could not be processed';
const raise = "throw 'SMART_BALANCE_PAYMENT_FAILED is not handled yet'";

export const powershell: LanguageCases = {
  id: 'powershell',
  languageId: 'powershell',
  switch: {
    before: `${only}switch ($err.code) {\n    'INSUFFICIENT_CREDITS' { a; break }\n    "GENERATION_TIMEOUT" { b }\n    $null { c }\n}\n`,
    after: `${only}switch ($err.code) {\n    'INSUFFICIENT_CREDITS' { a; break }\n    "GENERATION_TIMEOUT" { b }\n    $null { c }\n    'SMART_BALANCE_PAYMENT_FAILED' {\n        ${comment}\n        ${raise}\n    }\n}\n`,
  },
  switchWithDefault: {
    before: `${only}switch -Exact ($err.GetCode()) {\n    { $_ -in 'INSUFFICIENT_CREDITS', 'CONFLICT' } { a }\n    'GENERATION_TIMEOUT' { b }\n    default { throw 'x' }\n}\n`,
    after: `${only}switch -Exact ($err.GetCode()) {\n    { $_ -in 'INSUFFICIENT_CREDITS', 'CONFLICT' } { a }\n    'GENERATION_TIMEOUT' { b }\n    'SMART_BALANCE_PAYMENT_FAILED' {\n        ${comment}\n        ${raise}\n    }\n    default { throw 'x' }\n}\n`,
  },
  chain: {
    before: `${only}if ($err.code -eq 'INSUFFICIENT_CREDITS') {\n    a\n} elseif ($err.code -in @('GENERATION_TIMEOUT', 'CONFLICT') -and -not $x) {\n    b\n}\nc\n`,
    after: `${only}if ($err.code -eq 'INSUFFICIENT_CREDITS') {\n    a\n} elseif ($err.code -in @('GENERATION_TIMEOUT', 'CONFLICT') -and -not $x) {\n    b\n} elseif ($err.code -eq 'SMART_BALANCE_PAYMENT_FAILED') {\n    ${comment}\n    ${raise}\n}\nc\n`,
  },
  earlyReturns: {
    before: `function f($err) {\n    ${only}    if ($err['code'] -ceq 'INSUFFICIENT_CREDITS') { return 1 }\n    if ('GENERATION_TIMEOUT', 'CONFLICT' -contains $err['code']) {\n        return 2\n    }\n    return 3\n}\n`,
    after: `function f($err) {\n    ${only}    if ($err['code'] -ceq 'INSUFFICIENT_CREDITS') { return 1 }\n    if ('GENERATION_TIMEOUT', 'CONFLICT' -contains $err['code']) {\n        return 2\n    }\n    if ($err['code'] -ceq 'SMART_BALANCE_PAYMENT_FAILED') {\n        ${comment}\n        ${raise}\n    }\n    return 3\n}\n`,
  },
  table: {
    before: `${only}$Messages = @{\n    'INSUFFICIENT_CREDITS' = 'a'\n    'GENERATION_TIMEOUT' = 'b'\n}\n`,
    after: `${only}$Messages = @{\n    'INSUFFICIENT_CREDITS' = 'a'\n    'GENERATION_TIMEOUT' = 'b'\n    'SMART_BALANCE_PAYMENT_FAILED' = '${cause}'\n}\n`,
  },
  otherwise: {
    before: `switch ($err.code) {\n    'INSUFFICIENT_CREDITS' { a }\n}\n`,
    after: `switch ($err.code) {\n    'INSUFFICIENT_CREDITS' { a }\n    default {\n        throw "Unexpected error code: $($err.code)"\n    }\n}\n`,
  },
  narrowedByStatus: `if ($response.StatusCode -eq 402) {\n    switch ($err.code) {\n        'INSUFFICIENT_CREDITS' { a }\n    }\n}\n`,
  narrowedByConstant: `if ([int]$response.StatusCode.value__ -ge 402 -and $response.StatusCode -le 402 -or $response.StatusCode -eq [System.Net.HttpStatusCode]::PaymentRequired) {\n    switch ($err.code) {\n        'INSUFFICIENT_CREDITS' { a }\n    }\n}\n`,
  narrowedByBranch: `function f($err) {\n    if ($err.code -eq 'SMART_BALANCE_PAYMENT_FAILED') { return 1 }\n    # error-codes: only billing\n    switch ($err.code) {\n        'INSUFFICIENT_CREDITS' { 2 }\n    }\n}\n`,
  constants: `$Credits = 'INSUFFICIENT_CREDITS'\nclass Codes {\n    static [string] $Timeout = 'GENERATION_TIMEOUT'\n}\n${only}if ($err.code -eq $Credits) {\n    a\n} elseif ($err.code -eq [Codes]::Timeout) {\n    b\n}\n`,
  duplicate: `switch ($err.code) {\n    'INSUFFICIENT_CREDITS' { a }\n    "INSUFFICIENT_CREDITS" { b }\n}\n`,
  partial: `# pikzels\n$Retryable = @('GENERATION_TIMEOUT', 'INTERNAL_ERROR', 'TOO_MANY_REQUESTS')\nif ($status -eq 429 -or $err.code -in $Retryable) { again }\nif ($err.code -eq 'INSUFFICIENT_CREDITS') { topUp }\n$ok = $err.code -in 'NOT_FOUND', 'CONFLICT'\nswitch -Regex ($err.code) {\n    'TIMEOUT$' { again }\n    'INSUFFICIENT_CREDITS' { topUp }\n}\nswitch ($err.code) {\n    { $Others -contains $_ } { again }\n    'INSUFFICIENT_CREDITS' { topUp }\n}\n`,
  lookAlike: `if ($job.State -eq 'CANCELLED') {\n    a\n} elseif ($job.State -eq 'GENERATION_FAILED') {\n    b\n}\nswitch ($err.code) {\n    'NOT_FOUND' { a }\n    'ALREADY_EXISTS' { b }\n    'PERMISSION_DENIED' { c }\n}\nswitch ($code) {\n    ([ErrorCode]::NotFound) { a }\n    ([ErrorCode]::Conflict) { b }\n}\n`,
  completion: {
    before: `switch ($err.code) {\n    'INVALID_STYLE' { a }\n    '⟦|⟧' { b }\n}\n`,
    after: `switch ($err.code) {\n    'INVALID_STYLE' { a }\n    'CONFLICT' { b }\n}\n`,
  },
  halfTyped: {
    before: `function f($err) {\n    switch ($err.code) {\n        'CON⟦|⟧`,
    after: `function f($err) {\n    switch ($err.code) {\n        'CONFLICT'`,
  },
  armStart: {
    before: `switch ($err.code) {\n    'INVALID_STYLE' { a }\n    ⟦|⟧\n}\n`,
    label: "'CONFLICT' { }",
    after: `switch ($err.code) {\n    'INVALID_STYLE' { a }\n    'CONFLICT' { }\n}\n`,
  },
};
