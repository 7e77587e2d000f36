"""How a sample page looks in each format: one writer a format."""

from collections.abc import Callable

from sample_html import html_old, html_present
from sample_page import Block, Bold, Inline, Link, Mark, Note, Page, Spoiler, join
from sample_titles import mediawiki_title_of

# --- Markdown and plain text --------------------------------------------------------------------------------------


def _markdown_link(link: Link) -> str:
    address = f"/pmwiki/pmwiki.php/{link.page}"
    return f'[{link.label}]({address} "{address}")'


def _markdown_mark(mark: Mark, inner: str) -> str:
    if isinstance(mark, Note):
        return f" ({inner})"
    if isinstance(mark, Spoiler):
        return inner
    sign = "**" if isinstance(mark, Bold) else "*"
    return f"{sign}{inner}{sign}"


def _markdown_runs(runs: tuple[Inline, ...]) -> str:
    return join(runs, str, _markdown_link, _markdown_mark)


def markdown(page: Page) -> str:
    """Markdown as a converter makes it from a saved page: links with page names, folders as headings, no title."""
    lines = []
    for block in page.blocks:
        inner = _markdown_runs(block.runs)
        match block.kind:
            case "item":
                lines.append("    " * (block.level - 1) + "*   " + inner)
            case "image" | "control" | "endfolder":
                continue
            case "quote":
                lines += ["", f"> {inner} "]
            case "attribution":
                lines.append(f"> — {inner}")
            case "heading" | "folder":
                lines += ["", f"{'#' * (2 if block.kind == 'heading' else 3)} {inner}", ""]
            case "rule":
                lines += ["", "---"]
            case _:
                lines += ["", inner]
    return "\n".join(lines).strip() + "\n"


def _text_mark(mark: Mark, inner: str) -> str:
    return f"note  {inner}" if isinstance(mark, Note) else inner


def _text_runs(runs: tuple[Inline, ...]) -> str:
    return join(runs, str, lambda link: link.label, _text_mark)


def text(page: Page) -> str:
    """Plain text as a browser copies it: no links, no emphasis, bullets as dots, folders as bare lines."""
    lines = []
    for block in page.blocks:
        inner = _text_runs(block.runs)
        match block.kind:
            case "item":
                lines.append("    " * (block.level - 1) + "• " + inner)
            case "image" | "endfolder" | "rule":
                continue
            case "control":
                lines += ["", "open/close all folders", ""]
            case "attribution":
                lines.append(f"— {inner}")
            case _:
                lines += ["", inner] + ([""] if block.kind in {"heading", "folder"} else [])
    return "\n".join(lines).strip() + "\n"


# --- MediaWiki ----------------------------------------------------------------------------------------------------


def _mediawiki_link(link: Link) -> str:
    title = mediawiki_title_of(link.page)
    return f"[[{title}]]" if link.label == title else f"[[{title}|{link.label}]]"


def _mediawiki_mark(mark: Mark, inner: str) -> str:
    if isinstance(mark, Note):
        return f"<ref>{inner}</ref>"
    if isinstance(mark, Spoiler):
        return "{{spoiler|" + inner + "}}"
    sign = "'''" if isinstance(mark, Bold) else "''"
    return f"{sign}{inner}{sign}"


def _mediawiki_runs(runs: tuple[Inline, ...]) -> str:
    return join(runs, str, _mediawiki_link, _mediawiki_mark)


def _image_line(image: Block, caption: str) -> str:
    link = f"|link={mediawiki_title_of(image.link)}" if image.link else ""
    return f"[[File:{image.image.rpartition('/')[2]}{link}|frame{'|' + caption if caption else ''}]]"


def mediawiki(page: Page) -> str:
    """Wikitext by the conventions of All The Tropes: templates for quotes and examples, media as headings."""
    is_trope = page.space in {"Main", "TheHero"}
    is_index = page.own.endswith("Tropes")
    lines = [] if is_index else ["{{trope}}" if is_trope else "{{work}}"]
    image = quote = None
    for block in page.blocks:
        inner = _mediawiki_runs(block.runs)
        if image and block.kind != "caption":
            lines.append(_image_line(image, ""))
            image = None
        match block.kind:
            case "image":
                image = block
            case "caption" if image:
                lines.append(_image_line(image, inner))
                image = None
            case "quote":
                quote = inner
            case "attribution":
                lines += ["{{quote|" + f"{quote}|{inner}" + "}}", ""]
            case "item":
                lines.append("*" * block.level + " " + inner)
            case "heading" if "subpages" not in inner:
                lines += ["", "{{tropelist}}" if not is_trope else f"== {inner} ==" if is_index else "{{examples}}"]
            case "heading" | "folder":
                lines += ["", f"== {inner} =="]
            case "rule" | "control" | "endfolder":
                continue
            case _:
                lines += [inner, ""]
    lines += ["", "{{reflist}}", _category(page, is_trope, is_index)]
    return "\n".join(lines).strip() + "\n"


def _category(page: Page, is_trope: bool, is_index: bool) -> str:
    if is_index:
        return "[[Category:Index]]"
    return "[[Category:Trope]]" if is_trope else "[[Category:{{PAGENAME}}]]\n[[Category:" + page.space + "]]"


FORMATS: dict[str, tuple[str, str, Callable[[Page], str]]] = {
    "html-present": (".html", "utf-8", html_present),
    "html-old": (".html", "iso-8859-1", html_old),
    "markdown": (".md", "utf-8", markdown),
    "text": (".txt", "utf-8", text),
    "mediawiki": (".mediawiki", "utf-8", mediawiki),
}
"""Folder of each format: the files' ending, their encoding, their writer."""
