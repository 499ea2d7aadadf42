"""Have Pagefind index pages one after the other, in an order of ours.

Pagefind's own command reads a folder in the order of the file system, which differs between machines, and its index
with it. Its service, which is made for programs, takes pages one by one: a line of Base64 and a comma for each request
and each answer. This module is also a program, which needs nothing but Python itself: the process beside the build.
"""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from typing import IO, Any


__all__ = ["RefusedError", "converse", "main"]


class RefusedError(Exception):
    """Pagefind answered with an error, or not at all."""


def main(arguments: Sequence[str]) -> int:
    """Do the job described in the JSON file that ``arguments`` name; say on standard error why it failed."""
    with open(arguments[0], encoding="utf-8") as file:
        job = json.load(file)
    try:
        converse(job["program"], job["language"], job["pages"], job["output"])
    except (OSError, RefusedError) as error:
        print(error, file=sys.stderr)  # noqa: T201 - a program of its own
        return 1
    return 0


def converse(program: str, language: str, pages: Iterable[tuple[str, str]], output: str) -> None:
    """Have ``program`` index ``pages``, address and HTML, and write the files of the index below ``output``.

    Raises RefusedError where it cannot, and OSError where it does not run.
    """
    command = [program, "--service"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:  # noqa: S603 - ours
        if process.stdin is None or process.stdout is None:
            raise RefusedError
        try:
            talk = _Talk(process.stdin, process.stdout)
            index = talk.ask(type="NewIndex", config={"force_language": language})["index_id"]
            for url, html in pages:
                talk.ask(type="AddFile", index_id=index, file_path=None, url=url, file_contents=html)
            files = talk.ask(type="GetFiles", index_id=index)["files"]
        finally:
            process.kill()
    for file in files:
        _write(os.path.join(output, file["path"]), base64.b64decode(file["content"]))


def _write(path: str, data: bytes) -> None:
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(data)


class _Talk:
    """Requests and their answers."""

    def __init__(self, to: IO[bytes], answers: IO[bytes]) -> None:
        self._to = to
        self._answers = answers
        self._count = 0

    def ask(self, **payload: Any) -> dict[str, Any]:
        """Return what Pagefind answers; raises RefusedError where that is an error."""
        self._count += 1
        request = json.dumps({"message_id": self._count, "payload": payload})
        self._to.write(base64.b64encode(request.encode()) + b",")
        self._to.flush()
        answer: dict[str, Any] = json.loads(base64.b64decode(self._read()))["payload"]
        if answer["type"] == "Error":
            raise RefusedError(answer.get("message"))
        return answer

    def _read(self) -> bytes:
        answer = b""
        while not answer.endswith(b","):
            piece = self._answers.read1()  # type: ignore[attr-defined]
            if not piece:
                message = "it ended without an answer"
                raise RefusedError(message)
            answer += piece
        return answer[:-1]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
