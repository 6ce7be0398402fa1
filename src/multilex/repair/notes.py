"""What a record says of damaged text: how much of what kind was mended, and what is lost."""

from collections.abc import Iterator

from multilex.document import Document, Repair
from multilex.record import Note
from multilex.repair.losses import count_holes, lacks_kazakh_letters
from multilex.vocabulary import NoteCode, Severity

_EXAMPLES, _LONGEST_EXAMPLE = 3, 40


def damage_notes(document: Document, start: int, end: int) -> Iterator[Note]:
    """The notes on a span of a document: one for each kind of damage mended, with its count and examples; one for lost
    letters.
    """
    kinds: dict[str, list[Repair]] = {}
    for repair in document.repairs_in(start, end):
        kinds.setdefault(repair.name, []).append(repair)
    for name, repairs in kinds.items():
        places = f"{len(repairs)} place{'s' * (len(repairs) != 1)}"
        message = f"{name}: {places} mended, such as {_examples(document, repairs)}"
        span = (repairs[0].start, repairs[-1].end)
        yield Note(code=NoteCode.LETTERS_REPAIRED, severity=Severity.INFO, message=message, span=span)
    holes = count_holes(document.text[start:end])
    if holes >= 3:
        message = f"in {holes} places of words a sign stands for letters, which are lost"
        yield Note(code=NoteCode.LETTERS_LOST, severity=Severity.WARNING, message=message, span=(start, end))
    poor = [
        block
        for block in document.blocks
        if start <= block.start and block.end <= end and lacks_kazakh_letters(document.text[block.start : block.end])
    ]
    if poor:
        message = (
            f"{len(poor)} Kazakh paragraphs have none of the letters that only Kazakh has: lost, or typed as others"
        )
        span = (poor[0].start, poor[-1].end)
        yield Note(code=NoteCode.LETTERS_LOST, severity=Severity.WARNING, message=message, span=span)


def _examples(document: Document, repairs: list[Repair]) -> str:
    """The first different repairs, as printed and as mended."""
    shown: dict[str, None] = {}
    for repair in repairs:
        meant = document.text[repair.start : repair.end]
        shown.setdefault(f"{repair.printed[:_LONGEST_EXAMPLE]!r} → {meant[:_LONGEST_EXAMPLE]!r}")
        if len(shown) == _EXAMPLES:
            break
    return ", ".join(shown)
