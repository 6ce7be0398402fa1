"""Every example of ``packs/law`` is found whole, with its key where one is given; no near miss is found."""

from typing import Any

import pytest

from multilex.extract.acts import mentions
from multilex.extract.acts.cases import cases
from multilex.extract.acts.catalogue import acts
from multilex.extract.acts.fold import fold
from multilex.extract.acts.grammar import codes, types
from multilex.extract.acts.pinpoints import pinpoints
from multilex.packs import table

TABLES = (("types", "types"), ("codes", "codes"), ("eu", "numbered"), ("orders", "orders"))
RULES: list[dict[str, Any]] = [entry for name, key in TABLES for entry in table(f"law/{name}")[key]]
EXAMPLES = [text for entry in RULES for text in entry["examples"]]
NEAR_MISSES = [text for entry in RULES for text in entry["near_misses"]]
KEYS = [
    *((entry["text"], entry["key"]) for entry in table("law/ru")["examples"]),
    *((text, key) for entry in table("law/others")["jurisdictions"] for text, key in entry.get("examples", ())),
]
UNITS = table("law/pinpoints")["units"]


@pytest.mark.parametrize("text", EXAMPLES)
def test_example_is_one_act_whole(text: str) -> None:
    assert [text[one.start : one.end] for one in mentions(text)[0]] == [text]


@pytest.mark.parametrize("text", NEAR_MISSES)
def test_near_miss_is_no_act(text: str) -> None:
    assert [text[one.start : one.end] for one in mentions(text)[0]] == []


@pytest.mark.parametrize(("text", "key"), KEYS)
def test_act_of_another_state_has_its_key(text: str, key: str) -> None:
    assert [(text[one.start : one.end], one.act.key) for one in mentions(text)[0]] == [(text, key)]


@pytest.mark.parametrize(("text", "places"), [(text, places) for unit in UNITS for text, places in unit["examples"]])
def test_pinpoint_means(text: str, places: str) -> None:
    found = [
        " > ".join(f"{unit} {value}" for unit, value in path)
        for one in pinpoints(text, fold(text))
        for path in one.paths
    ]
    assert " + ".join(found) == places


@pytest.mark.parametrize("text", [text for unit in UNITS for text in unit["near_misses"]])
def test_near_miss_is_no_pinpoint(text: str) -> None:
    assert pinpoints(text, fold(text)) == []


@pytest.mark.parametrize("entry", table("law/cases")["cases"], ids=lambda entry: entry["id"])
def test_judgments(entry: dict[str, Any]) -> None:
    assert entry["examples"]
    for text in entry["examples"]:
        assert [text[one.start : one.end] for one in cases(text, fold(text))] == [text]
        assert mentions(text)[0] == []
    for text in entry["near_misses"]:
        assert cases(text, fold(text)) == []


def test_catalogue_refers_to_known_types_and_codes() -> None:
    assert len(acts()) >= 250
    assert {act.type for act in acts()} <= {*types(), *(kind for one in types().values() for kind in one.by.values())}
    assert {act.code for act in acts() if act.code} <= set(codes())
    assert len({act.key for act in acts()}) == len(acts())


@pytest.mark.parametrize("entry", table("law/int")["treaties"], ids=lambda entry: entry["key"])
def test_treaty_by_name_has_a_key_of_its_jurisdiction(entry: dict[str, Any]) -> None:
    assert entry["key"].startswith(entry["jurisdiction"] + "/")
    assert entry["type"] in types() or entry["type"] == "eu_regulation"
