"""The catalogue agrees with itself and with the rules of dates, numbers and ids."""

import datetime
from collections import defaultdict
from itertools import combinations
from typing import Any

import pytest

from multilex.extract.acts.catalogue import KnownAct, acts, by_code, by_date, by_key, by_title
from multilex.extract.acts.identity import Act, rule_id
from multilex.extract.acts.known import HOME, LANGUAGES
from multilex.packs import table, tables

ENTRIES: list[dict[str, Any]] = [entry for pack in tables("law/acts") for entry in pack["acts"]]
MARKS = {"etalon", "register", "page", "repo", "paper", "pattern", "memory", "missing", "unknown"}
BY_DECREE = ("1995-03", "1996-02")


def show(act: KnownAct) -> str:
    return act.key


def follows(one: KnownAct, other: KnownAct) -> bool:
    """Whether an act was no longer in force when another came into force."""
    return one.until is not None and not (other.since or other.date) < one.until[: len(other.since or other.date)]


def test_it_is_broad() -> None:
    """At least 250 acts, of every level and of the neighbours; each entry became an act."""
    assert len(acts()) == len(ENTRIES) >= 250
    home = [act for act in acts() if act.jurisdiction == HOME]
    assert len(home) >= 250
    assert {"law", "code", "constitution", "constitutional_law", "president_decree"} <= {act.type for act in home}
    assert {"government_resolution", "ministerial_order", "supreme_court_normative_resolution"} <= {
        act.type for act in home
    }
    assert {"ru", "kg", "uz", "by", "ua", "su", "kazssr"} <= {act.jurisdiction for act in acts()}


def test_keys_ids_and_numbers_are_given_once() -> None:
    numbers = [(act.jurisdiction, act.type, act.date, act.number) for act in acts() if act.number]
    ids = [act.adilet for act in acts() if act.adilet]
    for given in ([act.key for act in acts()], ids, numbers):
        assert len(given) == len(set(given)) > 200


@pytest.mark.parametrize("act", acts(), ids=show)
def test_dates_are_days_in_order(act: KnownAct) -> None:
    today = "2027"
    assert datetime.date.fromisoformat(act.date).isoformat() == act.date < today
    assert act.since is None or act.date[: len(act.since)] <= act.since
    assert act.until is None or act.date < act.until
    assert act.since is None or act.until is None or act.since <= act.until


@pytest.mark.parametrize("act", [act for act in acts() if act.adilet], ids=show)
def test_the_id_is_that_of_the_rule(act: KnownAct) -> None:
    """Letter, year and number; where the rule gives none, at least the year and the shape. The register kept some
    decrees with force of law as laws; one code of 1997 is a law there.
    """
    assert act.adilet is not None
    ruled = rule_id(Act(act.type, act.jurisdiction, date=act.date, number=act.number))
    if ruled is None or BY_DECREE[0] <= act.date < BY_DECREE[1] or act.key == "kz/code/1997-12-13/208":
        assert act.adilet[1:3] == act.date[2:4]
        assert len(act.adilet) in (10, 11)
        assert act.adilet[0] in "ZKUV"
    else:
        assert act.adilet == ruled


def test_most_ids_are_ruled() -> None:
    """The test above is not about exceptions."""
    ruled = [act for act in acts() if act.adilet and rule_id(Act(act.type, HOME, date=act.date, number=act.number))]
    assert len(ruled) > 300


@pytest.mark.parametrize(
    "act", [act for act in acts() if act.jurisdiction == HOME and "-" in (act.number or "")], ids=show
)
def test_numerals_fit_the_convocation(act: KnownAct) -> None:
    first, last = table("law/convocations")["convocations"][(act.number or "").split("-")[1]]
    assert first <= act.date[:7] <= last


@pytest.mark.parametrize("act", [act for act in acts() if act.successor], ids=show)
def test_successors_are_later_acts(act: KnownAct) -> None:
    """A successor is in the catalogue and in force when its predecessor ends, or soon after."""
    assert act.successor is not None
    after = by_key(act.successor)
    assert after is not None
    assert after.date > act.date
    assert act.until is not None
    assert act.until[:4] >= after.date[:4]
    assert after.jurisdiction == act.jurisdiction or {after.jurisdiction, act.jurisdiction} == {"kz", "kazssr"}


