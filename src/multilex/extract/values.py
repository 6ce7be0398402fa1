"""How a printed stretch of text becomes a value: blanks folded, marks at the edge gone."""

import regex

_BLANKS = regex.compile(r"\s+")
_EDGE_MARKS = regex.compile(r"[\s*¹²³⁰⁴-⁹⁺⁻]+$")


def folded(text: str) -> str:
    r"""Runs of blanks, line feeds and no-break spaces become one blank; outer blanks go.

    >>> folded(" Трудовая\u00a0 миграция\n")
    'Трудовая миграция'
    """
    return _BLANKS.sub(" ", text).strip()


def without_marks(text: str) -> str:
    """The folded text without footnote marks and stars at its end.

    >>> without_marks("Labour migration¹ *")
    'Labour migration'
    """
    return _EDGE_MARKS.sub("", folded(text))


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without outer blanks."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
