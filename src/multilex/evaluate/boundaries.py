"""Boundaries: which record answers which gold article, and whether it begins and ends where it should."""

from collections.abc import Iterator, Sequence

from multilex.evaluate.normal import begin_alike, letters
from multilex.evaluate.outcome import Outcome, compare
from multilex.evaluate.pairing import Gold
from multilex.record import Block, Record
from multilex.vocabulary import ArticleKind, Role

_FURNITURE = {Role.RUNNING_HEAD, Role.PAGE_NUMBER}


def match(articles: Sequence[Gold], records: Sequence[Record]) -> Iterator[tuple[Gold | None, Record | None]]:
    """Articles with their records, one to one: those that share most of the gold's titles, DOI, abstracts and
    reference items first. Then the articles that no record answers and the papers that gold does not know.
    """
    papers = [record for record in records if record.kind is not ArticleKind.MATTER]
    texts = ["".join(letters(block.text) for block in record.blocks) for record in papers]
    shared = [
        (sum(anchor in text for anchor in anchors), a, r)
        for a, anchors in enumerate(map(_anchors, articles))
        for r, text in enumerate(texts)
    ]
    of_article: dict[int, int] = {}
    for size, a, r in sorted(shared, key=lambda one: (-one[0], one[1], one[2])):
        if size and a not in of_article and r not in of_article.values():
            of_article[a] = r
    for a, article in enumerate(articles):
        yield article, papers[of_article[a]] if a in of_article else None
    for r, record in enumerate(papers):
        if r not in of_article.values():
            yield None, record


def _anchors(article: Gold) -> list[str]:
    """Passages that tell an article from its neighbours, letters only."""
    passages = [article["doi"]["value"]] if article.get("doi") else []
    for key in ("titles", "abstracts", "keywords", "author_lists", "author_lines"):
        passages += [entry["text"] for entry in article.get(key, ())]
    passages += [item["text"] for listing in article.get("reference_lists", ()) for item in listing["items"]]
    return [anchor for anchor in map(letters, passages) if len(anchor) > 8]


def extent(gold: Gold | None, record: Record | None, blocks: Sequence[Gold], text: str | None) -> Iterator[Outcome]:
    """`boundaries` of one article: its first and last block equal (with `text`, by source offset; without, by
    their letters). Articles whose extent gold does not give are not scored.
    """
    if gold is not None and "start" not in gold:
        return
    left = "right" if gold else None
    right = _extent(gold, record, blocks, text) if record else None
    yield compare("boundaries", (), left, right, at=gold["start"] if gold else None)


def _extent(gold: Gold | None, record: Record, blocks: Sequence[Gold], text: str | None) -> str:
    """``right``, or what is wrong with the record's extent."""
    body = _body(record)
    if gold is None or not body:
        return f"no such article: {body[0].text[:60] if body else record.id}"
    if text is not None:
        places = [place for block in body for place in block.places]
        start, end = min(place.start for place in places), max(place.end for place in places)
        same_start = not letters(text[min(start, gold["start"]) : max(start, gold["start"])])
        same_end = not letters(text[min(end, gold["end"]) : max(end, gold["end"])])
    else:
        own = [letters(block["text"]) for block in blocks if block["article"] == gold["id"]]
        first, last = letters(body[0].text), letters(body[-1].text)
        start, end = record.span
        same_start = bool(own) and begin_alike(first, own[0])
        same_end = bool(own) and begin_alike(last[::-1], own[-1][::-1])
    wrong = [name for name, same in (("start", same_start), ("end", same_end)) if not same]
    return f"{' and '.join(wrong)} wrong: {start}-{end}" if wrong else "right"


def opening(gold: Gold | None, record: Record | None) -> Iterator[Outcome]:
    """`boundaries` from a page map: the record begins on the article's first page with its header line (the
    IRSTI line or the DOI).
    """
    entry = gold["page_map"] if gold else None
    body = _body(record) if record else []
    left = f"page {entry['header_on_page']}" if entry else None
    right = None
    if body:
        page = body[0].places[0].page if body[0].places else None
        right = f"page {page}"
        head = letters(body[0].text)
        lines = [letters(entry[key]) for key in ("irsti_line", "doi") if entry.get(key)] if entry else []
        if entry and not any(begin_alike(head, line) for line in lines):
            right += f", begins with: {body[0].text[:60]}"
    yield compare("boundaries", (), left, right)


def _body(record: Record) -> list[Block]:
    return [block for block in record.blocks if block.role not in _FURNITURE]
