/** A whole source whose sites lack SMART_BALANCE_PAYMENT_FAILED and more, and what compiles it. */
interface CompiledSource {
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
  {
    languageId: 'go',
    file: 'handle.go',
    command: ['go', 'vet', 'handle.go'],
    sites: 4,
    source: `package handle

import "net/http"

type Code string

type APIError struct{ Code Code }

func (e *APIError) Name() string { return string(e.Code) }

func Whole(err *APIError) int {
	switch err.Code {
	case "INSUFFICIENT_CREDITS", "GENERATION_TIMEOUT":
		return 1
	case "SCORING_TIMEOUT":
		fallthrough
	default:
		return 3
	}
}

func Guarded(err *APIError, resp *http.Response) int {
	if resp.StatusCode != http.StatusPaymentRequired {
		return 0
	}
	switch code := err.Name(); code {
	case "INSUFFICIENT_CREDITS":
		return 1
	}
	return 2
}

func Cases(err *APIError) int {
	switch {
	case err.Code == "INSUFFICIENT_CREDITS":
		return 1
	case err.Code == "GENERATION_TIMEOUT":
		return 2
	}
	return 3
}

func Early(err *APIError) int {
	if err.Code == "INSUFFICIENT_CREDITS" {
		return 1
	}
	if string(err.Code) == "GENERATION_TIMEOUT" {
		return 2
	}
	return 3
}

var Messages = map[Code]string{
	"INSUFFICIENT_CREDITS": "credits",
	"GENERATION_TIMEOUT":   "timeout",
}
`,
  },
  {
    languageId: 'java',
    file: 'Handle.java',
    command: ['javac', '-d', '.', 'Handle.java'],
    sites: 5,
    source: `import java.util.Map;

class Handle {
    static class ApiException extends RuntimeException {
        String getCode() { return "X"; }
    }

    static final String CREDITS = "INSUFFICIENT_CREDITS";

    int statements(ApiException e) {
        switch (e.getCode()) {
            case CREDITS:
            case "GENERATION_TIMEOUT":
                return 1;
            case "SCORING_TIMEOUT":
                System.out.println("slow");
            default:
                return 2;
        }
    }

    void arrows(ApiException e) {
        switch (e.getCode()) {
            case "INSUFFICIENT_CREDITS" -> System.out.println("credits");
            case "GENERATION_TIMEOUT", "SCORING_TIMEOUT" -> System.out.println("timeout");
        }
    }

    int value(ApiException e) {
        return switch (e.getCode()) {
            case "INSUFFICIENT_CREDITS" -> 1;
            case "GENERATION_TIMEOUT" -> 2;
            default -> 3;
        };
    }

    int chain(ApiException e) {
        if ("INSUFFICIENT_CREDITS".equals(e.getCode())) {
            return 1;
        } else if (e.getCode().equals("GENERATION_TIMEOUT")) {
            return 2;
        }
        return 3;
    }

    void short_(ApiException e) {
        if ("INSUFFICIENT_CREDITS".equals(e.getCode())) System.out.println("credits");
        else if ("GENERATION_TIMEOUT".equals(e.getCode())) System.out.println("timeout");
    }

    static final Map<String, String> MESSAGES = Map.ofEntries(
        Map.entry("INSUFFICIENT_CREDITS", "credits"),
        Map.entry("GENERATION_TIMEOUT", "timeout")
    );
}
`,
  },
  {
    languageId: 'php',
    file: 'handle.php',
    command: ['php', '-l', 'handle.php'],
    sites: 5,
    source: `<?php

const CREDITS = 'INSUFFICIENT_CREDITS';

function statements($e) {
    switch ($e->getCode()) {
        case CREDITS:
        case 'GENERATION_TIMEOUT':
            return 1;
        default:
            return 2;
    }
}

function value($e) {
    return match ($e->code) {
        'INSUFFICIENT_CREDITS' => 1,
        'GENERATION_TIMEOUT', 'SCORING_TIMEOUT' => 2
    };
}

function chain($e) {
    if ($e['code'] === 'INSUFFICIENT_CREDITS') {
        return 1;
    } elseif ($e['code'] === 'GENERATION_TIMEOUT') {
        return 2;
    } else {
        return 3;
    }
}

function colons($code) {
    if ($code === 'INSUFFICIENT_CREDITS'):
        return 1;
    elseif ($code === 'GENERATION_TIMEOUT'):
        return 2;
    endif;
}

function words($code) {
    if ($code === 'INSUFFICIENT_CREDITS') echo 'credits';
    else if ($code === 'GENERATION_TIMEOUT') echo 'timeout';
}

const MESSAGES = [
    'INSUFFICIENT_CREDITS' => 'credits',
    'GENERATION_TIMEOUT' => 'timeout',
];
`,
  },
  {
    languageId: 'cpp',
    file: 'handle.cpp',
    command: ['g++', '-std=c++17', '-fsyntax-only', 'handle.cpp'],
    sites: 2,
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

int early(const ApiError* err) {
  if (err->code.compare("INSUFFICIENT_CREDITS") == 0) {
    return 1;
  }
  if (std::strcmp(err->code.c_str(), "GENERATION_TIMEOUT") == 0) return 2;
  return 3;
}
`,
  },
];
