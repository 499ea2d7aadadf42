"""The shape of every record, as pydantic models."""

from closecodes.records.changes import Change, Changes
from closecodes.records.errors import ErrorText, ErrorTexts, PrintedAs
from closecodes.records.facts import (
    Facts,
    Fault,
    Growth,
    Kind,
    ReportedFor,
    Retry,
    RetryAddress,
    RetryDelay,
    SentBy,
    SpecifiedIn,
    Subject,
)
from closecodes.records.glossary import Glossary, Term
from closecodes.records.models import (
    Band,
    CodeRecord,
    CodeTexts,
    ComparisonRecord,
    ComparisonTexts,
    FamilyRecord,
    FamilyTexts,
    Libraries,
    Library,
    NumberRange,
    RangeRecord,
    Ranges,
    RangeTexts,
    Reason,
    SiteRecord,
)
from closecodes.records.sequences import FrameSequence, FrameStep, Sender
from closecodes.records.text import LocalizedText, Record, Source, SourcedText
from closecodes.records.timeouts import Timeout, Timeouts
from closecodes.records.words import Word


__all__ = [
    "Band",
    "Change",
    "Changes",
    "CodeRecord",
    "CodeTexts",
    "ComparisonRecord",
    "ComparisonTexts",
    "ErrorText",
    "ErrorTexts",
    "Facts",
    "FamilyRecord",
    "FamilyTexts",
    "Fault",
    "FrameSequence",
    "FrameStep",
    "Glossary",
    "Growth",
    "Kind",
    "Libraries",
    "Library",
    "LocalizedText",
    "NumberRange",
    "PrintedAs",
    "RangeRecord",
    "RangeTexts",
    "Ranges",
    "Reason",
    "Record",
    "ReportedFor",
    "Retry",
    "RetryAddress",
    "RetryDelay",
    "Sender",
    "SentBy",
    "SiteRecord",
    "Source",
    "SourcedText",
    "SpecifiedIn",
    "Subject",
    "Term",
    "Timeout",
    "Timeouts",
    "Word",
]
