"""Elements of OJS's XML: names of attributes have underscores, languages stand in ``locale``."""

from collections.abc import Mapping

from multilex.export._xml import Element, element, folded


def root(tag: str, **attributes: str | None) -> Element:
    """An element; attributes that are None are left out."""
    made = element(tag)
    for name, value in attributes.items():
        if value is not None:
            made.set(name, folded(value))
    return made


def node(parent: Element, tag: str, text: str | None = None, **attributes: str | None) -> Element:
    """A new last child, its text in one line."""
    made = root(tag, **attributes)
    if text is not None:
        made.text = folded(text)
    parent.append(made)
    return made


def localized(parent: Element, tag: str, texts: Mapping[str, str]) -> None:
    """A child for each locale."""
    for locale, text in texts.items():
        node(parent, tag, text, locale=locale)
