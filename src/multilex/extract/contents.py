"""Contents pages against the papers found: what is listed and not found, found and not listed, or on another page."""

from collections.abc import Iterable, Iterator, Sequence

from multilex.article import Article
from multilex.record import Note, places
from multilex.segment.contents import Entry, grams, read_entries, share, usual_shift
from multilex.vocabulary import ArticleKind, BlockKind, MatterKind, NoteCode, Role, Severity

_TITLE, _HEAD = 0.8, 0.6
"""How much of a title stands in its entry; how much of an entry in the first lines of what is no paper."""
_HEAD_LETTERS = 1500
_FEWEST, _MOST = 3, 0.8
"""Contents that know so many papers, and so large a share of them, are believed about the others."""
_SHOWN = 120

Notes = dict[int, tuple[Note, ...]]


def contents_notes(articles: Sequence[Article]) -> Notes:
    """What contents pages and papers disagree on, by the index of the article (or of the contents) to tell it of."""
    lists = {
        at: list(read_entries(_pieces(one))) for at, one in enumerate(articles) if one.matter is MatterKind.CONTENTS
    }
    entries = [(at, entry) for at, own in lists.items() for entry in own]
    if not entries:
        return {}
    titles = {
        at: [grams(one.text(unit)) for unit in one.of(Role.TITLE)]
        for at, one in enumerate(articles)
        if one.kind is ArticleKind.ARTICLE
    }
    heads = {
        at: grams(one.document.text[one.start : min(one.end, one.start + _HEAD_LETTERS)])
        for at, one in enumerate(articles)
        if one.kind is ArticleKind.MATTER and at not in lists
    }
    owners = [(at, entry, _owner(entry, titles, heads)) for at, entry in entries]
    found: list[tuple[int, Note]] = [*_missing(articles, owners), *_unlisted(articles, titles, owners)]
    found += _elsewhere(articles, owners)
    return {at: tuple(note for other, note in found if other == at) for at in {at for at, _ in found}}


def _pieces(article: Article) -> Iterator[tuple[str, int]]:
    document = article.document
    for unit in article.units:
        kind = document.blocks[document.block_at(unit.start)].kind
        if kind not in (BlockKind.RUNNING_HEAD, BlockKind.PAGE_NUMBER):
            yield article.text(unit), unit.start


Owners = Sequence[tuple[int, Entry, int | None]]


def _owner(entry: Entry, titles: dict[int, list[frozenset[str]]], heads: dict[int, frozenset[str]]) -> int | None:
    """The paper whose title an entry holds, or else the other text that begins with it."""
    shares = {at: max((share(one, entry.grams) for one in own), default=0.0) for at, own in titles.items()}
    best = max(shares, key=lambda at: shares[at], default=None)
    if best is not None and shares[best] >= _TITLE:
        return best
    return next((at for at, head in heads.items() if share(entry.grams, head) >= _HEAD), None)


def _missing(articles: Sequence[Article], owners: Owners) -> Iterator[tuple[int, Note]]:
    """Entries without a paper; a rubric with the page of its first paper is none."""
    pages = {entry.page for _, entry, owner in owners if owner is not None}
    lost = [(at, entry) for at, entry, owner in owners if owner is None and entry.page not in pages]
    if not lost:
        return
    if len(lost) * 2 > len(owners):
        at = lost[0][0]
        message = f"{len(lost)} of {len(owners)} entries of the contents are no paper in this file"
        yield at, Note(code=NoteCode.CONTENTS_DIFFERS, severity=Severity.INFO, message=message)
        return
    for at, entry in lost:
        said = " ".join(entry.text.split())[-_SHOWN:]
        message = f"listed on page {entry.page}, but not found: {said}"
        yield at, _note(articles[at], message, entry.start, entry.end)


def _unlisted(articles: Sequence[Article], papers: Iterable[int], owners: Owners) -> Iterator[tuple[int, Note]]:
    every = set(papers)
    listed = every & {owner for _, _, owner in owners if owner is not None}
    if len(listed) >= _FEWEST and len(listed) >= _MOST * len(every):
        for at in sorted(every - listed):
            title = next(articles[at].of(Role.TITLE), articles[at].units[0])
            yield at, _note(articles[at], "the contents do not list this paper", title.start, title.end)


def _elsewhere(articles: Sequence[Article], owners: Owners) -> Iterator[tuple[int, Note]]:
    """Papers for which no entry gives the page that the other entries lead to."""
    known = [(entry, owner) for _, entry, owner in owners if owner is not None and entry.page is not None]
    shift = usual_shift((_page(articles[owner], articles[owner].start), entry.page or 0) for entry, owner in known)
    if shift is None:
        return
    said: dict[int, list[int]] = {}
    for entry, owner in known:
        said.setdefault(owner, []).append(entry.page or 0)
    for owner, pages in said.items():
        article = articles[owner]
        starts = [article.start, *(unit.start for unit in article.of(Role.TITLE))]
        if not {_page(article, start) - shift for start in starts} & set(pages):
            begins = _page(article, article.start) - shift
            message = f"the contents give page {pages[0]}, the paper begins on page {begins}"
            title = next(article.of(Role.TITLE), article.units[0])
            yield owner, _note(article, message, title.start, title.end)


def _page(article: Article, offset: int) -> int:
    document = article.document
    return document.blocks[document.block_at(offset)].page


def _note(article: Article, message: str, start: int, end: int) -> Note:
    return Note(
        code=NoteCode.CONTENTS_DIFFERS,
        severity=Severity.WARNING,
        message=message,
        span=(start, end),
        places=places(article.document, start, end),
    )
