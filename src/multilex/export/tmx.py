"""TMX 1.4: translation memory of titles, abstracts, sections and keywords, each unit with where it comes from.

A unit holds what two or three languages say of one thing, with the properties ``x-record``, ``x-file``, ``x-role``,
``x-kind`` (how many sentences of each language) and ``x-score``; each of its languages has the spans of its sentences
(``x-span``) and its pages (``x-pages``). What one language alone says is left out.
"""

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

import regex

from multilex import __version__
from multilex.export._face import Scope
from multilex.export._losses import lost
from multilex.export._settings import DEFAULTS, Settings
from multilex.export._units import Side, Unit, parse_pair, units
from multilex.record import Record

NAME = "tmx"
SUFFIX = ".tmx"
MEDIA_TYPE = "application/x-tmx+xml"
SCOPE = Scope.INPUT
LOSSES = lost(
    ("titles", "abstracts", "keywords", "alignment.texts", "alignment.keywords"),
    "only what the paper says in several languages",
)

_NOT_XML = regex.compile(r"[^\t\n\r\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")


def render(records: Iterable[Record], settings: Settings = DEFAULTS) -> Iterator[str]:
    """The units of all records; of the `pair` of languages in the settings, or of all three at once."""
    pair = parse_pair(settings.pair) if settings.pair else None
    source = pair[0] if pair else "*all*"
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n'
    yield (
        f'<header creationtool="multilex" creationtoolversion={quoteattr(__version__)} segtype="sentence" '
        f'o-tmf="multilex.record/1" adminlang="en" srclang={quoteattr(source)} datatype="plaintext"/>\n<body>\n'
    )
    for record in records:
        for number, unit in enumerate(units(record, pair), 1):
            if len(unit.sides) > 1:
                yield _unit(record, number, unit)
    yield "</body>\n</tmx>\n"


def _unit(record: Record, number: int, unit: Unit) -> str:
    facts = {
        "x-record": record.id,
        "x-file": record.source.file,
        "x-role": unit.role,
        "x-kind": unit.kind,
        "x-score": "" if unit.score is None else f"{unit.score:.4f}",
    }
    variants = "".join(_variant(lang, side) for lang, side in unit.sides.items())
    return f"<tu tuid={quoteattr(f'{record.id}-{number}')}>\n{_properties(facts)}\n{variants}</tu>\n"


def _variant(lang: str, side: Side) -> str:
    facts = {
        "x-span": " ".join(f"{start}-{end}" for start, end in side.spans),
        "x-pages": " ".join(map(str, side.pages)),
    }
    return f"<tuv xml:lang={quoteattr(lang)}>{_properties(facts)}<seg>{_text(side.text)}</seg></tuv>\n"


def _properties(facts: dict[str, str]) -> str:
    return "".join(f'<prop type="{kind}">{_text(value)}</prop>' for kind, value in facts.items() if value)


def _text(text: str) -> str:
    """Text that XML may hold; what it may not is a replacement character."""
    return escape(_NOT_XML.sub("\ufffd", text))
