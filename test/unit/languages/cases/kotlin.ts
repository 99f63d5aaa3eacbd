import type { LanguageCases } from '../languageCases.ts';

const only = '// error-codes: only billing, GENERATION_TIMEOUT\n';
const comment = '// 402: Smart Balance is paused because the automatic top-up payment could not be processed';
const cause = 'Smart Balance is paused because the automatic top-up payment could not be processed';
const todo = 'TODO("SMART_BALANCE_PAYMENT_FAILED is not handled yet")';

export const kotlin: LanguageCases = {
  id: 'kotlin',
  languageId: 'kotlin',
  switch: {
    before: `${only}val x = when (err.code) {\n    "GENERATION_TIMEOUT" -> 1\n    in listOf("INSUFFICIENT_CREDITS") -> 2\n    null -> 3\n}\n`,
    after: `${only}val x = when (err.code) {\n    "GENERATION_TIMEOUT" -> 1\n    in listOf("INSUFFICIENT_CREDITS") -> 2\n    null -> 3\n    ${comment}\n    "SMART_BALANCE_PAYMENT_FAILED" -> ${todo}\n}\n`,
  },
  switchWithDefault: {
    before: `fun f(err: E) {\n    ${only}    when (val code = err?.code) {\n        "INSUFFICIENT_CREDITS", "GENERATION_TIMEOUT" -> {\n            a(code)\n        }\n        else -> b()\n    }\n}\n`,
    after: `fun f(err: E) {\n    ${only}    when (val code = err?.code) {\n        "INSUFFICIENT_CREDITS", "GENERATION_TIMEOUT" -> {\n            a(code)\n        }\n        "SMART_BALANCE_PAYMENT_FAILED" -> {\n            ${comment}\n            ${todo}\n        }\n        else -> b()\n    }\n}\n`,
  },
  chain: {
    before: `fun f(err: E) {\n    ${only}    when {\n        err.code == "GENERATION_TIMEOUT" -> a()\n        err.code == "INSUFFICIENT_CREDITS" && retries > 0 -> b()\n    }\n}\n`,
    after: `fun f(err: E) {\n    ${only}    when {\n        err.code == "GENERATION_TIMEOUT" -> a()\n        err.code == "INSUFFICIENT_CREDITS" && retries > 0 -> b()\n        ${comment}\n        err.code == "SMART_BALANCE_PAYMENT_FAILED" -> ${todo}\n    }\n}\n`,
  },
  earlyReturns: {
    before: `fun f(err: E): Int {\n    ${only}    if (err.code.equals("INSUFFICIENT_CREDITS")) return 1\n    if (err.code!! == "GENERATION_TIMEOUT") {\n        return 2\n    }\n    return 3\n}\n`,
    after: `fun f(err: E): Int {\n    ${only}    if (err.code.equals("INSUFFICIENT_CREDITS")) return 1\n    if (err.code!! == "GENERATION_TIMEOUT") {\n        return 2\n    }\n    if (err.code!! == "SMART_BALANCE_PAYMENT_FAILED") {\n        ${comment}\n        ${todo}\n    }\n    return 3\n}\n`,
  },
  table: {
    before: `${only}val messages = mapOf(\n    "INSUFFICIENT_CREDITS" to "a",\n    "GENERATION_TIMEOUT" to "b",\n)\n`,
    after: `${only}val messages = mapOf(\n    "INSUFFICIENT_CREDITS" to "a",\n    "GENERATION_TIMEOUT" to "b",\n    "SMART_BALANCE_PAYMENT_FAILED" to "${cause}",\n)\n`,
  },
  otherwise: {
    before: `fun f(err: E) {\n    if (err.code == "INSUFFICIENT_CREDITS") {\n        a()\n    } else if (err.code in setOf("GENERATION_TIMEOUT")) {\n        b()\n    }\n}\n`,
    after: `fun f(err: E) {\n    if (err.code == "INSUFFICIENT_CREDITS") {\n        a()\n    } else if (err.code in setOf("GENERATION_TIMEOUT")) {\n        b()\n    } else {\n        error("Unexpected error code: \${err.code}")\n    }\n}\n`,
  },
  narrowedByStatus: `fun f() {\n    if (response.code() == 402) {\n        when (err.code) {\n            "INSUFFICIENT_CREDITS" -> a()\n        }\n    }\n}\n`,
  narrowedByConstant: `fun f() {\n    when (response.status) {\n        HttpStatusCode.PaymentRequired -> when (err.code) {\n            "INSUFFICIENT_CREDITS" -> a()\n        }\n        in 500..599 -> b()\n    }\n}\n`,
  narrowedByBranch: `fun f(err: E): Int {\n    if (err.code == "SMART_BALANCE_PAYMENT_FAILED") return 1\n    // error-codes: only billing\n    return when (err.code) {\n        "INSUFFICIENT_CREDITS" -> 2\n    }\n}\n`,
  constants: `const val CREDITS = "INSUFFICIENT_CREDITS"\nclass Client {\n    fun f(err: E) {\n        ${only}        when (err.code) {\n            CREDITS -> a()\n            TIMEOUT -> b()\n        }\n    }\n    companion object {\n        private const val TIMEOUT = "GENERATION_TIMEOUT"\n    }\n}\n`,
  duplicate: `fun f(err: E) {\n    when (err.code) {\n        "INSUFFICIENT_CREDITS" -> a()\n        "INSUFFICIENT_CREDITS" -> b()\n    }\n}\n`,
  partial: `// pikzels\nval RETRYABLE = setOf("GENERATION_TIMEOUT", "INTERNAL_ERROR", "TOO_MANY_REQUESTS")\nfun f(err: E): Boolean {\n    if (status == 429 || err.code in RETRYABLE) retry()\n    if (err.code == "INSUFFICIENT_CREDITS") topUp()\n    when (err.code) {\n        in Codes.PERMANENT -> retry()\n        "INSUFFICIENT_CREDITS" -> topUp()\n    }\n    return err.code in listOf("NOT_FOUND", "CONFLICT")\n}\n`,
  lookAlike: `fun f() {\n    if (job.status == "CANCELLED") {\n        a()\n    } else if (job.status == "GENERATION_FAILED") {\n        b()\n    }\n    when (err.code) {\n        "NOT_FOUND" -> a()\n        "ALREADY_EXISTS" -> b()\n        "PERMISSION_DENIED" -> c()\n    }\n    when (error) {\n        is NotFound -> a()\n        Status.Code.NOT_FOUND -> b()\n        ErrorCode.Conflict -> c()\n    }\n}\n`,
  completion: {
    before: `fun f(err: E) {\n    when (err.code) {\n        "INVALID_STYLE" -> a()\n        "⟦|⟧" -> b()\n    }\n}\n`,
    after: `fun f(err: E) {\n    when (err.code) {\n        "INVALID_STYLE" -> a()\n        "CONFLICT" -> b()\n    }\n}\n`,
  },
  halfTyped: {
    before: `fun f(err: E) {\n    when (err.code) {\n        "CON⟦|⟧`,
    after: `fun f(err: E) {\n    when (err.code) {\n        "CONFLICT" ->`,
  },
  armStart: {
    before: `fun f(err: E) {\n    when (err.code) {\n        "INVALID_STYLE" -> a()\n        ⟦|⟧\n    }\n}\n`,
    label: '"CONFLICT" ->',
    after: `fun f(err: E) {\n    when (err.code) {\n        "INVALID_STYLE" -> a()\n        "CONFLICT" ->\n    }\n}\n`,
  },
};
