"""Damage in PDFs: letters drawn apart, capitals of two sizes, text of a font whose codes were read as another's."""

import pytest

from multilex.document import Document
from multilex.layout import layout
from multilex.layout.conservation import unaccounted
from multilex.read import read_source
from tests.pdf import one_page, pdf

LINES = "".join(
    f"1 0 0 1 70 {600 - 14 * number} Tm (The market of the region grew unevenly and this is well known.) Tj\n"
    for number in range(12)
)


def lay(drawn: bytes) -> Document:
    objects = one_page(b"BT /F 14 Tf 0 Tc 1 0 0 1 150 750 Tm %s 0 Tc /F 11 Tf\n%s ET" % (drawn, LINES.encode()))
    objects[5] = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
    return layout(read_source(pdf(objects), name="drawn.pdf"))


@pytest.mark.parametrize(
    "drawn",
    [
        b"5 Tc (Labour market relations) Tj",
        b"1 Tc (Labour market relations) Tj",
        b"(L a b o u r   m a r k e t   r e l a t i o n s) Tj",
        b"(L) Tj /F 11 Tf (abour market ) Tj /F 14 Tf (relations) Tj",
    ],
)
def test_letters_set_apart_or_in_two_sizes_are_words(drawn: bytes) -> None:
    document = lay(drawn)
    assert document.text.startswith("Labour market relations\n")
    assert not unaccounted(document)


def test_codes_of_windows_1251_read_as_western_are_russian() -> None:
    document = lay(b"(%s) Tj" % "Регулирование рынка труда".encode("cp1251"))
    assert document.text.startswith("Регулирование рынка труда\n")
    assert document.printed(0, 13) == "Ðåãóëèðîâàíèå"
    assert document.places(0, 13)[0].box is not None
    assert not unaccounted(document)
