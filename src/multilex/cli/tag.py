"""``multilex tag``: what can be told of plain strings, one a line."""

import json
import sys
from collections.abc import Iterator
from typing import Annotated, Any

import typer

from multilex import tagging
from multilex.cli.options import Acts
from multilex.cli.terminal import COMPLETE, NOTHING_READABLE, PARTIAL, say


def tag(
    only: Annotated[
        str | None, typer.Option("--only", metavar="KINDS", help=f"Some of {','.join(tagging.KINDS)}.")
    ] = None,
    acts: Acts = None,
) -> None:
    """Tag strings from standard input, one a line or JSON Lines with a "text" key; JSON Lines out.

    Each has text, lang and findings (kind, start, end, text, value); other keys of the input are kept.
    """
    kinds = tagging.check_kinds([kind.strip() for kind in only.split(",")] if only else tagging.UNASKED)
    done = skipped = 0
    for number, line in enumerate(_lines(), 1):
        given = _parsed(line)
        if given is None:
            say(f'line {number}: a JSON object without a "text" string; skipped')
            skipped += 1
            continue
        tagged = tagging.tag(given["text"], only=kinds, acts=acts)
        print(json.dumps({**given, **tagged.to_dict()}, ensure_ascii=False), flush=True)
        done += 1
    if skipped:
        raise typer.Exit(PARTIAL if done else NOTHING_READABLE)
    raise typer.Exit(COMPLETE)


def _lines() -> Iterator[str]:
    """The lines of standard input without their ends; broken bytes become U+FFFD."""
    for line in sys.stdin.buffer:
        yield line.decode("utf-8-sig", errors="replace").rstrip("\r\n")


def _parsed(line: str) -> dict[str, Any] | None:
    """The object of a JSON line, or one made of a plain string; None for an object without text."""
    if line.startswith("{"):
        try:
            given = json.loads(line)
        except (json.JSONDecodeError, RecursionError):
            return {"text": line}
        return given if isinstance(given.get("text"), str) else None
    return {"text": line}
