"""Put synthetic records into a content folder, beside the real site, ranges, libraries and pages."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import yaml

from benchmarks.synthesis.records import FAMILY, FIRST_CODE, code_records, family_record
from benchmarks.synthesis.sharing import with_shared_marked
from closecodes import pipeline
from closecodes.project import find_project


__all__ = ["MAX_CODES", "ROOT", "change_record", "write_content"]

ROOT = Path(__file__).resolve().parents[2]
MAX_CODES = 1000
SHARED = ("site.yaml", "ranges.yaml", "libraries.yaml", "pages")


def write_content(count: int, folder: Path) -> None:
    """Write a content folder of ``count`` codes, without faults, to ``folder``, which is emptied first."""
    if folder.exists():
        shutil.rmtree(folder)
    codes = folder / "families" / FAMILY
    codes.mkdir(parents=True)
    _copy_shared(folder)
    family, *records = with_shared_marked([family_record(), *code_records(count)])
    _write(codes / "family.yaml", family)
    for record in records:
        _write(codes / f"{record['code']}.yaml", record)
    _write_digests(folder)


def change_record(folder: Path) -> None:
    """Change the French of one text of the first record, and nothing else."""
    path = folder / "families" / FAMILY / f"{FIRST_CODE}.yaml"
    record = yaml.safe_load(path.read_text(encoding="utf-8"))
    record["text"]["check"]["fr"] += " Recommencez s'il le faut."
    _write(path, record)


def _copy_shared(folder: Path) -> None:
    for name in SHARED:
        source = ROOT / "content" / name
        copy = shutil.copytree if source.is_dir() else shutil.copy2
        copy(source, folder / name)


class _Dumper(yaml.SafeDumper):
    """Writes every value out: records have no aliases."""

    def ignore_aliases(self, data: Any) -> bool:
        """Return that nothing is ever an alias."""
        del data
        return True


def _write(path: Path, record: dict[str, Any]) -> None:
    text = yaml.dump(record, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=110)
    path.write_text(text, encoding="utf-8", newline="\n")


def _write_digests(folder: Path) -> None:
    project = find_project(ROOT, ROOT / "src" / "closecodes").with_content(folder)
    for _ in pipeline.fix_project(project, pipeline.load_project(project)):
        pass
