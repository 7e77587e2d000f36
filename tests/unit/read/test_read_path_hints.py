"""What a file's name says about the page in it."""

import pytest

from tropegraph.read.path_hints import page_of_path, suffix, title_of_path


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("Film/GalaxyQuest.pmwiki", "Film/GalaxyQuest"),
        ("pages/Film/Alien.html.gz", "Film/Alien"),
        ("Film/12Kettles.pmwiki", "Film/12Kettles"),
        ("Film/0012.html", ""),
        ("Film/300.pmwiki", "Film/300"),
        ("Series/24.txt", "Series/24"),
        ("wiki/Literature/1984.html.gz", "Literature/1984"),
        ("YMMV/1917.md", "YMMV/1917"),
        ("Film/20481.txt", ""),
        ("ActionGirl/2.md", ""),
        ("Film_2.md", ""),
        ("Film/Café.pmwiki", "Film/Cafe"),
        ("Film/ÉlanVital.md", "Film/ElanVital"),
        ("ActionGirl/Theatre.md", "ActionGirl/Theatre"),
        ("ActionGirl_AnimatedFilms.md", "ActionGirl/AnimatedFilms"),
        ("wiki/StalkerWithACrush-VideoGames.txt", "StalkerWithACrush/VideoGames"),
        ("Film_Alien.txt", "Film/Alien"),
        ("Film_GalaxyQuest.mediawiki", "Film/GalaxyQuest"),
        ("Film_Noir.mediawiki", ""),
        ("Main/Moe.pmwiki", "Main/Moe"),
        ("pages/GalaxyQuest.md", ""),
        ("layout2023/film2.html", ""),
        ("docs/README.md", ""),
        ("notes/Alien.md", ""),
        ("seeds/000_757896695408fafc.txt", ""),
        ("my_notes.md", ""),
        ("Film/film-notes.md", ""),
        ("tvtropes.org/pmwiki/pmwiki.php/Film/Jaws", "Film/Jaws"),
        ("tvtropes.org/pmwiki/pmwiki.php/Film/Jaws/index.html", "Film/Jaws"),
        ("mirror/Film/Jaws/index.html", "Film/Jaws"),
        ("Film/Jaws.html?from=Film.Shark.html", "Film/Jaws"),
        ("Film/Jaws@from=Film.Shark.html", "Film/Jaws"),
        ("Film/Jaws%3Ffrom=Film.Shark.html", "Film/Jaws"),
        ("pmwiki.php/Main/AllTheTropes%21.html", "Main/AllTheTropes"),
        ("aHR0cHM6Ly90dnRyb3Blcy5vcmcvcG13aWtpL3Btd2lraS5waHAvRmlsbS9KYXdz.html.bz2", "Film/Jaws"),
        ("aHR0cNotBase64ForSure.html", ""),
    ],
)
def test_page_name_of_a_path(path: str, page: str) -> None:
    assert page_of_path(path) == page


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("pages/WallJump.txt", "Wall Jump"),
        ("pages/StalkerWithACrush.html.gz", "Stalker with a Crush"),
        ("Film/GalaxyQuest.pmwiki", ""),
        ("README.md", ""),
        ("0.txt", ""),
        ("index.html", ""),
        ("001_b34fc030f3b8ceed.txt", ""),
        ("stdin", ""),
        ("DEADBEEF01.html", ""),
        ("Talking_Lamp.wikitext", "Talking Lamp"),
        ("pages/Film_Noir_(film).mediawiki.gz", "Film Noir (film)"),
        ("my_notes.wikitext", ""),
        ("Talking_Lamp.txt", ""),
    ],
)
def test_title_of_a_path(path: str, title: str) -> None:
    assert title_of_path(path) == title


@pytest.mark.parametrize(
    ("path", "ending"),
    [
        ("a/b.html", ".html"),
        ("a/B.HTML.GZ", ".html"),
        ("x.md", ".md"),
        ("x", ""),
        ("x.gz", ".gz"),
        ("a.b/x.csv", ".csv"),
    ],
)
def test_suffix(path: str, ending: str) -> None:
    assert suffix(path) == ending
