"""Identity: what a chain says of its act, and the key that follows from it."""

from dataclasses import dataclass, field, replace
from functools import cache, lru_cache

import regex

from multilex.extract.acts import catalogue, grammar
from multilex.extract.acts.chains import Chain
from multilex.extract.acts.fold import fold
from multilex.packs import table

HOME = "kz"
FULL = len("2011-07-22")


@dataclass(frozen=True, slots=True)
class Act:
    """An act as one mention describes it; what is not said is None. `date` has the printed precision; `codes` are the
    names a code may mean; `key` is None where nothing identifies it; `candidates` are other keys that would fit.
    """

    type: str
    jurisdiction: str | None
    body: str | None = None
    issuer: str | None = None
    title: str | None = None
    date: str | None = None
    other_date: str | None = None
    number: str | None = None
    codes: tuple[str, ...] = ()
    key: str | None = None
    candidates: tuple[str, ...] = field(default=())


def describe(chain: Chain, text: str, home: str | None = HOME) -> Act:
    """The act of a chain. `home` is whose act it is when no country is named; None when that cannot be told."""
    head = chain.head
    title, day, number = chain.of("TQ"), chain.of("Dd"), chain.of("N")
    makers = [piece for piece in chain.pieces if piece.letter == "J" and piece.maker]
    country = next((one.maker.jurisdiction for one in makers if one.maker and one.maker.jurisdiction), None)
    by_number = grammar.jurisdiction_of_number(number.value) if number and number.value and not country else None
    said = day.value if day else None
    named = [one.maker for one in (*makers, head) if one.maker and one.maker.body]
    body = named[0].body_on(said) if named else None
    assert head.type is not None
    kind = grammar.types().get(head.type)
    own = head.maker.jurisdiction if head.maker else kind.jurisdiction if kind else None
    statute = head.letter == "S" and head.lang == "en" and head.type == "law"
    if statute or _is_foreign(chain, text):
        home = None
    if kind is not None and kind.home:
        home = "ilo" if is_of_labour(chain, text) else kind.home
    act = Act(
        type=by_number[1]
        if by_number and by_number[1] and head.type == "law"
        else _type(chain, body, fold(text[chain.start : chain.end])),
        jurisdiction=own or country or (by_number[0] if by_number else home),
        body=body,
        issuer=" ".join(text[makers[0].start : makers[0].end].split()) if makers else None,
        title=(title.value if title else head.value if head.letter == "S" else None),
        date=day.value if day else head.date if head.letter == "S" else None,
        other_date=day.other if day else None,
        number=number.value if number else head.value if head.letter == "K" else None,
        codes=_codes(chain, title.value if title else None) if _is_code(head.type) else (),
    )
    if head.letter == "K" and head.key:
        return replace(act, key=_named_key(head.key, head.other, act))
    told = own or country or by_number
    act = identified(_settled(act))
    return act if told or not _is_vague(act) else replace(act, key=None)


def is_of_labour(chain: Chain, text: str) -> bool:
    """Whether a convention known by its number alone is the ILO's, which the text names elsewhere."""
    number = chain.of("N")
    short = number is not None and (number.value or "").isdigit() and int(number.value or "0") < 210
    own = chain.head.type in ("convention", "recommendation") and chain.of("JDT") is None
    return short and own and _names_labour(text)


@lru_cache(maxsize=4)
def _names_labour(text: str) -> bool:
    return regex.search(grammar.words()["treaties"]["labour"], text.lower()) is not None


def _is_vague(act: Act) -> bool:
    """Whether an act is said by no more than its year, or by a number without a date."""
    if act.title or act.codes or act.jurisdiction != HOME or act.type == "constitution":
        return False
    return (act.number is None and len(act.date or "") < FULL) or (act.date is None and (act.number or "").isdigit())


def _settled(act: Act) -> Act:
    """The act with the other reading of its date, where the catalogue knows an act of that day and number only."""
    if act.other_date is None or act.date is None or act.jurisdiction is None:
        return act
    first, other = (
        catalogue.by_date(day, act.number, act.type, act.jurisdiction) for day in (act.date, act.other_date)
    )
    return replace(act, date=act.other_date, other_date=act.date) if other and not first else act


def _is_foreign(chain: Chain, text: str) -> bool:
    """Whether words beside a code or constitution without country show that it may not be the home country's."""
    if chain.head.letter != "C" or chain.head.abbreviation:
        return False
    before, after = text[max(0, chain.start - 40) : chain.start], text[chain.end : chain.end + 40]
    if _foreign("before").search(before.lower()):
        return True
    if chain.lang == "ru":
        return chain.of("J") is None and _foreign("noun_after").search(after) is not None
    if chain.lang == "kk":
        return _foreign("genitive_before").search(before) is not None
    return chain.lang == "en" and _foreign("genitive_after").search(after) is not None


@cache
def _foreign(side: str) -> regex.Pattern[str]:
    return regex.compile(grammar.words()["foreign"][side])


def _type(chain: Chain, body: str | None, folded: str) -> str:
    head = chain.head
    assert head.type is not None
    kind = grammar.types().get(head.type)
    if kind is None:
        return head.type
    if head.type == "decree" and chain.of("F"):
        return "decree_force_of_law"
    if head.type in ("law", "code") and regex.search(
        grammar.words()["draft"]["words"] + r"\s$", folded[: max(0, head.start - chain.start)]
    ):
        return f"draft_{head.type}"
    if head.type == "decree" and body is None and head.lang in ("ru", "kk"):
        body = "president"
    return kind.by.get(body or "", head.type)


def _is_code(kind: str) -> bool:
    return kind in ("code", "draft_code")


