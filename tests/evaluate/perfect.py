"""A perfect reader: the Document and the records that say exactly what a gold file says."""

from array import array
from collections.abc import Mapping, Sequence
from typing import Any

from multilex.document import Block as PageBlock
from multilex.document import Document
from multilex.evaluate.goldset import GoldFile
from multilex.record import (
    Abstract,
    Affiliation,
    Author,
    Block,
    Callout,
    Citation,
    Code,
    Date,
    Email,
    Footnote,
    Keywords,
    LegalMention,
    Record,
    Reference,
    ReferenceList,
    Section,
    SourceInfo,
    Text,
    found,
)
from multilex.source import Page, Source
from multilex.vocabulary import (
    ActLevel,
    ActResolution,
    ArticleKind,
    BlockKind,
    CodeScheme,
    DateKind,
    ListKind,
    Role,
    SectionRole,
)
from tests.evaluate import perfect_references
from tests.evaluate.perfect_alignment import alignment

Gold = Mapping[str, Any]


def document(text: str) -> Document:
    """The text laid out as it stands: one block per run of lines that are not blank."""
    source = Source("paper.txt", "text", "0" * 64, (Page(1, text, 0),))
    blocks, start = [], 0
    for paragraph in text.split("\n\n"):
        bare = paragraph.strip()
        if bare:
            at = start + paragraph.index(bare[0])
            blocks.append(PageBlock(at, at + len(bare), BlockKind.PARAGRAPH, 1))
        start += len(paragraph) + 2
    return Document(source, text, tuple(blocks), array("i", range(len(text))))


def records(file: GoldFile, doc: Document) -> list[Record]:
    """One record per gold article, with the gold's values at the gold's places."""
    return [_record(file, gold, doc) for gold in file.articles]


def _record(file: GoldFile, gold: Gold, doc: Document) -> Record:
    start, end = gold.get("start", 0), gold.get("end", len(doc.text))
    marks = _marks(file, gold)
    inside = [block for block in doc.blocks if start <= block.start < end]
    blocks = [
        found(Block, doc, block.start, block.end, "gold", role=Role.BODY, lang=_lang(file, block)) for block in inside
    ]
    authors = [_author(doc, *one) for one in marks]
    return Record(
        id=gold["id"],
        multilex="0",
        source=SourceInfo(file="paper.txt", kind="text", sha256="0" * 64, pages=None, index=0, count=1),
        kind=ArticleKind.TAIL if gold.get("partial") else ArticleKind.ARTICLE,
        language=gold.get("body_lang") or "und",
        span=(start, end),
        codes=tuple(_codes(gold, doc)),
        dates=tuple(
            _at(Date, doc, one, kind=DateKind(one["type"]), value=one["value"]) for one in gold.get("dates", ())
        ),
        emails=tuple(_at(Email, doc, one, value=one["value"]) for one in gold.get("emails", ())),
        titles=tuple(_at(Text, doc, one, value=_value(one), lang=one["lang"]) for one in gold.get("titles", ())),
        authors=tuple(authors),
        affiliations=tuple(
            _at(Affiliation, doc, one, id=one.get("id", str(i)), lang=one["lang"], value=_value(one))
            for i, one in enumerate(gold.get("affiliations", ()))
        ),
        abstracts=tuple(
            _at(Abstract, doc, one, lang=one["lang"], value=one["text"]) for one in gold.get("abstracts", ())
        ),
        keywords=tuple(
            _at(Keywords, doc, one, lang=one["lang"], items=tuple(_text(doc, item) for item in one["items"]))
            for one in gold.get("keywords", ())
        ),
        blocks=tuple(blocks),
        sections=tuple(_sections(file, gold, doc, inside)),
        footnotes=tuple(_footnotes(gold, doc)),
        citations=tuple(
            _at(Citation, doc, one, numbers=tuple(one["numbers"]), targets=tuple(one["targets"]))
            for one in gold.get("citations", ())
        ),
        references=tuple(_references(gold, doc)),
        twins=perfect_references.twins(gold),
        acts=tuple(_act(doc, one) for one in gold.get("legal_mentions", ())),
        alignment=alignment(gold, doc),
    )


def _act(doc: Document, entry: Gold) -> Any:
    return _at(
        LegalMention,
        doc,
        entry,
        lang=entry["lang"],
        act_type=entry["act_type"],
        jurisdiction=entry["jurisdiction"],
        level=ActLevel(entry["level"]),
        resolution=ActResolution.OWN_WORDS,
        key=entry["key"],
    )


