"""The second stage: documents in, records and problems out. Nothing here prints or exits."""

from closecodes.check.engine import (
    Checked,
    Difference,
    check_again,
    check_content,
    check_errors,
    check_errors_again,
    check_rest,
    check_rest_again,
    strictly,
)


__all__ = [
    "Checked",
    "Difference",
    "check_again",
    "check_content",
    "check_errors",
    "check_errors_again",
    "check_rest",
    "check_rest_again",
    "strictly",
]
