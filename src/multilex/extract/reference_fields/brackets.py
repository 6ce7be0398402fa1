"""Brackets that are no part of the title: the medium, the language of the work, a translation of the title."""

from functools import cache

import regex

from multilex.codes import skeleton
from multilex.extract.reference_fields.draft import Draft
from multilex.extract.reference_fields.words import alternation
from multilex.packs import table

_GLUED = regex.compile(r"-?\p{Ll}")
_SQUARE = regex.compile(r"\[([^\[\]]{2,400})\]")


def read_brackets(draft: Draft) -> None:
    """Take remarks on the medium and language, and a translated title in square brackets."""
    for match in _medium().finditer(draft.folded) if draft.mentions("medium", "words") else ():
        if draft.has("medium"):
            draft.blot(*match.span())
        else:
            draft.take("medium", *match.span("words"), around=match.span())
    for match in _bare().finditer(draft.folded) if draft.mentions("medium", "bare") else ():
        draft.blot(match.start("words"), match.end("words"))
    for match in _language().finditer(draft.folded):
        draft.noted = draft.noted or next((code for form, code in _noted().items() if form in match[0]), None)
        draft.blot(*match.span())
    for kind in ("dataset", "software"):
        if draft.mentions("medium", kind) and (remark := _remark(kind).search(draft.folded)):
            draft.kinds.add(kind)
            draft.blot(*remark.span())
    for match in _undated().finditer(draft.folded) if draft.mentions("medium", "undated") else ():
        draft.blot(match.start("words"), match.end("words"))
    if "(" not in draft.plain and "[" not in draft.plain:
        return
    if undated := _remark("undated").search(draft.folded):
        draft.blot(*undated.span())
    elif forthcoming := _remark("forthcoming").search(draft.folded):
        draft.blot(*forthcoming.span())
        draft.kinds.add("forthcoming")
    if original := _original().search(draft.folded):
        draft.blot(*original.span())
    for match in _versioned().finditer(draft.folded):
        if not draft.has(name := str(match.lastgroup)):
            draft.take(name, *match.span(name), around=match.span())


def read_translation(draft: Draft) -> None:
    """Take the title in another language that stands in square brackets after the title."""
    for match in _SQUARE.finditer(draft.plain):
        if draft.plain[match.start() - 1 : match.start()] == "-" or _GLUED.match(draft.plain, match.end()):
            continue  # of the name of a substance
        inner = match[1]
        if _internal().match(draft.folded, match.start(1)):
            draft.blot(*match.span())
            continue
        if not draft.has("genre") and (described := _described().fullmatch(draft.folded, *match.span(1))):
            draft.take("genre", *described.span(), around=match.span())
            continue
        words = regex.findall(r"\p{L}{2,}", inner)
        if (
            _no_title().match(draft.folded, match.start(1))
            or len(words) < 2
            or match.start() < 8
            or draft.has("title-translation")
        ):
            continue
        start, end = match.span(1)
        while end > start and draft.plain[end - 1] in " .,;":
            end -= 1
        if thesis := _thesis_after().search(draft.folded, start, end):
            end = thesis.start()
        draft.take("title-translation", start, end, around=match.span())


@cache
def _internal() -> regex.Pattern[str]:
    remark = f"(?:{alternation('medium', 'internal')}|{alternation('marks', 'translator_before')})"
    return regex.compile(rf"{remark}(?!\p{{L}})")


@cache
def _no_title() -> regex.Pattern[str]:
    genre = rf"(?:{alternation('genres', 'thesis')}|{alternation('genres', 'work')})"
    return regex.compile(rf"(?:\p{{L}}{{3,14}}\s){{0,2}}{genre}(?!\p{{L}})")


@cache
def _thesis_after() -> regex.Pattern[str]:
    """The genre of a thesis at the end of a translated title."""
    return regex.compile(rf"\s?:(?=[^:]{{0,40}}(?<!\p{{L}}){alternation('genres', 'thesis')}(?!\p{{L}}))")


@cache
def _medium() -> regex.Pattern[str]:
    return regex.compile(rf"[\[(]\s?(?P<words>{alternation('medium', 'words')})\.?\s?[\])]")


@cache
def _bare() -> regex.Pattern[str]:
    return regex.compile(rf"[.,;:-]\s{{0,3}}(?P<words>{alternation('medium', 'bare')})(?!\p{{L}})\.?")


@cache
def _undated() -> regex.Pattern[str]:
    """``Astana: Foliant, n.d.``"""
    return regex.compile(
        rf"[,.]\s{{0,2}}-?\s?(?P<words>{alternation('medium', 'undated')}\.?)(?=\s?(?:[.,;\x01-]|$|[0-9]))"
    )


@cache
def _language() -> regex.Pattern[str]:
    forms = "|".join(
        regex.escape(skeleton(form))
        for form in sorted(table("references")["language_notes"]["forms"], key=len, reverse=True)
    )
    return regex.compile(rf"[\[(]\s?(?:{forms})\.?\s?[\])]")


@cache
def _noted() -> dict[str, str]:
    """The beginnings of the names of languages in such notes, folded."""
    stems = table("reference_fields")["noted_languages"]
    return {skeleton(stem): code for code, listed in stems.items() for stem in listed}


@cache
def _remark(key: str) -> regex.Pattern[str]:
    return regex.compile(rf"[\[(]\s?{alternation('medium', key)}\.?\s?[\])]")


@cache
def _described() -> regex.Pattern[str]:
    """What APA says in square brackets that a work is: *Blog post*, *Conference session*."""
    return regex.compile(alternation("genres", "described"))


@cache
def _original() -> regex.Pattern[str]:
    """When a work first came out: ``(Original work published 1966)``."""
    return regex.compile(rf"\({alternation('marks', 'original')}[^()]{{0,20}}(?:1[0-9]|20)[0-9]{{2}}\)\.?")


@cache
def _versioned() -> regex.Pattern[str]:
    """``(Version 1.2)``, ``(Publication No. 1011)``."""
    number, version = alternation("marks", "number_before"), alternation("marks", "version_before")
    report = alternation("genres", "report")
    return regex.compile(
        rf"\((?:{version}\.?\s(?P<version>[0-9][0-9.]{{0,9}})|(?!{report})(?:\p{{L}}{{4,14}}\s){{1,3}}{number}\.?\s(?P<number>[0-9][0-9./-]{{1,14}}))\)"
    )
