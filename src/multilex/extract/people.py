"""People: the same author across languages, and the addresses that belong to each."""

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

import regex

from multilex.extract.name_lattice import same_initials, same_name, same_person, spelt_length
from multilex.record import Affiliation, Author, Email, Note
from multilex.segment.callouts import SUPERSCRIPTS
from multilex.vocabulary import NoteCode, Severity


def join_people(authors: Sequence[Author]) -> tuple[Author, ...]:
    """
    Numbers persons from 1 in the order of the language printed first, and gives each author a `person`.

    Family name and initials decide; what they leave open, the order decides where two languages print equally
    many authors and family name or initials agree.
    """
    lists: dict[str, list[Author]] = {}
    for author in authors:
        lists.setdefault(author.lang, []).append(author)
    person: dict[str, int] = {}
    known: list[list[Author]] = []
    for entries in lists.values():
        for author, number in _numbered(entries, known):
            person[author.id] = number
            while len(known) < number:
                known.append([])
            known[number - 1].append(author)
    return tuple(author.model_copy(update={"person": person[author.id]}) for author in authors)


def _numbered(entries: list[Author], known: list[list[Author]]) -> list[tuple[Author, int]]:
    """Each author of one language with the number of its person."""
    free = set(range(len(known)))
    chosen: dict[int, int] = {}
    for at, author in enumerate(entries):  # names first, the same place in the order before others
        order = sorted(free, key=lambda number: (abs(number - at), number))
        match = next((n for n in order if any(same_person(author, other) for other in known[n])), None)
        if match is not None:
            chosen[at] = match
            free.discard(match)
    if len(entries) == len(known):  # what names leave open, the order decides
        for at, author in enumerate(entries):
            if at not in chosen and at in free and _alike(author, known[at]):
                chosen[at] = at
                free.discard(at)
    following = len(known)
    numbers = []
    for at, author in enumerate(entries):
        if at not in chosen:
            chosen[at], following = following, following + 1
        numbers.append((author, chosen[at] + 1))
    return numbers


def _alike(author: Author, others: list[Author]) -> bool:
    """Whether family name or initials agree with one of a person's printed names."""
    return any(
        same_name(author.family or "", other.family or "")
        or (bool(author.given and other.given) and same_initials(author.given, other.given))
        for other in others
    )


def link_emails(
    authors: Sequence[Author], emails: Sequence[Email]
) -> tuple[tuple[Author, ...], tuple[Email, ...], tuple[Note, ...]]:
    """
    Gives each address to an author of its language, and notes addresses that several persons share.

    What `extract_authors` read beside a name is kept. Else a number decides that one author bears; else the
    star, when one author of the language has one; else the likeness of address and name; else a single author
    takes a single address; else an address goes to the person who has it in another language.
    """
    owners: dict[int, str] = {}
    for at, email in enumerate(emails):
        own = [author for author in authors if email.lang in (None, author.lang)]
        owner = _owner(email, own, sum(other.lang == email.lang for other in emails))
        if owner is not None:
            owners[at] = owner.id
    by_id = {author.id: author for author in authors}
    persons = {author.email.casefold(): author.person for author in authors if author.email} | {
        (emails[at].value or "").casefold(): by_id[owner].person for at, owner in reversed(owners.items())
    }
    for at, email in enumerate(emails):
        person = persons.get((email.value or "").casefold())
        twin = next((a for a in authors if person and a.person == person and a.lang == email.lang), None)
        if at not in owners and twin is not None:
            owners[at] = twin.id
    linked = tuple(
        email.model_copy(update={"author": owners[at]}) if at in owners else email for at, email in enumerate(emails)
    )
    addresses = {author.id: author.email for author in authors if author.email}
    for email in linked:
        if email.author and email.value:
            addresses.setdefault(email.author, email.value)
    with_address = tuple(
        author.model_copy(update={"email": addresses[author.id]}) if author.id in addresses else author
        for author in authors
    )
    return with_address, linked, (*_address_notes(with_address, linked), *_count_notes(with_address))


