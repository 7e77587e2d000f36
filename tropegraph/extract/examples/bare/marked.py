"""Titles that plain text still marks: a year in brackets behind them, quotation marks around them."""

import re
from collections.abc import Iterator

from tropegraph.extract.examples.bare.reading import Candidate, Reading, is_plausible
from tropegraph.extract.examples.titles import looks_like_title
from tropegraph.extract.names.title_runs import YEAR_BEHIND, Run, run_at

_DATED = re.compile(YEAR_BEHIND)
_START = re.compile(r"(?<![\w'’-])(?=[A-Z0-9])")
_QUOTED = re.compile(r"[\"“](?P<title>[^\"“”\n]{2,80})[\"”]")
_OWNER = re.compile(
    r"(?P<owner>(?:[A-Z][\w.'’-]*\s+){1,4}?[A-Z][\w.-]*?)['’]s?\s+(?:(?:short|story|tale|poem)\s+){0,2}$"
)
_SAID_OF_WORKS = re.compile(
    rf"[.,!?]?[\"”]?(?:{YEAR_BEHIND})?"
    r"(?::|\.|,|\s+(?:by|is|was|has|had|ends|opens|begins|features|from)\b|\s+[—–]\s|$)"
)
_QUOTES_HOLD_WORKS = frozenset(("Literature", "Poetry", "Folklore & Myth", "Fan Work", "Web Original", None))
"""Media whose shorter works stand in quotation marks; elsewhere these hold episodes."""

_LEADS = frozenset(("", "In ", "The "))
_REACH = 90


def marked(text: str, reading: Reading) -> Iterator[Candidate]:
    """Titles with a year behind them, and those in quotation marks that open an item or follow their author."""
    yield from _dated(text, reading)
    if reading.medium in _QUOTES_HOLD_WORKS:
        yield from _quoted(text)


def _dated(text: str, reading: Reading) -> Iterator[Candidate]:
    for year in _DATED.finditer(text):
        for m in _START.finditer(text, max(0, year.start() - _REACH), year.start()):
            run = run_at(text, m.start(), reading.lexicon.works, placed=True)
            if run and run.end == year.end() and is_plausible(text, run, reading):
                yield Candidate(run, 7.0)
                break


def _quoted(text: str) -> Iterator[Candidate]:
    for m in _QUOTED.finditer(text):
        if not looks_like_title(m["title"]):
            continue
        run = Run(m.start("title"), m.end("title"), len(m["title"].split()))
        owner = _OWNER.match(text[: m.start()])
        if text[: m.start()] in _LEADS and _SAID_OF_WORKS.match(text, m.end() - 1):
            yield Candidate(run, 8.5)
        elif owner and " " in owner["owner"]:
            yield Candidate(run, 8.0)
