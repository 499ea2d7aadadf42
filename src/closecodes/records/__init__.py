"""The shape of every record, as pydantic models."""

from closecodes.records.changes import Change, Changes
from closecodes.records.codes import CodeRecord, CodeTexts, Reason
from closecodes.records.comparisons import ComparisonRecord, ComparisonTexts
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
from closecodes.records.families import Band, FamilyRecord, FamilyTexts
from closecodes.records.glossary import Glossary, Term
from closecodes.records.numbers import NumberRange
from closecodes.records.ranges import RangeRecord, Ranges, RangeTexts
from closecodes.records.sequences import FrameSequence, FrameStep, Sender
from closecodes.records.site import Libraries, Library, SiteRecord
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
