"""Every rule with the passages of its pack: examples that it decides, near misses that it leaves to others."""

import pytest

from multilex import packs
from multilex.packs.romanisation import schemes
from multilex.segment.sentence_rules import RULES
from multilex.segment.sentence_words import KINDS, words
from multilex.segment.sentences import decide, split_sentences
from tests.segment.bars import parse, show

TABLES = packs.table("sentences")["rules"]


def cases(kind: str) -> list[tuple[str, str, str]]:
    return [(rule, lang, line) for rule, table in TABLES.items() for lang, line in table[kind]]


def test_each_rule_has_its_table_and_each_table_its_rule() -> None:
    assert list(TABLES) and set(TABLES) == {rule.__name__ for rule in RULES}
    assert all(table["examples"] and table["near_misses"] for table in TABLES.values())


@pytest.mark.parametrize(("rule", "lang", "line"), cases("examples"))
def test_the_rule_decides_its_examples(rule: str, lang: str, line: str) -> None:
    passage = parse(line, lang)
    assert show(passage.text, split_sentences(passage.text, lang)) == line
    assert rule in {decision.rule for decision in decide(passage.text, lang)}


@pytest.mark.parametrize(("rule", "lang", "line"), cases("near_misses"))
def test_the_rule_leaves_its_near_misses_alone(rule: str, lang: str, line: str) -> None:
    passage = parse(line, lang)
    assert show(passage.text, split_sentences(passage.text, lang)) == line
    assert rule not in {decision.rule for decision in decide(passage.text, lang) if rule != "full_stop"}


@pytest.mark.parametrize("tag", sorted(packs.languages()))
def test_abbreviations_are_written_in_their_one_form(tag: str) -> None:
    table = packs.languages()[tag].data["sentences"]
    assert set(table) == {*KINDS, "openers", "fronting", "small", "careless"}
    for kind, forms in table.items():
        assert len(forms) == len(set(forms)), f"{tag} {kind} lists a form twice"
        assert [form for form in forms if form != form.lower().strip(" .")] == []
    exclusive = ("leading", "numbered", "closing", "uncertain")
    listed = [form for kind in exclusive for form in table[kind]]
    assert sorted({form for form in listed if listed.count(form) > 1}) == []


def test_romanised_tags_know_the_abbreviations_in_every_romanisation() -> None:
    assert "leading" in words("ru-Latn").kinds_of("prof")
    assert "closing" in words("kk-Latn").kinds_of("t.b")
    for scheme, table in schemes().items():
        language = scheme.partition("-")[0]
        assert words(f"{language}-Latn").kinds_of("гл".translate(table)), scheme


def test_a_language_prefers_its_own_abbreviations() -> None:
    assert words("kk").kinds_of("қар") == {"uncertain"}
    assert words("kk").kinds_of("см") != words("ru").kinds_of("см") or words("kk").kinds_of("см")
    assert words("ky") == words("mul") == words("und")
