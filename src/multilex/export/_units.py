"""What the alignment of a record says the same in several languages, one unit each: for translators and their tools."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from multilex.errors import OptionError
from multilex.record import AlignedText, Finding, Place, Record, Sentence, Span

LANGUAGES = ("kk", "ru", "en")

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Side:
    """One language of a unit: its text, blanks folded; the spans of it in the document, and its pages."""

    text: str
    spans: tuple[Span, ...]
    pages: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Unit:
    """Something said in one language or more. `kind` counts the sentences (``1:2``) or is the basis of a keyword's row
    (``position``, ``evidence``); `score` is that of the bead, None for keywords.
    """

    role: str
    kind: str
    score: float | None
    sides: dict[str, Side]


def parse_pair(pair: str) -> Pair:
    """Two languages from ``kk-ru``; OptionError for anything else.

    >>> parse_pair("ru-en")
    ('ru', 'en')
    """
    first, _, second = pair.partition("-")
    if first == second or not {first, second} <= set(LANGUAGES):
        raise OptionError(f"no pair of languages {pair!r}: two of {', '.join(LANGUAGES)}, as in kk-ru")
    return first, second


def units(record: Record, pair: Pair | None = None) -> Iterator[Unit]:
    """The units of a record: titles, abstracts, sections, then keywords; of all languages, or of a `pair`, whose beads
    may be finer. What one language lacks is a unit without it.
    """
    languages = pair or LANGUAGES
    for text in record.alignment.texts:
        yield from _sentences(text, pair)
    pages = {item.span: _pages([item]) for keywords in record.keywords for item in keywords.items}
    for row in record.alignment.keywords:
        sides = {
            lang: Side(_folded(row.values[lang]), (row.spans[lang],), pages.get(row.spans[lang], ()))
            for lang in languages
            if lang in row.values and lang in row.spans
        }
        if sides:
            yield Unit("keywords", row.basis, None, sides)


def _sentences(text: AlignedText, pair: Pair | None) -> Iterator[Unit]:
    if pair is None:
        beads = [(bead.cells, bead.score) for bead in text.rows]
        languages: Sequence[str] = [lang for lang in LANGUAGES if lang in text.sentences]
    else:
        chosen = [one for one in text.pairs if set(one.languages) == set(pair)]
        beads = [(bead.cells, bead.score) for one in chosen for bead in one.beads]
        languages = pair
    for cells, score in beads:
        sides = {lang: _side(text.sentences[lang], cells[lang]) for lang in languages if cells[lang]}
        kind = ":".join(str(len(cells[lang])) for lang in languages)
        yield Unit(text.role, kind, score, sides)


def _side(sentences: Sequence[Sentence], chosen: Sequence[int]) -> Side:
    some = [sentences[at] for at in chosen]
    return Side(" ".join(_folded(one.text) for one in some), tuple(one.span for one in some), _pages(some))


def _pages(findings: Sequence[Finding]) -> tuple[int, ...]:
    places: list[Place] = [place for one in findings for place in one.places]
    return tuple(sorted({place.page for place in places}))


def _folded(text: str) -> str:
    return " ".join(text.split())
