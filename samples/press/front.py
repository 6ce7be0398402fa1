"""Front matter of one language: title, authors, affiliations, addresses, abstract, keywords."""

from collections.abc import Iterator

from press.definition import Paper, Table
from press.inline import Paragraph


def front(paper: Paper, lang: str) -> Iterator[Paragraph]:
    """The paragraphs of the front matter in `lang`, in the order that its table gives."""
    matter = paper.data["front"][lang]
    for part in matter["order"]:
        yield from _FRONT[part](matter, lang)


def _title(front: Table, lang: str) -> Iterator[Paragraph]:
    paragraph = Paragraph("title", lang)
    with paragraph.span("title"):
        paragraph.add_inline(front["title"], "bold")
    yield paragraph


def _authors(front: Table, lang: str) -> Iterator[Paragraph]:
    family_first = next(iter(front["authors"][0])) == "family"
    paragraph = Paragraph("authors", lang)
    with paragraph.span("author_list"):
        for i, author in enumerate(front["authors"]):
            parts = [author["family"], author["given"]]
            name = " ".join(parts if family_first else parts[::-1])
            paragraph.add(", " if i else "")
            with paragraph.span("author", index=i + 1, **author):
                paragraph.add(name, "bold")
            with paragraph.span("author_mark"):
                paragraph.add(author["marks"], "sup", "author_mark")
    yield paragraph


def _orcid(front: Table, lang: str) -> Iterator[Paragraph]:
    for i, author in enumerate(front["authors"]):
        paragraph = Paragraph("codes", "other", glue="\n" if i else "\n\n", fields={"small": True})
        paragraph.add(author["marks"].rstrip("*"), "sup", "author_mark")
        paragraph.add("ORCID: ")
        with paragraph.span("orcid", author=i + 1, value=author["orcid"]):
            paragraph.add(f"https://orcid.org/{author['orcid']}")
        yield paragraph


def _affiliations(front: Table, lang: str) -> Iterator[Paragraph]:
    for i, item in enumerate(front["affiliations"]):
        paragraph = Paragraph("affiliation", lang, glue="\n" if i else "\n\n")
        with paragraph.span("affiliation_mark"):
            paragraph.add(item["mark"], "sup")
        with paragraph.span("affiliation", index=i + 1, **item):
            paragraph.add(", ".join((item["organisation"], item["city"], item["country"])))
        yield paragraph
        if "email" in item:
            yield _address(item["email"], "affiliation", lang, glue="\n")


def _email(front: Table, lang: str) -> Iterator[Paragraph]:
    for i, item in enumerate(front.get("emails") or [front["email"]]):
        yield _address(item, "email", lang, glue="\n" if i else "\n\n")


def _address(item: Table, kind: str, lang: str, glue: str) -> Paragraph:
    paragraph = Paragraph(kind, lang, glue=glue, fields={"address": True})
    paragraph.add(item["before"])
    with paragraph.span("email", value=item["value"], author=item["author"], lang=lang):
        paragraph.add(item["value"])
    paragraph.add(item.get("after", ""))
    return paragraph


def _abstract(front: Table, lang: str) -> Iterator[Paragraph]:
    abstract = front["abstract"]
    heading, run_in = abstract.get("heading"), abstract.get("run_in", False)
    if heading and not run_in:
        above = Paragraph("abstract_heading", lang)
        with above.span("abstract_heading"):
            above.add(heading, "bold")
        yield above
    for i, part in enumerate(abstract["parts"]):
        paragraph = Paragraph("abstract", lang)
        if run_in and not i:
            with paragraph.span("abstract_heading"):
                paragraph.add(heading, "bold")
            paragraph.add(" ")
        with paragraph.span("abstract"):
            if "label" in part:
                with paragraph.span("part_label"):
                    paragraph.add(part["label"], "bold")
                paragraph.add(" ")
            with paragraph.span("part", type=part.get("type"), label=part.get("label")):
                paragraph.add_inline(part["text"].strip())
        yield paragraph


def _keywords(front: Table, lang: str) -> Iterator[Paragraph]:
    keywords = front["keywords"]
    paragraph = Paragraph("keywords", lang)
    with paragraph.span("keywords"):
        with paragraph.span("keywords_label"):
            paragraph.add(keywords["label"], "bold")
        paragraph.add(" ")
        for i, item in enumerate(keywords["items"]):
            paragraph.add(", " if i else "")
            with paragraph.span("keyword"):
                paragraph.add_inline(item)
        paragraph.add(".")
    yield paragraph


_FRONT = {
    "title": _title,
    "authors": _authors,
    "orcid": _orcid,
    "affiliations": _affiliations,
    "email": _email,
    "abstract": _abstract,
    "keywords": _keywords,
}
