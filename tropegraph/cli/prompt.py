"""The prompt of the shell: history, completion, statements of several lines."""

import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from prompt_toolkit import PromptSession
from prompt_toolkit.auto_suggest import AutoSuggestFromHistory
from prompt_toolkit.completion import CompleteEvent, Completer, Completion
from prompt_toolkit.document import Document
from prompt_toolkit.filters import has_completions, is_done
from prompt_toolkit.history import FileHistory, InMemoryHistory
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

from tropegraph.graph.property_graph import EDGE_PROPERTIES, NODE_PROPERTIES
from tropegraph.model.vocabulary import NodeKind, RelationType
from tropegraph.query import NamedQuery

KEYWORDS = (
    "MATCH,OPTIONAL MATCH,WHERE,RETURN,WITH,UNWIND,ORDER BY,DESC,LIMIT,SKIP,DISTINCT,AS,AND,OR,NOT,IN,IS NULL,"
    "IS NOT NULL,STARTS WITH,ENDS WITH,CONTAINS,CASE,WHEN,THEN,ELSE,END,UNION ALL,CALL,EXISTS,COUNT,count,collect,"
    "size,toLower,toUpper,type,labels,nodes,relationships,length,startNode,endNode,shortestPath,range,head,split,sum,"
    "min,max,avg,coalesce,any,all,none,reduce"
).split(",")
COMMANDS = (":help", ":queries", ":param", ":quit")
_KINDS = (*NodeKind, *RelationType)
_PROPERTIES = tuple(dict.fromkeys((*NODE_PROPERTIES, *EDGE_PROPERTIES)))
_WORD = re.compile(r":?[\w-]*$")
_ASKED = re.compile(r"\s*([\w-]+)\s")
_VALUE = re.compile(r"(\w+)=\"?([\w-]*)$")


def candidates(text: str, queries: Mapping[str, NamedQuery]) -> tuple[str, list[str]]:
    """The beginning of a word that a text ends with, and what it may become.

    Args:
        text: All that stands before the cursor.
        queries: The named queries.
    """
    found = _WORD.search(text)
    word = found[0] if found else ""
    before = text[: len(text) - len(word)]
    asked = _ASKED.match(text)
    if not before.strip():
        return word, [*COMMANDS, *queries, *KEYWORDS]
    if asked and (named := queries.get(asked[1])):
        return _of_query(text, word, named)
    word = word.removeprefix(":") if word.startswith(":") else word
    if re.search(r"[:|]\s*$", text[: len(text) - len(word)]):
        return word, [str(kind) for kind in _KINDS]
    return word, list(_PROPERTIES if before.endswith(".") else KEYWORDS)


def _of_query(text: str, word: str, named: NamedQuery) -> tuple[str, list[str]]:
    if value := _VALUE.search(text):
        names = [name for p in named.params if p.name == value[1] for name in p.type.names]
        return value[2], [f'"{name}"' if " " in name and '"' not in value[0] else name for name in names]
    return word, [f"{p.name}=" for p in named.params if f"{p.name}=" not in text]


class _Completer(Completer):
    def __init__(self, queries: Mapping[str, NamedQuery]) -> None:
        self._queries = queries

    def get_completions(self, document: Document, complete_event: CompleteEvent) -> Iterator[Completion]:
        word, names = candidates(document.text_before_cursor, self._queries)
        for name in names:
            if name.lower().lstrip('"').startswith(word.lower()):
                yield Completion(name, start_position=-len(word))


def prompt(queries: Mapping[str, NamedQuery], whole: Callable[[str], bool], history: Path | None) -> Callable[[], str]:
    """A function that asks for a text and gives it once it can be run.

    Args:
        queries: The named queries, for completion.
        whole: Whether a text can be run; else the enter key begins another line.
        history: File of what was asked before.
    """
    session: PromptSession[str] = PromptSession(
        "tropegraph> ",
        multiline=True,
        prompt_continuation=lambda width, *_: "... ".rjust(width),
        completer=_Completer(queries),
        complete_while_typing=False,
        auto_suggest=AutoSuggestFromHistory(),
        history=_kept(history),
        key_bindings=_keys(whole),
    )
    return session.prompt


def _kept(history: Path | None) -> FileHistory | InMemoryHistory:
    """The history in its file, or in memory where that cannot be written."""
    try:
        if history:
            with history.open("a", encoding="utf-8"):
                return FileHistory(str(history))
    except OSError:
        pass
    return InMemoryHistory()


def _keys(whole: Callable[[str], bool]) -> KeyBindings:
    keys = KeyBindings()

    @keys.add("enter", filter=~has_completions & ~is_done)
    def _(event: KeyPressEvent) -> None:
        buffer = event.current_buffer
        if whole(buffer.text):
            buffer.validate_and_handle()
        else:
            buffer.insert_text("\n")

    return keys
