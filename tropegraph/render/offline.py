"""One HTML document that asks nothing of the network, and in which no data can become markup or script.

A document is a template, styles and scripts of our own, and one JSON payload. Styles and scripts run by a nonce alone;
every value in the template is escaped unless it is marked as our own; scripts set text, never HTML.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import jinja2
from markupsafe import Markup


def environment(
    *, title: str, data: Mapping[str, Any], styles: Sequence[str], scripts: Sequence[str], **own: str
) -> jinja2.Environment:
    """Environment that knows our templates and all that one needs: title, nonce, style, script, payload.

    Args:
        title: Title of the document.
        data: What the scripts read, as JSON can hold it.
        styles: Names of files, joined in this order.
        scripts: Names of files, joined in this order.
        own: Further text of our own, put into the document as it is.
    """
    style = "\n".join(map(template_text, styles))
    script = joined_scripts(scripts)
    payload = in_script(data)
    made = jinja2.Environment(loader=jinja2.FunctionLoader(template_text), autoescape=True)
    made.filters["in_script"] = lambda value: trusted(in_script(value))
    made.globals.update(title=title, nonce=_nonce(payload, style, script))
    made.globals.update({name: trusted(text) for name, text in own.items()})
    made.globals.update(style=trusted(style), script=trusted(script), payload=trusted(payload))
    return made


def joined_scripts(names: Sequence[str]) -> str:
    """Scripts as a document holds them: in one function, so that they see one another and nothing else sees them."""
    return "\n".join(["(() => {", "'use strict';", *map(template_text, names), "})();"])


def in_script(value: Any) -> str:
    r"""JSON that can stand inside a script element: no `<`, `>` or `&`, and ASCII throughout.

    >>> in_script("</script>")
    '"\\u003c/script\\u003e"'
    """
    text = json.dumps(value, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def trusted(text: str) -> Markup:
    """Text that may stand in a document as it is: our own files, and JSON that `in_script` made safe."""
    return Markup(text)  # noqa: S704 - this is the one place, and the docstring says for what


def _nonce(*parts: str) -> str:
    """Made of the content, so that equal graphs give equal bytes; no content can hold its own digest."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]


@cache
def template_text(name: str) -> str:
    """One of the files that documents are made of."""
    return (files("tropegraph.render") / "template" / name).read_text(encoding="utf-8")
