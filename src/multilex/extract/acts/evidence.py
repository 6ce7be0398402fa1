"""Evidence: whether the parts of a chain make it a citation of one identifiable act."""

from functools import cache

import regex

from multilex.extract.acts import grammar
from multilex.extract.acts.chains import Chain
from multilex.extract.acts.identity import is_of_labour
from multilex.extract.acts.pieces import Piece

_FULL = len("2011-07-22")


def is_citation(chain: Chain, text: str) -> bool:
    """Whether a chain designates one act: by number, date or title, or by a name that fits one act."""
    head = chain.head
    if head.type == "constitution" and _of_several(chain, text):
        return False
    if head.letter in "KS":
        return not head.plural
    if head.plural and chain.shared is None and not _own_title(chain, text):
        return False
    if head.abbreviation:
        return _body(chain) is None and (chain.of("JDN") is not None)
    assert head.type is not None
    return _TESTS[grammar.types()[head.type].evidence](chain, head, text)


def _of_several(chain: Chain, text: str) -> bool:
    """Whether a constitution is said of several states at once."""
    return _generic("after").search(text[chain.end : chain.end + 30].lower()) is not None or (
        _generic("before").search(text[max(0, chain.start - 30) : chain.start].lower()) is not None
    )


@cache
def _generic(side: str) -> regex.Pattern[str]:
    return regex.compile(grammar.words()["foreign"][f"generic_{side}"])


def _own_title(chain: Chain, text: str) -> bool:
    """Whether a plural stands for one act after all: it has a number or a title in quotation marks."""
    title = chain.of("T")
    return chain.of("N") is not None or (title is not None and not text[title.start].isalnum())


def _capital(head: Piece, text: str) -> bool:
    """Whether a noun, or the name behind the word *draft*, begins with a capital."""
    draft = (head.type or "").startswith("draft_")
    return any(word[0].isupper() for word in text[head.start : head.end].split()[: 2 if draft else 1])


def _name(chain: Chain, head: Piece, text: str) -> bool:
    noun = text[head.start : head.end].split()
    if (
        head.lang != "kk"
        and not noun[-1][0].isupper()
        and _begins_sentence(text, head.start)
        and chain.of("JDN") is None
    ):
        return False
    return noun[0][0].isupper() and _body(chain) is None


def _begins_sentence(text: str, at: int) -> bool:
    return text[max(0, at - 3) : at].rstrip()[-1:] in ("", ".", "!", "?")


def _act(chain: Chain, head: Piece, text: str) -> bool:
    capital = _capital(head, text)
    maker, day, number = chain.of("J"), chain.of("Dd"), chain.of("N")
    if _foreign_body(chain, head):
        return False
    if title := chain.of("T"):
        return capital or head.lang != "en" or not text[title.start].isalnum()
    if head.codes or (" " in text[head.start : head.end] and head.type == "law"):
        return (capital or maker is not None) and (head.lang != "en" or capital)
    if chain.of("Q"):
        return bool(maker or (number and day)) and (capital or head.lang != "en")
    full = day is not None and len(day.value or "") == _FULL
    if number is not None:
        alone = head.type == "decree" and capital and head.lang in ("ru", "kk")
        return alone or full or maker is not None or _own_shape(number.value or "")
    if full and day is not None:
        return maker is not None or _belonging().match(text[day.start : day.start + 8].lower()) is not None
    if day is None or text[max(0, day.start - 4) : day.start].rstrip()[-1:] == ",":
        return False
    return (capital or head.lang == "ru") and (maker is not None or (capital and _of_year(text, head, day)))


@cache
def _belonging() -> regex.Pattern[str]:
    """How the date of an act begins, other than that of an event."""
    return regex.compile(grammar.words()["dates"]["belonging"])


