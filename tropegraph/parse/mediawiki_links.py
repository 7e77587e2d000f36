"""Links of wikitext, within the wiki and out of it; files with captions; categories."""

import html
import re
from functools import lru_cache
from typing import NamedTuple

from tropegraph.parse import mediawiki_names as titles
from tropegraph.parse.build import TextBuilder
from tropegraph.parse.mediawiki_state import Frame, State
from tropegraph.parse.mediawiki_tokens import Kind, Token
from tropegraph.parse.targets import page_of_url, spelled_title

_FILE_OPTION = re.compile(
    r"\s*(?:thumb(?:nail)?|frame(?:d|less)?|border|left|right|cent(?:er|re)|none|baseline|sub|super|top|middle|bottom|"
    r"text-(?:top|bottom)|upright(?:\s*=?\s*[\d.]+)?|\d*\s*x?\s*\d+\s*px|"
    r"(?:alt|link|page|class|lang|thumb(?:nail)?|upright|width|height|loop|muted)\s*=.*)\s*",
    re.IGNORECASE | re.DOTALL,
)
_TRAIL = re.compile(r"[a-z]{1,30}")
_LONGEST_KEPT = 400
"""Longer labels spell no title (which has 255 characters at most), and would fill the caches of titles."""


def url(state: State, token: Token, index: int) -> None:
    """A bare address."""
    start = state.write(token.text)
    if not state.links:
        page = page_of_url(token.text)
        state.out.draft.text.link(start, page=page, url="" if page else token.text)


def whole_link(state: State, token: Token, index: int) -> None:
    """A link with no other markup in it; a file with a caption; a category."""
    source, end, target = state.source, token.end, token.text
    trail = _trail(source, end) if "a" <= source[end : end + 1] <= "z" else ""
    whole = _whole if len(token.label or "") <= _LONGEST_KEPT else _whole.__wrapped__
    link = whole(target, token.label, trail, state.title if titles.is_relative(target) else "")
    if link.words is None:
        _no_link(state, _target(state, target), token.label or "")
        return
    state.position = end + len(trail)
    state.out.begin()
    text = state.out.draft.text
    start = text.here
    text.write(link.words)
    if not state.links:
        text.link(start, page=link.page, url=link.url, title=link.title)


class _Whole(NamedTuple):
    """A whole link: where it leads, as in `model.page.Link`, and its words; `None` where it is no link."""

    page: str
    url: str
    title: str
    words: str | None


@lru_cache(titles.CACHED)
def _whole(target: str, label: str | None, trail: str, own: str) -> _Whole:
    found = titles.target_of(html.unescape(target), own)
    if found.is_file or found.category is not None:
        return _Whole("", "", "", None)
    words = found.shown if label is None else html.unescape(label)
    words = (words if label is None or _plain(words) else words + found.plain) + trail
    title = spelled_title(_plain(words), found.page) if found.page and len(words) <= _LONGEST_KEPT else ""
    return _Whole(found.page, found.url, title, words)


def _no_link(state: State, target: titles.Target, words: str) -> None:
    """Put the page into a category, or show the caption of a file."""
    if target.category is not None:
        state.categories.append(target.category)
    elif words and not _FILE_OPTION.fullmatch(words):
        state.out.enter_caption()
        state.words(words)
        state.out.leave_caption()


def _plain(words: str) -> str:
    """Words as they come out of a block's text."""
    text = TextBuilder()
    text.write(words)
    return text.since(0)


def _trail(source: str, end: int) -> str:
    """The letters right behind a link, which belong to it."""
    trail = _TRAIL.match(source, end)
    return trail.group() if trail else ""


def open_link(state: State, token: Token, index: int) -> None:
    """Begin a link, a file or a category."""
    if token.partner < 0:
        state.complain("unclosed-markup", token)
        state.write(token.text)
        return
    found = _target(state, token.text)
    if found.is_file:
        _open_file(state, token)
    elif found.category is not None:
        state.categories.append(found.category)
        state.position = state.tokens[token.partner].end
    else:
        _enter_link(state, token, found.page, found.url)
        if not token.pipes:
            state.write(found.shown)


def _target(state: State, target: str) -> titles.Target:
    """What a link's target means; its own title stands for the variables in it."""
    target = html.unescape(target) if "&" in target else target
    target = re.sub(r"\{\{\w+\}\}", lambda _: state.title, target) if "{{" in target else target
    return titles.target_of(target, state.title if titles.is_relative(target) else "")


def _open_file(state: State, token: Token) -> None:
    """An image: its last argument is a caption, if it is no option."""
    close = state.tokens[token.partner].start
    last = state.tokens[token.pipes[-1]].end if token.pipes else close
    if not state.source[last:close].strip() or _FILE_OPTION.fullmatch(state.source, last, close):
        state.position = state.tokens[token.partner].end
        return
    state.position = last
    state.frames.append(Frame(token, state.out.draft, 0, _leave_caption))
    state.out.enter_caption()


def _enter_link(state: State, token: Token, page: str, url: str) -> None:
    state.out.begin()
    leave = _leave_link if token.kind is Kind.OPEN_LINK else _leave_outside
    state.frames.append(Frame(token, state.out.draft, state.out.draft.text.here, leave, page, url))
    state.links += 1
    if token.pipes:
        state.position = state.tokens[token.pipes[0]].end


def close_link(state: State, token: Token, index: int) -> None:
    """End a link, with the letters behind it, or a caption."""
    if token.partner < 0:
        state.complain("unclosed-markup", token)
        state.write("]]")
        return
    state.leave(token)


def _leave_caption(state: State, frame: Frame) -> None:
    state.out.leave_caption()


def _leave_link(state: State, frame: Frame) -> None:
    state.links -= 1
    start = frame.start_in(state.out.draft)
    if frame.token.pipes and not state.out.draft.text.since(start):
        start = state.write(_target(state, frame.token.text).plain)
    end = state.tokens[frame.token.partner].end
    if state.position == end and (trail := _trail(state.source, end)):
        state.position += len(trail)
        state.out.draft.text.write(trail)
    _lay_link(state, start, frame.page, frame.url)


def _leave_outside(state: State, frame: Frame) -> None:
    state.links -= 1
    _lay_link(state, frame.start_in(state.out.draft), frame.page, frame.url)


def _lay_link(state: State, start: int, page: str, url: str) -> None:
    if not state.links:
        text = state.out.draft.text
        title = spelled_title(text.since(start), page) if page else ""
        text.link(start, page=page, url=url, title=title)


def open_outside(state: State, token: Token, index: int) -> None:
    """Begin a link with an address."""
    if token.partner < 0:
        state.complain("unclosed-markup", token)
        state.write(state.source[token.start : token.end])
        return
    page = page_of_url(token.text)
    _enter_link(state, token, page, "" if page else token.text)


def close_outside(state: State, token: Token, index: int) -> None:
    """End a link with an address."""
    if token.partner < 0:
        state.write("]")
        return
    state.leave(token)
