"""HTML of the acts that a paper cites, for notebooks and for the HTML export."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from multilex.repr_text import escape, register_link

Data = Mapping[str, Any]

_ACTS = "/acts/"
_FEW = 4


def acts(data: Data, mentions: Collection[int] | None = None) -> str:
    """The acts of a record as a table, each with its name, ids, places and notes; empty when there are none.

    `mentions` are those that the page shows under their ids (``mention-3``): they are linked, and each act gets an id.
    """
    remarks = _remarks(data["notes"])
    rows = "".join(_row(data, source, mentions, remarks) for source in data["legal_sources"])
    return f'<table class="quiet">{rows}</table>' if rows else ""


def name(source: Data, lang: str) -> str | None:
    """What an act is called, if possible in `lang`: by the catalogue, else by the paper; None without a title."""
    for titles in (source["titles"], source["printed"]):
        if lang in titles:
            return str(titles[lang])
    return next(iter((*source["printed"].values(), *source["titles"].values())), None)


def places(source: Data) -> list[str]:
    """The places cited in an act: ``article 138, paragraph 2``."""
    return [", ".join(f"{part['unit']} {part['value']}" for part in path) for path in source["pinpoints"]]


def known(source: Data) -> str:
    """Key and id of an act, and what a reader must know of it."""
    parts = [source["key"] or "not identified", source["adilet_id"]]
    if source["until"]:
        parts.append(
            f"in force until {source['until']}" + (f", then {source['successor']}" if source["successor"] else "")
        )
    if source["candidates"]:
        more = len(source["candidates"]) - _FEW
        parts.append(f"one of {', '.join(source['candidates'][:_FEW])}" + (f" and {more} more" if more > 0 else ""))
    return " · ".join(part for part in parts if part)


def _row(data: Data, source: Data, mentions: Collection[int] | None, remarks: Mapping[str, list[str]]) -> str:
    first = data["acts"][source["mentions"][0]]
    called = escape(name(source, data["language"]) or " ".join(first["text"].split()))
    link = register_link(source, data["language"])
    said = (one for index in source["mentions"] for one in remarks.get(f"{_ACTS}{index}", ()))
    lines = [
        f"<a{link}>{called}</a>" if link else called,
        f"<span class=dim>{escape(known(source))}</span>",
        *(f'<span class="warning">{escape(one)}</span>' for one in dict.fromkeys(said)),
    ]
    where = escape("; ".join(places(source)))
    shown = mentions or ()
    back = [f'<a href="#mention-{one}">{at}</a>' for at, one in enumerate(source["mentions"], 1) if one in shown]
    anchor = "" if mentions is None else f' id="{escape(source["id"])}"'
    return (
        f'<tr{anchor}><td class="side">{len(source["mentions"])}× <span class=dim>{" ".join(back)}</span></td>'
        f'<td>{"<br>".join(lines)}</td><td class="side">{where}</td></tr>'
    )


def _remarks(notes: Iterable[Data]) -> dict[str, list[str]]:
    """The messages of the notes on acts, by the field they are about."""
    found = defaultdict(list)
    for note in notes:
        if (note["field"] or "").startswith(_ACTS):
            found[note["field"]].append(note["message"])
    return found
