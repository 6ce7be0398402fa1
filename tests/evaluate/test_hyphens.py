"""Line-end hyphens on a small page: soft ones go, real ones stay."""

from array import array

from multilex.document import Block, Document
from multilex.evaluate.hyphens import hyphens
from multilex.source import Glyphs, Page, Source
from multilex.vocabulary import BlockKind

LINES = ("О поста-", "новлении в водно-", "болотных угодьях.²", "КОЛОН-", "ТИТУЛ")


def read(text: str, *kept: int) -> Document:
    """The lines as a PDF page of 10 pt, laid out as `text`: of its line-end hyphens those in `kept` stay."""
    drawn = "".join(LINES)
    tops = [float(12 * row) for row, line in enumerate(LINES) for _ in line]
    left = [float(6 * column) for line in LINES for column in range(len(line))]
    glyphs = Glyphs(
        array("d", left),
        array("d", tops),
        array("d", (x + 6 for x in left)),
        array("d", (y + 10 for y in tops)),
        array("d", [10.0] * len(drawn)),
        array("i", [0] * len(drawn)),
    )
    source = Source("page.pdf", "pdf", "0" * 64, (Page(1, drawn, 0, 600, 800, glyphs),))
    ends = [i for i, char in enumerate(drawn) if char == "-" and drawn[i + 1] in "нбТ"]
    lost = {offset for n, offset in enumerate(ends) if n not in kept}
    offsets = iter(i for i, char in enumerate(drawn) if i not in lost and char != " ")
    origin = array("i", (-1 if char.isspace() else next(offsets) for char in text))
    return Document(source, text, (Block(0, len(text), BlockKind.PARAGRAPH, 1),), origin)


def found(document: Document) -> list[tuple[str, str | None, str | None, bool]]:
    printed = {
        "blocks": [{"type": "para", "text": "О постановлении в ⟦i:водно-болотных⟧ угодьях."}],
        "notes": {},
    }
    return [(one.by[0], one.gold, one.found, one.right) for one in hyphens(printed, document)]


def test_soft_hyphens_joined_and_real_ones_kept_are_right() -> None:
    assert found(read("О постановлении в водно-болотных угодьях.²\nКОЛОНТИТУЛ", 1)) == [
        ("soft", "постановлении", "постановлении", True),
        ("real", "водно-болотных", "водно-болотных", True),
    ]


def test_a_soft_hyphen_kept_and_a_real_one_lost_are_wrong() -> None:
    assert found(read("О поста-новлении в водноболотных угодьях.²\nКОЛОНТИТУЛ", 0)) == [
        ("soft", "постановлении", "поста-новлении", False),
        ("real", "водно-болотных", "водноболотных", False),
    ]


def test_a_blank_after_the_hyphen_is_wrong() -> None:
    assert found(read("О поста- новлении в водно- болотных угодьях.²\nКОЛОНТИТУЛ", 0, 1)) == [
        ("soft", "постановлении", "поста- новлении", False),
        ("real", "водно-болотных", "водно- болотных", False),
    ]
