"""Runs: stretches of text of one typography, and the inline marks that make them.

``*italic*``, ``**bold**``, ``^{raised}``, ``_{lowered}`` (the characters ² and ₂ do the same), ``[^1]`` a
footnote mark, ``{[2; 4-6] = 2 4 5 6}`` a citation with the numbers it means, ``<https://…>`` an address.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

SUPERSCRIPT = str.maketrans("0123456789+−-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")
SUBSCRIPT = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_RAISED = {sign: plain for plain, sign in zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True)}
_LOWERED = {sign: plain for plain, sign in zip("0123456789", "₀₁₂₃₄₅₆₇₈₉", strict=True)}

_INLINE = re.compile(
    r"\*\*(?P<bold>[^*]+)\*\*"
    r"|\*(?P<italic>[^*]+)\*"
    r"|\^\{(?P<sup>[^}]+)\}"
    r"|_\{(?P<sub>[^}]+)\}"
    r"|\[\^(?P<note>[0-9]+)\]"
    r"|\{(?P<cite>\[[^\]]+\])(?: = (?P<numbers>[0-9 ]+))?\}"
    r"|<(?P<url>https?://[^>]+)>"
    r"|(?P<raised>[⁰¹²³⁴-⁹]+)"
    r"|(?P<lowered>[₀-₉]+)"
)


@dataclass(frozen=True)
class Run:
    """A stretch of one typography; marks among bold, italic, sup, sub, url, author_mark."""

    text: str
    marks: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Span:
    """What a range of runs means: a title, an author, a citation … with the values that gold records."""

    kind: str
    first: int
    last: int
    fields: dict[str, Any]


@dataclass
class Paragraph:
    """Runs and their meaning. `glue` stands before it in the text file: an empty line or a line feed."""

    kind: str
    lang: str
    runs: list[Run] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    glue: str = "\n\n"
    fields: dict[str, Any] = field(default_factory=dict)

    def add(self, text: str, *marks: str) -> None:
        """Append text as it is."""
        if text:
            self.runs.append(Run(text, frozenset(marks)))

    @contextmanager
    def span(self, kind: str, **fields: Any) -> Iterator[None]:
        """Whatever is added inside gets this meaning."""
        first = len(self.runs)
        yield
        self.spans.append(Span(kind, first, len(self.runs), fields))

    def add_inline(self, text: str, *marks: str) -> None:
        """Append text with inline marks."""
        text, at = " ".join(text.split()), 0
        for match in _INLINE.finditer(text):
            self.add(text[at : match.start()], *marks)
            self._add_match(match, marks)
            at = match.end()
        self.add(text[at:], *marks)

    def _add_match(self, match: re.Match[str], marks: tuple[str, ...]) -> None:
        kind, value = match.lastgroup, match[match.lastgroup or 0]
        if kind in ("raised", "lowered"):
            plain = _RAISED if kind == "raised" else _LOWERED
            self.add("".join(plain[sign] for sign in value), *marks, "sup" if kind == "raised" else "sub")
        elif kind == "note":
            with self.span("callout", number=int(value)):
                self.add(value, *marks, "sup")
        elif kind in ("cite", "numbers"):
            numbers = [int(number) for number in (match["numbers"] or match["cite"].strip("[]")).split()]
            with self.span("citation", numbers=numbers):
                self.add(match["cite"], *marks)
        else:
            self.add(value, *marks, str(kind))

    @property
    def plain(self) -> str:
        """The text without any marks."""
        return "".join(run.text for run in self.runs)
