"""Write six of the sample pages in every format that the wikis come in.

    python tools/render_sample.py            writes data/sample/formats/
    python tools/render_sample.py --check    names the files that are out of date; exit code 1 when there are any

The wiki source in data/sample/wiki is the one home of the text. Only the constructs that these six pages use are
covered; nothing of tropegraph.parse is used, so that a parser can be held against the result. How each format looks:
tools/sample_formats.py.
"""

import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from sample_formats import FORMATS
from sample_page import Block, Bold, Inline, Italic, Link, Note, Page, Spoiler, Text
from sample_titles import title_of

SAMPLE = Path(__file__).resolve().parent.parent / "data" / "sample"
PAGES = (
    "Main/TheHero",
    "Main/InterspeciesRomance",
    "Film/GalaxyQuest",
    "Literature/TheLordOfTheRings",
    "Main/HeroTropes",
    "TheHero/VideoGames",
)

_NAME = r"(?:[A-Z][A-Za-z]+/)"
_INLINE = re.compile(
    r"(?P<note>\[\[note\]\](?P<note_text>.*?)\[\[/note\]\])"
    r"|(?P<spoiler>\[\[spoiler:(?P<spoiler_text>.*?)\]\](?!\]))"
    rf"|(?P<pothole>\[\[(?P<pothole_page>{_NAME}?(?:\w+|\{{\{{[^{{}}]*\}}\}})) (?P<label>[^\[\]]*)\]\])"
    rf"|(?P<curly>(?P<curly_space>{_NAME}?)\{{\{{(?P<curly_text>[^{{}}|]*)(?P<hidden>\|[^{{}}]*)?\}}\}})"
    r"|(?P<bold>'''(?P<bold_text>.*?)''')"
    r"|(?P<italic>''(?P<italic_text>.*?)''(?!'))"
    rf"|(?P<word>(?<![\w/])(?:{_NAME}[A-Z]\w+|(?:[A-Z][a-z]+){{2,}}[A-Z]?)(?!\w))"
)
_PLAIN = {"[[foldercontrol]]": "control", "[[/folder]]": "endfolder", "----": "rule"}
_DROPPED = frozenset({"[[index]]", "[[/index]]"})


def page_of(target: str) -> str:
    """Page name of a link's target: "Film/{{Avatar}}" gives "Film/Avatar", "AntiHero" gives "Main/AntiHero"."""
    space, _, own = target.rpartition("/")
    words = re.sub(r"[{}|']", "", own).split()
    return f"{space or 'Main'}/{''.join(w[0].upper() + w[1:] for w in words)}"


def inline(source: str) -> tuple[Inline, ...]:
    """The runs of one line of wiki source."""
    return tuple(_runs(source.replace(" -- ", " — ")))


def _runs(source: str) -> Iterator[Inline]:
    end = 0
    for match in _INLINE.finditer(source):
        if match.start() > end:
            yield Text(source[end : match.start()])
        yield _run(match)
        end = match.end()
    if end < len(source):
        yield Text(source[end:])


def _run(match: re.Match[str]) -> Inline:
    for group, kind in (("note", Note), ("spoiler", Spoiler), ("bold", Bold), ("italic", Italic)):
        if match[group]:
            return kind(tuple(_runs(match[f"{group}_text"])))
    if match["pothole"]:
        return Link(page_of(match["pothole_page"]), match["label"], match[0])
    if match["curly"]:
        page = page_of(match["curly_space"] + match["curly_text"] + (match["hidden"] or ""))
        return Link(page, match["curly_text"] if match["hidden"] else title_of(page), match[0])
    page = page_of(match["word"])
    return Link(page, title_of(page), match[0])


def blocks(source: str) -> Iterator[Block]:
    """The lines of a page of wiki source, each as what it is."""
    for line in source.splitlines():
        if line.strip() and not line.startswith("%%") and line not in _DROPPED:
            yield _block(line.strip())


def _block(line: str) -> Block:
    if line in _PLAIN:
        return Block(_PLAIN[line])
    return next((make(m) for pattern, make in _LINES if (m := pattern.match(line))), Block("paragraph", inline(line)))


def _image(m: re.Match[str]) -> Block:
    return Block("image", image=m["url"], link=page_of(m["page"]) if m["page"] else "", level=int(m["width"]))


def _quote(m: re.Match[str]) -> Block:
    kind = "quote" if m["dashes"] == "-" else "attribution"
    return Block(kind, inline(re.sub(r"^-- ?", "", m["text"])))


_LINES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Block]], ...] = (
    (re.compile(r"\[\[quoteright:(?P<width>\d+):(?:\[\[(?P<page>\S+) )?(?P<url>https?://[^\s\]]+)\]+$"), _image),
    (re.compile(r"\[\[caption-width-right:\d+:(?P<text>.*)\]\]$"), lambda m: Block("caption", inline(m["text"]))),
    (re.compile(r"\[\[folder:(?P<text>.*)\]\]$"), lambda m: Block("folder", inline(m["text"]))),
    (re.compile(r"(?P<dashes>-{1,2})>(?P<text>.*)$"), _quote),
    (re.compile(r"(?P<marks>!{2,}) ?(?P<text>.*)$"), lambda m: Block("heading", inline(m["text"]), len(m["marks"]))),
    (re.compile(r"(?P<stars>\*+) ?(?P<text>.*)$"), lambda m: Block("item", inline(m["text"]), len(m["stars"]))),
)
"""What a line that starts so is; any other is a paragraph."""


def rendered() -> dict[Path, bytes]:
    """Every file of data/sample/formats with its bytes."""
    files = {}
    for name in PAGES:
        source = (SAMPLE / "wiki" / f"{name}.pmwiki").read_text(encoding="utf-8")
        page = Page(name, title_of(name), tuple(blocks(source)))
        for folder, (ending, encoding, write) in FORMATS.items():
            path = SAMPLE / "formats" / folder / f"{name}{ending}"
            files[path] = write(page).encode(encoding, "xmlcharrefreplace")
    return files


def main(arguments: list[str]) -> int:
    """Write the files, or with ``--check`` compare them; the exit code."""
    files = rendered()
    stale = [path for path, data in files.items() if not path.is_file() or path.read_bytes() != data]
    for path in stale:
        print(path.relative_to(SAMPLE))
        if "--check" not in arguments:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(files[path])
    return int(bool(stale) and "--check" in arguments)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
