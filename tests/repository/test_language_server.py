"""What an editor shows while one types: a real YAML language server reads the first line of a record and its schema."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from threading import Timer
from typing import IO, Any

import pytest


_SERVER = os.environ.get("YAML_LANGUAGE_SERVER", "")

pytestmark = pytest.mark.skipif(
    not (_SERVER and shutil.which("node")),
    reason="set YAML_LANGUAGE_SERVER to the program of the npm package yaml-language-server, and install Node.js",
)

_PATIENCE = 120.0
"""Seconds after which a server that says nothing more is ended."""

_SETTINGS = {"yaml": {"hover": True, "completion": True, "validate": True, "schemaStore": {"enable": False}}}
_CAPABILITIES = {
    "textDocument": {
        "hover": {"contentFormat": ["markdown"]},
        "completion": {"completionItem": {"documentationFormat": ["markdown"]}},
    }
}


class _Editor:
    """As much of an editor as asks and listens (Language Server Protocol, JSON-RPC over a pipe)."""

    def __init__(self, to_server: IO[bytes], from_server: IO[bytes]) -> None:
        self._to_server, self._from_server = to_server, from_server
        self._asked = 0
        self.diagnostics: list[str] = []

    def ask(self, method: str, params: dict[str, Any]) -> Any:
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": params})
        while True:
            message = self._next()
            if message.get("id") == self._asked and "method" not in message:
                return message["result"]

    def tell(self, method: str, params: dict[str, Any]) -> None:
        self._send({"method": method, "params": params})

    def wait_for_diagnostics(self) -> list[str]:
        while not self.diagnostics:
            self._next()
        return self.diagnostics

    def _send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._to_server.write(b"Content-Length: %d\r\n\r\n%s" % (len(data), data))
        self._to_server.flush()

    def _next(self) -> dict[str, Any]:
        length = 0
        while (line := self._from_server.readline()) != b"\r\n":
            if not line:
                message = "the language server has stopped"
                raise EOFError(message)
            if line.lower().startswith(b"content-length:"):
                length = int(line.partition(b":")[2])
        received: dict[str, Any] = json.loads(self._from_server.read(length))
        if received.get("method") == "textDocument/publishDiagnostics":
            self.diagnostics = [found["message"] for found in received["params"]["diagnostics"]]
        elif "method" in received and "id" in received:
            items = received.get("params", {}).get("items", [])
            sections = [_SETTINGS.get(item.get("section", ""), {}) for item in items]
            self._send({"id": received["id"], "result": sections if items else None})
        return received


@pytest.fixture(name="editor")
def _editor() -> Iterator[_Editor]:
    """Return an editor with a running server."""
    process = subprocess.Popen(
        ["node", _SERVER, "--stdio"],  # noqa: S607 - found on the path, as editors have it
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert process.stdin
    assert process.stdout
    too_long = Timer(_PATIENCE, process.kill)
    too_long.daemon = True
    too_long.start()
    with process:
        editor = _Editor(process.stdin, process.stdout)
        editor.ask("initialize", {"processId": None, "rootUri": None, "capabilities": _CAPABILITIES})
        editor.tell("initialized", {})
        editor.tell("workspace/didChangeConfiguration", {"settings": _SETTINGS})
        yield editor
        process.kill()
    too_long.cancel()


@pytest.fixture(name="record")
def _record(repository: Path, tmp_path: Path) -> Path:
    """Return a record as somebody types it: one word is misspelt, one is still to come."""
    shutil.copytree(repository / "schema", tmp_path / "schema")
    path = tmp_path / "content/families/discord/4004.yaml"
    path.parent.mkdir(parents=True)
    text = (repository / "content/families/discord/4004.yaml").read_text(encoding="utf-8")
    text = text.replace("kind: refusal", "kind: refusl").replace("retry: never", "retry: ")
    path.write_text(text, encoding="utf-8")
    return path


def test_record(editor: _Editor, record: Path) -> None:
    """The meaning of a fact and its words, words to choose from, and a misspelt one: all come from the schema."""
    text = record.read_text(encoding="utf-8")
    document = {"uri": record.as_uri(), "languageId": "yaml", "version": 1, "text": text}
    editor.tell("textDocument/didOpen", {"textDocument": document})
    lines = text.splitlines()

    def at(line: str, column: int) -> dict[str, Any]:
        position = {"line": lines.index(line), "character": column}
        return {"textDocument": {"uri": record.as_uri()}, "position": position}

    hover = editor.ask("textDocument/hover", at("  sent_by: server", 4))["contents"]["value"]
    offered = editor.ask("textDocument/completion", at("  retry: ", 9))["items"]

    assert "Who may put the code into a Close frame." in hover
    assert "* `server`: The end that accepted the connection." in hover
    assert ["never", "after-fix", "delayed", "at-once", "depends"] == [item["label"] for item in offered]
    assert "Reconnecting is pointless or unwanted." in str(offered[0]["documentation"])
    assert any('Valid values: "planned", "refusal"' in found for found in editor.wait_for_diagnostics())
