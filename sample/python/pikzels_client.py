"""A client of the Pikzels API."""

import json
import urllib.error
import urllib.request

HOST = "https://api.pikzels.com"


class PikzelsError(Exception):
    """An answer of the API that is an error."""

    def __init__(self, status: int, code: str, message: str, request_id: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code
        self.request_id = request_id


def create_thumbnail(api_key: str, prompt: str) -> str:
    """Returns the address of a new thumbnail; it expires after a day."""
    request = urllib.request.Request(
        f"{HOST}/v2/thumbnail/text",
        data=json.dumps({"prompt": prompt, "model": "pkz_4", "format": "16:9"}).encode(),
        headers={"X-Api-Key": api_key, "Content-Type": "application/json"},
    )
    try:
        with urllib.request.urlopen(request) as response:
            return json.load(response)["output"]
    except urllib.error.HTTPError as answer:
        body = json.load(answer)
        error = body["error"]
        raise PikzelsError(answer.code, error["code"], error["message"], body["request_id"]) from answer
