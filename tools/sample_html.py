"""The sample pages as HTML: the present layout of the wiki, and that of 2015."""

import base64
from html import escape

from sample_page import Block, Bold, Inline, Link, Mark, Note, Page, Spoiler, Writer, join
from sample_titles import title_of

_SPOILER = '<span class="spoiler" title="you can set spoilers visible by default on your profile" >'


def _html_text(text: str) -> str:
    return escape(text, quote=False).replace("—", "&#8212;")


def _html_mark(mark: Mark, inner: str) -> str:
    if isinstance(mark, Note):
        key = f"note{sum(map(ord, inner)) % 46656:05d}"
        return (
            f'<span class="notelabel" onclick="togglenote(\'{key}\');"><sup>note&nbsp;</sup></span>'
            f'<span id="{key}" class="inlinefolder" isnote="true" onclick="togglenote(\'{key}\');"'
            f' style="cursor:pointer;font-size:smaller;display:none;">{inner}</span>'
        )
    if isinstance(mark, Spoiler):
        return f"{_SPOILER}{inner}</span>"
    tag = "strong" if isinstance(mark, Bold) else "em"
    return f"<{tag}>{inner}</{tag}>"


def _present_link(link: Link) -> str:
    href = f"/pmwiki/pmwiki.php/{link.page}"
    token = base64.b64encode(link.token.encode()).decode()
    return f"<a class='twikilink' href='{href}' title='{href}' data-format='{token}'>{_html_text(link.label)}</a>"


def _old_link(link: Link) -> str:
    href = f"http://tvtropes.org/pmwiki/pmwiki.php/{link.page}"
    return f"<a class='twikilink' href='{href}' title='{href}'>{_html_text(link.label)}</a>"


def _present(runs: tuple[Inline, ...]) -> str:
    return join(runs, _html_text, _present_link, _html_mark)


def _old(runs: tuple[Inline, ...]) -> str:
    return join(runs, _html_text, _old_link, _html_mark)


def _html_folder(number: int, label: str) -> str:
    return (
        f'<div class="folderlabel" onclick="togglefolder(\'folder{number}\');">'
        f"&nbsp;&nbsp;&nbsp;&nbsp;{label}&nbsp;</div>"
        f'<div id="folder{number}" class="folder" isfolder="true" style="display:block;">'
    )


def _html_block(block: Block, write: Writer, folders: int, lazy: bool) -> str:
    inner = write(block.runs)
    if block.kind == "image":
        image = f"<img src='{block.image}' class='embeddedimage' border='0' alt='' width=350 height=230>"
        image = f'<div class="lazy_load_img_box" style="padding-top:66%">{image}</div>' if lazy else image
        if block.link:
            token = f"[[{block.link} {block.image}]]"
            image = write((Link(block.link, "\0", token),)).replace("\0", image)
        return f'<div class="quoteright" style="width:{block.level}px;" >{image}</div>'
    if block.kind == "caption":
        return f'<div class="acaptionright" style="width:300px;" >{inner}</div>'
    shapes = {
        "quote": f"<div class='indent'>{inner}",
        "attribution": f"<div class='indent'>&#8212; {inner}\n</div></div>",
        "rule": "<hr />",
        "control": '<div class="folderlabel" onclick="toggleAllFolders();">'
        "&nbsp;&nbsp;&nbsp;&nbsp;open/close all folders&nbsp; </div>",
        "folder": _html_folder(folders, inner),
        "endfolder": "</div>",
        "heading": f"<h2>{inner}</h2>",
    }
    return shapes.get(block.kind, inner)


def _html_body(page: Page, write: Writer, gap: str, item: str, lazy: bool) -> str:
    """The article, with its lists nested and `gap` between its paragraphs."""
    out: list[str] = []
    depth = folders = 0
    for block in page.blocks:
        if block.kind == "item":
            out.append(_html_step(depth, block.level, item) + " " + write(block.runs) + "\n")
            depth = block.level
            continue
        out.append("</li></ul>" * depth)
        depth = 0
        joined = block.kind in {"caption", "attribution", "endfolder"}
        out.append(("" if joined else gap) + _html_block(block, write, folders, lazy) + "\n")
        folders += block.kind == "folder"
    return "".join(out) + "</li></ul>" * depth


def _html_step(before: int, now: int, item: str) -> str:
    if now > before:
        return "<ul >" * (now - before) + item
    return "</li></ul>" * (before - now) + "</li>" + item


def _display(page: Page) -> str:
    """What the title element says."""
    if page.space == "Main":
        return page.title
    return (
        f"{title_of('Main/' + page.space)} / {page.title}"
        if page.space == "TheHero"
        else f"{page.title} ({page.space})"
    )


_WALK = {
    "Main/TheHero": ("Main/RedemptionEqualsDeath", "Main/HeroTropes", "Main/IdealHero"),
}
"""Index boxes: the page before, the index, the page after."""


