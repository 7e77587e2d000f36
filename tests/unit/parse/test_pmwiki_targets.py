"""Where links lead and what their labels say of it."""

import pytest

from tropegraph.parse.targets import page_of_url, spelled_title


@pytest.mark.parametrize(
    ("href", "page"),
    [
        ("/pmwiki/pmwiki.php/Main/TrapDoor", "Main/TrapDoor"),
        ("https://tvtropes.org/pmwiki/pmwiki.php/Film/Pier?from=Main.X", "Film/Pier"),
        ("//www.tvtropes.org/pmwiki/pmwiki.php/main/trapDoor#end", "Main/TrapDoor"),
        ("http://web.archive.org/web/2010/http://tvtropes.org/pmwiki/pmwiki.php/Main/TrapDoor", "Main/TrapDoor"),
        ("/pmwiki/pmwiki.php/TrapDoor", "Main/TrapDoor"),
        ("https://example.org/pmwiki/pmwiki.php/Main/TrapDoor", ""),
        ("https://tvtropes.org.example.org/pmwiki/pmwiki.php/Main/TrapDoor", ""),
        ("/pmwiki/posts.php?discussion=1", ""),
        ("", ""),
    ],
)
def test_page_of_an_address(href: str, page: str) -> None:
    assert page_of_url(href) == page


@pytest.mark.parametrize(
    ("label", "page", "title"),
    [
        ("Trap-Door", "Main/TrapDoor", "Trap-Door"),
        ("Trap Doors", "Main/TrapDoor", "Trap Door"),
        ("The Hermit's", "Main/TheHermit", "The Hermit"),
        ("hatch", "Main/TrapDoor", ""),
        ("Trap", "Main/TrapDoor", ""),
    ],
)
def test_title_that_a_label_spells(label: str, page: str, title: str) -> None:
    assert spelled_title(label, page) == title
