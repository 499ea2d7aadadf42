"""A Firefox driven by WebDriver BiDi, the protocol that it speaks by itself.

Playwright drives only a Firefox of its own build, and Debian has no geckodriver.
"""

from __future__ import annotations

import itertools
import json
import re
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect


__all__ = ["ENTER", "TAB", "Firefox", "launched"]

ENTER, TAB = "\ue007", "\ue004"
"""Keys that have no character, as WebDriver numbers them."""

_LISTENING = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
_PREFERENCES = """\
user_pref("layout.css.prefers-color-scheme.content-override", 0);
user_pref("network.dns.disabled", true);
user_pref("app.update.enabled", false);
user_pref("intl.accept_languages", "en");
"""
"""Dark pages, and nobody to talk to."""
_PATIENCE = 60


class Firefox:
    """A running Firefox and the tab that it shows."""

    def __init__(self, connection: ClientConnection) -> None:
        self._connection = connection
        self._ids = itertools.count()
        self._call("session.new", capabilities={})
        self._tab = self._call("browsingContext.getTree")["contexts"][0]["context"]
        self._size = {"width": 1280, "height": 900}

    def _send(self, method: str, parameters: Mapping[str, object]) -> int:
        number = next(self._ids)
        self._connection.send(json.dumps({"id": number, "method": method, "params": parameters}))
        return number

    def _call(self, method: str, **parameters: object) -> dict[str, Any]:
        number = self._send(method, parameters)
        while (answer := json.loads(self._connection.recv(timeout=_PATIENCE))).get("id") != number:
            """Events are of no interest here."""
        if answer["type"] == "error":
            raise RuntimeError(answer["message"])
        result: dict[str, Any] = answer["result"]
        return result

    def open(self, address: str) -> None:
        """Go to ``address`` in a tab that no key was pressed in, and wait until everything has arrived."""
        left, self._tab = self._tab, self._call("browsingContext.create", type="tab")["context"]
        self._send("browsingContext.close", {"context": left})
        self._call("browsingContext.activate", context=self._tab)
        self._call("browsingContext.setViewport", context=self._tab, viewport=self._size)
        self._call("browsingContext.navigate", context=self._tab, url=address, wait="complete")

    @property
    def address(self) -> str:
        """Return the address of the page; it can be asked for while the page changes."""
        address: str = self._call("browsingContext.getTree", root=self._tab)["contexts"][0]["url"]
        return address

    def resize(self, width: int, height: int) -> None:
        """Give pages that are opened from now on so many CSS pixels."""
        self._size = {"width": width, "height": height}

    def press(self, keys: str) -> None:
        """Press and release each of ``keys``, one after the other."""
        self._call("input.performActions", **self._presses(keys))

    def press_and_leave(self, key: str) -> None:
        """Press a key that leads to another page; Firefox may have nobody left to say that it did."""
        self._send("input.performActions", self._presses(key))

    def _presses(self, keys: str) -> dict[str, object]:
        actions = [{"type": type_, "value": key} for key in keys for type_ in ("keyDown", "keyUp")]
        source = {"type": "key", "id": "keyboard", "actions": actions}
        return {"context": self._tab, "actions": [source]}

    def evaluate(self, script: str) -> Any:
        """Return the value of an expression of the page, as JSON can hold it; of a promise, what it comes to."""
        expression = f"Promise.resolve({script}).then(JSON.stringify)"
        answer = self._call(
            "script.evaluate", expression=expression, target={"context": self._tab}, awaitPromise=True
        )
        return json.loads(answer["result"].get("value", "null"))

    def print_to_pdf(self) -> str:
        """Return the page on paper: a PDF in base64."""
        data: str = self._call("browsingContext.print", context=self._tab)["data"]
        return data


@contextmanager
def launched(program: str, profile: Path) -> Iterator[Firefox]:
    """Start a headless Firefox with a fresh profile, and end it."""
    profile.mkdir(parents=True)
    (profile / "user.js").write_text(_PREFERENCES, encoding="utf-8")
    options = ["--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"]
    with subprocess.Popen([program, *options], stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        listening = (found[1] for line in process.stderr if (found := _LISTENING.search(line)))
        with connect(f"{next(listening)}/session", max_size=None) as connection:
            yield Firefox(connection)
        process.terminate()
        process.stderr.close()
