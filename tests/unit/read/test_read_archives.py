"""Archives: members are pages like any others, and no archive does harm."""

import bz2
import gzip
import io
import lzma
import stat
import tarfile
import tracemalloc
import warnings
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from backports import zstd

from tests.packed import tarred, zipped
from tropegraph.model.findings import Finding
from tropegraph.model.page import RawPage
from tropegraph.read import read_inputs
from tropegraph.read.streams import Budget, TooMuchError

HTML = b'<html><body><div id="main-article"><p>A pet.</p></div></body></html>'
PAGES = {"Film/GalaxyQuest.html": HTML, "notes/WallJump.txt": b"A jump."}


def read(path: Path) -> tuple[list[RawPage], list[tuple[str, str]]]:
    found = list(read_inputs([str(path)]))
    refused = [(f.code, f.page) for f in found if isinstance(f, Finding)]
    return [f for f in found if isinstance(f, RawPage)], refused


def write(folder: Path, name: str, data: bytes) -> Path:
    (folder / name).write_bytes(data)
    return folder / name


PACKINGS: dict[str, Callable[[bytes], bytes]] = {
    "": lambda data: data,
    ".gz": gzip.compress,
    ".bz2": bz2.compress,
    ".xz": lzma.compress,
    ".zst": zstd.compress,
}


@pytest.mark.parametrize("ending", PACKINGS)
@pytest.mark.parametrize("made", [zipped, tarred])
def test_members_are_pages(tmp_path: Path, made: Callable[[dict[str, bytes]], bytes], ending: str) -> None:
    path = write(tmp_path, f"pages.any{ending}", PACKINGS[ending](made(PAGES)))
    (quest, wall), refused = read(path)
    assert refused == []
    assert (quest.id, quest.name) == (f"pages.any{ending}!Film/GalaxyQuest.html", "Film/GalaxyQuest")
    assert quest.origin == f"{path}!Film/GalaxyQuest.html"
    assert (wall.text, wall.title) == ("A jump.", "Wall Jump")


@pytest.mark.parametrize("made", [zipped, tarred])
def test_an_archive_in_an_archive(tmp_path: Path, made: Callable[[dict[str, bytes]], bytes]) -> None:
    inner = {"in.zip": zipped({"a.txt": b"One."}), "in.tar.gz": gzip.compress(tarred({"b.txt": b"Two."}))}
    deep = {"deep.zip": zipped({"in.zip": zipped({"c.txt": b"Three."})})}
    found, refused = read(write(tmp_path, "out", made({**inner, **deep, "d.txt.gz": gzip.compress(b"Four.")})))
    assert [p.id for p in found] == ["out!in.zip!a.txt", "out!in.tar.gz!b.txt", "out!d.txt.gz"]
    assert refused == [("unsafe-member", "out!deep.zip!in.zip")]


@pytest.mark.parametrize("name", ["/etc/page.txt", "../page.txt", "a/../../page.txt", "C:\\page.txt", "..\\page.txt"])
@pytest.mark.parametrize("made", [zipped, tarred])
def test_names_that_lead_out_are_refused(tmp_path: Path, made: Callable[[dict[str, bytes]], bytes], name: str) -> None:
    found, refused = read(write(tmp_path, "x", made({name: b"A page.", "good.txt": b"Good."})))
    assert [p.id for p in found] == ["x!good.txt"]
    assert [code for code, _ in refused] == ["unsafe-member"]


def test_links_and_devices_are_refused(tmp_path: Path) -> None:
    data = io.BytesIO()
    with tarfile.open(fileobj=data, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE):
            info = tarfile.TarInfo(f"m{kind.decode()}.txt")
            info.type, info.linkname = kind, "/etc/passwd"
            archive.addfile(info)
    found, refused = read(write(tmp_path, "x.tar", data.getvalue()))
    assert found == []
    assert [code for code, _ in refused] == ["unsafe-member"] * 4
    link = zipfile.ZipInfo("link.txt")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as zipped_link:
        zipped_link.writestr(link, "/etc/passwd")
    assert read(write(tmp_path, "x.zip", data.getvalue())) == ([], [("unsafe-member", "x.zip!link.txt")])


def test_a_name_that_is_there_twice(tmp_path: Path) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr("a.txt", "One.")
        archive.writestr("a.txt", "Two.")
    found, refused = read(write(tmp_path, "x.zip", data.getvalue()))
    assert [p.text for p in found] == ["One."]
    assert refused == [("unsafe-member", "x.zip!a.txt")]


