"""Options that several verbs have in common."""

from typing import Annotated

import typer

from multilex.pipeline import LEMMA_ENGINES
from multilex.segment.sentences import ENGINES

Sentences = Annotated[
    str, typer.Option("--sentences", help=f"What cuts the texts to be aligned: {', '.join(ENGINES)} (for Kazakh).")
]
Acts = Annotated[
    str | None, typer.Option("--acts", metavar="TOML", help="A file with acts and abbreviations of your own.")
]
Lemmas = Annotated[
    str | None,
    typer.Option("--lemmas", help=f"Compare Kazakh words by dictionary forms too: {', '.join(LEMMA_ENGINES)} [no]."),
]
Repair = Annotated[
    bool, typer.Option(" /--no-repair", help="Leave damaged text as it is: wrong encodings, look-alike letters.")
]
