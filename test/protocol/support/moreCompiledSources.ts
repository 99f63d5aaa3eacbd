import type { CompiledSource } from './compiledSources.ts';

/** Those of Go, Java and PHP. */
export const moreCompiledSources: readonly CompiledSource[] = [
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
        case 'SCORING_TIMEOUT':
            return 3;
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
];
