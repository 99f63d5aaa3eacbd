import type { LanguageCases } from '../languageCases.ts';

const only = '// error-codes: only billing, GENERATION_TIMEOUT\n';
const comment = '// 402: Smart Balance is paused because the automatic top-up payment could not be processed';
const cause = 'Smart Balance is paused because the automatic top-up payment could not be processed';
const raise = 'panic("SMART_BALANCE_PAYMENT_FAILED is not handled yet")';
const open = 'package p\n\nfunc f(err *APIError) int {\n';

export const go: LanguageCases = {
  id: 'go',
  languageId: 'go',
  switch: {
    before: `${open}\t${only}\tswitch err.Code {\n\tcase "INSUFFICIENT_CREDITS":\n\t\treturn 1\n\tcase "GENERATION_TIMEOUT":\n\t\ta()\n\t}\n\treturn 2\n}\n`,
    after: `${open}\t${only}\tswitch err.Code {\n\tcase "INSUFFICIENT_CREDITS":\n\t\treturn 1\n\tcase "GENERATION_TIMEOUT":\n\t\ta()\n\tcase "SMART_BALANCE_PAYMENT_FAILED":\n\t\t${comment}\n\t\t${raise}\n\t}\n\treturn 2\n}\n`,
  },
  switchWithDefault: {
    before: `${open}\t${only}\tswitch code := err.Code(); code {\n\tcase "INSUFFICIENT_CREDITS", "GENERATION_TIMEOUT":\n\t\ta()\n\t\tfallthrough\n\tdefault:\n\t\tb()\n\t}\n\treturn 2\n}\n`,
    after: `${open}\t${only}\tswitch code := err.Code(); code {\n\tcase "SMART_BALANCE_PAYMENT_FAILED":\n\t\t${comment}\n\t\t${raise}\n\tcase "INSUFFICIENT_CREDITS", "GENERATION_TIMEOUT":\n\t\ta()\n\t\tfallthrough\n\tdefault:\n\t\tb()\n\t}\n\treturn 2\n}\n`,
  },
  chain: {
    before: `${open}\t${only}\tswitch {\n\tcase err.Code == "INSUFFICIENT_CREDITS":\n\t\ta()\n\tcase err.Code == "GENERATION_TIMEOUT":\n\t\tb()\n\t}\n\treturn 2\n}\n`,
    after: `${open}\t${only}\tswitch {\n\tcase err.Code == "INSUFFICIENT_CREDITS":\n\t\ta()\n\tcase err.Code == "GENERATION_TIMEOUT":\n\t\tb()\n\tcase err.Code == "SMART_BALANCE_PAYMENT_FAILED":\n\t\t${comment}\n\t\t${raise}\n\t}\n\treturn 2\n}\n`,
  },
  earlyReturns: {
    before: `${open}\t${only}\tif err.Code == "INSUFFICIENT_CREDITS" {\n\t\treturn 1\n\t}\n\tif err.Code == "GENERATION_TIMEOUT" {\n\t\treturn 2\n\t}\n\treturn 3\n}\n`,
    after: `${open}\t${only}\tif err.Code == "INSUFFICIENT_CREDITS" {\n\t\treturn 1\n\t}\n\tif err.Code == "GENERATION_TIMEOUT" {\n\t\treturn 2\n\t}\n\tif err.Code == "SMART_BALANCE_PAYMENT_FAILED" {\n\t\t${comment}\n\t\t${raise}\n\t}\n\treturn 3\n}\n`,
  },
  table: {
    before: `package p\n\n${only}var messages = map[string]string{\n\t"INSUFFICIENT_CREDITS": "a",\n\t"GENERATION_TIMEOUT": "b",\n}\n`,
    after: `package p\n\n${only}var messages = map[string]string{\n\t"INSUFFICIENT_CREDITS": "a",\n\t"GENERATION_TIMEOUT": "b",\n\t"SMART_BALANCE_PAYMENT_FAILED": "${cause}",\n}\n`,
  },
  otherwise: {
    before: `${open}\tswitch err.Code {\n\tcase "INSUFFICIENT_CREDITS":\n\t\treturn 1\n\t}\n\treturn 2\n}\n`,
    after: `${open}\tswitch err.Code {\n\tcase "INSUFFICIENT_CREDITS":\n\t\treturn 1\n\tdefault:\n\t\tpanic("unexpected error code: " + string(err.Code))\n\t}\n\treturn 2\n}\n`,
  },
  narrowedByStatus: `${open}\tswitch resp.StatusCode {\n\tcase 402:\n\t\tswitch string(err.Code) {\n\t\tcase "INSUFFICIENT_CREDITS":\n\t\t\treturn 1\n\t\t}\n\t}\n\treturn 2\n}\n`,
  narrowedByConstant: `${open}\tif resp.StatusCode != http.StatusPaymentRequired {\n\t\treturn 0\n\t}\n\tswitch err.Code {\n\tcase "INSUFFICIENT_CREDITS":\n\t\treturn 1\n\t}\n\treturn 2\n}\n`,
  narrowedByBranch: `${open}\tif string(err.Code) == "SMART_BALANCE_PAYMENT_FAILED" {\n\t\treturn 1\n\t}\n\t// error-codes: only billing\n\tswitch err.Code {\n\tcase "INSUFFICIENT_CREDITS":\n\t\treturn 2\n\t}\n\treturn 3\n}\n`,
  constants: `package p\n\ntype Code string\n\nconst (\n\tCredits Code = "INSUFFICIENT_CREDITS"\n\tTimeout = Code("GENERATION_TIMEOUT")\n)\n\nfunc f(err *APIError) {\n\t${only}\tswitch err.Code {\n\tcase Credits, Timeout:\n\t\ta()\n\t}\n}\n`,
  duplicate: `${open}\tswitch err.Code {\n\tcase "INSUFFICIENT_CREDITS":\n\t\treturn 1\n\tcase "CONFLICT", "INSUFFICIENT_CREDITS":\n\t\treturn 2\n\t}\n\treturn 3\n}\n`,
  partial: `package p\n\n// pikzels\nvar retryable = map[string]bool{"GENERATION_TIMEOUT": true, "INTERNAL_ERROR": true, "TOO_MANY_REQUESTS": true}\nvar fatal = map[string]struct{}{"GENERATION_FAILED": {}, "CONFLICT": {}}\n\nfunc f(err *APIError, resp *http.Response) bool {\n\tif resp.StatusCode == http.StatusTooManyRequests || retryable[err.Code] {\n\t\tretry()\n\t}\n\tif err.Code == "INSUFFICIENT_CREDITS" {\n\t\ttopUp()\n\t}\n\tif err := again(); err.Code == "GENERATION_TIMEOUT" {\n\t\treturn true\n\t}\n\tswitch err.Code {\n\tcase pikzels.Conflict, pikzels.Timeout:\n\t\treturn false\n\t}\n\treturn slices.Contains([]string{"NOT_FOUND", "CONFLICT"}, err.Code)\n}\n`,
  lookAlike: `${open}\tswitch job.Status {\n\tcase "CANCELLED":\n\t\ta()\n\tcase "GENERATION_FAILED":\n\t\tb()\n\t}\n\tswitch err.Code {\n\tcase "NOT_FOUND":\n\t\ta()\n\tcase "ALREADY_EXISTS":\n\t\tb()\n\tcase "PERMISSION_DENIED":\n\t\tc()\n\t}\n\tswitch e := x.(type) {\n\tcase CONFLICT, NOT_FOUND:\n\t\tc(e)\n\t}\n\treturn 1\n}\n`,
  completion: {
    before: `${open}\tswitch err.Code {\n\tcase "INVALID_STYLE":\n\t\ta()\n\tcase "⟦|⟧":\n\t\tb()\n\t}\n}\n`,
    after: `${open}\tswitch err.Code {\n\tcase "INVALID_STYLE":\n\t\ta()\n\tcase "CONFLICT":\n\t\tb()\n\t}\n}\n`,
  },
  halfTyped: {
    before: `${open}\tswitch err.Code {\n\tcase "CON⟦|⟧`,
    after: `${open}\tswitch err.Code {\n\tcase "CONFLICT":`,
  },
  armStart: {
    before: `${open}\tswitch err.Code {\n\tcase "INVALID_STYLE":\n\t\ta()\n\t⟦|⟧\n\t}\n}\n`,
    label: 'case "CONFLICT":',
    after: `${open}\tswitch err.Code {\n\tcase "INVALID_STYLE":\n\t\ta()\n\tcase "CONFLICT":\n\t}\n}\n`,
  },
};