@pytest.mark.parametrize("slug", sorted({act.code for act in acts() if act.code and act.jurisdiction == HOME}))
def test_one_code_of_a_name_is_in_force_at_a_time(slug: str) -> None:
    """The parts of the Civil Code, adopted apart, are both in force."""
    for one, other in combinations(by_code(slug), 2):
        assert slug == "civil" or follows(one, other)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry['type']} {entry['date']} {entry.get('number')}")
def test_titles_are_given_or_marked_missing(entry: dict[str, Any]) -> None:
    verified = entry["verified"]
    for lang in LANGUAGES:
        assert (lang in entry["title"]) != (verified[lang] == "missing")
    assert {mark.partition("(")[0] for mark in verified.values()} <= MARKS
    assert set(verified) >= {"date_number", *LANGUAGES}
    assert ("adilet" in entry) == (verified.get("adilet", "unknown") != "unknown")


def test_abbreviations_mean_one_act_at_a_time() -> None:
    """Acts of one abbreviation, in one language and state, follow one another; parts of one code share it."""
    meant = defaultdict(list)
    for act in acts():
        for lang, form in act.abbreviations:
            meant[act.jurisdiction, lang, form].append(act)
    assert len(meant) > 30
    for same in meant.values():
        for one, other in combinations(same, 2):
            assert one.code == other.code
            assert one.code == "civil" or follows(one, other)


@pytest.mark.parametrize(
    ("title", "day", "number"),
    [
        ("О миграции населения", "2010", "204-I"),
        ("О миграции населения", "2012", "477-IV"),
        ("Халықтың көші-қоны туралы", "2020-05", "477-IV"),
        ("О языках в Республике Казахстан", "2024-01-01", "151-I"),
        ("Об образовании", "2005", "389-I"),
        ("Об образовании", "2020", "319-III"),
        ("Білім туралы", "2020", "319-III"),
        ("О науке", "2019", "407-IV"),
        ("О языках", "2019", "151-I"),
        ("О Национальном Банке", "2019", "2155"),
        ("Ob objazatel'nom social'nom strahovanii", "2021", "286-VI"),
        ("O rynke tsennykh bumag", "2021", "461-II"),
    ],
)
def test_the_law_of_a_title_on_a_day(title: str, day: str, number: str) -> None:
    """With or without the country, in three languages, romanised."""
    assert [act.number for act in by_title(title, "law") if act.in_force(day)] == [number]


@pytest.mark.parametrize(
    ("slug", "day", "number"),
    [
        ("labour", "2010", "251-III"),
        ("labour", "2020", "414-V"),
        ("criminal", "2014-12-31", "167"),
        ("criminal", "2015-01-01", "226-V"),
        ("tax", "2005", "209-II"),
        ("tax", "2012", "99-IV"),
        ("tax", "2020", "120-VI"),
        ("tax", "2026-02", "214-VIII"),
        ("environmental", "2015", "212"),
        ("environmental", "2022", "400-VI"),
        ("water", "2020", "481-II"),
        ("budget", "2020", "95-IV"),
        ("civil-procedure", "2010", "411"),
        ("civil-procedure", "2020", "377-V"),
        ("social", "2024", "224-VII"),
    ],
)
def test_the_code_of_a_name_on_a_day(slug: str, day: str, number: str) -> None:
    assert [act.number for act in by_code(slug) if act.in_force(day)] == [number]


def test_a_number_belongs_to_its_type() -> None:
    """A resolution of the day and number of a law is another act; a constitutional law is in the series of laws."""
    assert by_date("2011-07-22", "477", "government_resolution") is None
    known = by_date("2011-07-22", "477", "law")
    assert known is not None and known.key == "kz/law/2011-07-22/477-IV"
    known = by_date("1995-09-28", "2464", "law")
    assert known is not None and known.type == "constitutional_law"
    assert by_date("2011-07-22", "477-IV", "law", "ru") is None


def test_force_is_told_in_the_precision_known() -> None:
    """A year in which an act began or ended counts as one in which it was in force, and not as one after it."""
    old = by_key("kz/code/2007-05-15/251-III")
    assert old is not None and old.until == "2016-01-01"
    assert [old.in_force(day) for day in ("2006", "2007", "2015-12-31", "2016-01-01", "2016")] == [0, 1, 1, 0, 0]
    assert [old.repealed_by(day) for day in ("2015-12", "2015-12-31", "2016-01", "2016", "2020")] == [0, 0, 1, 1, 1]
