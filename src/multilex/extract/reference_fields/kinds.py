"""What kind of work a reference names, as a CSL type."""

from multilex.codes import skeleton
from multilex.codes._fold import signs
from multilex.extract.reference_fields.draft import Draft
from multilex.extract.reference_fields.words import cues
from multilex.packs import table

_FIRST_WORDS = 3


def kind_of(draft: Draft, zones: dict[str, tuple[int, int]]) -> str:
    """The CSL type that the fields and words of a reference speak for."""
    for kind, csl in (
        ("standard", "standard"),
        ("archive", "manuscript"),
        ("patent", "patent"),
        ("act", "legislation"),
        ("thesis", "thesis"),
        ("case", "legal_case"),
        ("dataset", "dataset"),
        ("software", "software"),
    ):
        if kind in draft.kinds:
            return csl
    hosting = draft.get("container-title")
    host = _told(draft, zones.get("container-title", (hosting.start, hosting.end))) if hosting else None
    title = _told(draft, zones.get("title"))
    located = draft.has("volume", "issue")
    if host is not None:
        return _hosted(draft, zones, host, located)
    if draft.kinds & {"report"}:
        return "report"
    if draft.has("issue") and draft.has("page"):
        return "article-journal"
    if draft.kinds & {"preprint"}:
        return "article-journal"
    published = draft.has("publisher", "publisher-place", "number-of-pages", "ISBN")
    url = draft.get("URL")
    if url and not published:
        hosts = table("reference_fields")["addresses"]["article_hosts"]
        if any(name in url.value for name in hosts):
            return "article-journal"
        return "report" if title and title.get("report") else "webpage"
    if draft.has("DOI") and not published:
        return "article-journal"
    if title and title.get("report") and (not title.get("prose") or _by_body(draft) or _accounts(draft, zones)):
        return "report"
    issuer = _told(draft, zones.get("publisher")) if "author" not in draft.people else _author_told(draft)
    if (issuer or {}).get("body") and not draft.has("number-of-pages", "ISBN", "edition", "genre"):
        return "report"
    return "book"


def _author_told(draft: Draft) -> dict[str, int] | None:
    first = draft.people["author"][0]
    return _told(draft, (first.start, first.end)) if first.literal else None


def _accounts(draft: Draft, zones: dict[str, tuple[int, int]]) -> bool:
    """Whether a title begins with the word for a report."""
    start, end = zones.get("title", (0, 0))
    words = signs(draft.text[start:end]).split()[:_FIRST_WORDS]
    return any("account" in cues().of(skeleton(word.strip(".,:"))) for word in words)


def _by_body(draft: Draft) -> bool:
    """Whether the first author is a body."""
    return any(person.literal for person in draft.people.get("author", ())[:1])


def _hosted(draft: Draft, zones: dict[str, tuple[int, int]], host: dict[str, int], located: bool) -> str:
    issued = draft.get("issued")
    if "preprint" in draft.kinds:
        return "article-journal"
    serial = (draft.has("volume") and draft.has("issue")) and not host.get("collection")
    if host.get("conference") and not (serial and (host.get("journal") or not host.get("meeting"))):
        return "paper-conference"
    if host.get("encyclopedia"):
        return "entry-encyclopedia"
    if host.get("newspaper") and not draft.has("volume"):
        return "article-newspaper"
    if issued is not None and len(issued.value) == 10 and not draft.has("volume", "URL", "DOI", "ISBN"):
        return "article-newspaper"
    if host.get("portal") and not located:
        return "webpage"
    published = draft.has("ISBN", "publisher", "publisher-place") or "collection-title" in zones
    volume_of_works = draft.has("publisher") and not draft.has("issue") and not host.get("journal")
    if (
        located
        and not volume_of_works
        and (not host.get("collection") or not (published or draft.people.get("editor")))
    ):
        return "article-journal"
    collected = host.get("collection") or "collection" in draft.kinds
    if "introduced" in draft.kinds and collected and "editor" not in draft.people:
        return "paper-conference"
    if "introduced" in draft.kinds or "editor" in draft.people or draft.introduced or host.get("collection"):
        return "chapter"
    if (
        host.get("journal")
        or (located and not volume_of_works)
        or ("collection-title" not in zones and host.get("periodical", 0) > 1)
    ):
        return "article-journal"
    if published:
        return "chapter"
    return "webpage" if draft.has("URL") and not draft.has("page", "DOI") else "article-journal"


def _told(draft: Draft, span: tuple[int, int] | None) -> dict[str, int] | None:
    return None if span is None else cues().count(skeleton(signs(draft.text[slice(*span)])))
