"""What styles say of paragraphs and runs: bold, italic, raised, heading level, alignment, by inheritance."""

from functools import cached_property
from typing import Any

from docx.oxml.ns import qn

Element = Any

_OFF = ("0", "false", "off", "none")


def value(element: Element | None, name: str = "w:val") -> str | None:
    """The value of a property element."""
    return None if element is None else element.get(qn(name))


def is_on(element: Element | None) -> bool | None:
    """A toggle: None where it does not stand there."""
    return None if element is None else (value(element) or "1").lower() not in _OFF


class Styles:
    """The styles of a file by their ids."""

    def __init__(self, root: Element | None) -> None:
        self._root = root

    @cached_property
    def _by_id(self) -> dict[str, Element]:
        found = [] if self._root is None else self._root.findall(qn("w:style"))
        return {one.get(qn("w:styleId")) or "": one for one in found}

    @cached_property
    def default_paragraph(self) -> str | None:
        """The id of the style of paragraphs that name none."""
        for ident, style in self._by_id.items():
            if style.get(qn("w:type")) == "paragraph" and (style.get(qn("w:default")) or "0").lower() not in _OFF:
                return ident
        return None

    def chain(self, ident: str | None) -> list[Element]:
        """A style and those that it is based on."""
        found: list[Element] = []
        ident = ident or self.default_paragraph
        while ident in self._by_id and len(found) < 20:
            found.append(self._by_id[ident])
            ident = value(found[-1].find(qn("w:basedOn")))
        return found

    def run(self, properties: Element | None, paragraph: list[Element], tag: str) -> Element | None:
        """The property `tag` of a run: its own, else that of its style, else that of its paragraph's."""
        if properties is not None:
            own = properties.find(qn(tag))
            if own is not None:
                return own
            named = value(properties.find(qn("w:rStyle")))
            for style in self.chain(named) if named else ():
                if (found := style.find(f"{qn('w:rPr')}/{qn(tag)}")) is not None:
                    return found
        for style in paragraph:
            if (found := style.find(f"{qn('w:rPr')}/{qn(tag)}")) is not None:
                return found
        return None

    def paragraph(self, properties: Element | None, chain: list[Element], path: str) -> Element | None:
        """The property at `path` of a paragraph: its own, else that of its style."""
        steps = "/".join(qn(step) for step in path.split("/"))
        if properties is not None and (own := properties.find(steps)) is not None:
            return own
        for style in chain:
            if (found := style.find(f"{qn('w:pPr')}/{steps}")) is not None:
                return found
        return None

    def heading(self, properties: Element | None, chain: list[Element]) -> bool:
        """Whether the paragraph is a heading: by outline level or by the name of its style."""
        level = value(self.paragraph(properties, chain, "w:outlineLvl"))
        names = [(value(style.find(qn("w:name"))) or "").casefold() for style in chain]
        return (level is not None and level.isdecimal() and int(level) < 9) or any(
            name.startswith("heading") or name == "title" for name in names
        )
