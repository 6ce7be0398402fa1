"""HTML: a page for people to read and print; it stands alone and asks nothing of any network."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import regex

from multilex import repr_acts, repr_alignment, repr_html
from multilex.export._face import Scope
from multilex.export._html_floats import floats
from multilex.export._losses import FIELDS, lost
from multilex.export._settings import DEFAULTS, Settings
from multilex.record import Record
from multilex.repr_text import Mark, escape, linked, marks
from multilex.vocabulary import ListKind, Role, SectionRole

NAME = "html"
SUFFIX = ".html"
MEDIA_TYPE = "text/html"
SCOPE = Scope.RECORD
_NOT_SHOWN = (
    "engines",
    "matter",
    "running_heads",
    "cases",
    "alignment.people",
    "alignment.affiliations",
    "alignment.parts",
)
LOSSES = lost(
    [field for field in FIELDS if field not in _NOT_SHOWN],
    "not shown",
    blocks="places on the page; what belongs to no section, title or list",
    references="the fields; the printed text is shown",
)

_LISTS = (SectionRole.REFERENCES, SectionRole.REFERENCES_ORIGINAL, SectionRole.REFERENCES_ROMANIZED)
_MENTION = regex.compile(r'<a class="act" id="mention-([0-9]{1,9})"')
_NO_IDENT = regex.compile(r"[^\p{L}\p{N}]+")
_PART = regex.compile(r'<section><h2 id="([^"]*)">(.*?)</h2>')
_PAGE_STYLE = """
body{margin:2rem auto;padding:0 1rem;max-width:76rem;color:#222;background:#fff}
nav a{margin-right:1rem}nav{font-size:.95em}.twin{margin-top:.3rem;opacity:.8}.mlx .quiet .side{width:4rem}
h1{font-size:1.5rem;line-height:1.25;overflow-wrap:anywhere}
h2{font-size:1.15rem;margin-top:1.6rem;border-bottom:1px solid #8884}
.mlx p{margin:.5rem 0}.quiet{font-size:.9em}
@media (max-width:44rem){
.langs,.langs tbody,.langs tr,.langs th,.langs td,.mlx-aligned,.mlx-aligned tbody,.mlx-aligned tr,.mlx-aligned td,
.mlx-aligned caption{display:block;width:auto}.langs thead,.mlx-aligned thead{display:none}
.langs td[lang]::before,.mlx-aligned td[lang]::before{content:attr(lang);display:block;font-weight:600;opacity:.7}
.mlx .langs .side{width:auto}.mlx .quiet .side{width:2.2rem}}
@media print{nav{display:none}body{margin:0;font-size:10pt}h2{break-after:avoid}tr,li{break-inside:avoid}
a{color:inherit}}
"""


def render(records: Iterable[Record], settings: Settings = DEFAULTS) -> Iterator[str]:
    """A page per record: the header in its languages side by side, the notes, what the body holds."""
    for record in records:
        yield _page(record.to_dict())


def _page(data: Mapping[str, Any]) -> str:
    title = _title(data)
    marked = marks(data, anchors=True)
    top = [f"<h1>{escape(title)}</h1>", repr_html.heading(data), repr_html.code_list(data)]
    head = repr_html.header(data, marked)
    text = [
        _part("Sentences side by side", _aligned(data)),
        _part("Keywords side by side", _keywords(data)),
        _part("Sections", _sections(data, marked)),
        *(_part(_list_name(one, data), _references(one, data, marked)) for one in data["references"]),
        _part("Footnotes", _footnotes(data, marked)),
    ]
    shown = {int(index) for part in (head, *text) for index in _MENTION.findall(part)}
    notes = _part("Notes", repr_html.note_list(data["notes"]))
    acts = _part("Legal acts", repr_acts.acts(data, shown))
    parts = [part for part in (notes, acts, *text, _part("Citations", _citations(data))) if part]
    body = "\n".join([*top, _contents(parts), head, *parts])
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(data["language"])}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width"><meta name="generator" content="multilex">'
        f"<title>{escape(title)}</title><style>{repr_html.STYLE}{_PAGE_STYLE}</style></head>\n"
        f'<body><main class="mlx">\n{body}\n</main></body></html>\n'
    )


def _title(data: Mapping[str, Any]) -> str:
    """The title in the language of the body, else the first, else the file."""
    titles = sorted(data["titles"], key=lambda title: title["lang"] != data["language"])
    return str(next((title["value"] for title in titles if title["value"]), data["source"]["file"]))


def _part(name: str, body: str) -> str:
    ident = _NO_IDENT.sub("-", name.casefold()).strip("-")
    return f'<section><h2 id="part-{escape(ident)}">{escape(name)}</h2>{body}</section>' if body else ""


def _contents(parts: Iterable[str]) -> str:
    """Links to the parts of the page."""
    found = [match for part in parts if (match := _PART.match(part))]
    links = " ".join(f'<a href="#{one[1]}">{one[2]}</a>' for one in found)
    return f"<nav>{links}</nav>"


def _aligned(data: Mapping[str, Any]) -> str:
    several = any(text["role"] != "titles" for text in data["alignment"]["texts"])
    return repr_alignment.alignment(data["alignment"]) if several else ""


def _keywords(data: Mapping[str, Any]) -> str:
    rows = data["alignment"]["keywords"]
    if not rows:
        return ""
    languages = [lang for lang in data["alignment"]["languages"] if any(lang in row["values"] for row in rows)]
    head = "".join(f"<th>{escape(lang)}</th>" for lang in languages)
    body = "".join(f"<tr>{_keyword_cells(row, languages)}</tr>" for row in rows)
    return f'<table class="langs"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _keyword_cells(row: Mapping[str, Any], languages: Iterable[str]) -> str:
    return "".join(f'<td lang="{escape(lang)}">{escape(row["values"].get(lang, "–"))}</td>' for lang in languages)


def _sections(data: Mapping[str, Any], marked: Sequence[Mark]) -> str:
    """The sections with their prose; what has a part of its own (reference lists, notes) is not said twice."""
    parts = []
    shown = floats(data, marked)
    for section in data["sections"]:
        if section["role"] in _LISTS:
            continue
        name = linked(section["heading"], marked) if section["heading"] else "<i>no heading</i>"
        blocks = [(index, data["blocks"][index]) for index in section["blocks"]]
        text = "".join(
            shown[index] if index in shown else _block(block, marked)
            for index, block in blocks
            if block["role"] not in (Role.SECTION_HEADING, Role.FOOTNOTE)
        )
        tag = f"h{min(section['level'] + 2, 6)}"
        parts.append(f"<{tag}>{name} <span class=dim>{escape(section['role'])}</span></{tag}>{text}")
    return "".join(parts)


def _block(block: Mapping[str, Any], marked: Sequence[Mark]) -> str:
    return f'<p lang="{escape(block["lang"])}">{linked(block, marked)}</p>'


def _list_name(references: Mapping[str, Any], data: Mapping[str, Any]) -> str:
    """The heading of a list, with that of the list whose items stand below its own."""
    names = [references["heading"]["value"] if references["heading"] else "References"]
    paired = {pair["romanized"] for pair in data["twins"]}
    for other in data["references"]:
        below = other is not references and all(item["id"] in paired for item in other["items"])
        if below and references["kind"] != ListKind.ROMANIZED and other["heading"]:
            names.append(other["heading"]["value"])
    return f"{' / '.join(map(str, names))} ({references['kind']}, {len(references['items'])})"


def _references(references: Mapping[str, Any], data: Mapping[str, Any], marked: Sequence[Mark]) -> str:
    """The items of a list, the romanised printing of a work below the original; those that stand there so stay out of
    their own list.
    """
    items = {item["id"]: item for one in data["references"] for item in one["items"]}
    first = {pair["romanized"]: pair["original"] for pair in reversed(data["twins"])}
    twins = {original: items[romanized] for romanized, original in first.items()}
    rows = []
    for item in references["items"]:
        if item["id"] in first:
            continue
        twin = twins.get(item["id"])
        below = f'<div class="twin" id="{escape(twin["id"])}">{linked(twin, marked)}</div>' if twin else ""
        rows.append(
            f'<tr id="{escape(item["id"])}"><td class="side">{item["number"] or "–"}</td>'
            f'<td lang="{escape(item["lang"])}">{linked(item, marked)}{below}</td></tr>'
        )
    return f'<table class="quiet">{"".join(rows)}</table>' if rows else ""


def _footnotes(data: Mapping[str, Any], marked: Sequence[Mark]) -> str:
    rows = "".join(
        f'<tr id="note-{number}"><td class="side">{escape(note["number"] or "–")}</td>'
        f'<td lang="{escape(note["lang"])}">{linked(note, marked)}'
        f" <span class=dim>called {len(note['callouts'])}×{''.join(map(_noted, note['references']))}</span></td></tr>"
        for number, note in enumerate(data["footnotes"], 1)
    )
    return f'<table class="quiet">{rows}</table>' if rows else ""


def _noted(reference: Mapping[str, Any]) -> str:
    """A work that a footnote names, with the one that it repeats."""
    before = reference["antecedent"]
    again = f' = <a href="#{escape(before)}">{escape(before)}</a>' if before else ""
    return f' · <span id="{escape(reference["id"])}">{escape(reference["id"])}</span>{again}'


def _citations(data: Mapping[str, Any]) -> str:
    items = []
    for citation in data["citations"]:
        links = " ".join(f'<a href="#{escape(one)}">{escape(one)}</a>' for one in citation["targets"])
        target = links or '<span class="gap">no such reference</span>'
        items.append(f"<li>{escape(citation['text'])} → {target}</li>")
    return f'<ul class="quiet">{"".join(items)}</ul>' if items else ""
