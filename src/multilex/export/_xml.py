"""XML that is well-formed whatever a paper holds."""

from collections.abc import Collection, Iterator, Mapping
from unicodedata import normalize

import regex
from lxml import etree

from multilex.export._face import Problem
from multilex.record import Record
from multilex.vocabulary import Severity

Element = etree._Element

LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_FORBIDDEN = regex.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")


def clean(text: str) -> str:
    r"""Text that XML may hold, in NFC: what XML forbids (control characters, lone surrogates) is left out.

    >>> clean("Құ\x02қық \ud800№ 2")
    'Құқық № 2'
    """
    return normalize("NFC", _FORBIDDEN.sub("", text))


def folded(text: str) -> str:
    """The same in one line."""
    return " ".join(clean(text).split())


def element(tag: str, text: str | None = None, lang: str | None = None, **attributes: str | None) -> Element:
    """An element with its text in one line; ``_`` in the names of attributes is ``-``, None leaves one out."""
    made = etree.Element(tag)
    if lang is not None:
        made.set(LANG, lang)
    for name, value in attributes.items():
        if value is not None:
            made.set(name.rstrip("_").replace("_", "-"), folded(value))
    if text is not None:
        made.text = folded(text)
    return made


def add(
    parent: Element, tag: str, text: str | None = None, lang: str | None = None, **attributes: str | None
) -> Element:
    """A new last child; see `element`."""
    child = element(tag, text, lang, **attributes)
    parent.append(child)
    return child


def append_text(parent: Element, text: str) -> None:
    """More text at the end of an element's content."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def document(root: Element, doctype: str | None = None, mixed: Collection[str] = ()) -> str:
    """The text of a file with this root, indented, but for the content of the elements that hold running text."""
    _indent(root, mixed)
    head = '<?xml version="1.0" encoding="UTF-8"?>\n' + (f"{doctype}\n" if doctype else "")
    return head + etree.tostring(root, encoding="unicode") + "\n"


def _indent(parent: Element, mixed: Collection[str], level: int = 0) -> None:
    if not len(parent) or parent.tag in mixed:
        return
    lead = "\n" + "  " * (level + 1)
    parent.text = lead
    for child in parent:
        _indent(child, mixed, level + 1)
        child.tail = lead
    parent[-1].tail = lead[:-2]


def forbidden(record: Record) -> Iterator[Problem]:
    """A warning for a record whose text holds what XML forbids, with the number of characters that get lost."""
    count = sum(len(_FORBIDDEN.findall(block.text)) for block in record.blocks)
    if count:
        what = "character that XML forbids is" if count == 1 else "characters that XML forbids are"
        message = f"{count} {what} left out"
        yield Problem(record.id, "/blocks", message, Severity.WARNING)


def localized(texts: Mapping[str, str | None]) -> dict[str, str]:
    """The texts that say something."""
    return {lang: text for lang, text in texts.items() if text and text.strip()}