def _codes(chain: Chain, title: str | None) -> tuple[str, ...]:
    """The codes that a chain may mean, by the name of its noun, another name in it, or its title."""
    named = next((one.codes for one in chain.pieces if one.codes), ())
    return chain.head.codes or named or _codes_of(title)


def _codes_of(title: str | None) -> tuple[str, ...]:
    """The code that a title names: by its prepositional title, or by repeating its name."""
    if title is None:
        return ()
    folded = fold(title)
    for code in grammar.codes().values():
        if any(pattern.match(folded) for pattern in code.titled):
            return (code.slug,)
    for pattern, slugs in grammar.code_patterns().values():
        if match := pattern.search(folded):
            return (slugs[grammar.group_index(match, len(slugs))],)
    return ()


def _named_key(key: str, dated: str | None, act: Act) -> str:
    if act.date is None or dated is None:
        return key
    return dated if act.date == dated.rsplit("/", 1)[-1] else f"{key}/{act.date}"


def identified(act: Act) -> Act:
    """The act with the key that its own words give: ``jurisdiction/type/date/number``, a name or a title for what
    is missing; None when nothing tells it from others.

    >>> identified(Act("law", "kz", date="2011-07-22", number="477-IV")).key
    'kz/law/2011-07-22/477-IV'
    >>> identified(Act("law", "kz", date="1997", title="О миграции населения")).key
    'kz/law/1997/o-migratsii-naseleniya'
    """
    if act.jurisdiction is None:
        return replace(act, key=None)
    number = catalogue.canonical(act.number) if act.number else None
    stem = f"{act.jurisdiction}/{act.type.replace('_', '-')}"
    if act.type == "constitution":
        return replace(act, key=stem)
    if act.body is None and act.type in grammar.types() and grammar.types()[act.type].by:
        return replace(act, key=None)
    if act.jurisdiction == "ilo" and act.number:
        return replace(act, key=f"{stem}/{number}")
    if act.date and number:
        return replace(act, key=f"{stem}/{act.date}/{number}")
    if len(act.codes) == 1:
        return replace(act, key=f"{stem}/{act.codes[0]}" + (f"/{act.date}" if act.date else ""))
    if act.codes:
        return replace(act, key=None, candidates=tuple(f"{stem}/{slug}" for slug in act.codes))
    if act.jurisdiction == "int" and act.number and not act.date:
        return replace(act, key=None)
    parts = [part for part in (act.date, number or (slug(act.title) if act.title else None)) if part]
    return replace(act, key="/".join([stem, *parts]) if parts else None)


def slug(title: str) -> str:
    """A title for keys: romanised, lower case, words joined by hyphens.

    >>> slug("О миграции населения"), slug("On Labor Migration"), slug("Казахстан-2050")
    ('o-migratsii-naseleniya', 'on-labor-migration', 'kazakhstan-2050')
    """
    latin = "".join(_letters().get(letter, letter) for letter in fold(title))
    return "-".join(regex.findall(r"[a-z0-9]+", latin))


@cache
def _letters() -> dict[str, str]:
    return dict(pair.split("=") for pair in table("law/words")["slug"]["letters"].split())


def adilet_id(act: Act, registration: tuple[str, str] | None = None) -> str | None:
    """The id that the act has in the register of adilet.zan.kz: from the catalogue, else by its rule; None where
    the rule does not hold (numbers that are more than figures, acts of others, dates not known to the year).

    >>> adilet_id(Act("law", "kz", date="2011-07-22", number="477-IV"))
    'Z1100000477'
    >>> adilet_id(Act("president_decree", "kz", date="2007-08-28", number="399"))
    'U070000399_'
    """
    if act.jurisdiction != HOME or act.date is None:
        return None
    known = catalogue.by_date(act.date, act.number, act.type)
    return known.adilet if known and known.adilet else rule_id(act, registration)


def rule_id(act: Act, registration: tuple[str, str] | None = None) -> str | None:
    """The id that the register's rule gives an act, whatever the catalogue says. Acts of the Supreme Soviet (to 1995)
    have none by rule; neither have laws that the President made by decree, which the register keeps partly as laws and
    partly as decrees, and acts of the months of 2010 in which the shape of the ids changed.
    """
    assert act.date is not None
    if regex.search("-XI{1,3}$", act.number or "") or _SHAPE_CHANGES[0] <= act.date < _SHAPE_CHANGES[1]:
        return None
    letter = _register_letter(act.type)
    if letter == "Z" and _BY_DECREE[0] <= act.date < _BY_DECREE[1] and (act.number or "").isdigit():
        return None
    number, year = (act.number or "").split("-")[0], act.date[:4]
    if letter == "V":
        if registration is None:
            return None
        number, year = registration[0], registration[1][:4]
    if letter is None or not number.isdigit() or ("/" in (act.number or "") and letter != "V"):
        return None
    old = int(year) <= 2010 and act.date < _SHAPE_CHANGES[1]
    if act.type.startswith("supreme_court"):
        return f"P{year[2:]}{number:>06}S_" if int(year) < 2010 else f"P{year[2:]}{number:>07}S"
    return f"{letter}{year[2:]}{number:>07}_" if old else f"{letter}{year[2:]}{number:>08}"


_BY_DECREE = ("1995-03-11", "1996-02")
"""When the President made the laws: from the dissolution of one parliament to the first session of the next."""

_SHAPE_CHANGES = ("2010-07-16", "2010-11-29")
"""Between the last act of 2010 known with the old shape of ids and the first with the new one."""


def _register_letter(kind: str) -> str | None:
    for one in grammar.types().values():
        if kind == one.id or (kind in one.by.values() and kind.endswith(one.id)):
            letter = one.adilet
            return "S" if kind.startswith("constitutional_co") else letter
    return None
