"""From the placed paragraphs of a paper to its gold, in the format that ``multilex evaluate`` reads."""

import hashlib
from collections.abc import Iterator
from typing import Any

from press.definition import Paper
from press.text import Located, Placed, Text

Gold = dict[str, Any]

FRONT_KINDS = {"codes", "doi", "title", "authors", "affiliation", "email", "abstract_heading", "dates"}
LANG_OK = {
    "codes": ["other", "mixed", "en", "kk", "ru"],
    "ru-Latn": ["ru-Latn", "other", "ru", "mixed"],
    "kk-Latn": ["kk-Latn", "other", "kk", "mixed"],
    "names": ["kk", "ru"],  # a line of names looks the same in both languages
}


def gold(paper: Paper, text: Text) -> Gold:
    """What a perfect reader finds in the text file of `paper`; every span is checked by the tests."""
    placed = list(text.placed)
    tail = [each for each in placed if _in_tail(each)]
    whole = placed[len(tail) :]
    articles = [Article(paper, text.text, whole, paper.name).whole()]
    if tail:
        articles.insert(0, Article(paper, text.text, tail, f"{paper.name}-tail").tail())
    return {
        "schema_version": "1.0",
        "source": {
            "file": f"{paper.name}.txt",
            "sha256": hashlib.sha256(text.text.encode()).hexdigest(),
            "n_chars": len(text.text),
        },
        "blocks": list(_blocks(paper, text, len(tail))),
        "logical_joins": list(_joins(text)),
        "boundaries": [{"id": "B1", "before": articles[0]["id"], "after": articles[1]["id"], "at": whole[0].start}]
        if tail
        else [],
        "articles": articles,
    }


def _in_tail(placed: Placed) -> bool:
    return any(each.fields.get("id", "").startswith("tail:") for each in placed.located)


def _runs_of_lines(text: Text) -> Iterator[list[Placed]]:
    """Paragraphs that stand together without an empty line between them."""
    group: list[Placed] = []
    for placed in text.placed:
        if group and placed.paragraph.glue == "\n\n":
            yield group
            group = []
        group.append(placed)
    yield group


def _blocks(paper: Paper, text: Text, in_tail: int) -> Iterator[Gold]:
    for i, group in enumerate(_runs_of_lines(text)):
        first = group[0].paragraph
        lang = first.lang.replace("ru-Latn", "other").replace("kk-Latn", "other")
        kind = "reference_list" if first.kind == "reference" and len(group) > 1 else first.kind
        article = paper.name + ("-tail" if group[0] in text.placed[:in_tail] else "")
        yield (
            {"id": f"b{i:03}", "kind": kind, "lang": lang}
            | _span(text.text, group[0].start, group[-1].end)
            | {"lang_ok": _accepted(first.kind, first.lang), "article": article}
        )


def _accepted(kind: str, lang: str) -> list[str]:
    if lang == "other" or kind == "email":
        return LANG_OK["codes"]
    if kind == "authors" and lang in LANG_OK["names"]:
        return LANG_OK["names"]
    if kind in ("table", "reference_list"):
        return [lang, "other", "mixed"]
    return LANG_OK.get(lang, [lang])


def _joins(text: Text) -> Iterator[Gold]:
    for placed, before in zip(text.placed[1:], text.placed, strict=False):
        if placed.paragraph.fields.get("continues"):
            gap = _span(text.text, before.end, placed.start)
            yield {"join": "space", "reason": "footnotes inside a paragraph", "at": gap}


def _span(text: str, start: int, end: int) -> Gold:
    return {"start": start, "end": end, "text": text[start:end]}


