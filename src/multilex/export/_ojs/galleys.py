"""The PDF of an article: found in the folder of galleys, and put into the XML piece by piece."""

from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path

from multilex.export._ojs.nodes import node, root
from multilex.export._settings import OjsSettings
from multilex.export._writing import stem
from multilex.export._xml import Element, folded
from multilex.record import Record

MAGIC = b"%PDF-"
EMPTY = '<embed encoding="base64"/>'
_PIECE = 3 << 16  # bytes; in threes, so that pieces of base64 join without a seam


def galley(record: Record, settings: OjsSettings) -> Path | None:
    """The PDF of a record, where there is a folder of galleys and the record's PDF in it."""
    path = Path(settings.galleys) / galley_name(record) if settings.galleys else None
    return path if path and path.is_file() else None


def galley_name(record: Record) -> str:
    """The name of a record's PDF."""
    return f"{stem(record)}.pdf"


def submission_file(path: Path, number: int, locale: str, settings: OjsSettings) -> Element:
    """The ``submission_file`` of a PDF. Its ``embed`` is `EMPTY`: see `filled`."""
    ident, size = str(number), str(path.stat().st_size)
    made = root("submission_file", id=ident, file_id=ident, stage="proof", viewable="true")
    made.set("genre", folded(settings.genre))
    if settings.uploader:
        made.set("uploader", folded(settings.uploader))
    node(made, "name", path.name, locale=locale)
    file = node(made, "file", id=ident, filesize=size, extension="pdf")
    if settings.embed:
        node(file, "embed", encoding="base64")
    else:
        node(file, "href", src=path.name, mime_type="application/pdf")
    return made


def article_galley(parent: Element, number: int, locale: str) -> None:
    """The ``article_galley`` that shows a file to readers."""
    made = node(parent, "article_galley", locale=locale, approved="true")
    node(made, "name", "PDF", locale=locale)
    node(made, "seq", "0")
    node(made, "submission_file_ref", id=str(number))


def filled(article: str, path: Path | None) -> Iterator[str]:
    """The XML of an article with its PDF in the place that is left for it."""
    before, gap, after = article.partition(EMPTY)
    yield before
    if gap and path:
        yield '<embed encoding="base64">'
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                yield b64encode(piece).decode("ascii")
        yield "</embed>"
    yield after
