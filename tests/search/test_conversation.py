"""Tests of closecodes.search.conversation, with programs that answer as Pagefind does, or do not."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from closecodes.search.conversation import RefusedError, converse, main


Make = Callable[[str], Path]
_REFUSE = 'answer = {"type": "Error", "message": "no such page"} if payload["type"] == "AddFile" else answer'
_END = 'sys.exit() if payload["type"] == "GetFiles" else None'


def test_requests(make_service: Make, tmp_path: Path) -> None:
    """The program is asked for an index of the language, given each page in turn, and asked for its files."""
    log = tmp_path / "log"
    service = make_service(f'open({str(log)!r}, "a").write(json.dumps(payload) + chr(10))')

    converse(str(service), "fr", [("/1000/", "<p>é"), ("/1001/", "<p>")], str(tmp_path / "out"))

    new, first, second, get = map(json.loads, log.read_text(encoding="utf-8").splitlines())
    assert {"type": "NewIndex", "config": {"force_language": "fr"}} == new
    assert ("AddFile", 7, "/1000/", "<p>é") == (
        first["type"],
        first["index_id"],
        first["url"],
        first["file_contents"],
    )
    assert "/1001/" == second["url"]
    assert {"type": "GetFiles", "index_id": 7} == get
    assert b"content" == (tmp_path / "out" / "index" / "one.x").read_bytes()


def test_refusal(make_service: Make, tmp_path: Path) -> None:
    """An answer that is an error stops the conversation with its message."""
    with pytest.raises(RefusedError, match="no such page"):
        converse(str(make_service(_REFUSE)), "fr", [("/1000/", "")], str(tmp_path))


def test_early_end(make_service: Make, tmp_path: Path) -> None:
    """A program that ends without an answer is told from one that is done."""
    with pytest.raises(RefusedError, match="without an answer"):
        converse(str(make_service(_END)), "fr", [], str(tmp_path))


def _job(program: Path, folder: Path) -> str:
    job = folder / "job.json"
    described = {"program": str(program), "language": "en", "pages": [], "output": str(folder / "out")}
    job.write_text(json.dumps(described), encoding="utf-8")
    return str(job)


def test_main(make_service: Make, tmp_path: Path) -> None:
    """As a program, it does the job that a file describes."""
    assert 0 == main([_job(make_service("pass"), tmp_path)])
    assert (tmp_path / "out" / "index" / "one.x").exists()


def test_main_says_why_it_failed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A program that cannot be started gives a message and the exit code 1."""
    assert 1 == main([_job(tmp_path / "nothing", tmp_path)])
    assert "No such file" in capsys.readouterr().err