def test_a_bomb_is_refused_and_the_rest_is_read(tmp_path: Path) -> None:
    bomb = {"bomb.txt": b"a" * (70 << 20), "good.txt": b"Good."}
    found, refused = read(write(tmp_path, "x.zip", zipped(bomb)))
    assert [p.id for p in found] == ["x.zip!good.txt"]
    assert refused == [("unreadable", "x.zip!bomb.txt")]


def test_what_unpacks_to_far_more_than_it_holds_is_left(tmp_path: Path) -> None:
    layered = gzip.compress(bz2.compress(tarred({"bomb.txt": b"a" * (70 << 20), "late.txt": b"Too late."})))
    found, refused = read(write(tmp_path, "x.tar.bz2.gz", layered))
    assert found == []
    assert ("unreadable", "x.tar.bz2.gz") in refused
    budget = Budget(lambda: 10)
    budget.spend(64 << 20)
    with pytest.raises(TooMuchError):
        budget.spend(5_001)


def test_a_long_member_of_honest_size_does_not_stop_the_rest(tmp_path: Path) -> None:
    noise = bytes(range(32, 127)) * ((65 << 20) // 95)
    found, refused = read(write(tmp_path, "x.zip", zipped({"a.txt": noise, "good.txt": b"Good."}, zipfile.ZIP_STORED)))
    assert [p.id for p in found] == ["x.zip!good.txt"]
    assert refused == [("unreadable", "x.zip!a.txt")]


@pytest.mark.parametrize("made", [zipped, tarred])
def test_damaged_archives_are_findings(tmp_path: Path, made: Callable[[dict[str, bytes]], bytes]) -> None:
    whole = made({f"p{n}.txt": b"A page of words. " * 99 for n in range(9)})
    for cut in (600, len(whole) * 3 // 5, len(whole) - 30):
        _, refused = read(write(tmp_path, "x", whole[:cut]))
        if made is zipped or cut < len(whole) - 30:
            assert {code for code, _ in refused} == {"unreadable"}
    spoilt = bytearray(zipped({"a.txt": b"A page of words. " * 99, "b.txt": b"Good."}))
    spoilt[60] ^= 0xFF
    found, refused = read(write(tmp_path, "y.zip", bytes(spoilt)))
    assert [p.id for p in found] == ["y.zip!b.txt"]
    assert refused == [("unreadable", "y.zip!a.txt")]


def test_a_header_that_claims_to_be_huge_is_not_read_whole(tmp_path: Path) -> None:
    info = tarfile.TarInfo("x")
    info.type, info.size = tarfile.GNUTYPE_LONGNAME, 1 << 33
    found, refused = read(write(tmp_path, "x.tar", info.tobuf() + b"a" * 10_240))
    assert found == []
    assert refused == [("unreadable", "x.tar")]


def test_hidden_members_and_resources_are_passed_over(tmp_path: Path) -> None:
    files = {
        ".git/a.txt": b"no",
        "__MACOSX/a.txt": b"no",
        "P.html": HTML,
        "P_files/a.txt": b"no",
        "Q_files/a.txt": b"Y.",
    }
    for made in (zipped, tarred):
        found, refused = read(write(tmp_path, "x", made(files)))
        assert [p.id for p in found] == ["x!P.html", "x!Q_files/a.txt"]
        assert refused == []


def test_nothing_is_left_on_disk(tmp_path: Path) -> None:
    read(write(tmp_path, "x.zip", zipped({**PAGES, "in.tar": tarred(PAGES)})))
    assert [p.name for p in tmp_path.iterdir()] == ["x.zip"]


def test_memory_is_bounded_by_one_page(tmp_path: Path) -> None:
    page = b"A page of words that are read. " * 32_000
    path = write(tmp_path, "x.tar.gz", gzip.compress(tarred({f"p{n}.txt": page for n in range(40)}), 1))
    tracemalloc.start()
    count = sum(1 for _ in read_inputs([str(path)]))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == 40
    assert peak < 12 * len(page)


def test_a_member_without_a_name_is_refused(tmp_path: Path) -> None:
    data = zipped({"abcd.txt": b"A page.", "good.txt": b"Good."})
    nameless = zipfile.ZipInfo("")
    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as archive:
        archive.writestr(nameless, b"A page.")
    found, refused = read(write(tmp_path, "x.zip", buffer.getvalue()))
    assert [p.id for p in found] == ["x.zip!abcd.txt", "x.zip!good.txt"]
    assert [code for code, _ in refused] == ["unsafe-member"]


@pytest.mark.parametrize("made", [zipped, tarred])
def test_an_archive_of_nothing_is_accounted_for(tmp_path: Path, made: Callable[[dict[str, bytes]], bytes]) -> None:
    assert read(write(tmp_path, "x.zip", made({".hidden": b"no"}))) == ([], [("empty-page", "x.zip")])
