"""The people of a reference: authors at the head, names after a slash, editors, translators."""

from dataclasses import replace
from functools import cache

import regex

from multilex.extract.reference_fields.draft import BLOT, Draft, Person, after
from multilex.extract.reference_fields.names import INITIALS, WORD, full_names, name_list
from multilex.extract.reference_fields.words import alternation, cues

_KEPT = ("author", "editor", "translator")
_ROLES = ("editor", "translator", "compiler", "supervisor")
_IN_FULL = regex.compile(rf"{WORD}\s{WORD}(?=\s?[.;,])")
_LEAD = regex.compile(rf"[\s.,;:*\"'{BLOT}]*(?:[0-9]{{1,3}}[.)]\s{{0,2}}(?=\p{{Lu}}\p{{L}}))?")
"""What may stand before the first name: signs, and the number of the item once more."""
_BEFORE_QUOTE = regex.compile(r"(?P<body>\p{Lu}[^\x01()/\[\]\".:]{2,60})[.,]\s(?=\")")
_BODY = regex.compile(
    r"(?P<body>\p{Lu}[^\x01()/\[\]]{2,140}?(?:\s\(\p{Lu}{2,10}\))?)[.,]?\s(?P<date>\((?:19|20)[0-9]{2}(?:,\s[^()]{1,20})?\)\.?)"
)


def read_head(draft: Draft) -> int:
    """Take the authors that a reference begins with; the offset after them is given back."""
    start = after(_LEAD, draft.plain)
    if collective := _collective().match(draft.folded, start):
        draft.people["author"] = [Person(*collective.span(), literal=draft.text[slice(*collective.span())])]
        draft.blot(*collective.span())
        return collective.end()
    names = name_list(draft, start, head=True) or full_names(draft, start)
    if names is None:
        return _read_body(draft, start)
    role = _editor_after().match(draft.folded, names.end)
    key = "editor" if role else "author"
    draft.people[key] = names.people
    if names.et_al:
        draft.et_al.add(key)
    end = role.end() if role else names.end
    end = _read_short_host(draft, key, end)
    draft.blot(start, end)
    return end


_SHORT_HOST = regex.compile(
    r"[.,]?\s(?P<host>(?:\p{Lu}\p{Ll}{0,9}\.\s?){1,6}(?:[A-Z]\s)?)(?=(?:[0-9]{1,4},?\s\()?(?:19|20)[0-9]{2}[,)])"
)
_LAST_INITIAL = regex.compile(r"(?<=\p{Lu}\.\s?)\s(?P<letter>\p{Lu}\.)(?:\s\p{Lu}\p{Ll}\.)*$")


def _read_short_host(draft: Draft, key: str, end: int) -> int:
    """Where the names end in ``Lee, H. J. Mater. Chem. 2019``: a shortened host, whose first word is no initial."""
    match = _SHORT_HOST.match(draft.plain, end)
    if match is None:
        return end
    last, start = draft.people[key][-1], match.start("host")
    if (letter := _LAST_INITIAL.search(last.given or "")) and letter["letter"] in _JOURNAL:
        start = end - (letter.end() - letter.start("letter"))
        draft.people[key][-1] = replace(last, given=(last.given or "")[: letter.start()], end=start - 1)
        end = start
    elif len(match["host"].split()) < _FEWEST_SHORT:
        return end
    draft.take("container-title", start, start + len(draft.plain[start : match.end()].rstrip()))
    return end


_JOURNAL = ("J.",)
_FEWEST_SHORT = 2


_BODY_YEAR = regex.compile(
    r"(?P<body>\p{Lu}(?:[^\x01()/\[\]:;.,\"]|[.,](?!\s)|,\s(?![0-9])){2,90}?)[.,]?\s(?=(?:19|20)[0-9]{2}[a-h]?[.,]\s[\p{Lu}\"'])"
)


