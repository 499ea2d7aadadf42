"""What rules are made of: problems of the reader, and faults of the models."""

from __future__ import annotations

from closecodes.check.parsing import Records
from closecodes.check.rules.base import Finding, faults_of_type, found_by_reader
from closecodes.load import Content, Document, Kind, Marks
from closecodes.load.strict_yaml import YamlProblem


class TestFoundByReader:
    """What reading the files has found already."""

    def test_one_rule(self) -> None:
        """Only problems of the rule asked for are passed on, at their place."""
        problems = (YamlProblem("yaml-tab", (2, 1), "a tab"), YamlProblem("yaml-tag", (3, 4), "a tag"))
        document = Document("a.yaml", Kind.CODE, None, Marks(), "", problems)
        records = Records(Content((document,)), ("en",))

        assert [Finding(document, (), "a tag", position=(3, 4))] == list(found_by_reader("yaml-tag")(records))


class TestFaultsOfType:
    """The faults of some types."""

    def test_none(self) -> None:
        """Records without faults have none of any type."""
        assert [] == list(faults_of_type(Records(Content(()), ("en",)), "missing"))