class Article:
    """Gold of one article: remembers the text and the paragraphs that all parts are made from."""

    def __init__(self, paper: Paper, text: str, placed: list[Placed], name: str) -> None:
        self.paper, self.text, self.placed, self.name = paper, text, placed, name
        self.extent = {"start": placed[0].start, "end": placed[-1].end}

    def tail(self) -> Gold:
        """Gold of the end of a neighbour: reference items and nothing else."""
        return {"id": self.name, "partial": "tail"} | self.extent | {"reference_lists": [self._tail_list()]}

    def whole(self) -> Gold:
        """Gold of the paper itself."""
        return (
            {"id": self.name, "partial": None}
            | self.extent
            | {
                "body_lang": self.paper.language,
                "year": self.paper.year,
                "codes": [self._coded(each) for each in self._all("code")],
                "doi": next((self._valued(each) for each in self._all("doi")), None),
                "emails": self._emails(),
                "dates": [self._valued(each) for each in self._all("date")],
                "titles": [self._title(placed, each) for placed, each in self._with("title")],
                "author_lists": [self._author_list(p) for p, _ in self._with("author_list")],
                "affiliations": self._affiliations(),
                "abstracts": self._abstracts(),
                "keywords": [self._keywords(p) for p, _ in self._with("keywords")],
                "sections": self._sections(),
                "citations": [self._citation(each) for each in self._all("citation")],
                "footnote_callouts": [
                    self._at(each) | {"number": each.fields["number"]} for each in self._all("callout")
                ],
                "footnotes": [self._footnote(p) for p, _ in self._with("footnote")],
                "reference_lists": self._reference_lists(),
                "reference_links": self._reference_links(),
            }
        )

    def _with(self, kind: str) -> Iterator[tuple[Placed, Located]]:
        return ((placed, each) for placed in self.placed for each in placed.located if each.kind == kind)

    def _all(self, kind: str) -> Iterator[Located]:
        return (each for _, each in self._with(kind))

    def _at(self, located: Located) -> Gold:
        return _span(self.text, located.start, located.end)

    def _valued(self, located: Located) -> Gold:
        return self._at(located) | {
            key: located.fields[key] for key in ("value", "type", "label") if key in located.fields
        }

    def _title(self, placed: Placed, title: Located) -> Gold:
        lang, span = placed.paragraph.lang, self._at(title)
        return {"id": f"ti_{lang}", "lang": lang} | span | {"value": span["text"].replace("**", "")}

    def _coded(self, located: Located) -> Gold:
        return self._at(located) | located.fields

    def _emails(self) -> list[Gold]:
        emails: list[Gold] = []
        for i, each in enumerate(self._all("email")):
            lang, author = each.fields["lang"], each.fields["author"]
            email = self._at(each) | {"id": f"em{i + 1}", "value": each.fields["value"], "lang_block": lang}
            email["author"] = f"au_{lang}{author}"
            before = next((one for one in emails if one["value"] == email["value"]), None)
            emails.append(email | ({"duplicate_of": before["id"]} if before else {}))
        return emails

    def _author_list(self, placed: Placed) -> Gold:
        lang = placed.paragraph.lang
        listing = next(each for each in placed.located if each.kind == "author_list")
        authors = []
        for author, mark in zip(
            (each for each in placed.located if each.kind == "author"),
            (each for each in placed.located if each.kind == "author_mark"),
            strict=True,
        ):
            fields = author.fields
            authors.append(
                self._at(author)
                | {
                    "id": f"au_{lang}{fields['index']}",
                    "name": self.text[author.start : author.end],
                    "family": fields["family"],
                    "given": fields["given"],
                    "marks": fields["marks"].rstrip("*").split(","),
                    "mark_span": self._at(mark),
                    "corresponding": "*" in fields["marks"],
                    "affiliations": [f"af_{lang}{number}" for number in fields["affiliations"]],
                    "orcid": fields.get("orcid"),
                }
            )
        return {"id": f"al_{lang}", "lang": lang} | self._at(listing) | {"authors": authors}

    def _affiliations(self) -> list[Gold]:
        result = []
        for placed, each in self._with("affiliation"):
            lang, fields = placed.paragraph.lang, each.fields
            mark = next(one for one in placed.located if one.kind == "affiliation_mark")
            kept = {key: fields[key] for key in ("mark", "organisation", "city", "country")}
            named = {"id": f"af_{lang}{fields['index']}", "lang": lang, "mark_span": self._at(mark)}
            result.append(named | self._at(each) | {"value": self._at(each)["text"]} | kept)
        return result

    def _abstracts(self) -> list[Gold]:
        abstracts: dict[str, Gold] = {}
        headings = {p.paragraph.lang: self._at(each) for p, each in self._with("abstract_heading")}
        for placed, each in self._with("abstract"):
            lang = placed.paragraph.lang
            abstract = abstracts.setdefault(
                lang,
                {
                    "id": f"ab_{lang}",
                    "lang": lang,
                    "heading": headings.get(lang),
                    "start": each.start,
                    "parts": [],
                },
            )
            abstract |= _span(self.text, abstract["start"], each.end)
            label = next((self._at(one) for one in placed.located if one.kind == "part_label"), None)
            part = next(one for one in placed.located if one.kind == "part")
            if label:
                typed = {"type": part.fields["type"], "label": label, "labelled": True}
                abstract["parts"].append(typed | self._at(part))
            abstracts[lang] = abstract
        return list(abstracts.values())

    def _keywords(self, placed: Placed) -> Gold:
        lang = placed.paragraph.lang
        label = next(self._at(each) for each in placed.located if each.kind == "keywords_label")
        items = [self._at(each) for each in placed.located if each.kind == "keyword"]
        return (
            {"id": f"kw_{lang}", "lang": lang}
            | _span(self.text, placed.start, placed.end)
            | {"label": label, "items": [{"i": i} | item for i, item in enumerate(items)]}
        )

    def _sections(self) -> list[Gold]:
        sections: list[Gold] = []
        running = False
        for placed in self.placed:
            head = next((each for each in placed.located if each.kind == "heading"), None)
            running = head is not None or (running and placed.paragraph.kind not in FRONT_KINDS)
            if head is not None:
                fields = {key: head.fields[key] for key in ("label", "lang", "level")}
                sections.append(
                    {"id": f"s{len(sections) + 1}", "type": head.fields["role"], "heading": self._at(head)}
                    | fields
                    | {"start": placed.start}
                )
            if running:
                sections[-1] |= _span(self.text, sections[-1]["start"], placed.end)
        return sections

    def _citation(self, located: Located) -> Gold:
        first = next(self._lists())[0]
        numbers = located.fields["numbers"]
        targets = [each.fields["id"] for each in first if each.fields["number"] in numbers]
        return self._at(located) | {"numbers": numbers, "targets": targets}

    def _footnote(self, placed: Placed) -> Gold:
        parts = {each.kind: self._at(each) for each in placed.located}
        number = placed.paragraph.fields["number"]
        return (
            {"id": f"fn{number}", "number": number}
            | _span(self.text, placed.start, placed.end)
            | {"mark_span": parts["footnote_mark"], "body": parts["footnote_body"]}
        )

    def _lists(self) -> Iterator[tuple[list[Located], Placed]]:
        """Each reference list: its items and its heading."""
        items: list[Located] = []
        above: Placed | None = None
        for placed in [*self.placed, None]:
            if above and items and (placed is None or placed.paragraph.kind != "reference"):
                yield items, above
                items, above = [], None
            if placed is not None and placed.paragraph.kind == "reference_heading":
                above = placed
            elif placed is not None:
                items = items + [each for each in placed.located if each.kind == "reference"]

    def _reference_lists(self) -> list[Gold]:
        lists = []
        for items, above in self._lists():
            role = next(each.fields["role"] for each in above.located if each.kind == "heading")
            listing = {"id": items[0].fields["id"].split(":")[0], "kind": role.removeprefix("references_")}
            listing["heading"] = self._at(next(each for each in above.located if each.kind == "heading"))
            listing |= _span(self.text, items[0].start, items[-1].end)
            lists.append(listing | {"items": [self._at(each) | each.fields for each in items]})
        return lists

    def _tail_list(self) -> Gold:
        items = list(self._all("reference"))
        listing = {"id": "tail", "kind": "unknown", "heading": None}
        listing |= _span(self.text, items[0].start, items[-1].end)
        return listing | {"items": [self._at(each) | each.fields for each in items]}

    def _reference_links(self) -> list[Gold]:
        lists = self._reference_lists()
        if len(lists) < 2:
            return []
        pairs = zip(lists[0]["items"], lists[1]["items"], strict=True)
        return [{"original": first["id"], "romanized": second["id"]} for first, second in pairs]