def _walk(page: Page) -> str:
    if page.name not in _WALK:
        return ""
    rows = "".join(
        f'<li>\n<a href="/pmwiki/pmwiki.php/{name}">{escape(title_of(name))}</a>\n</li>' for name in _WALK[page.name]
    )
    heads = "".join(
        f'<div><h3 class="text-center text-uppercase">{word}</h3></div>' for word in ("Previous", "Index", "Next")
    )
    return (
        '<div class="section-links" itemscope itemtype="http://schema.org/SiteNavigationElement">\n'
        f'<div class="titles">{heads}</div>\n<div class="links">\n<ul>{rows}</ul>\n</div>\n</div>\n'
    )


def html_present(page: Page) -> str:
    """A saved page in the present layout: `div#main-article`, source tokens in `data-format`, noise around it."""
    body = _html_body(page, _present, "</p><p>", "<li>", lazy=True)
    return f"""<!DOCTYPE html>
<html>
<head lang="en">
<!-- Written for the sample of tropegraph; only the layout is that of the wiki. -->
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>{escape(_display(page))} - TV Tropes</title>
<link rel="canonical" href="https://tvtropes.org/pmwiki/pmwiki.php/{page.name}" />
<meta property="og:site_name" content="TV Tropes" />
<meta property="og:title" content="{escape(_display(page))} - TV Tropes" />
<meta property="og:url" content="https://tvtropes.org/pmwiki/pmwiki.php/{page.name}" />
</head>
<body class="">
<header><a href="/pmwiki/pmwiki.php/Main/Tropes" class="xl">Tropes</a> <a href="/pmwiki/pmwiki.php/Main/Media">Media</a>
<a href="/pmwiki/query.php?type=att">Ask The Tropers</a> <a href="/pmwiki/cutlist.php">Cut List</a></header>
<div id="main-container"><div id="main-content" class="page-Article ">
<article id="main-entry" class="with-sidebar">
<input type="hidden" id="groupname-hidden" value="{page.space}"/>
<input type="hidden" id="title-hidden" value="{page.own}"/>
<input type="hidden" id="logged_in" value="false" />
<h1 itemprop="headline" class="entry-title">
{_present_headline(page)}
<div class="watch_rank_wrap">
<a href="#watch" class="watch-button " data-modal-target="login" >Follow<span>ing</span></a></div>
</h1>
<nav class="body-options"><ul class="subpage-links"><li><a href="/pmwiki/pmwiki.php/{page.name}" class="subpage-link \
curr-subpage" title="The Main page"><span class="wrapper">Main</span></a></li><li class="create-subpage dropdown">\
<select><option value="">- Create New -</option><option value="/pmwiki/pmwiki.php/Laconic/{page.own}?action=edit">\
Laconic</option></select></li></ul></nav>
<div id="main-article" class="article-content retro-folders">
<p>
{body}
</p>
</div>
{_walk(page)}</article>
<div id="main-content-sidebar"><ul class="sidebar display-toggles"><li>Show Spoilers</li><li>Night Vision</li></ul>
<p class="sidebar-item-title">Important Links</p><a href="/pmwiki/query.php?type=tf">Trope Finder</a></div>
</div></div>
<footer id="main-footer">TVTropes is licensed under a licence of its own; this sample is not from there.</footer>
</body>
</html>
"""


def _present_headline(page: Page) -> str:
    if page.space == "Main":
        return f'<span class="wrapped_title">{escape(page.title)}</span>'
    group = title_of(f"Main/{page.space}")
    return (
        '<div class="wrap-entry-breadcrumb"><strong>'
        f'<span class="ns_parts" style="display:none;"><span class="group_display">{group}</span>'
        f'<span class="ns_slash"> / </span></span>{escape(page.title)}</strong></div>'
    )


def html_old(page: Page) -> str:
    """A saved page of 2015: `div#wikitext`, absolute links, Latin-1."""
    body = _html_body(page, _old, "<p></p>", "<li class='plus'>", lazy=False).replace("\n", "")
    headline = page.title if page.space == "Main" else f"{title_of('Main/' + page.space)}: {page.title}"
    return f"""<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" lang="en">
<head>
<!-- Written for the sample of tropegraph; only the layout is that of the wiki. -->
<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">
<title>{escape(_display(page))} - TV Tropes</title>
<meta property="og:title" content="{escape(page.title)}" />
<meta property="og:url" content="http://tvtropes.org/pmwiki/pmwiki.php/{page.name}" />
</head>
<body>
<nav id="mp-menu" class="mp-menu"><div class="mp-level"><h2 class="fa fa-home">Main Menu</h2>
<ul><li><a href="/pmwiki/login.php">Login</a></li><li><a href="/pmwiki/pmwiki.php/Main/Tropes">Tropes</a></li></ul>
</div></nav>
<div class="pagetitle"><div class='article_title'><h1>{escape(headline)}</h1></div></div>
<ul class="subpages"><li><a href="/pmwiki/pmwiki.php/Laconic/{page.own}?action=edit" rel="nofollow">
<div>Laconic</div></a></li></ul>
<input type="hidden" id="article_id" value="1" />
<div id="wikitext">
{body}
</div>
<div class="bottom-iframe"></div>
<p>TV Tropes is licensed under a licence of its own; this sample is not from there.
<a href="/pmwiki/privacypolicy.php">Privacy Policy</a></p>
</body>
</html>
"""
