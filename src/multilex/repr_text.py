"""The text of a paper as HTML: escaped, with legal acts, citations and footnote marks in it as links.

Like `multilex.repr_html` it works on the plain objects of a record and knows nothing above it.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape as escape_markup
from typing import Any

Data = Mapping[str, Any]

_CONTROLS = dict.fromkeys((*range(0x09), 0x0B, 0x0C, *range(0x0E, 0x20), *range(0x7F, 0xA0)), "\ufffd")


def escape(text: str) -> str:
    """The text with markup escaped, and the control characters that HTML cannot hold as U+FFFD."""
    return escape_markup(text).translate(_CONTROLS)


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the document that is a link: its place, the attributes of the link, and what it is (``act``,
    ``cite``, ``call``).
    """

    start: int
    end: int
    attributes: str
    kind: str = "act"


def marks(data: Data, *, anchors: bool) -> list[Mark]:
    """The links of a record's text, in order, those inside others left out. Mentions of acts lead to the register in
    the paper's language. With `anchors` each has an id (``mention-3``), those that the register has not lead to the
    entry of the act on the same page (``#act-2``), citations to the work (``#original:3``) and footnote marks to the
    note (``#note-2``).
    """
    found = list(_references(data)) if anchors else []
    for source in data["legal_sources"]:
        for index in source["mentions"]:
            start, end = data["acts"][index]["span"]
            found.append(Mark(start, end, _attributes(source, index, data["language"], anchors)))
    kept: list[Mark] = []
    for mark in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or kept[-1].end <= mark.start:
            kept.append(mark)
    return kept


def register_link(source: Data, lang: str) -> str:
    """The attributes of a link to an act in the register, in `lang`, else in any language; empty where it has none."""
    links: Mapping[str, str] = source["links"]
    address = links.get(lang) or next(iter(links.values()), None)
    return f' href="{escape(address)}" rel="noopener noreferrer" target="_blank"' if address else ""


def linked(finding: Data, marked: Sequence[Mark]) -> str:
    """What a finding says, escaped, with the acts named in it as links: its text as printed if there are any, else its
    value.
    """
    start, end = finding["span"]
    first = bisect_left(marked, start, key=lambda one: one.start)
    last = bisect_right(marked, end, lo=first, key=lambda one: one.end)
    if first == last:
        return escape(finding.get("value") or finding["text"])
    pieces, at = [], start
    for mark in marked[first:last]:
        before, named = (finding["text"][a - start : b - start] for a, b in ((at, mark.start), (mark.start, mark.end)))
        pieces.append(f'{escape(before)}<a class="{mark.kind}"{mark.attributes}>{escape(named)}</a>')
        at = mark.end
    return "".join(pieces) + escape(finding["text"][at - start :])


def _references(data: Data) -> Iterator[Mark]:
    for citation in data["citations"]:
        if citation["targets"]:
            start, end = citation["span"]
            yield Mark(start, end, f' href="#{escape(citation["targets"][0])}"', "cite")
    for number, note in enumerate(data["footnotes"], 1):
        for call in note["callouts"]:
            start, end = call["span"]
            yield Mark(start, end, f' href="#note-{number}"', "call")


def _attributes(source: Data, index: int, lang: str, anchors: bool) -> str:
    anchor = f' id="mention-{index}"' if anchors else ""
    here = f' href="#{escape(source["id"])}"' if anchors else ""
    return f'{anchor}{register_link(source, lang) or here} title="{escape(source["key"] or "")}"'
