"""Layout: the characters of a Source into the reading order of a Document."""

from multilex.document import Document
from multilex.layout.text import layout_text
from multilex.repair import repaired
from multilex.source import Source


def layout(source: Source, *, repair: bool = True) -> Document:
    """The Document of a Source of any kind; damaged text is mended unless `repair` is off (`multilex.repair`)."""
    return repaired(source, _lay_out) if repair else _lay_out(source)


def _lay_out(source: Source) -> Document:
    if source.kind == "pdf":
        from multilex.layout.pdf import layout_pdf

        return layout_pdf(source)
    if source.paragraphs:
        from multilex.layout.flow import layout_flow

        return layout_flow(source)
    return layout_text(source)
