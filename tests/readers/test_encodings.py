import codecs

import pytest

from dateline.errors import UnreadableInput
from dateline.readers import encodings

NEWS = "“Très bien,” said Émile – café owner."


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_unicode_comes_out_the_same_and_without_its_mark(mark: bytes, encoding: str) -> None:
    assert encodings.decode(mark + NEWS.encode(encoding), "a.txt") == (NEWS, None)


def test_cp1252_is_read_and_noted() -> None:
    assert encodings.decode(NEWS.encode("cp1252"), "a.txt") == (NEWS, "a.txt: not UTF-8, read as cp1252")


def test_two_cp1252_characters_that_happen_to_be_utf8_do_not_hide_it() -> None:
    text = "“CAFÉ” was closed, “très” late, in Orléans’ centre."
    assert encodings.decode(text.encode("cp1252"), "a.txt")[0] == text


@pytest.mark.parametrize("broken", [b"and \xff then", b"cut off \xe2\x80", b"a lone \x93quote"])
def test_utf8_with_a_bad_byte_is_refused_at_that_byte_and_never_read_as_something_else(broken: bytes) -> None:
    data = "Première ligne – “oui”\nligne deux\n".encode() + broken
    with pytest.raises(UnreadableInput, match=r"a\.txt:3: invalid UTF-8: byte \d+ of the line is 0x") as caught:
        encodings.decode(data, "a.txt")
    assert f"byte {next(i for i, byte in enumerate(broken, 1) if byte > 127)} " in str(caught.value)


@pytest.mark.parametrize("data", [b"News\0paper", "UTF-16 without mark".encode("utf-16-le"), bytes(range(1, 256))])
def test_bytes_that_are_not_text_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableInput):
        encodings.decode(data, "a.txt")


def test_utf16_cut_in_half_is_refused() -> None:
    with pytest.raises(UnreadableInput, match="UTF-16-LE"):
        encodings.decode(codecs.BOM_UTF16_LE + b"N\0e\0w", "a.txt")