def _read_body(draft: Draft, start: int) -> int:
    """A body before a title in quotation marks, or whatever stands before a year in brackets where authors would."""
    quoting = _BEFORE_QUOTE.match(draft.plain, start)
    if quoting and "body" in cues().count(draft.folded[slice(*quoting.span("body"))]):
        draft.people["author"] = [Person(*quoting.span("body"), literal=draft.text[slice(*quoting.span("body"))])]
        draft.blot(*quoting.span("body"))
        return quoting.end("body")
    dated = _BODY_YEAR.match(draft.plain, start)
    if dated and not draft.mentions("official", "acts"):
        told = cues().count(draft.folded[slice(*dated.span("body"))])
        if "body" in told and not told.keys() & {"report", "journal", "conference"}:
            draft.people["author"] = [Person(*dated.span("body"), literal=draft.text[slice(*dated.span("body"))])]
            draft.blot(*dated.span("body"))
            return dated.end("body")
    match = _BODY.match(draft.plain, start)
    if (
        match is None
        or _versus().search(draft.folded, start, match.end())
        or not regex.match(r"[\s.,:]*[\p{L}\"'0-9]", draft.plain[match.end("date") :])
    ):
        return start
    first, end = match.span("body")
    draft.people["author"] = [Person(first, end, literal=draft.text[first:end])]
    draft.blot(first, end)
    return end


@cache
def _collective() -> regex.Pattern[str]:
    return regex.compile(rf"{alternation('marks', 'collective')}(?!\p{{L}})")


@cache
def _versus() -> regex.Pattern[str]:
    return regex.compile(rf"\s{alternation('official', 'versus')}\.?\s")


@cache
def _editor_after() -> regex.Pattern[str]:
    return regex.compile(rf"\s{{0,2}},?\s{{0,2}}[\[(]?{alternation('marks', 'editor_after')}(?!\p{{L}})\.?[\])]?")


def read_responsibility(draft: Draft) -> None:
    """Take names with their roles wherever they stand: after a slash, *ed. by*, *(eds.)*, *in Name (ed.)*."""
    _read_roles_behind(draft)
    _read_roles(draft)
    _read_in(draft)
    _read_slashes(draft)
    _read_repeats(draft)


def _read_roles(draft: Draft) -> None:
    if not any(draft.mentions("marks", f"{role}_before") for role in _ROLES):
        return
    for match in _roles().finditer(draft.folded):
        names = name_list(draft, match.end(), told=True)
        if names is None:
            if match["translator"]:
                draft.blot(match.start(), after(_IN_FULL, draft.plain, match.end()))
            continue
        role = match.lastgroup or "supervisor"
        if role == "compiler" and not draft.people.get("author"):
            role = "author"
        if role in _KEPT and role not in draft.people:
            draft.people[role] = names.people
            if names.et_al:
                draft.et_al.add(role)
        draft.blot(match.start(), names.end)


def _read_roles_behind(draft: Draft) -> None:
    """``(M. Cole, Ed.)``, ``(H. Weaver, Trans.; 2nd ed.)``, ``Handbook, A. Brown, Ed.``: names before their role."""
    if not (draft.mentions("marks", "editor_after") or draft.mentions("marks", "translator_after")):
        return
    for match in _role_behind().finditer(draft.folded):
        role = str(match.lastgroup)
        if role in draft.people:
            continue
        for begin in _NAME_BEGINS.finditer(draft.plain, max(0, match.start() - 120), match.start()):
            if introduced := _in_word().match(draft.folded, begin.end()):
                names = name_list(draft, introduced.end())
                if names and names.end == match.start():
                    break  # `_read_in` takes them together with *in*
                continue
            names = name_list(draft, begin.end())
            people = [one for one in names.people if one.end <= match.start()] if names else []
            if people and people[-1].end == match.start():
                draft.people[role] = people
                draft.blot(begin.end(), match.end())
                break


_NAME_BEGINS = regex.compile(r"(?:[(,]|(?<!\b\p{Lu})\.)\s?(?=\p{Lu})")


@cache
def _role_behind() -> regex.Pattern[str]:
    editor, translator = (alternation("marks", f"{role}_after") for role in ("editor", "translator"))
    return regex.compile(rf"(?:,\s?|\s[(\[])(?:(?P<editor>{editor})|(?P<translator>{translator}))(?!\p{{L}})\.?[)\]]?")


@cache
def _in_word() -> regex.Pattern[str]:
    return regex.compile(rf"(?:{alternation('marks', 'in_book')}|{alternation('marks', 'in_colon')})[.:]?\s{{1,2}}")


