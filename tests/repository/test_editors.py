"""What editors and pre-commit are told: it fits the models, the records and the program."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from closecodes.check.parsing import MODELS
from closecodes.load import Kind, load_content
from closecodes.records import CodeRecord, ComparisonRecord, ErrorTexts, Facts, Record, Source, Word

from .commands import wrong_use


_CHOICES = re.compile(r"\$\{\d+\|([^|]+)\|\}")
_PLACEHOLDER = re.compile(r"\$\{\d+:([^}]*)\}")


def _snippet(repository: Path, name: str) -> str:
    """Return a snippet as it looks once inserted, each choice at its first word."""
    snippets = json.loads((repository / ".vscode/closecodes.code-snippets").read_text(encoding="utf-8"))
    body = "\n".join(snippets[name]["body"]).replace("\\$", "$")
    return _PLACEHOLDER.sub(r"\1", _CHOICES.sub(lambda choice: choice[1].split(",")[0], body))


class TestSnippets:
    """What an editor inserts for a word."""

    def test_code(self, repository: Path) -> None:
        """The record of a code, as inserted, is one that its model takes."""
        record = yaml.safe_load(_snippet(repository, "Close code"))

        assert CodeRecord.model_validate_json(json.dumps(record))

    @pytest.mark.parametrize(
        ("name", "model"), [("Comparison", ComparisonRecord), ("Error texts", ErrorTexts)]
    )
    def test_others(self, repository: Path, name: str, model: type[Record]) -> None:
        """So are the other kinds of records."""
        record = yaml.safe_load(_snippet(repository, name))

        assert model.model_validate_json(json.dumps(record))

    def test_source(self, repository: Path) -> None:
        """So is a source."""
        (source,) = yaml.safe_load(_snippet(repository, "Source"))

        assert Source.model_validate_json(json.dumps(source))

    @pytest.mark.parametrize(
        ("name", "kind"),
        [("Close code", Kind.CODE), ("Comparison", Kind.COMPARISON), ("Error texts", Kind.ERROR_TEXTS)],
    )
    def test_modeline(self, repository: Path, name: str, kind: Kind) -> None:
        """A record begins with the line that every record of its kind begins with."""
        document = next(load_content(repository / "content").of_kind(kind))

        assert document.text.partition("\n")[0] == _snippet(repository, name).partition("\n")[0]

    def test_words(self, repository: Path) -> None:
        """Where a fact takes a word of a list, the snippet offers each of the words, and no other."""
        text = (repository / ".vscode/closecodes.code-snippets").read_text(encoding="utf-8")
        offered = dict(re.findall(r"\"  (\w+): \$\{\d+\|([^|]+)\|\}\"", text))

        assert {
            **{name: ",".join(words) for name, words in _choices().items()},
            "verified": "true,false",
        } == offered


def _choices() -> dict[str, list[str]]:
    """Return the words of each fact that must be there and takes a word of a list."""
    fields = {name: field.annotation for name, field in Facts.model_fields.items() if field.is_required()}
    return {
        name: [word.value for word in words]
        for name, words in fields.items()
        if isinstance(words, type) and issubclass(words, Word)
    }


class TestSettings:
    """The settings of the workspace."""

    @pytest.fixture(name="schemas")
    def _schemas(self, repository: Path) -> dict[str, str]:
        settings = json.loads((repository / ".vscode/settings.json").read_text(encoding="utf-8"))
        schemas: dict[str, str] = settings["yaml.schemas"]
        return schemas

    def test_schemas(self, schemas: dict[str, str]) -> None:
        """Each kind of record has its schema."""
        assert {f"./schema/{kind}.schema.json" for kind in MODELS} == set(schemas)

    def test_files(self, schemas: dict[str, str], repository: Path) -> None:
        """The schema of a kind is for the files of that kind, all of them, and no others."""
        documents = load_content(repository / "content", shown_from=repository).documents

        for kind in MODELS:
            files = {path.relative_to(repository).as_posix() for path in _glob(repository, schemas, kind)}
            assert {document.path for document in documents if document.kind is kind} == files


def _glob(repository: Path, schemas: dict[str, str], kind: Kind) -> list[Path]:
    return list(repository.glob(schemas[f"./schema/{kind}.schema.json"]))


class TestEditorConfig:
    """What .editorconfig asks of editors holds for the files that are there."""

    @pytest.mark.parametrize(
        "pattern",
        ["content/**/*.*", "docs/*.md", "schema/*", "src/**/*.py", "templates/*", ".github/**/*.yml", "*.md"],
    )
    def test_lines(self, repository: Path, pattern: str) -> None:
        """Lines end with a line feed, the last one too, and neither with a space nor after a tab."""
        files = {path: path.read_bytes() for path in repository.glob(pattern) if path.is_file()}

        assert files
        assert [] == [path for path, data in files.items() if not data.endswith(b"\n") or b"\r" in data]
        assert [] == [path for path, data in files.items() if re.search(rb"^ *\t|[ \t]$", data, re.MULTILINE)]


class TestPreCommit:
    """Hooks for this repository, and for others with a content folder of their own."""

    def _hooks(self, repository: Path) -> list[dict[str, Any]]:
        others: list[dict[str, Any]] = yaml.safe_load((repository / ".pre-commit-hooks.yaml").read_bytes())
        own = yaml.safe_load((repository / ".pre-commit-config.yaml").read_bytes())
        return [*others, *(hook for source in own["repos"] for hook in source["hooks"])]

    def test_commands(self, repository: Path) -> None:
        """Each hook runs a command that is there, with options it has."""
        entries = [shlex.split(hook["entry"]) for hook in self._hooks(repository)]
        ours = [entry for entry in entries if entry[0].endswith("closecodes")]

        assert len(ours) >= 3
        assert [] == [wrong for entry in ours if (wrong := wrong_use(entry))]

    @pytest.mark.parametrize("path", ["content/families/discord/4004.yaml", "content/pages/about.fr.md"])
    def test_files(self, repository: Path, path: str) -> None:
        """The hooks of ours run when a record or page changes."""
        ours = [hook for hook in self._hooks(repository) if "closecodes" in hook["entry"]]

        assert (repository / path).is_file()
        assert [] == [hook["id"] for hook in ours if not re.search(hook["files"], path)]
