"""What all commands share about the terminal: exit codes, lines to standard error, the page to print on."""

import sys

from rich.console import Console

COMPLETE, PARTIAL, USAGE, NOTHING_READABLE = range(4)
"""Exit codes."""

_NARROWEST = 100


def say(message: str) -> None:
    """One line to standard error, whatever the message holds."""
    line = " ".join(message.split())
    print(f"multilex: {line}".encode(errors="replace").decode(), file=sys.stderr)


def page() -> Console:
    """Standard output to print tables on; in a pipe it is wide enough for three languages, and plain."""
    console = Console(highlight=False, markup=False, emoji=False)
    return (
        console
        if console.is_terminal
        else Console(highlight=False, markup=False, emoji=False, width=max(console.width, _NARROWEST))
    )
