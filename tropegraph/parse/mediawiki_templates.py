"""The templates of All The Tropes and Tropedia: one table, by name.

Templates that are no part of the table keep the text of their first argument, with a finding.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto

from tropegraph.model.vocabulary import PageKind


class Role(Enum):
    """What becomes of an argument."""

    SKIP = auto()
    TEXT = auto()
    QUOTE = auto()
    SPOILER = auto()
    NOTE = auto()
    ITALIC = auto()
    HEADING = auto()
    FOLDER = auto()


@dataclass(frozen=True, slots=True)
class Template:
    """What a template does.

    Args:
        roles: Role of each argument, by number or name; the others are left out.
        kind: Kind of page that its presence states.
        heading: Heading that it shows where no argument gives one.
        text: Text that it stands for.
        category: Title of the category that it puts the page into.
        ends_folder: It ends the folder that another template began.
        begins_folder: The folder that it begins goes on behind it.
    """

    roles: Mapping[str, Role] = field(default_factory=dict)
    kind: PageKind | None = None
    heading: str = ""
    text: str = ""
    category: str = ""
    ends_folder: bool = False
    begins_folder: bool = False


UNKNOWN = Template({"1": Role.TEXT})

_QUOTE = Template(
    dict.fromkeys(("1", "2", "3", "text", "quote", "author", "by", "source", "speaker", "attribution"), Role.QUOTE)
)
_FOLDER = Template(
    {"1": Role.FOLDER, "title": Role.FOLDER, "header": Role.FOLDER, "2": Role.TEXT, "content": Role.TEXT}
)
_FOLDER_TOP = Template(dict.fromkeys(("1", "title", "header", "heading", "name"), Role.FOLDER), begins_folder=True)
_FOLDER_END = Template(ends_folder=True)
_NOTE = Template({"1": Role.NOTE})
_LAST_SHOWN = Template({"2": Role.TEXT})
_EXAMPLES = Template({"1": Role.HEADING, "heading": Role.HEADING}, heading="Examples")
_TROPES = Template({"1": Role.HEADING, "heading": Role.HEADING}, heading="Tropes")
_NOTHING = Template()


def _all(names: str, template: Template) -> dict[str, Template]:
    return dict.fromkeys((name.replace("_", " ") for name in names.split()), template)


TEMPLATES: dict[str, Template] = {
    **_all("trope tropepage trope_page ymmvtrope ymmv_trope audience_reaction", Template(kind=PageKind.TROPE)),
    **_all("work works workpage work_page", Template(kind=PageKind.WORK)),
    **_all("franchise", Template(kind=PageKind.WORK, category="Franchise")),
    **_all("index indexpage index_page indextrope index_trope supertropes", Template(kind=PageKind.INDEX)),
    **_all("creator creators creatorpage", Template(kind=PageKind.CREATOR)),
    **_all("useful_notes usefulnotes", Template(kind=PageKind.USEFUL_NOTES)),
    **_all("disambig disambiguation dab disambiguation_page", Template(kind=PageKind.DISAMBIGUATION)),
    **_all("quote cquote quotation blockquote rquote quote_box", _QUOTE),
    **_all("examples example examplelist trope_examples", _EXAMPLES),
    **_all("tropelist tropes troperow franchisetropes creatortropes tropes_used trope_list ymmvtropes", _TROPES),
    **_all("tropenamer tropemaker tropecodifier trope_namer trope_maker trope_codifier", _TROPES),
    **_all("spoiler spoilers sp", Template({"1": Role.SPOILER})),
    **_all("ref refn efn note footnote fn tooltip_note", _NOTE),
    **_all("collapse hidden folder spoilerbox spoiler_box collapsible collapsed_section", _FOLDER),
    **_all("collapse_top hidden_begin collapsible_top folder_start folder_top hidden_start hat", _FOLDER_TOP),
    **_all("collapse_bottom hidden_end collapsible_bottom folder_end folder_bottom hab", _FOLDER_END),
    **_all("color colour font_color size lang link-interwiki", _LAST_SHOWN),
    **_all("small big nowrap smallcaps tooltip abbr hover nobr center centre wr strike u resize transl", UNKNOWN),
    **_all("work_title worktitle film book iw", Template({"1": Role.ITALIC})),
    **_all(
        "reflist references notelist clear clr - -- br_clear toc tocright tocleft toclimit notoc compacttoc stub "
        "needs_image needs_more_info needs_text needs_wiki_magic_love needscat "
        "multiple_issues cleanup expand merge split move rename "
        "tropesub worksub quotesub subpage ymmvsub subpages tabs featured featured_trope delete speedy image_needed "
        "license fairuse fair_use video youtube infobox navbox main see_also_box sort defaultsort displaytitle hatnote "
        "shortcut under_construction inuse needs_a_better_description needs_examples needs_work_page update verify "
        "examples_need_sorting wip trope_workshop workshop cquote1 cquote2 redirects_here",
        _NOTHING,
    ),
    "!": Template(text="|"),
    "=": Template(text="="),
    "'": Template(text="'"),
    "ndash": Template(text="–"),
    "mdash": Template(text="—"),
    "spaced ndash": Template(text=" – "),
    "snd": Template(text=" – "),
    "nbsp": Template(text=" "),
    "ellipsis": Template(text="..."),
    "=)": Template(text="=)"),
}
"""Templates by name in lower case."""

MAGIC_TITLES = frozenset({"pagename", "fullpagename", "basepagename", "subpagename", "rootpagename"})
"""Variables that stand for the page's own title."""

CATEGORY_KINDS: dict[str, PageKind] = {
    **dict.fromkeys(("trope", "tropes", "ymmvtrope", "ymmvtropes", "audiencereactions"), PageKind.TROPE),
    **dict.fromkeys(("index", "indexes", "indexpages", "indextrope"), PageKind.INDEX),
    **dict.fromkeys(("work", "works"), PageKind.WORK),
    **dict.fromkeys(("creator", "creators"), PageKind.CREATOR),
    **dict.fromkeys(("usefulnotes",), PageKind.USEFUL_NOTES),
    **dict.fromkeys(("disambiguation", "disambiguations", "disambiguationpages"), PageKind.DISAMBIGUATION),
}
"""Kinds of page that a category states, by squash key of its name."""


def template(name: str) -> Template | None:
    """The template of a name as written; parser functions ("#if:") count as one that shows nothing."""
    plain = " ".join(name.replace("_", " ").split()).lower().removeprefix("template:")
    if plain.startswith("#") or plain.partition(":")[0] in {"defaultsort", "displaytitle"}:
        return _NOTHING
    return TEMPLATES.get(plain)
