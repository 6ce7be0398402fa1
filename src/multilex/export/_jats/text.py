"""Running text in JATS: citations, footnote callouts and legal acts as links."""

from multilex.export._ids import Ids
from multilex.export._inline import Findings, Inline
from multilex.export._xml import Element, add, append_text, clean, element
from multilex.record import Block, Callout, Citation, Record

XLINK = "{http://www.w3.org/1999/xlink}href"


class Prose:
    """Fills paragraphs with the text of blocks and what was found in it."""

    def __init__(self, record: Record, ids: Ids) -> None:
        self.record, self.ids, self.findings = record, ids, Findings(record)
        self._links = {at: act.links for act in record.legal_sources for at in act.mentions}

    def paragraph(self, block: Block, tag: str = "p") -> Element:
        """A block as a paragraph, with its language where it is not the article's."""
        made = element(tag, None, block.lang if block.lang != self.record.language else None)
        self.fill(made, block.text, block.span)
        return made

    def fill(self, parent: Element, text: str, span: tuple[int, int]) -> None:
        """The content of an element: the text that stands at `span`."""
        for piece in self.findings.pieces(text, span):
            self._add(parent, piece)

    def _add(self, parent: Element, piece: Inline) -> None:
        found, text = piece.found, clean(piece.text)
        if isinstance(found, Callout):
            link = add(parent, "xref", ref_type="fn", rid=self.ids.note(found))
            add(link, "sup", found.value or text)
        elif isinstance(found, Citation) and (works := self.ids.works(found)):
            opening, inner, closing = _inside(text)
            append_text(parent, opening)
            add(parent, "xref", inner, ref_type="bibr", rid=works)
            append_text(parent, closing)
        elif found is not None and not isinstance(found, Citation) and (act := self.ids.act(piece.index)):
            named = add(parent, "named-content", content_type="legal-reference", rid=act)
            links = self._links.get(piece.index, {})
            address = links.get(found.lang) or next(iter(links.values()), None)
            if address:
                link = add(named, "ext-link", ext_link_type="uri")
                link.set(XLINK, address)
                link.text = text
            else:
                named.text = text
        else:
            append_text(parent, text)


def _inside(text: str) -> tuple[str, str, str]:
    """What stands within the brackets of a citation, and the brackets.

    >>> _inside("[1, 3-5]"), _inside("Orlova (2018)")
    (('[', '1, 3-5', ']'), ('', 'Orlova (2018)', ''))
    """
    whole = len(text) > 2 and (text[0], text[-1]) in (("[", "]"), ("(", ")"))
    return (text[0], text[1:-1], text[-1]) if whole else ("", text, "")
