"""The pages of a PDF → Document: reading order, paragraphs, notes, furniture."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from multilex.document import Document
from multilex.layout.cells import Region
from multilex.layout.columns import read_in_order
from multilex.layout.compose import Draft, compose
from multilex.layout.footnotes import body_size, split_footnotes
from multilex.layout.furniture import Furniture, split_furniture
from multilex.layout.gutters import Area, Gutter, find_areas, find_gutters
from multilex.layout.hyphens import Words
from multilex.layout.kinds import kind_of, number_items, prose_size, style_of
from multilex.layout.lines import Line, make_line
from multilex.layout.paragraphs import find_setting, split_paragraphs, stops_short
from multilex.layout.rows import Row, Word, find_rows, find_words
from multilex.layout.tables import split_tables, stand_in
from multilex.source import Page, Source
from multilex.vocabulary import BlockKind

FLOATS = (BlockKind.CAPTION, BlockKind.TABLE)


@dataclass(slots=True)
class _Leaf:
    """What layout knows of one page."""

    page: Page
    rows: list[Row]
    regions: dict[int, Region]  # tables by the identity of the word that stands in for them
    turned: list[Word]
    furniture: Furniture = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    notes: list[list[Line]] = field(default_factory=list)


def layout_pdf(source: Source) -> Document:
    """The text of a PDF in reading order, each non-blank character of the source in exactly one block.

    Running heads, page numbers and footnotes follow the paragraph that they interrupt.
    """
    leaves = [_read_leaf(page) for page in source.pages]
    rows, furniture = split_furniture([leaf.page for leaf in leaves], [leaf.rows for leaf in leaves])
    areas = find_areas(rows)
    gutters = find_gutters(rows, areas)
    for leaf, own, found, area in zip(leaves, rows, furniture, areas, strict=True):
        leaf.rows, leaf.furniture = own, found
        _read_lines(leaf, area, gutters)
    usual_size = body_size([line for leaf in leaves for line in leaf.lines])
    _split_notes(leaves, usual_size)
    flow = [line for leaf in leaves for line in leaf.lines]
    words = Words(line.text for leaf in leaves for lines in (leaf.lines, *leaf.notes) for line in lines)
    drafts = _draft_blocks(flow, leaves, prose_size(flow))
    return compose(source, _with_interruptions(drafts, leaves, areas), words)


def _read_leaf(page: Page) -> _Leaf:
    words, turned = find_words(page)
    words, regions = split_tables(page, words)
    stand_ins = [(stand_in(region), region) for region in regions]
    rows = find_rows(words) + [Row(word.baseline, [word]) for word, _ in stand_ins]
    rows.sort(key=lambda row: row.baseline)
    return _Leaf(page, rows, {id(word): region for word, region in stand_ins}, turned)


def _read_lines(leaf: _Leaf, area: Area, gutters: Sequence[Gutter]) -> None:
    leaf.lines = read_in_order(leaf.page, leaf.rows, area, gutters, leaf.page.images, leaf.page.number * 1000)


def _split_notes(leaves: Sequence[_Leaf], usual_size: float) -> None:
    """Take the footnotes out of each page's lines; what a page continues goes to the last note of the page before."""
    for index, leaf in enumerate(leaves):
        before = leaves[index - 1].notes if index else []
        leaf.lines, leaf.notes, rest = split_footnotes(leaf.lines, usual_size, bool(before))
        if rest and before:
            before[-1].extend(rest)
        elif rest:
            leaf.notes.insert(0, rest)


def _draft_blocks(flow: Sequence[Line], leaves: Sequence[_Leaf], usual_size: float) -> list[Draft]:
    regions = {key: region for leaf in leaves for key, region in leaf.regions.items()}
    setting = find_setting(flow)
    drafts: list[Draft] = []
    for lines in split_paragraphs(flow, setting):
        region = regions.get(id(lines[0].words[0]))
        if region is not None:
            page, left, right = lines[0].page, lines[0].left, lines[0].right
            rows = [make_line(page, row.words, left, right) for row in region.rows]
            drafts.append(Draft(rows, BlockKind.TABLE, style_of(rows), region.breaks, region.lead))
            continue
        style = style_of(lines)
        drafts.append(Draft(lines, kind_of(lines, style, usual_size), style))
    kinds = number_items([("" if draft.lines[0].raised else draft.lines[0].text, draft.kind) for draft in drafts])
    for draft, kind in zip(drafts, kinds, strict=True):
        draft.kind = kind
    whole: list[Draft] = []
    for draft in drafts:
        host = _interrupted(whole, draft)
        if host is not None and not stops_short(host.lines[-1], draft.lines[0], setting):
            host.lines.extend(draft.lines)
        else:
            whole.append(draft)
    return whole


def _interrupted(drafts: Sequence[Draft], draft: Draft) -> Draft | None:
    """The paragraph before tables and captions that this one continues in the middle of a sentence."""
    if draft.kind != BlockKind.PARAGRAPH or not drafts or drafts[-1].kind not in FLOATS:
        return None
    line = draft.lines[0]
    for host in reversed(drafts):
        if host.kind in FLOATS:
            continue
        size = abs(host.lines[-1].size - line.size) < 0.3
        body = host.kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
        goes_on = line.text[:1].islower() and line.indent < line.size and not line.centered
        return host if body and size and goes_on and not host.lines[-1].text.endswith((".", ":", ";")) else None
    return None


def _with_interruptions(drafts: list[Draft], leaves: Sequence[_Leaf], areas: Sequence[Area]) -> list[Draft]:
    """The blocks with heads, feet, notes and turned text after the block in which their page ends (or begins)."""
    last_on_page: dict[int, int] = {}
    for index, draft in enumerate(drafts):
        for line in draft.lines:
            last_on_page[line.page.number] = max(index, last_on_page.get(line.page.number, -1))
    after: dict[int, list[Draft]] = {}
    position = -1
    for leaf, area in zip(leaves, areas, strict=True):
        heads, feet = _furniture_drafts(leaf, area)
        after.setdefault(position, []).extend(heads)
        position = max(position, last_on_page.get(leaf.page.number, -1))
        here = after.setdefault(position, [])
        here.extend(Draft(note, BlockKind.FOOTNOTE, style_of(note)) for note in leaf.notes)
        if leaf.turned:
            lines = [make_line(leaf.page, [word], area.left, area.right) for word in leaf.turned]
            here.append(Draft(lines, BlockKind.TABLE, style_of(lines)))
        here.extend(feet)
    ordered = list(after.get(-1, []))
    for index, draft in enumerate(drafts):
        ordered.append(draft)
        ordered.extend(after.get(index, []))
    return ordered


def _furniture_drafts(leaf: _Leaf, area: Area) -> tuple[list[Draft], list[Draft]]:
    heads: list[Draft] = []
    feet: list[Draft] = []
    for row, kind in sorted(leaf.furniture, key=lambda item: item[0].baseline):
        line = make_line(leaf.page, row.words, area.left, area.right)
        at_head = row.baseline < (leaf.page.height or 0.0) / 2
        (heads if at_head else feet).append(Draft([line], kind, style_of([line])))
    return heads, feet
