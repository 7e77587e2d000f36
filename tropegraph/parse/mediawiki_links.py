"""Links of wikitext, within the wiki and out of it; files with captions; categories."""

import html
import re

from tropegraph.parse import mediawiki_names as titles
from tropegraph.parse.mediawiki_state import Frame, State
from tropegraph.parse.mediawiki_templates import Template
from tropegraph.parse.mediawiki_tokens import Token
from tropegraph.parse.targets import page_of_url, spelled_title

_FILE_OPTION = re.compile(
    r"\s*(?:thumb(?:nail)?|frame(?:d|less)?|border|left|right|cent(?:er|re)|none|baseline|sub|super|top|middle|bottom|"
    r"text-(?:top|bottom)|upright(?:\s*=?\s*[\d.]+)?|\d*\s*x?\s*\d+\s*px|"
    r"(?:alt|link|page|class|lang|thumb(?:nail)?|upright|width|height|loop|muted)\s*=.*)\s*",
    re.IGNORECASE | re.DOTALL,
)
_TRAIL = re.compile(r"[a-z]{1,30}")
_FILE = Template()


def url(state: State, token: Token, index: int) -> None:
    """A bare address."""
    start = state.write(token.text)
    if not state.links:
        page = page_of_url(token.text)
        state.out.draft.text.link(start, page=page, url="" if page else token.text)


def open_link(state: State, token: Token, index: int) -> None:
    """Begin a link, a file or a category."""
    if token.partner < 0:
        state.complain("unclosed-markup", token)
        state.write(token.text)
        return
    target = _named(state, token.text)
    title = titles.title_of(target)
    if title.space in titles.FILES and not target.startswith(":"):
        _open_file(state, token)
    elif title.space == titles.CATEGORY and not target.startswith(":"):
        state.categories.append(title.text)
        state.position = state.tokens[token.partner].end
    else:
        _enter_link(state, token, *titles.link_of(target, state.title))
        if not token.pipes:
            state.write(title.text if title.space not in titles.INTERWIKI else target.partition(":")[2])


def _named(state: State, target: str) -> str:
    """A target with the page's own title for the variables in it."""
    target = html.unescape(target) if "&" in target else target
    return re.sub(r"\{\{\w+\}\}", lambda _: state.title, target) if "{{" in target else target


def _open_file(state: State, token: Token) -> None:
    """An image: its last argument is a caption, if it is no option."""
    close = state.tokens[token.partner].start
    last = state.tokens[token.pipes[-1]].end if token.pipes else close
    if not state.source[last:close].strip() or _FILE_OPTION.fullmatch(state.source, last, close):
        state.position = state.tokens[token.partner].end
        return
    state.position = last
    state.frames.append(Frame(token, state.out.draft, 0, rule=_FILE))
    state.out.enter_caption()


def _enter_link(state: State, token: Token, page: str, url: str) -> None:
    state.out.begin()
    state.frames.append(Frame(token, state.out.draft, state.out.draft.text.here, page, url))
    state.links += 1
    if token.pipes:
        state.position = state.tokens[token.pipes[0]].end


def close_link(state: State, token: Token, index: int) -> None:
    """End a link, with the letters behind it, or a caption."""
    if token.partner < 0:
        state.complain("unclosed-markup", token)
        state.write("]]")
        return
    frame = state.frames.pop()
    if frame.rule is _FILE:
        state.out.leave_caption()
        return
    state.links -= 1
    start = frame.start_in(state.out.draft)
    if frame.token.pipes and not state.out.draft.text.since(start):
        start = state.write(titles.unbracketed(titles.title_of(_named(state, frame.token.text)).text)[0])
    trail = _TRAIL.match(state.source, token.end)
    if trail:
        state.position = trail.end()
        state.out.draft.text.write(trail.group())
    _lay_link(state, frame, start)


def _lay_link(state: State, frame: Frame, start: int) -> None:
    text = state.out.draft.text
    if not state.links:
        title = spelled_title(text.since(start), frame.page) if frame.page else ""
        text.link(start, page=frame.page, url=frame.url, title=title)


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
    frame = state.frames.pop()
    state.links -= 1
    _lay_link(state, frame, frame.start_in(state.out.draft))
