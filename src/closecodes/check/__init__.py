"""The second stage: documents in, records and problems out. Nothing here prints or exits."""

from closecodes.check.engine import Checked, check_again, check_content, check_errors, check_rest, strictly


__all__ = ["Checked", "check_again", "check_content", "check_errors", "check_rest", "strictly"]
