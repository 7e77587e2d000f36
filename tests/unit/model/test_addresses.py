"""Addresses of trope wikis."""

import pytest

from tropegraph.model.addresses import Engine, address_of_page, page_of_url, title_of_url, wiki_of_url


@pytest.mark.parametrize(
    ("url", "engine"),
    [
        ("https://tvtropes.org/pmwiki/pmwiki.php/Main/Moe", Engine.PMWIKI),
        ("http://www.TVTropes.org:80/pmwiki/pmwiki.php/Main/Moe", Engine.PMWIKI),
        ("https://web.archive.org/web/20200101000000/https://tvtropes.org/x", Engine.PMWIKI),
        ("https://tropedia.fandom.com/wiki/Moe", Engine.MEDIAWIKI),
        ("https://nottvtropes.org/x", None),
        ("https://tvtropes.org.example.com/x", None),
        ("https://example.com/tvtropes.org", None),
        ("http://[broken/", None),
        ("", None),
    ],
)
def test_the_wiki_of_an_address(url: str, engine: Engine | None) -> None:
    assert wiki_of_url(url) is engine


def test_what_an_address_leads_to() -> None:
    assert page_of_url("https://tvtropes.org/pmwiki/pmwiki.php/Film/Jaws?from=Main.Jaws") == "Film/Jaws"
    assert page_of_url("https://tvtropes.org/pmwiki/pmwiki.php/Videogame/Tetris") == "VideoGame/Tetris"
    assert page_of_url("https://example.org/pmwiki/pmwiki.php/Film/Jaws") == ""
    assert title_of_url("https://allthetropes.org/wiki/Caf%C3%A9_Duel#Film") == "Café Duel"
    assert title_of_url("https://allthetropes.org/w/index.php?title=Wall_Jump&oldid=1") == "Wall Jump"
    assert title_of_url("https://tvtropes.org/wiki/Moe") == ""


@pytest.mark.parametrize("page", ["Main/BoldlyComing", "Film/GalaxyQuest", "YMMV/GalaxyQuest"])
def test_a_page_name_leads_to_its_address_and_back(page: str) -> None:
    assert page_of_url(address_of_page(page)) == page


@pytest.mark.parametrize("page", ["Work/SomeTitle", "NoNamespace", "javascript:x/y", "Main/", "Main/a b", "Film/<b>"])
def test_what_is_no_page_of_the_wiki_has_no_address(page: str) -> None:
    assert address_of_page(page) == ""
