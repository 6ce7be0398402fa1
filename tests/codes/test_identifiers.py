"""ISSN, ORCID, JEL and e-mail addresses."""

import pytest

from multilex.codes import email, issn, jel, orcid
from multilex.vocabulary import CodeStatus

VALID, REPAIRED, MALFORMED = CodeStatus.VALID, CodeStatus.REPAIRED, CodeStatus.MALFORMED


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("ISSN 2049-3630 (Print), 2434-561X (Online)", [("2049-3630", VALID), ("2434-561X", VALID)]),
        ("eISSN: 2434–561х", [("2434-561X", REPAIRED)]),
        ("e-ISSN (online) 2049 3630", [("2049-3630", REPAIRED)]),
        ("ISSN 2049-3631", [("2049-3631", MALFORMED)]),
        ("2019-2020, с. 2049-3630", []),
    ],
)
def test_issn(text: str, found: list[tuple[str, CodeStatus]]) -> None:
    assert [(match.value, match.status) for match in issn.find(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("https://orcid.org/0000-0002-1694-233X.", [("0000-0002-1694-233X", VALID)]),
        ("ORCID iD: 0000 0002 1825 0097", [("0000-0002-1825-0097", REPAIRED)]),
        ("0000–0002–1825–0097", [("0000-0002-1825-0097", REPAIRED)]),
        ("0000-0002-1825-0098", [("0000-0002-1825-0098", MALFORMED)]),
        ("ORCID 0000-0002-1694-233Х", [("0000-0002-1694-233X", REPAIRED)]),  # Cyrillic Х
        ("карта 4400-4302-1825-0097", []),
    ],
)
def test_orcid(text: str, found: list[tuple[str, CodeStatus]]) -> None:
    assert [(match.value, match.status) for match in orcid.find(text)] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("JEL: J61, F22", ["J61", "F22"]),
        ("JEL Classification codes: J61; F22", ["J61", "F22"]),
        ("Код JEL: О15", ["O15"]),
        ("витамин B12", []),
        ("JEL: S10", []),
    ],
)
def test_jel(text: str, found: list[str]) -> None:
    assert [match.value for match in jel.find(text)] == found


@pytest.mark.parametrize(
    ("text", "value", "status"),
    [
        ("*some_one.77@mail.ru", "some_one.77@mail.ru", VALID),
        ("(e-mail:a-b@uni.edu.kz);", "a-b@uni.edu.kz", VALID),
        ("¹one_@mail.ru.", "one_@mail.ru", VALID),
        ("e-mailsomeone@mail.ru", "someone@mail.ru", VALID),
        ("one@mail.ruАсан", "one@mail.ru", VALID),
        ("one@mail.ru. com", "one@mail.ru", VALID),
        ("one@mail. ru", "one@mail.ru", REPAIRED),
        ("one@uni.edu. kz", "one@uni.edu.kz", REPAIRED),
        ("one @ mail.ru", "one@mail.ru", REPAIRED),
        ("one@mail,ru", "one@mail.ru", REPAIRED),
        ("оnе@mail.ru", "one@mail.ru", REPAIRED),  # Cyrillic о and е
        ("one.@mail.ru", "one.@mail.ru", MALFORMED),
    ],
)
def test_email(text: str, value: str, status: CodeStatus) -> None:
    assert [(match.value, match.status) for match in email.find(text)] == [(value, status)]


@pytest.mark.parametrize("text", ["https://un.org/@asia/@ro-bangkok/", "@someone", "one@mail", "a @ b", "5 @ 3.5"])
def test_what_is_no_email(text: str) -> None:
    assert not list(email.find(text))
