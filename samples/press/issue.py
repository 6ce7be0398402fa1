"""The PDFs: each paper as an offprint, and the issue that holds them all with its page map."""

import json
import zlib
from typing import Any

import reportlab

from press.compose import compose
from press.definition import NAMES, Paper, Table, load, load_issue
from press.fonts import fingerprint, load_fonts
from press.inline import Paragraph
from press.lines import Style, break_lines
from press.pages import Filler, Page, Printer
from press.rows import Row, Setter, divider


def printed() -> dict[str, bytes]:
    """File name to bytes: the PDFs, the page map of the issue, and what they were made with."""
    load_fonts()
    files = {f"{name}.pdf": offprint(load(name)) for name in NAMES}
    files["issue.pdf"], page_map = issue()
    files["issue.pages.json"] = _json(page_map)
    files["made-with.json"] = _json(made_with())
    return files


def made_with() -> dict[str, str]:
    """What the bytes of a PDF depend on beside the sources."""
    return {"reportlab": str(reportlab.Version), "zlib": zlib.ZLIB_RUNTIME_VERSION, "fonts": fingerprint()}


def _json(value: object) -> bytes:
    return (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode()


def offprint(paper: Paper) -> bytes:
    """The PDF of one paper, set as its own journal sets it."""
    printer = Printer(paper.page, paper.data["front"][paper.language]["title"])
    setter = Setter(paper.page, printer.width)
    filler = Filler(printer.height, setter.column, setter.gutter)
    paragraphs = compose(paper)
    filler.fill(setter.regions(paragraphs), setter.notes(paragraphs), paper.name)

    def heads(page: Page, number: int) -> tuple[str, str]:
        journal = paper.journal
        return (journal["title"], journal["issue"]) if number % 2 else (journal["series"], journal["issn"])

    return printer.print(filler.pages, heads, paper.journal["first_page"])


def issue() -> tuple[bytes, dict[str, Any]]:
    """The PDF of the whole issue and its page map."""
    data = load_issue()
    printer = Printer(data["page"], data["title"])
    setter = Setter(data["page"], printer.width)
    filler = Filler(printer.height, setter.column, setter.gutter)
    papers = [load(name) for name in data["order"]]
    for paper in papers:
        _add_paper(filler, setter, paper, new_page=paper.name in data["new_page"])
    matter = len(data["front"]) + 1
    starts = {paper.name: _start(filler.pages, paper.name) for paper in papers}
    contents = _contents(
        data, setter, papers, {name: i + matter + data["shift"] + 1 for name, (i, _) in starts.items()}
    )
    front = [_matter_page(each, setter) for each in data["front"]]
    end = [_matter_page(each, setter) for each in data["end"]]
    pages = [*front, contents, *filler.pages, *end]

    def heads(page: Page, number: int) -> tuple[str, str] | None:
        if not page.owner:
            return None
        return (
            (data["head"]["odd"], data["head"]["issue"]) if number % 2 else (data["head"]["even"], data["head"]["issn"])
        )

    pdf = printer.print(pages, heads, 1 + data["shift"])
    return pdf, _page_map(data, papers, filler.pages, starts, matter, len(pages))


def _add_paper(filler: Filler, setter: Setter, paper: Paper, new_page: bool) -> None:
    paragraphs = [each for each in compose(paper) if not any("tail:" in str(s.fields.get("id")) for s in each.spans)]
    regions = setter.regions(paragraphs)
    named = [_named(row, paper.name) for row in regions[0].rows]
    regions[0].rows = named
    if filler.top > 0 and (new_page or filler.room < 150):
        filler.new_page(paper.name)
    if filler.top > 0:
        regions[0].rows.insert(0, divider(setter.width))
    filler.fill(regions, setter.notes(paragraphs), paper.name)


def _named(row: Row, name: str) -> Row:
    return Row(row.height, row.draw, row.before, row.notes, row.keep, f"{row.of} {name}")


def _start(pages: list[Page], name: str) -> tuple[int, int]:
    """Index of the page where the first code line of a paper stands, and the lines above it there."""
    for i, page in enumerate(pages):
        for lines, (row, _, _) in enumerate(row for row in page.places if row[0].of != "rule"):
            if row.of == f"codes {name}":
                return i, lines
    raise LookupError(name)


def _matter_page(data: Table, setter: Setter) -> Page:
    """A page of the issue that belongs to no paper: lines of given size and place."""
    rows: list[Row] = []
    for line in data["lines"]:
        paragraph = Paragraph("matter", "other")
        paragraph.add(line["text"], *(["bold"] if line.get("bold") else []))
        size = line.get("size", setter.base)
        style = Style(size, size * 1.25, line.get("align", data.get("align", "left")), hyphenate=False)
        for i, each in enumerate(break_lines(paragraph, style, setter.page["font"], setter.width)):
            rows.append(_line_row(each, style, 0 if i else line.get("before", 2)))
    return _page_of(rows)


def _line_row(line: Any, style: Style, before: float) -> Row:
    return Row(style.leading, lambda canvas, x, top: line.draw(canvas, x, top - style.size), before)


def _page_of(rows: list[Row]) -> Page:
    page, top = Page(), 0.0
    for row in rows:
        top += row.before
        page.places.append((row, 0.0, top))
        top += row.height
    return page


def _contents(data: Table, setter: Setter, papers: list[Paper], numbers: dict[str, int]) -> Page:
    """The contents page: under each section its papers with authors, title, a row of dots and the page."""
    lines: list[Table] = [{"text": data["contents"]["heading"], "bold": True, "align": "center", "size": 13}]
    rows = [row for row, _, _ in _matter_page({"lines": lines}, setter).places]
    style = Style(setter.base, setter.base * 1.25, "left", hyphenate=False, left=0)
    for paper in papers:
        section = {"text": data["contents"]["sections"][paper.name], "bold": True, "before": 14}
        rows += [row for row, _, _ in _matter_page({"lines": [section]}, setter).places]
        front = paper.data["front"][paper.language]
        names = ", ".join(_name(author) for author in front["authors"])
        entry = Paragraph("matter", "other")
        entry.add(names.rstrip(".") + ". ", "italic")
        entry.add_inline(front["title"])
        broken = break_lines(entry, style, setter.page["font"], setter.width - 60)
        rows += [_line_row(line, style, 0 if i else 4) for i, line in enumerate(broken[:-1])]
        rows.append(_leader(broken[-1], str(numbers[paper.name]), style, setter))
    return _page_of(rows)


def _name(author: Table) -> str:
    family_first = next(iter(author)) == "family"
    return " ".join((author["family"], author["given"]) if family_first else (author["given"], author["family"]))


def _leader(line: Any, number: str, style: Style, setter: Setter) -> Row:
    """The last line of an entry, dots, and the page number at the right."""
    offset, last = line.placed[-1]
    dots = int((setter.width - offset - last.width - 24) / (style.size * 0.5))
    stop = Paragraph("matter", "other")
    stop.add(". " * dots + number)
    right = Style(style.size, style.leading, "right", hyphenate=False)
    leader = break_lines(stop, right, setter.page["font"], setter.width)[-1]

    def draw(canvas: Any, x: float, top: float) -> None:
        line.draw(canvas, x, top - style.size)
        leader.draw(canvas, x, top - style.size)

    return Row(style.leading, draw)


def _page_map(
    data: Table,
    papers: list[Paper],
    pages: list[Page],
    starts: dict[str, tuple[int, int]],
    matter: int,
    count: int,
) -> dict[str, Any]:
    articles = []
    for k, paper in enumerate(papers):
        index, lines = starts[paper.name]
        following = starts[papers[k + 1].name] if k + 1 < len(papers) else (len(pages), 0)
        title = next(
            i for i, page in enumerate(pages) if any(row.of == f"title {paper.name}" for row, _, _ in page.places)
        )
        codes = next(line for line in compose(paper) if line.kind == "codes").plain
        articles.append(
            {
                "article": paper.name,
                "first_page": index + matter + 1,
                "printed_first_page": index + matter + 1 + data["shift"],
                "header_on_page": index + matter + 1,
                "title_on_page": title + matter + 1,
                "lines_above_header": lines + 1,
                "starts_mid_page": lines > 0,
                "doi": _doi(paper),
                "irsti_line": codes,
                "gold": True,
                "last_page": following[0] + matter + (1 if following[1] else 0),
                "section": data["contents"]["sections"][paper.name],
            }
        )
    front = {"cover": 1, "imprint": [2], "contents": [matter]}
    return {
        "pdf": "issue.pdf",
        "pages": count,
        "made": data["made"],
        "front_matter": front,
        "articles": articles,
    }


def _doi(paper: Paper) -> str:
    spans = (span for paragraph in compose(paper) for span in paragraph.spans if span.kind == "doi")
    return str(next(spans).fields["value"])
