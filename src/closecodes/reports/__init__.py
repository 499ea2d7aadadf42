"""Problems in the forms that other programs read: GitHub's annotations, JSON, SARIF. Values in, text out."""

from closecodes.reports.as_json import as_json
from closecodes.reports.github import job_summary, workflow_commands
from closecodes.reports.sarif import as_sarif


__all__ = ["as_json", "as_sarif", "job_summary", "workflow_commands"]
