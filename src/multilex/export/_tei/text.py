"""The ``text``: sections, paragraphs with links, footnotes."""

from collections.abc import Sequence

from multilex.export._ids import Ids
from multilex.export._inline import Findings, Inline
from multilex.export._xml import LANG, Element, add, append_text, clean, element
from multilex.record import Block, Callout, Citation, LegalMention, Record, Span
from multilex.vocabulary import Role, SectionRole

_LISTS = (SectionRole.REFERENCES, SectionRole.REFERENCES_ORIGINAL, SectionRole.REFERENCES_ROMANIZED)
_ID = "{http://www.w3.org/XML/1998/namespace}id"


class Prose:
    """Fills elements with text and what was found in it."""

    def __init__(self, record: Record, ids: Ids) -> None:
        self.record, self.ids, self.findings = record, ids, Findings(record)
        self._links = {at: act.links for act in record.legal_sources for at in act.mentions}

    def body(self) -> Element:
        """The ``body``: sections in sections, then the footnotes."""
        made = element("body")
        for block in self.record.blocks:
            if block.section is None and block.role in (Role.BODY, Role.LIST_ITEM):
                made.append(self._block(block))
        places: dict[int, Element] = {}
        for number, section in enumerate(self.record.sections):
            if section.role in _LISTS:
                continue
            part = add(places.get(-1 if section.parent is None else section.parent, made), "div", type=section.role)
            places[number] = part
            if section.lang != self.record.language:
                part.set(LANG, section.lang)
            if section.heading and section.heading.value:
                add(part, "head", section.heading.value)
            self._blocks(part, [self.record.blocks[at] for at in section.blocks])
        for number, note in enumerate(self.record.footnotes, 1):
            value = note.value if note.value is not None else note.text
            start = max(note.text.find(value), 0)
            place = add(made, "note", None, note.lang, place="foot", n=note.number)
            place.set(_ID, f"fn{number}")
            self.fill(place, value, (note.span[0] + start, note.span[0] + start + len(value)))
        if not len(made):
            add(made, "p")
        return made

    def _blocks(self, parent: Element, blocks: Sequence[Block]) -> None:
        for block in blocks:
            if block.role in (Role.BODY, Role.LIST_ITEM, Role.CAPTION, Role.TABLE, Role.FORMULA):
                parent.append(self._block(block))

    def _block(self, block: Block) -> Element:
        lang = block.lang if block.lang != self.record.language else None
        if block.role is Role.LIST_ITEM:
            made = element("list")
            self.fill(add(made, "item", None, lang), block.text, block.span)
            return made
        made = element("p", None, lang) if block.role is Role.BODY else element("ab", None, lang, type=block.role)
        self.fill(made, block.text, block.span)
        return made

    def fill(self, parent: Element, text: str, span: Span) -> None:
        """The content of an element: the text that stands at `span`."""
        for piece in self.findings.pieces(text, span):
            self._piece(parent, piece)

    def _piece(self, parent: Element, piece: Inline) -> None:
        found, text = piece.found, clean(piece.text)
        kind, target = None, None
        if isinstance(found, Callout):
            kind, target = "foot", f"#{self.ids.note(found)}"
            text = found.value or text
        elif isinstance(found, Citation):
            works = self.ids.works(found)
            kind, target = "bibr", " ".join(f"#{one}" for one in works.split()) if works else None
        elif isinstance(found, LegalMention):
            links = self._links.get(piece.index, {})
            kind, act = "legal", self.ids.act(piece.index)
            target = links.get(found.lang) or next(iter(links.values()), None) or (f"#{act}" if act else None)
        if kind is None or target is None:
            append_text(parent, text)
        else:
            add(parent, "ref", None, type=kind, target=target).text = text
