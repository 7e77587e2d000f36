"""The sentences that `explain` prints: each with what was seen in it marked, and under it the facts that it states."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from tropegraph.cli.marked import CUE, harmless, marked
from tropegraph.extract.traced import CueTrace, Governed, Role, SentenceTrace
from tropegraph.model.facts import Example, PageFacts, Ref, Relation
from tropegraph.model.findings import CODES
from tropegraph.model.page import BlockKind, Page
from tropegraph.model.vocabulary import RELATIONS, PageKind, RelationType

UNBROKEN = 1 << 30
"""Width at which nothing is wrapped: a line a sentence, for pipes."""

_LEADS = {BlockKind.ITEM: "- ", BlockKind.QUOTE: "> "}
_INDENT = 2
_QUOTED = 60


@dataclass(frozen=True, slots=True)
class Sheet:
    """What lines are laid out on.

    Args:
        width: Characters of a line.
        colour: Whether there is colour.
    """

    width: int
    colour: bool

    def hang(self, indent: int, lead: str, text: Text, style: str = "") -> Iterator[Text]:
        """`text` wrapped, its first line led by `lead`, the others as far in as it."""
        room = max(self.width - indent - len(lead), 20)
        lines = [text] if self.width >= UNBROKEN else text.wrap(_WRAPPER, room)
        for i, line in enumerate(lines):
            line.rstrip()
            yield Text(" " * indent).append(lead if i == 0 else " " * len(lead), style).append_text(line)


_WRAPPER = Console(width=UNBROKEN, color_system=None)


def sentence_lines(page: Page, facts: PageFacts, seen: Iterable[SentenceTrace], sheet: Sheet) -> Iterator[Text]:
    """Every sentence with what it states, under the sections that they stand in.

    Args:
        page: The page.
        facts: Its facts.
        seen: Its sentences.
        sheet: What they are laid out on.
    """
    section: tuple[str, ...] = ()
    for one in seen:
        block = page.blocks[one.block]
        if block.section != section:
            section = block.section
            yield Text()
            yield from sheet.hang(0, "", Text(harmless(" / ".join(section)), "bold"))
        yield Text()
        indent = _INDENT * max(block.level - 1, 0) if block.kind is not BlockKind.HEADING else 0
        lead = _LEADS.get(block.kind, "")
        text = marked(block, one, colour=sheet.colour)
        yield from sheet.hang(indent, lead if one.start == 0 else " " * len(lead), text)
        for sign, style, line in _said(one, page, facts):
            yield from sheet.hang(indent + len(lead) + _INDENT, f"{sign} ", line, style)


_Line = tuple[str, str, Text]
"""A sign, its style, and what is said."""


def _said(one: SentenceTrace, page: Page, facts: PageFacts) -> Iterator[_Line]:
    yield from (_fact(_relation(f, facts.page, _quotes(f, one, page))) for f in one.relations)
    yield from (_fact(_example(e, facts)) for e in one.examples)
    yield from (_fact(_pair("in this index", m.member)) for m in one.memberships)
    for cue in one.cues:
        yield from _unmet(cue, one, page)
    yield from (_note(_elsewhere(e, facts)) for e in one.elsewhere)
    yield from _without_cue(one)
    yield from (("!", "yellow", Text(f"{f.code}: {CODES[f.code][1]}")) for f in one.findings)


def _fact(text: Text) -> _Line:
    return "→", "green", text


def _note(text: str) -> _Line:
    return "·", "dim", Text(text, "dim")


def _pair(what: str, ref: Ref) -> Text:
    return Text(f"{what}  ").append(_name(ref), "bold")


def _name(ref: Ref) -> str:
    return harmless(ref.title or ref.page)


def type_name(kind: RelationType) -> str:
    """A relation type as a reader reads it: "Contrast With"."""
    return kind.replace("_", " ").title()


def _relation(fact: Relation, me: Ref, quotes: Sequence[str]) -> Text:
    """The fact as seen from the page; where its other end says it of the page, or of a third, both ends are named."""
    turned = RELATIONS[fact.type].symmetric and fact.target == me
    source, target = (fact.target, fact.source) if turned else (fact.source, fact.target)
    text = Text() if source == me else Text(_name(source), "bold").append("  ")
    text.append(f"{type_name(fact.type)}  ").append(_name(target), "bold")
    return text.append("".join(f'   (cue "{q}")' for q in quotes), "dim")


def _quotes(fact: Relation, one: SentenceTrace, page: Page) -> list[str]:
    """The cues that state a fact, each once."""
    stating = (c for c in one.cues if any(_same(fact, f) for f in c.relations))
    return list(dict.fromkeys(_quote(c, one, page) for c in stating))


def _same(a: Relation, b: Relation) -> bool:
    return (a.source, a.type, a.target) == (b.source, b.type, b.target)


def _quote(cue: CueTrace, one: SentenceTrace, page: Page) -> str:
    """The words of a cue, the names within it left out."""
    if cue.start == cue.end:
        return "…"
    text, at, parts = page.blocks[cue.block].text, cue.start, list[str]()
    inner = one.names if cue.block == one.block else ()
    for name in (n for n in inner if cue.start <= n.start and n.end <= cue.end):
        parts += [text[at : name.start], "…"]
        at = name.end
    quoted = harmless("".join([*parts, text[at : cue.end]]))
    return quoted if len(quoted) <= _QUOTED else "… " + quoted[-_QUOTED:].partition(" ")[2]


def _unmet(cue: CueTrace, one: SentenceTrace, page: Page) -> Iterator[_Line]:
    """What a cue governs without making a fact of it; that it governs nothing, or the list below its line."""
    types, quote = ", ".join(map(type_name, cue.types)), _quote(cue, one, page)
    if not cue.names and not one.findings:
        yield _note(f'{types}: the cue "{quote}" governs no name')
    elif cue.block == one.block and any(f.evidence.block != one.block for f in cue.relations):
        yield _note(f"{types}: said of the list below")
    yield from (_refused(types, name, quote) for name in cue.names if name.refused)


def _refused(types: str, name: Governed, quote: str) -> _Line:
    text = Text(f"{types}  ").append(_name(name.ref), "bold")
    return "✗", "red", text.append(f": no fact, since {name.refused}").append(f'   (cue "{quote}")', "dim")


def _example(fact: Example, facts: PageFacts) -> Text:
    other = fact.trope if facts.kind is PageKind.WORK else fact.work
    medium = f" ({harmless(fact.medium)})" if fact.medium and facts.kind is not PageKind.WORK else ""
    said = ", ".join(m.replace("_", " ").lower() for m in fact.modifiers)
    return _pair("example:", other).append(medium).append(f"  [{said}]" if said else "", CUE.style)


def _elsewhere(fact: Example, facts: PageFacts) -> str:
    other = fact.trope if facts.kind is PageKind.WORK else fact.work
    sentence = fact.evidence.sentence
    shown = sentence if len(sentence) <= _QUOTED else sentence[:_QUOTED].rpartition(" ")[0] + " …"
    return f'example: {_name(other)}, told by another sentence: "{harmless(shown)}"'


def _without_cue(one: SentenceTrace) -> Iterator[_Line]:
    for role, how in ((Role.TROPE, "a mention"), (Role.GUESS, "a title by its capitals alone")):
        names = dict.fromkeys(_name(n.ref) for n in one.names if n.role is role and not n.used)
        if names:
            yield _note(f"no cue ({how}): {', '.join(names)}")
