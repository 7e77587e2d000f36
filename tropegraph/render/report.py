"""The report on single facts as one HTML document: errors by type, each with its sentence."""

from collections.abc import Mapping
from typing import Any

from tropegraph.render.columns import readable
from tropegraph.render.offline import environment

TEMPLATE = "report.html"
STYLES = ("ground.css", "report.css")
SCRIPTS = ("text.js", "element.js", "report.js")


def render_report(data: Mapping[str, Any], *, title: str) -> str:
    """One HTML document with all facts in it: opened from disk, it needs no network.

    Args:
        data: As `evaluate.report_data` gives it.
        title: Heading and title of the page.

    Returns:
        The document; write it as UTF-8.
    """
    shown = readable(title) or "Report"
    made = environment(title=shown, data=data, styles=STYLES, scripts=SCRIPTS)
    return made.get_template(TEMPLATE).render()
