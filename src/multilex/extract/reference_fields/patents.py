"""Patents: genre, authority and number, and what they tell besides."""

from functools import cache

import regex

from multilex.extract.reference_fields.draft import Draft
from multilex.extract.reference_fields.words import alternation

_FOREIGN_PATENT = regex.compile(
    r"(?P<country>US|EP|WO|CN|RU|SU|JP|DE|KR|GB)\s?(?P<number>[0-9][0-9,/]{4,12}[0-9](?:\s?[A-Z][0-9]?)?)(?=[.,;:\s])"
)
_ENDS = " .,;:-/\"'()[]"


def read_patent(draft: Draft, start: int) -> bool:
    """Take genre, authority and number of a patent."""
    if foreign := _FOREIGN_PATENT.match(draft.plain, start):
        draft.take("authority", *foreign.span("country"))
        draft.take("number", *foreign.span("number"))
        draft.kinds |= {"patent", "official"}
        return True
    if not draft.mentions("genres", "patent"):
        return False
    for match in _patent().finditer(draft.folded, start):
        first, end = match.span("genre")
        while end > first and draft.plain[end - 1] in _ENDS:
            end -= 1
        country = _country().search(draft.folded, first, match.end("after"))
        phrase = draft.folded[first:end]
        bare = _only_patent().fullmatch(phrase)
        if bare and country:
            draft.take("authority", *country.span("value"))
        else:
            draft.take("genre", first, end)
            if country and country.start() >= end:
                draft.take("authority", *country.span("value"))
        draft.take("number", *match.span("number"), around=(match.start("genre"), match.end("after")))
        draft.kinds |= {"patent", "official"}
        _blot_filing(draft)
        return True
    return False


def _blot_filing(draft: Draft) -> None:
    """Blot what patents tell besides: class, applicant and holder, number and date of the application, bulletin."""
    for match in _filing().finditer(draft.folded):
        draft.blot(*match.span())


@cache
def _filing() -> regex.Pattern[str]:
    classes, holders = alternation("official", "patent_classes"), alternation("official", "patent_holders")
    filed, bulletin = alternation("official", "patent_filed"), alternation("official", "patent_bulletin")
    code = r"[A-H]\s?[0-9]{2}\s?[A-Z](?:\s?[0-9]{1,4}/[0-9]{2,6})?"
    date = r"[0-3]?[0-9]\.[01][0-9]\.(?:(?:19|20)[0-9]{2}|[0-9]{2})(?![0-9])"
    return regex.compile(
        rf"[.,;(\x01]?\s{{0,2}}{classes}\.?\s?[0-9]?\s{{0,2}}:?\s?{code}(?:\s?[,;]\s?{code}){{0,8}}(?:\s?\([0-9]{{4}}\.[0-9]{{2}}\))?\)?"
        rf"|[.;,]\s{{0,2}}-?\s?{holders}(?!\p{{L}})[^;\x01]{{0,160}}?(?=;|\.\s-|\.?\s?-\s?№|\.\s{{0,2}}(?:№|\x01)|$)"
        rf"|(?:№\s?[0-9]{{4,12}}(?:[/.][0-9]{{1,4}}(?:-[0-9]{{1,3}})?)?\s?[;,.]\s{{0,2}})?{filed}\.?:?\s{{0,2}}{date}"
        rf"|(?<!\p{{L}}){bulletin}\.?\s{{0,2}}(?:№\s?)?[0-9]{{1,3}}(?:\s?\([^()]{{1,20}}\))?"
    )


@cache
def _patent() -> regex.Pattern[str]:
    word, country = alternation("genres", "patent"), alternation("official", "countries")
    sign = alternation("marks", "number_before")
    before = rf"(?:^|(?<=[./,;:(\x01-])|(?<=\s(?={country}\s)))\s{{0,2}}"
    genre = rf"(?:{country}\.?\s)?(?:[\p{{L}}']{{2,14}}\s){{0,4}}{word}(?!\p{{L}})\.?"
    more = rf"(?:[\s.]{{0,2}}(?!{sign}(?!\p{{L}}))\p{{L}}{{2,16}}){{0,6}}?\.?"
    number = r"(?:[A-Z]{2}\s?)?(?:[0-9]{1,3}(?:[,\s][0-9]{3}){1,3}|[0-9]{3,8}(?:[/.-][0-9]{1,6})?)(?![0-9])"
    return regex.compile(
        rf"{before}(?P<genre>{genre}{more})\s{{0,2}}(?:{sign}\.?)?\s{{0,2}}"
        rf"(?P<number>{number}(?:\s?[A-Z][0-9](?![0-9\p{{L}}]))?)(?P<after>(?:\s{{0,2}}{country}(?!\p{{L}}))?)"
    )


@cache
def _only_patent() -> regex.Pattern[str]:
    word, country = alternation("genres", "patent_alone"), alternation("official", "countries")
    return regex.compile(rf"(?:{country}\.?\s)?{word}\.?(?:\s{{0,2}}{country})?\.?")


@cache
def _country() -> regex.Pattern[str]:
    return regex.compile(rf"(?<!\p{{L}})(?P<value>{alternation('official', 'countries')})(?!\p{{L}})")