@cache
def _roles() -> regex.Pattern[str]:
    editor, translator, compiler, supervisor = (alternation("marks", f"{role}_before") for role in _ROLES)
    role = rf"(?P<editor>{editor})|(?P<translator>{translator})|(?P<compiler>{compiler})|{supervisor}"
    before = r"(?:(?<=[/;,.:(\[\]\x01-])|(?<=[/;,.:(\[\]\x01-]\s)|^)\s?"
    return regex.compile(rf"{before}(?:{role})(?!\p{{L}})[.:]?\s{{0,2}}")


def _read_in(draft: Draft) -> None:
    """``In A. Name (Eds.), Title``, ``in Name, A. (ed.) Title``, ``in Name, First, Title``, ``In: Title``."""
    for match in _in().finditer(draft.folded):
        if draft.plain[match.end()].islower():
            continue
        start, end = match.span("word")
        names = None if "editor" in draft.people else name_list(draft, match.end())
        if names is None:
            if not _introduces(draft, match):
                continue
            if "collection" in cues().count(draft.folded[start:end]):
                draft.kinds |= {"introduced", "collection"}
        else:
            role = _editor_after().match(draft.folded, names.end)
            if role is None and draft.plain[names.end : names.end + 1] != ",":
                continue
            draft.people["editor"] = names.people
            end = role.end() if role else names.end
        draft.blot(start, end)
        draft.introduced.add(start)


def _introduces(draft: Draft, match: regex.Match[str]) -> bool:
    """Whether *in* stands before a host and not in the title: more than one word, or what follows tells."""
    if "//" in draft.plain:
        return False
    ahead = slice(match.end(), match.end() + 120)
    edited = "editor" in draft.people and BLOT in draft.plain[ahead]
    told = cues().count(draft.folded[ahead]).keys() & {"conference", "collection", "encyclopedia", "journal"}
    return edited or bool(told) or " " in match["word"].strip() or ":" in match["word"]


@cache
def _in() -> regex.Pattern[str]:
    word = alternation("marks", "in_book")
    follows = r"(?=[\p{Lu}\"0-9])"
    colon = alternation("marks", "in_colon")
    return regex.compile(
        rf"[.,:?!'\"/\]]\s{{0,2}}-?\s?(?P<word>(?:{word}(?!\p{{L}})[.:]{{0,2}}|{colon}:)\s{{0,2}}){follows}"
    )


def _read_repeats(draft: Draft) -> None:
    """Blot the names of authors that are printed once more, with initials or in full."""
    families = {person.family for person in draft.people.get("author", ()) if person.family}
    if not families:
        return
    for match in _AGAIN.finditer(draft.plain):
        if match["family"] in families:
            draft.blot(match.start("name"), match.end())


_INITIALS_FIRST = rf"{INITIALS}\s?(?P<family>{WORD})"
_FAMILY_FIRST = rf"(?P<family>{WORD}),?\s(?:{INITIALS}|{WORD}\s{WORD})"
_AGAIN = regex.compile(rf"[\x01/]\s?[.,:;]?\s?(?P<name>{_INITIALS_FIRST}|{_FAMILY_FIRST})(?!\p{{L}})")


def _read_slashes(draft: Draft) -> None:
    for match in _SLASH.finditer(draft.plain):
        names = name_list(draft, match.end()) if BLOT not in draft.plain[slice(*match.span())] else None
        if names is None:
            continue
        authors = draft.people.setdefault("author", names.people)
        if len(names.people) > len(authors) and names.people[0].family == authors[0].family:
            draft.people["author"] = names.people  # the head has only the first of them
            draft.et_al.discard("author")
        if names.et_al and len(authors) <= len(names.people):
            draft.et_al.add("author")
        draft.blot(match.start(), names.end)
        if (issuer := _ISSUER.match(draft.plain, names.end)) and _is_body(draft, issuer):
            draft.remarks.append(issuer.span("issuer"))
            draft.blot(*issuer.span())


def _is_body(draft: Draft, match: regex.Match[str]) -> bool:
    return not cues().count(draft.folded[slice(*match.span("issuer"))]).keys().isdisjoint({"body", "publisher"})


_ISSUER = regex.compile(r"\s?;\s(?P<issuer>[^\x01;/]{5,150}?)(?=\.?\s-\s\p{Lu}[\p{L}. -]{1,30}?\s?:)")
"""The body behind the names after a slash, where place and publisher follow."""
_SLASH = regex.compile(r"\s{0,2}(?<!/)/(?!/)\s{0,2}(?=\p{Lu})")
