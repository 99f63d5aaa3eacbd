"""What the nightly batch does about errors of the Pikzels API."""

from pikzels_client import PikzelsError

RETRYABLE_ERROR_CODES = {
    "TOO_MANY_REQUESTS",
    "GENERATION_TIMEOUT",
    "SERVICE_UNDER_MAINTENANCE",
}

MESSAGES = {
    "INVALID_PERSONA": "The persona id is not valid.",
    "INVALID_STYLE": "The style id is not valid.",
    "NOT_FOUND": "The persona or style is gone.",
}


def handle_error(error: PikzelsError) -> str:
    """Returns `retry`, `skip` or `stop`."""
    match error.code:
        case "CONTENT_POLICY" | "GENERATION_REJECTED":
            return "skip"
        case "INSUFFICIENT_CREDITS" | "SMART_BALANCE_PAYMENT_FAILED":
            return "stop"
        case "API_KEY_INACTIVE" | "API_KEY_DELETED":
            return "stop"
        case code if code in RETRYABLE_ERROR_CODES:
            return "retry"
        case _:
            return "skip"


def explain(error: PikzelsError) -> str:
    """What the report of the batch says."""
    if error.code == "IMAGE_TOO_LARGE":
        return "The image is larger than 10 MB."
    elif error.code == "INVALID_IMAGE":
        return "The image cannot be read."
    return MESSAGES.get(error.code, f"{error} (request {error.request_id})")
