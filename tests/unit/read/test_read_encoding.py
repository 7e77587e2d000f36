"""Bytes to text, whatever the encoding and whatever is said about it."""

import pytest

from tropegraph.read.encoding import decode

HTML = '<html><head><meta http-equiv="Content-Type" content="text/html; charset={}"></head><body>{}</body></html>'


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_a_byte_order_mark_counts_first(encoding: str) -> None:
    decoded = decode("Café – noir".encode(encoding))
    assert decoded.text == "Café – noir"
    assert decoded.refused == ""


def test_plain_utf_8_needs_no_declaration() -> None:
    decoded = decode("naïve “quotes”".encode())
    assert (decoded.text, decoded.encoding, decoded.refused) == ("naïve “quotes”", "utf-8", "")


def test_latin_1_is_read_as_windows_1252() -> None:
    decoded = decode(HTML.format("iso-8859-1", "caf\xe9 \x96 noir").encode("latin-1"))
    assert "café – noir" in decoded.text
    assert decoded.refused == ""


def test_declared_latin_1_but_utf_8_in_truth() -> None:
    decoded = decode(HTML.format("ISO-8859-1", "Chénier").encode("utf-8"))
    assert "Chénier" in decoded.text
    assert (decoded.encoding, decoded.refused) == ("utf-8", "cp1252")


def test_a_declaration_of_ascii_text_is_never_wrong() -> None:
    assert decode(HTML.format("iso-8859-1", "plain").encode()).refused == ""


def test_declared_utf_8_but_windows_1252_in_truth() -> None:
    text = HTML.format("utf-8", "the sailor " * 50 + "\x93said\x94 caf\xe9")
    decoded = decode(text.encode("latin-1"))
    assert "“said” café" in decoded.text
    assert (decoded.encoding, decoded.refused) == ("cp1252", "utf-8")


def test_a_few_broken_bytes_do_not_make_it_another_encoding() -> None:
    decoded = decode("Ōkami e Nausicaä é ü ß à ".encode() * 20 + b"\xff end")
    assert "Ōkami" in decoded.text
    assert decoded.text.endswith("\N{REPLACEMENT CHARACTER} end")
    assert (decoded.encoding, decoded.refused) == ("utf-8", "utf-8")


def test_a_page_full_of_another_script_is_guessed() -> None:
    text = "海へ出る猫の話である。" * 40
    assert decode(text.encode("shift_jis")).text == text


def test_an_unknown_declaration_is_none() -> None:
    assert decode(HTML.format("x-no-such", "é").encode()).refused == ""


def test_every_byte_string_gives_text() -> None:
    assert isinstance(decode(bytes(range(256)) * 3).text, str)
