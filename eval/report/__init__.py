"""What was measured, to read: Markdown, a page that opens as a file, and the runs."""

from eval.report.sheets import Sheet, short_sheets
from eval.report.write import write_report

__all__ = ["Sheet", "short_sheets", "write_report"]
