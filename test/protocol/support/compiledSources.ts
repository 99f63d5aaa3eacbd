import { moreCompiledSources } from './moreCompiledSources.ts';
import { scriptCompiledSources } from './scriptCompiledSources.ts';

/** A whole source whose sites lack SMART_BALANCE_PAYMENT_FAILED and more, and what compiles it. */
export interface CompiledSource {
  readonly languageId: string;
  readonly file: string;
  readonly source: string;
  /** How many of the sites get an arm that fails loudly; tables get a cause instead. */
  readonly sites: number;
  readonly command: readonly [string, ...string[]];
}

/** One source for each language whose compiler a developer's machine may have. */
export const compiledSources: readonly CompiledSource[] = [
  {
    languageId: 'rust',
    file: 'handle.rs',
    command: ['rustc', '--edition', '2021', '--crate-type', 'lib', '--emit', 'metadata', 'handle.rs'],
    sites: 4,
    source: `use std::collections::HashMap;

pub struct ApiError { pub code: String, pub detail: Option<String> }

pub fn whole(err: &ApiError) -> i32 {
    match err.code.as_str() {
        "INSUFFICIENT_CREDITS" => 1,
        "GENERATION_TIMEOUT" | "SCORING_TIMEOUT" => 2,
        _ => 3,
    }
}

pub fn optional(detail: Option<&str>) -> i32 {
    let error_code = detail;
    match error_code {
        Some("INSUFFICIENT_CREDITS") => {
            println!("credits");
            1
        }
        Some("GENERATION_TIMEOUT") => {
            println!("timeout");
            2
        }
        _ => 3
    }
}

pub fn chain(err: &ApiError) -> i32 {
    if err.code == "INSUFFICIENT_CREDITS" {
        1
    } else if matches!(err.code.as_str(), "GENERATION_TIMEOUT" | "SCORING_TIMEOUT") {
        2
    } else {
        3
    }
}

pub fn early(err: &ApiError) -> i32 {
    if err.code == "INSUFFICIENT_CREDITS" {
        return 1;
    }
    if err.code == "GENERATION_TIMEOUT" {
        return 2;
    }
    3
}

pub fn table() -> HashMap<&'static str, &'static str> {
    HashMap::from([("INSUFFICIENT_CREDITS", "a"), ("GENERATION_TIMEOUT", "b")])
}
`,
  },
  {
    languageId: 'shellscript',
    file: 'handle.sh',
    command: ['bash', '-n', 'handle.sh'],
    sites: 4,
    source: `#!/usr/bin/env bash
whole() {
  case "$error_code" in
    INSUFFICIENT_CREDITS) echo credits ;;
    "GENERATION_TIMEOUT" | 'SCORING_TIMEOUT')
      echo timeout
  esac
}
chosen() {
  case $error_code in
    'INSUFFICIENT_CREDITS') echo credits ;;
    'GENERATION_TIMEOUT') echo timeout ;;
    *) exit 1 ;;
  esac
}
if [[ $error_code == INSUFFICIENT_CREDITS ]]; then
  echo credits
elif [ "$error_code" = "GENERATION_TIMEOUT" ]; then
  echo timeout
else
  exit 1
fi
early() {
  [[ $error_code == INSUFFICIENT_CREDITS ]] && return 1
  [[ $error_code == GENERATION_TIMEOUT ]] && return 2
  return 3
}
`,
  },
  ...moreCompiledSources,
  ...scriptCompiledSources,
  {
    languageId: 'cpp',
    file: 'handle.cpp',
    command: ['g++', '-std=c++17', '-fsyntax-only', 'handle.cpp'],
    sites: 3,
    source: `#include <cstring>
#include <map>
#include <stdexcept>
#include <string>

struct ApiError {
  std::string code;
};

static const std::map<std::string, std::string> messages = {{"INSUFFICIENT_CREDITS", "a"}, {"GENERATION_TIMEOUT", "b"}};

int chain(const ApiError& err) {
  if (err.code == "INSUFFICIENT_CREDITS")
    return 1;
  else if (err.code == std::string("GENERATION_TIMEOUT"))
    return 2;
  return 3;
}

enum class ErrorCode { INSUFFICIENT_CREDITS, GENERATION_TIMEOUT };

int named(ErrorCode code) {
  switch (code) {
    case ErrorCode::INSUFFICIENT_CREDITS:
      return 1;
    case ErrorCode::GENERATION_TIMEOUT:
      return 2;
  }
  return 3;
}

int early(const ApiError* err) {
  if (err->code.compare("INSUFFICIENT_CREDITS") == 0) {
    return 1;
  }
  if (std::strcmp(err->code.c_str(), "GENERATION_TIMEOUT") == 0) return 2;
  return 3;
}
`,
  },
  {
    languageId: 'ruby',
    file: 'handle.rb',
    command: ['ruby', '-c', 'handle.rb'],
    sites: 4,
    source: `MESSAGES = { "INSUFFICIENT_CREDITS" => "a", GENERATION_TIMEOUT: "b" }.freeze
NAMES = { INSUFFICIENT_CREDITS: 'a', GENERATION_TIMEOUT: 'b' }

def whole(err)
  case err.code
  when 'INSUFFICIENT_CREDITS', 'SCORING_TIMEOUT' then 1
  when 'GENERATION_TIMEOUT'
    2
  else
    3
  end
end

def pattern(err)
  case err.code
  in "INSUFFICIENT_CREDITS" then 1
  in "GENERATION_TIMEOUT" | "SCORING_TIMEOUT"
    2
  end
end

def chain(err)
  if err.code == "INSUFFICIENT_CREDITS"
    1
  elsif %w[GENERATION_TIMEOUT SCORING_TIMEOUT].include?(err.code)
    2
  end
end

def early(err)
  return 1 if err.code == "INSUFFICIENT_CREDITS"
  return 2 if err.code == "GENERATION_TIMEOUT"

  3
end
`,
  },
];
