"""Where a saved page says that it comes from: the comments that browsers and mirroring programs leave in it."""

import re

_HEAD = 4_000
_NOTES: tuple[re.Pattern[str], ...] = (
    re.compile(r"<!--\s{0,20}saved from url=\(\d{1,6}\)(\S{1,2000}?)\s{0,20}-->"),
    re.compile(r"<!--\s{0,20}Mirrored from (\S{1,2000}) by HTTrack"),
    re.compile(r"Page saved with SingleFile\s{1,20}url:\s{0,20}(\S{1,2000})"),
)
"""Notes of browsers ("Save page as"), HTTrack and SingleFile."""


def saved_from(html: str) -> str:
    """Address that a saved page was taken from, as a note of the program that saved it says; else an empty string."""
    text = html[:_HEAD]
    found = next((match[1] for note in _NOTES if (match := note.search(text))), "")
    return found if not found or "://" in found else f"https://{found}"
