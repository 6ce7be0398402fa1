"""Front matter: the runs of title, authors, affiliations, abstract and keywords that a paper prints in each language.

The runs come before the body or after the reference lists, labelled or not, in any order. A run closes when a role
comes again that it already holds; within it, place decides what a line without a label is.
"""

from dataclasses import dataclass, field

from multilex.segment.labels import Label
from multilex.segment.language import identify
from multilex.segment.rows import Row
from multilex.vocabulary import BlockKind, Role

_NAMES = (Role.AUTHORS, Role.AFFILIATION)
_HEADS = (Role.TITLE, Role.AUTHORS, Role.AFFILIATION, Role.EMAIL)


@dataclass(frozen=True, slots=True)
class Piece:
    """A row, or the part of it after a label, with its role; `label` spans the printed label (Document offsets)."""

    row: Row
    start: int
    end: int
    role: Role
    rule: str
    label: tuple[int, int] | None = None


@dataclass(slots=True)
class Group:
    """One language's run of the front matter."""

    pieces: list[Piece] = field(default_factory=list)
    labelled: str | None = None  # the language that its labels speak

    def has(self, *roles: Role) -> bool:
        """Whether a piece with one of the roles is in the run."""
        return any(piece.role in roles for piece in self.pieces)

    def last(self) -> Role | None:
        """The role of the last piece that is not an aside."""
        return next((p.role for p in reversed(self.pieces) if p.role not in (Role.CODES, Role.DOI, Role.DATES)), None)

    def text(self, *roles: Role) -> str:
        """The text of the pieces with these roles."""
        return " ".join(p.row.document.text[p.start : p.end] for p in self.pieces if p.role in roles)


def parse_front(rows: list[Row]) -> list[Group]:
    """The rows of a front-matter zone as groups of pieces, in order; every row is in one piece (or two, at a label)."""
    groups = [Group()]
    for index, row in enumerate(rows):
        pieces, label = _classify(row, groups[-1], rows[index + 1 : index + 6])
        if _opens(groups[-1], pieces, label, rows[index + 1 : index + 6]):
            groups.append(Group())
            pieces, label = _classify(row, groups[-1], rows[index + 1 : index + 6])
        groups[-1].pieces += pieces
        if label:
            groups[-1].labelled = groups[-1].labelled or label.lang
    return _settle(groups)


def _classify(row: Row, group: Group, ahead: list[Row]) -> tuple[list[Piece], Label | None]:
    """The pieces of a row, given the run so far and the rows after it."""
    if row.aside and not (row.kind == BlockKind.FOOTNOTE and row.affiliation and group.last() in _NAMES):
        return [_whole(row, ASIDE_ROLES.get(row.kind, Role.CAPTION), "layout")], None
    if row.keywords:
        return [_whole(row, Role.KEYWORDS, "label/keywords", row.keywords)], row.keywords
    if row.abstract:
        return _abstract(row, row.abstract), row.abstract
    if row.codes:
        return [_whole(row, Role.CODES if row.classification else Role.DOI, "code-line")], None
    if row.dates:
        return [_whole(row, Role.DATES, "label/dates")], None
    if group.last() == Role.ABSTRACT_HEADING and not _heads_a_run(row):
        return [_whole(row, Role.ABSTRACT, "after-abstract-heading")], None
    if row.contact and not row.email and not row.authors:
        return [_whole(row, Role.AFFILIATION, "contact-line")], None
    if row.corresponding or (row.email and not row.prose and not row.authors):
        role = Role.AFFILIATION if row.affiliation and not row.corresponding and _mostly_place(row) else Role.EMAIL
        return [_whole(row, role, "email-line")], None
    if row.authors:
        return [_whole(row, Role.AUTHORS, "name-list")], None
    if row.author_with_post and not group.has(Role.ABSTRACT):
        return [_whole(row, Role.AFFILIATION, "name-and-post")], None
    if group.has(Role.ABSTRACT) and not group.has(Role.KEYWORDS) and _abstract_goes_on(row, group):
        return [_whole(row, Role.ABSTRACT, "abstract-goes-on")], None
    if row.affiliation and not row.block.style.caps and _takes_affiliation(group, row):
        return [_whole(row, Role.AFFILIATION, "organisation")], None
    if group.has(Role.TITLE) and row.sentence:
        return [_whole(row, Role.ABSTRACT, "sentence-in-front-matter")], None
    if row.prose and not (_reads_as_title(row) and not group.has(Role.TITLE)):
        return [_whole(row, Role.ABSTRACT, "prose-in-front-matter")], None
    if row.email:
        return [_whole(row, Role.EMAIL, "email-line")], None
    if row.affiliation and group.has(Role.TITLE) and group.has(Role.AUTHORS):
        return [_whole(row, Role.AFFILIATION, "organisation")], None
    if (
        group.has(Role.TITLE)
        and group.last() in (Role.AFFILIATION, Role.AUTHORS)
        and not row.block.style.caps
        and ahead
    ):
        return [_whole(row, Role.AFFILIATION, "after-authors")], None
    return [_whole(row, Role.TITLE, "short-line")], None


ASIDE_ROLES = {
    BlockKind.RUNNING_HEAD: Role.RUNNING_HEAD,
    BlockKind.PAGE_NUMBER: Role.PAGE_NUMBER,
    BlockKind.FOOTNOTE: Role.FOOTNOTE,
    BlockKind.TABLE: Role.TABLE,
    BlockKind.FORMULA: Role.FORMULA,
    BlockKind.CAPTION: Role.CAPTION,
}


