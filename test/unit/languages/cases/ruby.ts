import type { LanguageCases } from '../languageCases.ts';

const only = '# error-codes: only billing, GENERATION_TIMEOUT\n';
const comment = '# 402: Smart Balance is paused because the automatic top-up payment could not be processed';
const cause = 'Smart Balance is paused because the automatic top-up payment could not be processed';
const raise = 'raise NotImplementedError, "SMART_BALANCE_PAYMENT_FAILED is not handled yet"';

export const ruby: LanguageCases = {
  id: 'ruby',
  languageId: 'ruby',
  switch: {
    before: `${only}case err.code\nwhen "INSUFFICIENT_CREDITS"\n  a\nwhen "GENERATION_TIMEOUT" then b\nend\nc\n`,
    after: `${only}case err.code\nwhen "INSUFFICIENT_CREDITS"\n  a\nwhen "GENERATION_TIMEOUT" then b\nwhen "SMART_BALANCE_PAYMENT_FAILED"\n  ${comment}\n  ${raise}\nend\nc\n`,
  },
  switchWithDefault: {
    before: `${only}case err.code\nin "INSUFFICIENT_CREDITS" | "GENERATION_TIMEOUT"\n  a\nelse\n  b\nend\n`,
    after: `${only}case err.code\nin "INSUFFICIENT_CREDITS" | "GENERATION_TIMEOUT"\n  a\nin "SMART_BALANCE_PAYMENT_FAILED"\n  ${comment}\n  ${raise}\nelse\n  b\nend\n`,
  },
  chain: {
    before: `${only}if err.code == "INSUFFICIENT_CREDITS"\n  a\nelsif %w[GENERATION_TIMEOUT].include?(err.code)\n  b\nend\nc\n`,
    after: `${only}if err.code == "INSUFFICIENT_CREDITS"\n  a\nelsif %w[GENERATION_TIMEOUT].include?(err.code)\n  b\nelsif err.code == "SMART_BALANCE_PAYMENT_FAILED"\n  ${comment}\n  ${raise}\nend\nc\n`,
  },
  earlyReturns: {
    before: `def f(err)\n  ${only}  return 1 if err.code.eql?("INSUFFICIENT_CREDITS")\n  if err&.code == "GENERATION_TIMEOUT"\n    return 2\n  end\n  raise "x"\nend\n`,
    after: `def f(err)\n  ${only}  return 1 if err.code.eql?("INSUFFICIENT_CREDITS")\n  if err&.code == "GENERATION_TIMEOUT"\n    return 2\n  end\n  if err&.code == "SMART_BALANCE_PAYMENT_FAILED"\n    ${comment}\n    ${raise}\n  end\n  raise "x"\nend\n`,
  },
  table: {
    before: `${only}MESSAGES = {\n  "INSUFFICIENT_CREDITS" => "a",\n  "GENERATION_TIMEOUT" => "b",\n}.freeze\n`,
    after: `${only}MESSAGES = {\n  "INSUFFICIENT_CREDITS" => "a",\n  "GENERATION_TIMEOUT" => "b",\n  "SMART_BALANCE_PAYMENT_FAILED" => "${cause}",\n}.freeze\n`,
  },
  otherwise: {
    before: `case err.code\nwhen "INSUFFICIENT_CREDITS"\n  a\nend\n`,
    after: `case err.code\nwhen "INSUFFICIENT_CREDITS"\n  a\nelse\n  raise "Unexpected error code: #{err.code}"\nend\n`,
  },
  narrowedByStatus: `if response.status == 402\n  case err[:code]\n  when "INSUFFICIENT_CREDITS"\n    a\n  end\nend\n`,
  narrowedByConstant: `case response.status\nwhen :payment_required\n  case err.code\n  when "INSUFFICIENT_CREDITS"\n    a\n  end\nwhen 500..599\n  retry_later\nend\n`,
  narrowedByBranch: `def f(err)\n  return 1 if err.code == "SMART_BALANCE_PAYMENT_FAILED"\n  # error-codes: only billing\n  case err.code\n  when "INSUFFICIENT_CREDITS"\n    2\n  end\nend\n`,
  constants: `module Codes\n  CREDITS = "INSUFFICIENT_CREDITS".freeze\n  TIMEOUT = 'GENERATION_TIMEOUT'\nend\n${only}case err.code\nwhen Codes::CREDITS\n  a\nwhen TIMEOUT\n  b\nend\n`,
  duplicate: `case err.code\nwhen "INSUFFICIENT_CREDITS"\n  a\nwhen "INSUFFICIENT_CREDITS"\n  b\nend\n`,
  partial: `# pikzels\nRETRYABLE = %w[GENERATION_TIMEOUT INTERNAL_ERROR TOO_MANY_REQUESTS].freeze\nretry_later if response.status == 429 || RETRYABLE.include?(err.code)\ntop_up if err.code == "INSUFFICIENT_CREDITS"\nok = ["NOT_FOUND", "CONFLICT"].include?(err.code)\ncase err.code\nwhen *Codes::PERMANENT then retry_later\nwhen "INSUFFICIENT_CREDITS" then top_up\nend\n`,
  lookAlike: `if job.status == "CANCELLED"\n  a\nelsif job.status == "GENERATION_FAILED"\n  b\nend\ncase err.code\nwhen "NOT_FOUND"\n  a\nwhen "ALREADY_EXISTS"\n  b\nwhen "PERMISSION_DENIED"\n  c\nend\ncase error\nwhen NotFound then a\nwhen /INSUFFICIENT_CREDITS/ then b\nend\n`,
  completion: {
    before: `case err.code\nwhen "INVALID_STYLE"\n  a\nwhen "⟦|⟧"\n  b\nend\n`,
    after: `case err.code\nwhen "INVALID_STYLE"\n  a\nwhen "CONFLICT"\n  b\nend\n`,
  },
  halfTyped: {
    before: `def f(err)\n  case err.code\n  when "CON⟦|⟧`,
    after: `def f(err)\n  case err.code\n  when "CONFLICT"`,
  },
  armStart: {
    before: `case err.code\nwhen "INVALID_STYLE"\n  a\n⟦|⟧\nend\n`,
    label: 'when "CONFLICT"',
    after: `case err.code\nwhen "INVALID_STYLE"\n  a\nwhen "CONFLICT"\nend\n`,
  },
};
