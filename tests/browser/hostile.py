"""Text that means harm, in every field of a graph, and what must hold with it on the page."""

from typing import Any

from tests.unit.render.conftest import make_graph
from tropegraph.graph import Graph

HOSTILE = [
    "</script><img src=x onerror=alert(1)><script>alert(2)</script>",
    "<svg onload=alert(1)>",
    "javascript:alert(1)",
    '" onmouseover="alert(1)" \'',
    "\u202eesrever\u202c \u2066isolate",
    "\u200b\u200b",
    "x" * 10_000,
    "a\u0300" * 400,
    "👩‍🚀🏳️‍🌈" * 50,
    "__proto__",
    "constructor",
    "${alert(1)} {{constructor.constructor('alert(1)')()}}",
    "<img src=x onerror=alert(1)//",
    "<iframe srcdoc='<script>parent.alert(1)</script>'>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<details open ontoggle=alert(1)><summary>x</summary></details>",
    "<base href=//example.org><meta http-equiv=refresh content=0;url=//example.org>",
    "<link rel=stylesheet href=//example.org/x.css><style>@import '//example.org/y.css'; *{display:none}</style>",
    "<!--<script>--><script>alert(1)</script>",
    "]]><svg/onload=alert(1)>",
    "\\u003cscript\\u003ealert(1)\\u003c/script\\u003e \\x3cimg\\x3e",
    "&lt;script&gt;alert(1)&lt;/script&gt; &#x3C;b&#x3E;",
    "JaVaScRiPt:alert(1)",
    "java\tscript:alert(1)",
    "\x01javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "//example.org/x",
    "https://user:pass@example.org\\@evil.example/<script>",
    "');alert(1);//",
    "`-alert(1)-`",
    "\u2028alert(1)\u2029",
    "{% raw %}{{ 7*7 }}<%= 7*7 %>",
    "url(//example.org/x.png); background: red; } * { display: none",
    "toString",
    "hasOwnProperty",
    "شيء من اليمين إلى اليسار \u202d then left",
    "שלום \u200f\u200e\u061c עולם",
    "\u200b\u200c\u200d\u2060\ufeff\u00ad",
    "\U000e0041\U000e0042 tags \ufff9anno\ufffatated\ufffb",
    "Z\u0335\u0341\u0317a\u0300\u0301\u0302\u0303\u0304\u0305\u0306\u0307\u0308l\u0334g\u0321o",
    "\ufdfd" * 60,
    "字" * 400,
    "no-break\u00a0" * 300,
    "a b " * 2_500,
    "%00%0d%0aSet-Cookie:x=1",
    "..%2f..%2fetc/passwd",
]
"""Every way known to us to smuggle script, style or addresses in; signs that turn, stack, hide or stretch text."""


def hostile_graph() -> Graph:
    """A graph that has each of them in every field that is text; each leads to Main/Plain."""
    nodes, edges, evidence = [], [], []
    for i, text in enumerate(HOSTILE):
        id_ = f"Main/{i}{text}"
        nodes.append({"id": id_, "name": text, "kind": text, "medium": text, "aliases": [text], "url": text})
        edge = (id_, "LEADS_TO", "Main/Plain")
        edges.append(edge)
        told = dict(zip(("source", "type", "target"), edge, strict=True))
        told |= {"page": text, "section": text, "sentence": f"{text} because {text}", "as_written": text}
        evidence.append(told)
    lists = ({"media": [text], "modifiers": [text], "stated_on": [text]} for text in HOSTILE)
    extra = dict(zip(edges, lists, strict=True))
    return make_graph(edges, nodes=nodes, evidence=evidence, extra=extra)


def nothing_ran(opened: Any) -> None:
    """No element came out of text, and the layout holds; that nothing was asked or run, `open_document` sees to."""
    foreign = (
        "img, iframe, base, link, math, form, object, embed, meta[http-equiv=refresh], script:not([nonce]):not([type])"
    )
    assert opened.page.evaluate(f"document.querySelectorAll({foreign!r}).length") == 0
    assert opened.page.evaluate("document.querySelectorAll('style').length") == 1
    assert opened.page.evaluate("document.documentElement.scrollWidth") <= opened.page.viewport_size["width"]
    assert opened.panel.evaluate("panel => panel.scrollWidth <= panel.clientWidth")