def _whole(row: Row, role: Role, rule: str, label: Label | None = None) -> Piece:
    span = (row.start + label.start, row.start + label.end) if label else None
    return Piece(row, row.start, row.end, role, rule, span)


def _abstract(row: Row, label: Label) -> list[Piece]:
    head_end = row.start + label.end
    if label.alone:
        return [_whole(row, Role.ABSTRACT_HEADING, "label/abstract", label)]
    body = head_end + len(row.text[label.end :]) - len(row.text[label.end :].lstrip())
    return [
        Piece(
            row,
            row.start,
            head_end,
            Role.ABSTRACT_HEADING,
            "label/abstract",
            (row.start + label.start, head_end),
        ),
        Piece(row, body, row.end, Role.ABSTRACT, "after-abstract-label"),
    ]


def _reads_as_title(row: Row) -> bool:
    """A long line that is set as a title: capitals, or bold or centred without a closing stop."""
    style = row.block.style
    return row.short and (style.caps or ((style.centered or style.bold) and not row.text.endswith(".")))


def _heads_a_run(row: Row) -> bool:
    """Whether a line below an abstract's heading is a title or names after all, as journals of medicine print them."""
    return row.authors or (row.block.style.caps and row.short and not row.text.rstrip().endswith("."))


def _takes_affiliation(group: Group, row: Row) -> bool:
    """Affiliations follow authors or each other (or come before them, without a title's shape)."""
    return group.has(Role.AUTHORS) or group.last() == Role.AFFILIATION or (row.text[:1] in "¹²³1234" and not row.prose)


def _mostly_place(row: Row) -> bool:
    return len(row.text) - row.text.count("@") * 25 > 60 and row.text.index("@") > len(row.text) // 2


def _abstract_goes_on(row: Row, group: Group) -> bool:
    """Whether a line after an abstract is more of it: same language, no sign of the next run's head."""
    if _reads_as_title(row) and row.block.style.caps:
        return False
    if not row.prose and not row.text.rstrip().endswith((".", ":", ";", ",", "»")):
        return False
    return identify(row.text) in (identify(group.text(Role.ABSTRACT)), "und")


def _opens(group: Group, pieces: list[Piece], label: Label | None, ahead: list[Row]) -> bool:
    """Whether a row's pieces belong to a new run."""
    role = pieces[0].role
    if not group.pieces or role in (
        Role.RUNNING_HEAD,
        Role.PAGE_NUMBER,
        Role.FOOTNOTE,
        Role.TABLE,
        Role.CAPTION,
    ):
        return False
    done = group.has(Role.ABSTRACT) and group.has(Role.KEYWORDS)
    if label is not None:
        if role == Role.KEYWORDS:
            return group.has(Role.KEYWORDS)
        return group.has(Role.ABSTRACT) or (group.labelled not in (None, label.lang) and group.has(Role.KEYWORDS))
    if role == Role.ABSTRACT:
        return done or (
            group.has(Role.ABSTRACT) and group.last() != Role.ABSTRACT_HEADING and _switches(group, pieces, ahead)
        )
    if role in _HEADS:
        if done or (group.has(Role.ABSTRACT) and role != Role.EMAIL):
            return True
        if role in (Role.TITLE, Role.AUTHORS) and group.has(Role.KEYWORDS) and group.has(Role.TITLE):
            return True
        if role == Role.TITLE:
            return False
        return group.has(role) and group.last() != role and role == Role.AUTHORS and group.has(Role.TITLE)
    return role == Role.CODES and done


def _switches(group: Group, pieces: list[Piece], ahead: list[Row]) -> bool:
    """Whether another language's abstract begins: not when the keywords that follow are still in the first one."""
    before = identify(group.text(Role.ABSTRACT))
    if next((row.keywords.lang for row in ahead if row.keywords), None) == before:
        return False
    piece = pieces[0]
    after = identify(piece.row.document.text[piece.start : piece.end])
    return piece.end - piece.start > 80 and "und" not in (before, after) and before != after


def _settle(groups: list[Group]) -> list[Group]:
    """Second thoughts: what stood above a run's title and codes is a rubric, a title over several lines is one."""
    for group in groups:
        titles = [i for i, piece in enumerate(group.pieces) if piece.role == Role.TITLE]
        codes = max((i for i, piece in enumerate(group.pieces) if piece.role in (Role.CODES, Role.DOI)), default=-1)
        if len(titles) < 2:
            continue
        keep = _title_run(group, [i for i in titles if i > codes] or titles)
        for i in titles:
            if i not in keep:
                piece = group.pieces[i]
                group.pieces[i] = Piece(piece.row, piece.start, piece.end, Role.OTHER, "rubric")
    return groups


def _title_run(group: Group, titles: list[int]) -> list[int]:
    """Which of several title lines are the title: the longest run of neighbours set alike, capitals before others."""
    runs: list[list[int]] = []
    for i in titles:
        if runs and runs[-1][-1] == i - 1 and _alike(group.pieces[i - 1].row, group.pieces[i].row):
            runs[-1].append(i)
        else:
            runs.append([i])

    def weight(run: list[int]) -> tuple[bool, bool, int]:
        style = group.pieces[run[0]].row.block.style
        return (style.caps, style.bold, sum(group.pieces[i].end - group.pieces[i].start for i in run))

    return max(runs, key=weight)


def _alike(a: Row, b: Row) -> bool:
    """Whether two neighbouring lines can be one title: set alike, or the second in brackets.

    Whether lines are centred does not count: of a title over several lines the full ones cannot be told.
    """
    x, y = a.block.style, b.block.style
    return b.text.startswith("(") or (x.caps, x.bold) == (y.caps, y.bold)
