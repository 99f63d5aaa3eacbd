import type { LanguageCases } from '../languageCases.ts';

const only = '// error-codes: only billing, GENERATION_TIMEOUT\n';
const comment = '// 402: Smart Balance is paused because the automatic top-up payment could not be processed';
const cause = 'Smart Balance is paused because the automatic top-up payment could not be processed';
const fail = 'throw new NotImplementedError("SMART_BALANCE_PAYMENT_FAILED is not handled yet")';

export const scala: LanguageCases = {
  id: 'scala',
  languageId: 'scala',
  switch: {
    before: `${only}val x = err.code match {\n  case "GENERATION_TIMEOUT" => 1\n  case "INSUFFICIENT_CREDITS" => 2\n  case null => 3\n}\n`,
    after: `${only}val x = err.code match {\n  case "GENERATION_TIMEOUT" => 1\n  case "INSUFFICIENT_CREDITS" => 2\n  case null => 3\n  case "SMART_BALANCE_PAYMENT_FAILED" =>\n    ${comment}\n    ${fail}\n}\n`,
  },
  switchWithDefault: {
    before: `def f(err: E): Unit = {\n  ${only}  err.code match {\n    case "INSUFFICIENT_CREDITS" | "GENERATION_TIMEOUT" =>\n      a()\n    case other => b(other)\n  }\n}\n`,
    after: `def f(err: E): Unit = {\n  ${only}  err.code match {\n    case "INSUFFICIENT_CREDITS" | "GENERATION_TIMEOUT" =>\n      a()\n    case "SMART_BALANCE_PAYMENT_FAILED" =>\n      ${comment}\n      ${fail}\n    case other => b(other)\n  }\n}\n`,
  },
  chain: {
    before: `def f(err: E): Unit = {\n  ${only}  if (err.code == "GENERATION_TIMEOUT") {\n    a()\n  } else if (err.code == "INSUFFICIENT_CREDITS" && retries > 0) {\n    b()\n  }\n}\n`,
    after: `def f(err: E): Unit = {\n  ${only}  if (err.code == "GENERATION_TIMEOUT") {\n    a()\n  } else if (err.code == "INSUFFICIENT_CREDITS" && retries > 0) {\n    b()\n  } else if (err.code == "SMART_BALANCE_PAYMENT_FAILED") {\n    ${comment}\n    ${fail}\n  }\n}\n`,
  },
  earlyReturns: {
    before: `def f(err: E): Int = {\n  ${only}  if (err.code.equals("INSUFFICIENT_CREDITS")) return 1\n  if (err.code == "GENERATION_TIMEOUT") {\n    return 2\n  }\n  3\n}\n`,
    after: `def f(err: E): Int = {\n  ${only}  if (err.code.equals("INSUFFICIENT_CREDITS")) return 1\n  if (err.code == "GENERATION_TIMEOUT") {\n    return 2\n  }\n  if (err.code == "SMART_BALANCE_PAYMENT_FAILED") {\n    ${comment}\n    ${fail}\n  }\n  3\n}\n`,
  },
  table: {
    before: `${only}val messages = Map(\n  "INSUFFICIENT_CREDITS" -> "a",\n  "GENERATION_TIMEOUT" -> "b",\n)\n`,
    after: `${only}val messages = Map(\n  "INSUFFICIENT_CREDITS" -> "a",\n  "GENERATION_TIMEOUT" -> "b",\n  "SMART_BALANCE_PAYMENT_FAILED" -> "${cause}",\n)\n`,
  },
  otherwise: {
    before: `def f(err: E): Unit = {\n  if (err.code == "INSUFFICIENT_CREDITS") {\n    a()\n  } else if (Set("GENERATION_TIMEOUT").contains(err.code)) {\n    b()\n  }\n}\n`,
    after: `def f(err: E): Unit = {\n  if (err.code == "INSUFFICIENT_CREDITS") {\n    a()\n  } else if (Set("GENERATION_TIMEOUT").contains(err.code)) {\n    b()\n  } else {\n    throw new IllegalStateException("Unexpected error code: " + err.code)\n  }\n}\n`,
  },
  narrowedByStatus: `def f(): Unit = {\n  if (response.statusCode == 402) {\n    err.code match {\n      case "INSUFFICIENT_CREDITS" => a()\n    }\n  }\n}\n`,
  narrowedByConstant: `def f(): Unit = {\n  response.status match {\n    case Status.PaymentRequired => err.code match {\n      case "INSUFFICIENT_CREDITS" => a()\n    }\n    case s if s >= 500 => b()\n  }\n}\n`,
  narrowedByBranch: `def f(err: E): Int = {\n  if (err.code == "SMART_BALANCE_PAYMENT_FAILED") return 1\n  // error-codes: only billing\n  err.code match {\n    case "INSUFFICIENT_CREDITS" => 2\n  }\n}\n`,
  constants: `object Client {\n  val Timeout = "GENERATION_TIMEOUT"\n  val Credits = "INSUFFICIENT_CREDITS"\n  def f(err: E): Unit = {\n    ${only}    err.code match {\n      case Credits => a()\n      case Client.Timeout => b()\n    }\n  }\n}\n`,
  duplicate: `def f(err: E): Unit = err.code match {\n  case "INSUFFICIENT_CREDITS" => a()\n  case "INSUFFICIENT_CREDITS" => b()\n}\n`,
  partial: `// pikzels\nval Retryable = Set("GENERATION_TIMEOUT", "INTERNAL_ERROR", "TOO_MANY_REQUESTS")\ndef f(err: E): Boolean = {\n  if (status == 429 || Retryable.contains(err.code)) retry()\n  if (err.code == "INSUFFICIENT_CREDITS") topUp()\n  err.code match {\n    case code if Retryable(code) => retry()\n    case "INSUFFICIENT_CREDITS" => topUp()\n  }\n  List("NOT_FOUND", "CONFLICT").contains(err.code)\n}\n`,
  lookAlike: `def f(): Unit = {\n  if (job.status == "CANCELLED") {\n    a()\n  } else if (job.status == "GENERATION_FAILED") {\n    b()\n  }\n  err.code match {\n    case "NOT_FOUND" => a()\n    case "ALREADY_EXISTS" => b()\n    case "PERMISSION_DENIED" => c()\n  }\n  error match {\n    case _: NotFound => a()\n    case Status.NOT_FOUND => b()\n    case ErrorCode.Conflict => c()\n  }\n}\n`,
  completion: {
    before: `def f(err: E): Unit = err.code match {\n  case "INVALID_STYLE" => a()\n  case "⟦|⟧" => b()\n}\n`,
    after: `def f(err: E): Unit = err.code match {\n  case "INVALID_STYLE" => a()\n  case "CONFLICT" => b()\n}\n`,
  },
  halfTyped: {
    before: `def f(err: E): Unit = err.code match {\n  case "INVALID_STYLE" => a()\n  case "CON⟦|⟧`,
    after: `def f(err: E): Unit = err.code match {\n  case "INVALID_STYLE" => a()\n  case "CONFLICT" =>`,
  },
  armStart: {
    before: `def f(err: E): Unit = err.code match {\n  case "INVALID_STYLE" => a()\n  ⟦|⟧\n}\n`,
    label: 'case "CONFLICT" =>',
    after: `def f(err: E): Unit = err.code match {\n  case "INVALID_STYLE" => a()\n  case "CONFLICT" =>\n}\n`,
  },
};
