"""
References inside footnotes, with the works that *ibid.*, *op. cit.* and repetitions mean.

Notes are read in printed order; each work named in one may be meant again by a later note.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from string import ascii_lowercase

import regex

from multilex import record
from multilex.document import Document
from multilex.extract.citations.names import families_of, same_family
from multilex.extract.note_pieces import Kind, Piece, pieces
from multilex.extract.reference_fields.placed import folded_value, place_reference
from multilex.extract.references import LanguagesOf
from multilex.segment.language import languages_of
from multilex.vocabulary import NoteCode, Severity

MOST = 5_000
"""References in the notes of one paper; more has none."""

_SIGNS = frozenset(
    (
        "URL",
        "DOI",
        "page",
        "number-of-pages",
        "container-title",
        "publisher",
        "publisher-place",
        "volume",
        "issue",
        "ISBN",
    )
)
"""Fields that running text does not have by chance."""
_TITLE = 24
"""Letters of a title that must be equal where a work is named again."""
_SHORTEST_TITLE = 5
_SHORT = regex.compile(
    r"(?:\p{Lu}\.[ ]?){0,3}(?P<family>\p{Lu}[\p{L}'’-]{1,40}),[ ](?P<rest>[^,]{4,80},[ ][^,]{1,20})$"
)
_ADDRESS = regex.compile(r"(?:URL[:.]?[ ]{0,2})?(?:https?://|www\.)\S+(?:[ ][(\[][^()\[\]]{4,60}[)\]])?[.]?$")
_LETTERS = regex.compile(r"[\p{L}\p{N}]+")


@dataclass(frozen=True, slots=True)
class _Known:
    """A work named so far: its id, the family name of its first author, its title and its text, folded."""

    id: str
    family: str | None
    title: str
    text: str


def with_references(
    document: Document,
    footnotes: Sequence[record.Footnote],
    lists: Sequence[record.ReferenceList],
    languages_of: LanguagesOf = languages_of,
) -> tuple[tuple[record.Footnote, ...], tuple[record.Note, ...]]:
    """The footnotes with the works that they name, and notes on short forms that lead nowhere.

    `lists` are the paper's own: an author's work may be named there. Comment makes no reference.
    """
    known = [_known(item) for one in lists for item in one.items]
    listed, count = len(known), 0
    keys: Counter[str] = Counter()
    found: list[record.Footnote] = []
    remarks: list[record.Note] = []
    named_in: dict[str, tuple[str, ...]] = {}
    last: str | None = None
    for place, note in enumerate(footnotes, 1):
        key = note.number or f"#{place}"
        keys[key] += 1
        name = f"notes:{key}" if keys[key] == 1 else f"notes:{key}-{keys[key]}"
        references: list[record.NoteReference] = []
        for piece, value, offsets in _read(document, note):
            if count >= MOST:
                break
            again = _named_again(value, known) if piece.kind is Kind.FULL else None
            id = name + _letter(len(references))
            one = _reference(document, id, piece, value, offsets, languages_of, is_known=again is not None)
            if one is None:
                continue
            antecedent = again or _antecedent(one, piece, known[:listed], known[listed:], last, named_in)
            one = one.model_copy(update={"antecedent": antecedent, "pinpoint": one.pinpoint or _page(one, antecedent)})
            if piece.kind is not Kind.FULL and antecedent is None:
                remarks.append(_nowhere(document, one, place - 1))
            if antecedent is None and piece.kind is Kind.FULL:
                known.append(_known(one))
            last = antecedent or one.id
            references.append(one)
            count += 1
        if note.number and references:
            named_in[note.number] = tuple(one.antecedent or one.id for one in references)
        if not references and any(sign.isdigit() for sign in note.value or ""):
            last = None  # what could not be read may be what the next note means
        found.append(note.model_copy(update={"references": tuple(references)}))
    return tuple(found), tuple(remarks)


def _read(document: Document, note: record.Footnote) -> Iterator[tuple[Piece, str, list[int]]]:
    """The pieces of a note with their text and where each character of it stands."""
    start, end = note.span
    text, offsets = folded_value(document, [(start, end)])
    skipped = len(text) - len(note.value or "")  # the mark
    text, offsets = text[skipped:].lstrip(), offsets[len(text) - len(text[skipped:].lstrip()) :]
    for piece in pieces(text, note.lang):
        yield piece, text[piece.start : piece.end], offsets[piece.start : piece.end]


def _reference(
    document: Document,
    id: str,
    piece: Piece,
    value: str,
    offsets: list[int],
    languages_of: LanguagesOf,
    *,
    is_known: bool,
) -> record.NoteReference | None:
    start, end = offsets[0], offsets[-1] + 1
    lang = languages_of(document, start, end).tag
    kind = Kind.NAMED if is_known else piece.kind
    fields = None
    if kind is Kind.FULL:
        fields = place_reference(document, value, offsets, lang)
        if not _is_reference(fields, value):
            return None
    return record.found(
        record.NoteReference,
        document,
        start,
        end,
        f"note-{kind.value}",
        id=id,
        number=None,
        number_printed=False,
        value=value,
        lang=lang,
        fields=fields,
        pinpoint=(piece.pinpoint or (_pages_at_end(value) if is_known else "")).strip(" .,;") or None,
    )


def _is_reference(fields: record.ParsedReference, value: str) -> bool:
    """Whether a piece names a work: it has an author and a sign of print, or several such signs."""
    signs = len(_SIGNS & fields.values.keys()) + ("//" in value)
    authors = any(name.given for name in fields.names.get("author", ()))
    titled = "title" in fields.values or "container-title" in fields.values
    dated = "issued" in fields.values
    if _ADDRESS.match(value) or "archive" in fields.values:
        return True
    if not value[0].isupper() and not regex.match(r"[«\"“„0-9]", value):
        return False
    dated_print = dated and signs > 0 and fields.type != "document"
    return titled and (authors + signs >= 2 or (authors and dated) or dated_print)


def _named_again(value: str, known: Sequence[_Known]) -> str | None:
    """The work known before that a short form with its author and title means: ``Orlova, The Rivers, p. 99``."""
    if (match := _SHORT.match(value)) is None:
        return None
    rest = _folded(match["rest"])
    for work in reversed(known):
        title = work.title[:_TITLE]
        is_title = len(title) >= _SHORTEST_TITLE and rest.startswith(title)
        if is_title and work.family and same_family(match["family"], work.family):
            return work.id
    return None


def _antecedent(
    one: record.NoteReference,
    piece: Piece,
    listed: Sequence[_Known],
    noted: Sequence[_Known],
    last: str | None,
    named_in: Mapping[str, tuple[str, ...]],
) -> str | None:
    """The work that a piece means again; None for one that is named for the first time.

    An author's work is the one in the note it gives, else the nearest in a note before, else the only one of the list.
    """
    if piece.kind is Kind.FULL:
        here = _known(one)
        return next((work.id for work in (*reversed(noted), *listed) if _is_same(here, work)), None)
    in_note = named_in.get(piece.note, ()) if piece.note else ()
    if piece.note and (piece.author is None or len(in_note) == 1):
        return in_note[0] if len(in_note) == 1 else None
    if piece.kind is Kind.IBID or piece.author is None:
        return last
    families = families_of(piece.author)
    noted_, listed_ = (
        [work.id for work in works if families and work.family and same_family(families[0], work.family)]
        for works in (noted, listed)
    )
    within = [id for id in (*noted_, *listed_) if id in in_note]
    if within:
        return within[0]
    return noted_[-1] if noted_ else listed_[0] if len(listed_) == 1 else None


def _pages_at_end(value: str) -> str:
    """The pages that a short form ends with."""
    return value.rpartition(", ")[2]


def _page(one: record.NoteReference, antecedent: str | None) -> str | None:
    """The page of a work named again without its year, as printed."""
    values = one.fields.values if one.fields and antecedent else {}
    return values["page"].text if "page" in values and "issued" not in values else None


def _is_same(here: _Known, work: _Known) -> bool:
    if here.text == work.text:
        return True
    size = min(len(here.title), len(work.title))
    if size < 8 or here.title[:size][:_TITLE] != work.title[:size][:_TITLE]:
        return False
    years = [set(regex.findall(r"(?:19|20)[0-9]{2}", one.text)) for one in (here, work)]
    same_year = not all(years) or bool(years[0] & years[1])
    same_author = (here.family is None) == (work.family is None) and (
        here.family is None or same_family(here.family, work.family or "")
    )
    return same_year and same_author and (here.family is not None or here.title == work.title)


def _known(item: record.Reference) -> _Known:
    names = item.fields.names.get("author", ()) if item.fields else ()
    title = item.fields.values.get("title") if item.fields else None
    family = names[0].family or names[0].literal if names else None
    return _Known(item.id, family, _folded(title.value if title else ""), _folded(item.value or ""))


def _folded(text: str) -> str:
    return "".join(_LETTERS.findall(text.casefold()))


def _letter(index: int) -> str:
    """a, b, c … z, za, zb …"""
    return "z" * (index // 26) + ascii_lowercase[index % 26]


def _nowhere(document: Document, one: record.NoteReference, index: int) -> record.Note:
    return record.Note(
        code=NoteCode.CITATION_DANGLING,
        severity=Severity.WARNING,
        message=f"{one.value} means no work named before",
        field=f"/footnotes/{index}",
        span=one.span,
        places=record.places(document, *one.span),
    )
