"""HTML of an alignment, for notebooks and for the HTML export: the languages in columns, partners lighting up together.

Like `multilex.repr_html` it works on the plain objects of a record and knows nothing above it.
"""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

Data = Mapping[str, Any]

STYLE = """
.mlx-aligned{border-collapse:collapse;width:100%;table-layout:fixed}
.mlx-aligned td,.mlx-aligned th{border:1px solid #8884;padding:.35rem .55rem;vertical-align:top;text-align:left}
.mlx-aligned [data-row]{border-radius:.2rem;transition:background .1s}
.mlx-aligned .alone{text-decoration:underline dotted #a33}
"""


def alignment(data: Data) -> str:
    """What a notebook shows of an alignment: each text in its languages side by side, and under it how sure it is.

    Pointing at a sentence lights up its partners; what has none is underlined.
    """
    texts = [text for text in data["texts"] if text["role"] != "titles"]
    if not texts:
        return "<p><i>no text in several languages</i></p>"
    return f"<style>{STYLE}{_lights(texts)}</style>{''.join(map(_text, texts))}"


def _lights(texts: Iterable[Data]) -> str:
    """A rule per row: wherever the pointer is on a sentence of it, all of it lights up."""
    most = max(len(text["rows"]) for text in texts)
    return "\n".join(
        f'.mlx-aligned:has([data-row="{row}"]:hover) [data-row="{row}"]{{background:#fd68}}' for row in range(most)
    )


def _text(text: Data) -> str:
    languages = list(text["sentences"])
    head = "".join(f'<th lang="{escape(lang)}">{escape(lang)}</th>' for lang in languages)
    cells = "".join(
        f'<td lang="{escape(lang)}">{_column(text["sentences"][lang], _rows_of(text["rows"], lang))}</td>'
        for lang in languages
    )
    relations = "".join(
        f"<p><i>{escape(' and '.join(pair['languages']))}: one only sums up the other</i></p>"
        for pair in text["pairs"]
        if pair["relation"] == "summary"
    )
    name = escape(text["role"])
    return (
        f'<table class="mlx-aligned"><caption>{name}</caption><thead><tr>{head}</tr></thead>'
        f"<tbody><tr>{cells}</tr></tbody></table>{relations}"
    )


def _rows_of(rows: Sequence[Data], lang: str) -> dict[int, tuple[int, Data]]:
    """The number and the row of each sentence of a language."""
    return {at: (number, row) for number, row in enumerate(rows) for at in row["cells"].get(lang, ())}


def _column(sentences: Sequence[Data], rows: Mapping[int, tuple[int, Data]]) -> str:
    return " ".join(_sentence(sentence, *rows[at]) for at, sentence in enumerate(sentences))


def _sentence(sentence: Data, number: int, row: Data) -> str:
    alone = sum(bool(cell) for cell in row["cells"].values()) == 1
    title = f"{row['kind']}, {row['score']:.2f}"
    return (
        f'<span data-row="{number}"{" class=alone" if alone else ""} title="{escape(title)}">'
        f"{escape(sentence['text'])}</span>"
    )
