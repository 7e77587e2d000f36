"""Templates of wikitext: what becomes of each of their arguments, as `mediawiki_templates` has it."""

import re

from tropegraph.model import names
from tropegraph.model.page import SpanKind
from tropegraph.parse.mediawiki_state import Frame, State
from tropegraph.parse.mediawiki_templates import MAGIC_TITLES, UNKNOWN, Role, template
from tropegraph.parse.mediawiki_tokens import Kind, Token

_NAMED = re.compile(r"\s{0,20}([a-z0-9][a-z0-9_ -]{0,30}?)\s{0,20}=(?!=)")
_ROLE_MARKS = {Role.SPOILER: SpanKind.SPOILER, Role.NOTE: SpanKind.NOTE, Role.ITALIC: SpanKind.ITALIC}


def open_template(state: State, token: Token, index: int) -> None:
    """Begin a template; what stands before its first bar is its name."""
    if token.partner < 0:
        state.complain("unclosed-markup", token)
        state.write(token.text)
        return
    rule = template(token.text)
    if names.squash(token.text) in MAGIC_TITLES:
        state.write(state.title)
    elif rule is None:
        state.complain("unknown-markup", token)
    rule = rule or UNKNOWN
    state.kind = state.kind or rule.kind
    if rule.category:
        state.categories.append(rule.category)
    if rule.text:
        state.write(rule.text)
    if rule.ends_folder:
        _end_folder(state)
    state.frames.append(Frame(token, state.out.draft, 0, _leave_template, rule=rule))


def pipe(state: State, token: Token, index: int) -> None:
    """End an argument and begin the next; one that is not shown is passed over."""
    frame = state.reach(token.partner)
    if frame is None or frame.token.kind is not Kind.OPEN_TEMPLATE:
        state.write("|")
        return
    _end_argument(state, frame)
    frame.argument += 1
    frame.role = _role(state, frame)
    if frame.role is Role.SKIP:
        pipes = frame.token.pipes
        following = pipes[frame.argument] if frame.argument < len(pipes) else frame.token.partner
        state.position = state.tokens[following].start
    else:
        _begin_argument(state, frame)


def _role(state: State, frame: Frame) -> Role:
    named = _NAMED.match(state.source, state.position)
    if named:
        state.position = named.end()
        return frame.rule.roles.get(named[1], Role.SKIP)
    frame.numbered += 1
    return frame.rule.roles.get(str(frame.numbered), Role.SKIP)


def _begin_argument(state: State, frame: Frame) -> None:
    if frame.role is Role.QUOTE:
        state.out.begin_quote()
    elif frame.role is Role.HEADING:
        state.out.begin_heading()
    elif frame.role is Role.FOLDER:
        state.out.begin_folder()
    elif frame.role in _ROLE_MARKS:
        state.write(" " if frame.role is Role.NOTE else "")
        frame.mark = state.out.open_mark(_ROLE_MARKS[frame.role])


def _end_argument(state: State, frame: Frame) -> None:
    role, frame.role = frame.role, Role.SKIP
    if role is Role.QUOTE:
        state.out.end_quote()
    elif role is Role.HEADING:
        frame.titled = frame.titled or bool(state.out.draft.text.here)
        state.out.flush()
    elif role is Role.FOLDER:
        _begin_folder(state, frame)
    elif frame.mark:
        state.out.close_mark(frame.mark)
        frame.mark = None


def _begin_folder(state: State, frame: Frame) -> None:
    frame.folder = bool(state.out.draft.text.here)
    state.out.leave_folder_title()
    state.folders += frame.folder


def _end_folder(state: State) -> None:
    state.out.end_list()
    if state.folders and state.out.outline.end_folder():
        state.folders -= 1


def close_template(state: State, token: Token, index: int) -> None:
    """End a template."""
    if token.partner < 0:
        state.complain("unclosed-markup", token)
        state.write("}}")
        return
    state.leave(token)


def _leave_template(state: State, frame: Frame) -> None:
    _end_argument(state, frame)
    if frame.rule.heading and not frame.titled:
        state.out.heading(frame.rule.heading)
    if frame.folder and not frame.rule.begins_folder:
        _end_folder(state)