def _at(model: Any, doc: Document, entry: Gold, **fields: Any) -> Any:
    return found(model, doc, entry["start"], entry["end"], "gold", **fields)


def _text(doc: Document, entry: Gold) -> Any:
    return _at(Text, doc, entry, value=entry["text"])


def _value(entry: Gold) -> str:
    return str(entry.get("value") or entry["text"])


def _lang(file: GoldFile, block: PageBlock) -> str:
    names = {"other": "und", "mixed": "mul"}
    for entry in file.blocks:
        if entry["start"] < block.end and block.start < entry["end"]:
            return names.get(entry["lang"], str(entry["lang"]))
    return "und"


def _marks(file: GoldFile, gold: Gold) -> list[tuple[str, Gold]]:
    """Authors with their language; a printed line that gold does not parse is cut at its commas."""
    if "author_lists" in gold:
        return [(line["lang"], author) for line in gold["author_lists"] for author in line["authors"]]
    return [(line["lang"], one) for line in gold.get("author_lines", ()) for one in _names(line)]


def _names(line: Gold) -> list[Gold]:
    names: list[Gold] = []
    start = 0
    for part in line["text"].split(","):
        name = part.strip(" .⁰¹²³⁴⁵⁶⁷⁸⁹*0123456789")
        if name:
            at = line["start"] + start + part.index(name)
            bare = "".join(char for char in name if char not in "⁰¹²³⁴⁵⁶⁷⁸⁹*0123456789")
            names.append({"name": bare, "start": at, "end": at + len(name)})
        start += len(part) + 1
    return names


def _author(doc: Document, lang: str, one: Gold) -> Any:
    return _at(
        Author,
        doc,
        one,
        id=one.get("id", f"{lang}-{one['start']}"),
        lang=lang,
        value=one["name"],
        family=one.get("family"),
        given=one.get("given"),
        marks=tuple(one.get("marks", ())),
        corresponding=one.get("corresponding", False),
        affiliations=tuple(one.get("affiliations", ())),
    )


def _codes(gold: Gold, doc: Document) -> Sequence[Code]:
    doi = [gold["doi"]] if gold.get("doi") else []
    return [
        _at(Code, doc, one, scheme=CodeScheme(one.get("scheme", "DOI")), value=one["value"])
        for one in [*gold.get("codes", ()), *doi]
    ]


def _sections(file: GoldFile, gold: Gold, doc: Document, blocks: Sequence[PageBlock]) -> list[Section]:
    printed = gold.get("sections", ())
    starts = [_heading(one)["start"] for one in printed] + [len(doc.text)]
    notes = [(note["start"], note["end"]) for note in gold.get("footnotes", ())]
    return [
        Section(
            role=SectionRole(one["type"]),
            heading=_text(doc, _heading(one)),
            level=1,
            lang="und",
            blocks=tuple(
                index
                for index, block in enumerate(blocks)
                if starts[i] <= block.start < starts[i + 1]
                and not any(start <= block.start < end for start, end in notes)
            ),
        )
        for i, one in enumerate(printed)
    ]


def _heading(section: Gold) -> Gold:
    if isinstance(section["heading"], str):
        return {"text": section["heading"], "start": section["start"], "end": section["end"]}
    return dict(section["heading"])


def _footnotes(gold: Gold, doc: Document) -> list[Footnote]:
    return [
        _at(
            Footnote,
            doc,
            note,
            number=str(note["number"]),
            value=note["body"]["text"],
            lang="und",
            callouts=tuple(
                _at(Callout, doc, one, value=str(one["number"]))
                for one in gold["footnote_callouts"]
                if one["number"] == note["number"]
            ),
        )
        for note in gold.get("footnotes", ())
    ]


def _references(gold: Gold, doc: Document) -> list[ReferenceList]:
    return [
        ReferenceList(
            id=str(index),
            kind=ListKind(listing["kind"]),
            heading=_text(doc, listing["heading"]) if listing["heading"] else None,
            items=tuple(
                _at(
                    Reference,
                    doc,
                    item,
                    id=item.get("id", f"{index}:{item['number']}"),
                    number=item["number"],
                    number_printed=item.get("number_printed", True),
                    value=item["text"].removeprefix(str(item["number"])).lstrip(" .)")
                    if item.get("number_printed", True)
                    else item["text"],
                    lang="und",
                    fields=perfect_references.parsed(item["csl"]) if "csl" in item else None,
                )
                for item in listing["items"]
            ),
        )
        for index, listing in enumerate(gold.get("reference_lists", ()))
    ]
