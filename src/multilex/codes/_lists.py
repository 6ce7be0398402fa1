"""What stands between two codes of one list."""

from functools import cache

import regex

from multilex.packs import table


def separator(text: str, position: int) -> int:
    """Where the next code of a list would begin after a code that ends at `position`.

    >>> separator("10.79; 10.77", 5), separator("10.79 и 10.77", 5), separator("10.79", 5)
    (7, 8, 5)
    """
    between = _pattern().match(text, position)
    return between.end() if between else position


@cache
def _pattern() -> regex.Pattern[str]:
    joiners = "|".join(map(regex.escape, table("codes")["lists"]["joiners"]))
    return regex.compile(rf"\.?\s{{0,3}}(?:[;,|/]\s{{0,3}}|(?:{joiners})\s{{1,3}})?")
