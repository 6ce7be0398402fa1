"""One-to-one folding of what is printed for a digit, a dash, a quote or a Latin letter."""

from functools import cache

import regex

from multilex.packs import table

SIGNS = str.maketrans("‐‑‒–—−“”„«»″’‘ʼ´`\u00a0\u2009\u202f\t", '------""""""\'\'\'\'\'    ')


def signs(text: str) -> str:
    """Dashes, quotes, apostrophes and blanks in their plain form.

    >>> signs("616–053.2”19”")
    '616-053.2"19"'
    """
    return text.translate(SIGNS)


def digits(text: str) -> str:
    """Letters printed for digits, where they stand among digits and form no word.

    >>> digits("З41.2О О праве")
    '341.20 О праве'
    """
    pattern, alike = _digits()
    return pattern.sub(lambda run: run[0].translate(alike), text)


def latin(text: str) -> str:
    """Cyrillic letters of Latin shape inside ASCII words; words with any other Cyrillic letter stay.

    >>> latin("jоurnal.2 Кауч")
    'journal.2 Кауч'
    """
    pattern, alike = _latin()
    return pattern.sub(lambda run: run[0].translate(alike), text)


def skeleton(text: str) -> str:
    """Every letter replaced by the one it looks like, in upper case; signs and figures stay.

    >>> skeleton("ҒТАМР 10") == skeleton("ftamp 10")
    True
    """
    return text.translate(_Skeleton.shared())


class _Skeleton(dict[int, str]):
    """Code point -> the letter it looks like, filled as letters turn up."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        upper = letter.upper()
        self[code] = look_alikes("letters").get(upper, upper if len(upper) == 1 else letter)
        return self[code]

    @staticmethod
    @cache
    def shared() -> "_Skeleton":
        return _Skeleton()


@cache
def look_alikes(kind: str) -> dict[str, str]:
    """Printed letter -> what it is taken for: a table of ``[look_alikes]`` in ``packs/codes.toml``."""
    return {pair[0]: pair[1] for pair in table("codes")["look_alikes"][kind].split()}


@cache
def _digits() -> tuple[regex.Pattern[str], dict[int, str]]:
    alike = look_alikes("digits")
    run = f"[{''.join(alike)}]{{1,3}}+(?![\\p{{L}}])"
    return regex.compile(rf"(?<=[0-9]\.?){run}|(?<![\p{{L}}]){run}(?=\.?[0-9])"), str.maketrans(alike)


@cache
def _latin() -> tuple[regex.Pattern[str], dict[int, str]]:
    alike = look_alikes("latin")
    run = f"(?<![\\p{{Cyrillic}}])[{''.join(alike)}]{{1,40}}+(?![\\p{{Cyrillic}}])"
    return regex.compile(rf"(?<=[A-Za-z]){run}|{run}(?=[._-]?[A-Za-z0-9@])"), str.maketrans(alike)
