"""Page figures on a small printed page: blocks, superscripts, URLs."""

from array import array

from multilex.document import Block, Document, Mark
from multilex.evaluate.blocks import printed_blocks, superscripts, urls
from multilex.evaluate.outcome import Outcome
from multilex.record import Alignment, Record, SourceInfo, found
from multilex.record import Block as RecordBlock
from multilex.source import Page, Source
from multilex.vocabulary import ArticleKind, BlockKind, MarkKind, Role

PRINTED = {
    "blocks": [
        {"type": "authors", "text": "А.Б. Сериков⟦s:1*⟧", "lang": "ru"},
        {"type": "para", "text": "Постановление № 961⟦f:2⟧ о водно-болотных угодьях", "lang": "ru"},
        {"type": "ref", "text": "⟦i:Вода⟧ // https://e.kz/a-b.", "lang": "ru"},
    ],
    "notes": {"2": "См. https://e.kz/c"},
}
LINES = ("А.Б. Сериков¹*", "Постановление № 961² о водно-болотных угодьях", "Вода // https://e.kz/a-b.")


def document(*lines: str) -> Document:
    """A document of one block per line; raised digits and their stars are marked."""
    text = "\n".join(lines)
    blocks, marks, start = [], [], 0
    for line in lines:
        blocks.append(Block(start, start + len(line), BlockKind.PARAGRAPH, 1))
        marks += [Mark(start + i, start + i + 1, MarkKind.SUPERSCRIPT) for i, c in enumerate(line) if c in "¹²*"]
        start += len(line) + 1
    source = Source("page.pdf", "pdf", "0" * 64, (Page(1, text, 0),))
    return Document(source, text, tuple(blocks), array("i", [-1] * len(text)), marks=tuple(marks))


def record(doc: Document) -> Record:
    blocks = (
        found(RecordBlock, doc, block.start, block.end, "test", role=Role.BODY, lang="ru") for block in doc.blocks
    )
    return Record(
        id="r",
        multilex="0",
        source=SourceInfo(file="page.pdf", kind="pdf", sha256="0" * 64, pages=(1, 1), index=0, count=1),
        kind=ArticleKind.ARTICLE,
        language="ru",
        span=(0, len(doc.text)),
        blocks=tuple(blocks),
        alignment=Alignment(languages=(), roles=()),
    )


def wrong(outcomes: list[Outcome]) -> list[tuple[str | None, str | None]]:
    return [(one.gold, one.found) for one in outcomes if not one.right]


def test_blocks_are_compared_word_for_word() -> None:
    assert wrong(list(printed_blocks(PRINTED, [record(document(*LINES))]))) == []


def test_a_number_that_swallowed_its_callout_is_no_equal_block() -> None:
    swallowed = LINES[1].replace("961²", "9612")
    outcomes = list(printed_blocks(PRINTED, [record(document(LINES[0], swallowed, LINES[2]))]))
    assert wrong(outcomes) == [(LINES[1], swallowed)]


def test_two_blocks_run_together_are_two_misses_and_one_extra() -> None:
    outcomes = list(printed_blocks(PRINTED, [record(document(LINES[0] + " " + LINES[1], LINES[2]))]))
    assert [one.by for one in outcomes if not one.right] == [("authors",), ("para",)]
    assert sum(one.found is not None for one in outcomes) == 2


def test_superscripts_stand_at_their_place() -> None:
    outcomes = list(superscripts(PRINTED, document(*LINES)))
    assert [(one.gold, one.right) for one in outcomes] == [("абсериков^1*", True), ("ановление961^2", True)]


def test_a_superscript_that_is_part_of_a_number_is_none() -> None:
    outcomes = list(superscripts(PRINTED, document(LINES[0], LINES[1].replace("²", "2"))))
    assert wrong(outcomes) == [("ановление961^2", None)]


def test_urls_of_blocks_and_notes_are_exact() -> None:
    outcomes = list(urls(PRINTED, [record(document(*LINES, "См. https://e.kz/ c"))]))
    assert wrong(outcomes) == [("https://e.kz/c", None), (None, "https://e.kz/")]
