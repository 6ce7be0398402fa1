"""``multilex evaluate``: records against gold."""

import json
from pathlib import Path
from typing import Annotated

import typer

from multilex.cli.terminal import page


def evaluate(
    gold_dir: Annotated[Path, typer.Argument(help="A folder with NAME.gold.json beside the inputs.")],
    kind: Annotated[str, typer.Option("--kind", help="Which inputs to read: text or pdf.")] = "text",
    misses: Annotated[bool, typer.Option("--misses", help="List every value that is not right.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object for machines.")] = False,
) -> None:
    """Score records against gold: precision, recall, F1 exact and soft, by field and language."""
    from multilex.evaluate import evaluate as run
    from multilex.evaluate import render

    report = run(gold_dir, kind=kind)
    if as_json:
        print(json.dumps(report.to_dict(misses=misses), ensure_ascii=False, indent=1))
    else:
        page().print(render(report, misses=misses))
