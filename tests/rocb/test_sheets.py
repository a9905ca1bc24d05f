"""Strangers' spreadsheets: read where possible, refused in words where not, never harmful."""

import io
import tracemalloc
import zipfile

import pytest

from rocb.sheets import SheetRefused, letters, read_sheets


def test_cells_are_named_as_people_do():
    assert [letters(n) for n in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        (b"a;b\n1;\xe9t\xe9\n", [["a", "b"], ["1", "été"]]),
        ("a,b\n1,été\n".encode(), [["a", "b"], ["1", "été"]]),
        ("\ufeffa,b\n1,été\n".encode(), [["a", "b"], ["1", "été"]]),
        ("a\tb\n1\tété\n".encode("utf-16"), [["a", "b"], ["1", "été"]]),
        (b'a;b\n"x;y";\n', [["a", "b"], ["x;y", None]]),
    ],
)
def test_text_in_the_usual_ways(content, rows):
    assert read_sheets(content, "a.csv")[0].rows == rows


def zipped(entries: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def test_a_bomb_is_refused_before_it_goes_off():
    bomb = zipped({"xl/workbook.xml": b"x", "xl/worksheets/sheet1.xml": b" " * 200_000_000})
    assert len(bomb) < 300_000
    tracemalloc.start()
    with pytest.raises(SheetRefused, match="unpacks to more than 20 MB"):
        read_sheets(bomb, "a.xlsx")
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 10_000_000


def test_a_bomb_that_lies_about_its_size():
    bomb = bytearray(zipped({"xl/workbook.xml": b"x", "xl/a.xml": b" " * 50_000_000}))
    size = (50_000_000).to_bytes(4, "little")
    assert bomb.count(size) == 2
    lie = bytes(bomb).replace(size, (1000).to_bytes(4, "little"))
    with pytest.raises(SheetRefused, match="unpacks to more than 20 MB"):
        read_sheets(lie, "a.xlsx")


def test_too_large_too_many_and_nothing():
    for content, words in (
        (b"x" * (10 * 1024 * 1024 + 1), "larger than 10 MB"),
        (b"a\n" * 20_002, "more than 20,000 rows"),
        (b"," * 300, "more than 200 columns"),
        (b"  ", "is empty"),
        (b"\x00\x01" * 500, "is not a spreadsheet"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "password"),
    ):
        with pytest.raises(SheetRefused, match=words):
            read_sheets(content, "a.csv")
