import type { LanguageCases } from '../languageCases.ts';

const only = '// error-codes: only billing, GENERATION_TIMEOUT\n';
const comment = '// 402: Smart Balance is paused because the automatic top-up payment could not be processed';
const cause = 'Smart Balance is paused because the automatic top-up payment could not be processed';
const raise = 'throw std::logic_error("SMART_BALANCE_PAYMENT_FAILED is not handled yet");';

export const cpp: LanguageCases = {
  id: 'cpp',
  languageId: 'cpp',
  switch: {
    before: `void f(const E& err) {\n  ${only}  switch (err.code()) {\n    case ErrorCode::INSUFFICIENT_CREDITS:\n      a();\n      break;\n    case ErrorCode::GENERATION_TIMEOUT:\n      b();\n      break;\n  }\n}\n`,
    after: `#include <stdexcept>\nvoid f(const E& err) {\n  ${only}  switch (err.code()) {\n    case ErrorCode::INSUFFICIENT_CREDITS:\n      a();\n      break;\n    case ErrorCode::GENERATION_TIMEOUT:\n      b();\n      break;\n    case ErrorCode::SMART_BALANCE_PAYMENT_FAILED:\n      ${comment}\n      ${raise}\n  }\n}\n`,
  },
  switchWithDefault: {
    before: `void f(const E& err) {\n  ${only}  switch (err.code()) {\n    case INSUFFICIENT_CREDITS: {\n      a();\n      break;\n    }\n    case GENERATION_TIMEOUT: {\n      return;\n    }\n    default:\n      b();\n  }\n}\n`,
    after: `#include <stdexcept>\nvoid f(const E& err) {\n  ${only}  switch (err.code()) {\n    case INSUFFICIENT_CREDITS: {\n      a();\n      break;\n    }\n    case GENERATION_TIMEOUT: {\n      return;\n    }\n    case SMART_BALANCE_PAYMENT_FAILED: {\n      ${comment}\n      ${raise}\n    }\n    default:\n      b();\n  }\n}\n`,
  },
  chain: {
    before: `void f(const E& err) {\n  ${only}  if (err.code == "INSUFFICIENT_CREDITS") {\n    a();\n  } else if (err.code == std::string("GENERATION_TIMEOUT") && retries > 0) {\n    b();\n  }\n  c();\n}\n`,
    after: `#include <stdexcept>\nvoid f(const E& err) {\n  ${only}  if (err.code == "INSUFFICIENT_CREDITS") {\n    a();\n  } else if (err.code == std::string("GENERATION_TIMEOUT") && retries > 0) {\n    b();\n  } else if (err.code == std::string("SMART_BALANCE_PAYMENT_FAILED")) {\n    ${comment}\n    ${raise}\n  }\n  c();\n}\n`,
  },
  earlyReturns: {
    before: `int f(const E* err) {\n  ${only}  if (err->code().compare("INSUFFICIENT_CREDITS") == 0) return 1;\n  if (!std::strcmp(err->code().c_str(), "GENERATION_TIMEOUT")) {\n    return 2;\n  }\n  return 3;\n}\n`,
    after: `#include <stdexcept>\nint f(const E* err) {\n  ${only}  if (err->code().compare("INSUFFICIENT_CREDITS") == 0) return 1;\n  if (!std::strcmp(err->code().c_str(), "GENERATION_TIMEOUT")) {\n    return 2;\n  }\n  if (!std::strcmp(err->code().c_str(), "SMART_BALANCE_PAYMENT_FAILED")) {\n    ${comment}\n    ${raise}\n  }\n  return 3;\n}\n`,
  },
  table: {
    before: `${only}static const std::unordered_map<std::string, std::string> messages = {\n    {"INSUFFICIENT_CREDITS", "a"},\n    {"GENERATION_TIMEOUT", "b"},\n};\n`,
    after: `${only}static const std::unordered_map<std::string, std::string> messages = {\n    {"INSUFFICIENT_CREDITS", "a"},\n    {"GENERATION_TIMEOUT", "b"},\n    {"SMART_BALANCE_PAYMENT_FAILED", "${cause}"},\n};\n`,
  },
  otherwise: {
    before: `void f(const E& err) {\n  if (err.code == "INSUFFICIENT_CREDITS") {\n    a();\n  } else if (err.code == "GENERATION_TIMEOUT") {\n    b();\n  }\n}\n`,
    after: `#include <stdexcept>\nvoid f(const E& err) {\n  if (err.code == "INSUFFICIENT_CREDITS") {\n    a();\n  } else if (err.code == "GENERATION_TIMEOUT") {\n    b();\n  } else {\n    throw std::logic_error("Unexpected error code: " + std::string(err.code));\n  }\n}\n`,
  },
  narrowedByStatus: `void f() {\n  if (response.status_code == 402) {\n    switch (err.code) {\n      case ErrorCode::INSUFFICIENT_CREDITS:\n        return;\n    }\n  }\n}\n`,
  narrowedByConstant: `void f() {\n  switch (response.status()) {\n    case http::HTTP_STATUS_PAYMENT_REQUIRED:\n      switch (err.code) {\n        case ErrorCode::INSUFFICIENT_CREDITS:\n          return;\n      }\n      break;\n  }\n}\n`,
  narrowedByBranch: `void f(const E& err) {\n  if (err.code == "SMART_BALANCE_PAYMENT_FAILED") return;\n  if (err.retryable) retry();\n  // error-codes: only billing\n  if (err.code == "INSUFFICIENT_CREDITS") {\n    a();\n  } else if (err.code == "NOT_FOUND") {\n    b();\n  }\n}\n`,
  constants: `constexpr const char* kCredits = "INSUFFICIENT_CREDITS";\nstruct Codes {\n  static constexpr std::string_view timeout{"GENERATION_TIMEOUT"};\n};\nvoid f(const E& err) {\n  ${only}  if (err.code == kCredits) {\n    a();\n  } else if (err.code == Codes::timeout) {\n    b();\n  }\n}\n`,
  duplicate: `void f(const E& err) {\n  if (err.code == "INSUFFICIENT_CREDITS") {\n    a();\n  } else if (err.code == "INSUFFICIENT_CREDITS") {\n    b();\n  }\n}\n`,
  partial: `// pikzels\nstatic const std::set<std::string> kRetryable = {"GENERATION_TIMEOUT", "INTERNAL_ERROR", "TOO_MANY_REQUESTS"};\nbool f(const E& err) {\n  if (status == 429 || kRetryable.count(err.code)) retry();\n  if (err.code == "INSUFFICIENT_CREDITS") top_up();\n  return err.code == "NOT_FOUND" || err.code == "CONFLICT";\n}\n`,
  lookAlike: `void f() {\n  if (job.status == "CANCELLED") {\n    a();\n  } else if (job.status == "GENERATION_FAILED") {\n    b();\n  }\n  if (err.code == "NOT_FOUND") {\n    a();\n  } else if (err.code == "ALREADY_EXISTS") {\n    b();\n  } else if (err.code == "PERMISSION_DENIED") {\n    c();\n  }\n  switch (status.code()) {\n    case grpc::StatusCode::NOT_FOUND:\n      break;\n    case ErrorCode::kConflict:\n      return;\n  }\n}\n`,
  completion: {
    before: `void f(const E& err) {\n  if (err.code == "INVALID_STYLE") {\n    a();\n  } else if (err.code == "⟦|⟧") {\n    b();\n  }\n}\n`,
    after: `void f(const E& err) {\n  if (err.code == "INVALID_STYLE") {\n    a();\n  } else if (err.code == "CONFLICT") {\n    b();\n  }\n}\n`,
  },
  halfTyped: {
    before: `void f(const E& err) {\n  if (err.code == "CON⟦|⟧`,
    after: `void f(const E& err) {\n  if (err.code == "CONFLICT"`,
  },
  armStart: {
    before: `void f(const E& err) {\n  switch (err.code) {\n    case ErrorCode::INVALID_STYLE:\n      return;\n    ⟦|⟧\n  }\n}\n`,
    label: 'case ErrorCode::CONFLICT:',
    after: `void f(const E& err) {\n  switch (err.code) {\n    case ErrorCode::INVALID_STYLE:\n      return;\n    case ErrorCode::CONFLICT:\n  }\n}\n`,
  },
};
