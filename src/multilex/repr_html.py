"""HTML pieces of a Document and a Record, for notebooks and for the HTML export.

They work on the plain objects of `Record.to_dict` and know nothing above it, so that the nouns can show
themselves. Everything that comes from a paper is escaped.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from multilex import repr_acts
from multilex.repr_text import Mark, escape, linked, marks

Data = Mapping[str, Any]

STYLE = """
.mlx{font-family:Georgia,'Liberation Serif',serif;line-height:1.4;max-width:76rem}
.mlx table{border-collapse:collapse;width:100%;margin:.6rem 0;table-layout:fixed}
.mlx th,.mlx td{border:1px solid #8884;padding:.35rem .55rem;vertical-align:top;text-align:left}
.mlx td{overflow-wrap:anywhere}
.mlx th{font-weight:600;background:#8881}
.mlx .side{width:8rem}
.mlx .gap{color:#a33;font-style:italic}
.mlx .dim{opacity:.7;font-size:.9em}
.mlx ul,.mlx ol{margin:.2rem 0;padding-left:1.3rem}
.mlx .error{color:#a11}.mlx .warning{color:#950}.mlx .info{opacity:.75}
.mlx a.cite,.mlx a.call{color:#36c;text-decoration:none}.mlx a:focus-visible{outline:2px solid #36c}
.mlx a.act{color:inherit;text-decoration:underline dotted #36c}.mlx a.act:hover{background:#36c2}
"""

_FRONT = ("titles", "authors", "affiliations", "abstracts", "keywords")


def document(name: str, kind: str, facts: Sequence[tuple[str, str]], notes: Iterable[Data], opening: str) -> str:
    """What a notebook shows of a Document: its name, facts about it, notes on reading, and how it begins."""
    rows = "".join(f'<tr><th class="side">{escape(key)}</th><td>{escape(value)}</td></tr>' for key, value in facts)
    return _framed(
        f"<p><b>{escape(name)}</b> <span class=dim>{escape(kind)}</span></p><table>{rows}</table>"
        f"<p class=dim>{escape(opening)}…</p>{note_list(notes)}"
    )


def record(data: Data) -> str:
    """What a notebook shows of a record: codes, the header in its languages side by side, counts, acts, notes."""
    top = f"{heading(data)}{code_list(data)}{header(data, marks(data, anchors=False))}{counts(data)}"
    return _framed(f"{top}{repr_acts.acts(data)}{note_list(data['notes'])}")


def heading(data: Data) -> str:
    """Where the record comes from."""
    source = data["source"]
    pages = f", pages {source['pages'][0]}–{source['pages'][1]}" if source["pages"] else ""
    where = f"{source['file']}{pages}, {source['index'] + 1} of {source['count']}"
    what = f"{data['kind']} in {data['language']}"
    first = f"<p><b>{escape(data['id'])}</b> <span class=dim>{escape(what)} · {escape(where)}</span></p>"
    return first + (f"<p>{escape(said)}</p>" if (said := _issue(data)) else "")


def _issue(data: Data) -> str:
    """The journal and issue that the paper stands in, as printed; empty where nothing is."""
    issue = data["issue"]
    journals = " · ".join(journal["value"] for journal in issue["journals"])
    parts = {"": issue["year"], "vol. ": issue["volume"], "no. ": issue["number"]}
    numbers = [f"{name}{part['value']}" for name, part in parts.items() if part]
    printed = data["source"]["printed_pages"]
    pages = [f"pp. {printed[0]}–{printed[1]}"] if printed and (journals or numbers) else []
    return ", ".join([one for one in (journals,) if one] + numbers + pages)


def code_list(data: Data) -> str:
    """Codes with their path, dates and e-mail addresses; empty when the record has none."""
    items = [_code(code) for code in data["codes"]]
    items += [f"<b>{escape(date['kind'])}</b> {_value(date)}" for date in data["dates"]]
    items += [f"<b>e-mail</b> {_value(email)}" for email in data["emails"]]
    items = list(dict.fromkeys(items))
    return f"<ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>" if items else ""


def header(data: Data, marked: Sequence[Mark]) -> str:
    """The front matter as a table: one row per role, one column per language, gaps visible, acts as links."""

    def written(finding: Data) -> str:
        return _value(finding) if finding["value"] is None else linked(finding, marked)

    languages = data["alignment"]["languages"]
    head = "".join(f'<th lang="{escape(lang)}">{escape(lang)}</th>' for lang in languages)
    rows = []
    for role in _FRONT:
        cells = [_cell(role, [one for one in data[role] if one["lang"] == lang], lang, written) for lang in languages]
        rows.append(f'<tr><th class="side">{role}</th>{"".join(cells)}</tr>')
    top = f'<thead><tr><th class="side"></th>{head}</tr></thead>'
    return f'<table class="langs">{top}<tbody>{"".join(rows)}</tbody></table>'


def counts(data: Data) -> str:
    """How much of everything that is not in the header the record holds."""
    numbers = {
        "sections": len(data["sections"]),
        "references": sum(len(references["items"]) for references in data["references"]),
        "citations": len(data["citations"]),
        "footnotes": len(data["footnotes"]),
    }
    return f"<p class=dim>{' · '.join(f'{count} {name}' for name, count in numbers.items())}</p>"


def note_list(notes: Iterable[Data]) -> str:
    """The notes with their code and severity; empty when there are none."""
    items = "".join(
        f'<li class="{escape(note["severity"])}"><b>{escape(note["code"])}</b> {escape(note["message"])}</li>'
        for note in notes
    )
    return f"<ul>{items}</ul>" if items else ""


def _framed(body: str) -> str:
    return f'<div class="mlx"><style>{STYLE}</style>{body}</div>'


def _code(code: Data) -> str:
    doubt = "" if code["status"] == "valid" else f' <span class="warning">{escape(code["status"])}</span>'
    path = " › ".join(_level(level) for level in code["path"])
    return f"<b>{escape(code['scheme'])}</b> {_value(code)}{doubt}" + (
        f" <span class=dim>{path}</span>" if path else ""
    )


def _level(level: Data) -> str:
    names = " / ".join(f'<span lang="{escape(lang)}">{escape(name)}</span>' for lang, name in level["names"].items())
    return escape(level["code"]) + (f" {names}" if names else "")


def _value(finding: Data) -> str:
    """The value as found; the printed text, marked, where something stands there that could not be read."""
    if finding["value"] is None:
        return f'<span class="gap">unread: {escape(finding["text"])}</span>'
    return escape(finding["value"])


def _cell(role: str, findings: Sequence[Data], lang: str, written: Callable[[Data], str]) -> str:
    if not findings:
        return f'<td class="gap" lang="{escape(lang)}">not in the paper</td>'
    if role == "keywords":
        inner = "; ".join(written(item) for found in findings for item in found["items"])
    elif role == "abstracts":
        inner = "<br>".join(written(found) for found in findings)
    elif role == "titles":
        inner = "<br>".join(f"<b>{written(found)}</b>" for found in findings)
    elif role == "authors":
        inner = f"<ul>{''.join(f'<li>{_author(found)}</li>' for found in findings)}</ul>"
    else:
        inner = f"<ul>{''.join(f'<li>{_marked(found)}</li>' for found in findings)}</ul>"
    return f'<td lang="{escape(lang)}">{inner}</td>'


def _author(author: Data) -> str:
    marks = f"<sup>{escape(','.join(author['marks']))}</sup>" if author["marks"] else ""
    star = ' <span class=dim title="corresponding author">✉</span>' if author["corresponding"] else ""
    ids = " ".join(escape(author[key]) for key in ("email", "orcid") if author[key])
    return f"{_value(author)}{marks}{star}" + (f" <span class=dim>{ids}</span>" if ids else "")


def _marked(affiliation: Data) -> str:
    mark = f"<sup>{escape(affiliation['mark'])}</sup> " if affiliation["mark"] else ""
    return f"{mark}{_value(affiliation)}"
