"""Tables and figures on a page for people."""

from collections.abc import Mapping, Sequence
from typing import Any

from multilex.repr_text import Mark, escape, linked

Data = Mapping[str, Any]


def floats(data: Data, marked: Sequence[Mark]) -> dict[int, str]:
    """What stands in the place of each block that a table or figure takes: it all at the first, nothing at others."""
    shown: dict[int, str] = {}
    for kind in ("tables", "figures"):
        for one in data[kind]:
            caption = one["caption"]
            blocks = sorted({*one["blocks"], *(caption["blocks"] if caption else ())})
            shown |= dict.fromkeys(blocks, "")
            title = linked({**caption, "value": caption["text"]}, marked) if caption else ""
            rows = one.get("rows") or ()
            held = [data["blocks"][at] for at in one["blocks"]]
            shown[blocks[0]] = _table(title, rows, marked) if rows else _figure(title, held, marked)
    return shown


def _table(caption: str, rows: Sequence[Sequence[Data]], marked: Sequence[Mark]) -> str:
    head = f"<caption>{caption}</caption>" if caption else ""
    lines = ("".join(f"<td>{linked(cell, marked)}</td>" for cell in row) for row in rows)
    return f"<table>{head}<tbody>{''.join(f'<tr>{line}</tr>' for line in lines)}</tbody></table>"


def _figure(caption: str, lettering: Sequence[Data], marked: Sequence[Mark]) -> str:
    lines = "".join(f'<pre lang="{escape(one["lang"])}">{linked(one, marked)}</pre>' for one in lettering)
    return f"<figure>{lines}<figcaption>{caption}</figcaption></figure>"