def _of_year(text: str, head: Piece, day: Piece) -> bool:
    """Whether nothing but a year stands right beside a noun: ``Закон 2011 года``, ``Law of 1991``."""
    first, second = sorted((head, day), key=lambda one: one.start)
    printed = text[first.start : second.end].lower()
    if head.lang == "en" and _capital_before(text, first.start):
        return False
    return second.start - first.end == 1 and _year_beside()[head.lang].fullmatch(printed) is not None


def _capital_before(text: str, at: int) -> bool:
    """Whether the word before is capitalised and no article, so that it belongs to the noun: ``Public Law of 2020``."""
    word = text[max(0, at - 40) : at].rstrip().rpartition(" ")[2]
    return word[:1].isupper() and word != "The"


@cache
def _year_beside() -> dict[str, regex.Pattern[str]]:
    return {lang: regex.compile(rule) for lang, rule in grammar.words()["dates"]["beside"].items()}


def _own_shape(number: str) -> bool:
    """Whether a number has the shape of an act's own: a convocation, letters."""
    return bool(regex.search(r"-[IVX]|-\p{Lu}", number))


def _body_act(chain: Chain, head: Piece, text: str) -> bool:
    capital = _capital(head, text)
    body, day, number, title = _body(chain), chain.of("D"), chain.of("N"), chain.of("T")
    if _foreign_body(chain, head):
        return False
    of_country = chain.of("J") is not None
    if number is not None and day is not None:
        return body is not None or (of_country and capital) or (title is not None and capital)
    if title is not None:
        return body is not None or (of_country and capital)
    full = day is not None and len(day.value or "") == _FULL
    return body is not None and (number is not None or full)


def _treaty(chain: Chain, head: Piece, text: str) -> bool:
    capital = _capital(head, text)
    maker = chain.of("J")
    union = maker is not None and maker.maker is not None and maker.maker.jurisdiction in _UNIONS
    title, day = chain.of("T"), chain.of("D")
    if chain.of("N") is not None and union:
        return True
    if title is None:
        return is_of_labour(chain, text) and capital
    if head.type in ("convention", "covenant"):
        return capital or day is not None or union
    named = (title.value or "").lower()
    if _between().search(named):
        return capital or day is not None
    return day is not None and (capital or union or head.lang == "kk") and bool(_states().search(named))


_UNIONS = frozenset({"ilo", "un", "eu", "eaeu", "cis", "coe", "unesco"})


@cache
def _between() -> regex.Pattern[str]:
    return regex.compile(grammar.words()["treaties"]["between"])


@cache
def _states() -> regex.Pattern[str]:
    return regex.compile(grammar.words()["treaties"]["parties"])


def _policy(chain: Chain, head: Piece, text: str) -> bool:
    quotation = chain.of("QT")
    if chain.of("N") is not None and chain.of("D") is not None:
        return chain.of("J") is not None or quotation is not None
    if quotation is None or (quotation.end < head.start and head.lang not in ("kk", "en")):
        return False
    if quotation.end > head.end and head.lang == "kk":
        return False
    named = bool(_named().search((quotation.value or "").lower()))
    noun = text[head.start : head.end].lower()
    return named or ((len(noun.split()) > 1 or _own().match(noun) is not None) and not head.plural)


@cache
def _own() -> regex.Pattern[str]:
    return regex.compile(grammar.words()["policies"]["own"])


@cache
def _named() -> regex.Pattern[str]:
    return regex.compile(grammar.words()["policies"]["named"])


def _body(chain: Chain) -> str | None:
    return next((one.maker.body for one in chain.pieces if one.maker and one.maker.body), None)


def _foreign_body(chain: Chain, head: Piece) -> bool:
    """Whether the chain names a body that does not make acts of this type."""
    assert head.type is not None
    kind = grammar.types()[head.type]
    return bool(kind.by) and (body := _body(chain)) is not None and body not in kind.by


_TESTS = {"name": _name, "act": _act, "body": _body_act, "treaty": _treaty, "policy": _policy}