def _owner(email: Email, authors: list[Author], addresses: int) -> Author | None:
    if not authors:
        return None
    likeness = sorted(((_likeness(email.value or "", author), author) for author in authors), key=lambda pair: -pair[0])
    mark = (email.mark or "").translate(SUPERSCRIPTS)
    marked = [author for author in authors if mark and mark in author.marks]
    if len(marked) == 1 and addresses > 1:
        return marked[0]
    starred = [author for author in authors if author.corresponding]
    best, runner_up = likeness[0], likeness[1] if len(likeness) > 1 else (0.0, None)
    if len(starred) == 1 and (addresses == 1 or email.mark == "*" or best[1] is starred[0]):
        return starred[0]
    if best[0] > 3 and best[0] > runner_up[0]:
        return best[1]
    return authors[0] if len(authors) == 1 and addresses == 1 else None


def _likeness(address: str, author: Author) -> float:
    """
    How many letters of the family name (or of a first name) the local part spells, at least four, else 0; a
    fitting initial and a name spelt to its end count for a little more.
    """
    local = address.split("@")[0]
    names = [author.family or "", *regex.findall(r"\p{L}{3,}", author.given or "")]
    likeness = 0.0
    for piece in regex.findall(r"\p{L}{4,40}", local):
        for name in names:
            for start in range(len(piece) - 3):
                letters = spelt_length(name, piece[start:])
                whole = 0.25 * same_name(name, piece[start:])
                likeness = max(likeness, letters + whole if letters > 3 else 0)
    initials = regex.findall(r"(?<!\p{L})\p{L}{1,2}(?!\p{L})", local)
    return likeness + 0.5 * bool(likeness and initials and same_initials(author.given, ".".join(initials)))


def _address_notes(authors: Sequence[Author], emails: Sequence[Email]) -> list[Note]:
    """One note per address that authors of different persons share, or that is printed in different ways."""
    notes = []
    person = {author.id: author.person for author in authors}
    for first, second in combinations([email for email in emails if email.value], 2):
        same = (first.value or "").casefold() == (second.value or "").casefold()
        if same and first.author and second.author and person[first.author] != person[second.author]:
            notes.append(_note(NoteCode.EMAIL_DUPLICATE, f"{first.value} stands with two different authors", second))
        elif same and first.value != second.value:
            notes.append(_note(NoteCode.EMAIL_DUPLICATE, f"{first.value} is also printed as {second.value}", second))
    return notes


def _count_notes(authors: Sequence[Author]) -> list[Note]:
    counts = Counter(author.lang for author in authors)
    if len(set(counts.values())) < 2:
        return []
    printed = ", ".join(f"{language} {count}" for language, count in counts.items())
    return [
        Note(
            code=NoteCode.COUNT_DIFFERS,
            severity=Severity.WARNING,
            message=f"the languages print different numbers of authors: {printed}",
            field="/authors",
        )
    ]


def affiliation_notes(authors: Sequence[Author], affiliations: Sequence[Affiliation]) -> tuple[Note, ...]:
    """Notes on marks without their affiliation and affiliations without an author."""
    notes = []
    for author in authors:
        own = [each for each in affiliations if each.lang == author.lang]
        known = {mark for each in own for mark in (each.mark or "").split(",")}
        lost = [mark for mark in author.marks if own and mark not in known]
        if lost and not author.affiliations:
            message = f"no affiliation bears the mark {', '.join(lost)} of {author.value}"
            notes.append(_note(NoteCode.AFFILIATION_DANGLING, message, author))
    used = {identifier for author in authors for identifier in author.affiliations}
    marked = {author.lang for author in authors if author.marks}
    for each in affiliations:
        if each.mark and each.id not in used and each.lang in marked:
            message = f"no author bears the mark {each.mark} of {each.value}"
            notes.append(_note(NoteCode.AFFILIATION_DANGLING, message, each))
    return tuple(notes)


def _note(code: NoteCode, message: str, finding: Author | Affiliation | Email) -> Note:
    return Note(
        code=code,
        severity=Severity.WARNING,
        message=message,
        lang=finding.lang,
        span=finding.span,
        places=finding.places,
    )
