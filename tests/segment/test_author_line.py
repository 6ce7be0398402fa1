"""Author lines against everything else that stands in a paper."""

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from multilex import packs
from multilex.segment.author_line import looks_like_author_line, split_authors
from multilex.segment.author_tokens import mark_values

PACK = packs.table("names")["author_lines"]


@pytest.mark.parametrize("line", PACK["examples"])
def test_author_lines_are_accepted(line: str) -> None:
    assert looks_like_author_line(line)
    assert split_authors(line)


@pytest.mark.parametrize("line", PACK["near_misses"])
def test_near_misses_are_not(line: str) -> None:
    assert not looks_like_author_line(line)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Д.С. Каратаев, Л.П. Орехова", ["Д.С. Каратаев", "Л.П. Орехова"]),
        ("Д.С. Каратаев и Л.П. Орехова", ["Д.С. Каратаев", "Л.П. Орехова"]),
        ("Д.С. Каратаев және Л.П. Орехова", ["Д.С. Каратаев", "Л.П. Орехова"]),
        ("D.S. Karatayev and L.P. Orekhova", ["D.S. Karatayev", "L.P. Orekhova"]),
        ("Д.С., Каратаев, Л.П. Орехова", ["Д.С. Каратаев", "Л.П. Орехова"]),
        ("Karatayev, D.S., Orekhova, L.P.", ["Karatayev, D.S.", "Orekhova, L.P."]),
        ("Д.С. Каратаев Л.П. Орехова", ["Д.С. Каратаев", "Л.П. Орехова"]),
        ("Д.С. Каратаев¹ Л.П. Орехова²", ["Д.С. Каратаев", "Л.П. Орехова"]),
        ("Д.С. ²Каратаев, Л.П. Орехова", ["Д.С. Каратаев", "Л.П. Орехова"]),
        ("Д.С. Каратаев,¹ Л.П. Орехова²", ["Д.С. Каратаев", "Л.П. Орехова"]),
        ("Д.С. Каратаев., Л.П. Орехова", ["Д.С. Каратаев", "Л.П. Орехова"]),
        ("**Д.С.** Каратаев, \\fbox{Л.П. Орехова}", ["Д.С. Каратаев", "Л.П. Орехова"]),
        ("Д.С. Каратаев, PhD, доцент, Л.П. Орехова (Казахстан)", ["Д.С. Каратаев", "Л.П. Орехова"]),
        ("Д.С. Каратаев\nЛ.П. Орехова", ["Д.С. Каратаев", "Л.П. Орехова"]),
    ],
)
def test_names_are_split_whatever_divides_them(line: str, names: list[str]) -> None:
    assert [entry.name.value for entry in split_authors(line)] == names
    assert looks_like_author_line(line)


def test_what_stands_beside_a_name_is_kept_with_it() -> None:
    first, second = split_authors("Д.С. Каратаев¹ (ORCID 0000-0002-1825-0097), Л.П. Орехова² a@example.kz")
    assert first.asides == ("(ORCID 0000-0002-1825-0097)",)
    assert second.asides == ("a@example.kz",)


def test_icons_beside_names_are_passed_over() -> None:
    assert looks_like_author_line("Д.С. Каратаев¹ \uf0e0 🆔, Л.П. Орехова² iD")


def test_raised_letters_are_marks() -> None:
    line = "D.S. Karatayeva, L.P. Orekhovab"
    raised = {line.index("a, "), line.rindex("b")}
    assert [(entry.name.family, entry.marks) for entry in split_authors(line, raised)] == [
        ("Karatayev", ("a",)),
        ("Orekhova", ("b",)),
    ]


def test_runs_of_marks_fall_apart() -> None:
    assert mark_values("¹,²*") == ("1", "2", "*")
    assert mark_values("^{1✉}") == ("1", "*")
    assert mark_values("12") == ("12",)


def test_hostile_lines_are_read_in_no_time() -> None:
    started = time.process_time()
    for line in (
        "А." * 2000,
        "¹," * 2000,
        "A-" * 2000,
        "Ж" * 4000,
        "(" * 4000,
        "а@" * 2000,
        "А.Б. Ким," * 10**6,
    ):
        looks_like_author_line(line)
        split_authors(line)
    assert time.process_time() - started < 5


def test_author_lines_of_the_corpus_are_accepted_and_its_other_lines_are_not(corpus: Path) -> None:
    accepted, wanted, wrong, others = 0, 0, [], 0
    for gold_file in sorted(corpus.glob("*/*.gold.json")):
        lines = {
            line.strip()
            for article in json.loads(gold_file.read_text())["articles"]
            for entry in (*article.get("author_lines", ()), *article.get("author_lists", ()))
            for line in entry["text"].split("\n")
            if line.strip()
        }
        wanted += len(lines)
        accepted += sum(map(looks_like_author_line, lines))
        text = gold_file.with_name(gold_file.name.replace(".gold.json", ".txt")).read_text()
        rest = {line.strip() for line in text.split("\n")} - lines
        others += len(rest)
        wrong += [line for line in rest if looks_like_author_line(line)]
    assert wanted > 400 and others > 15_000
    assert accepted == wanted
    assert len(wrong) <= 2, wrong


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="АБаыІқA-Bab.,; ¹²12*^{}\n–(@)и", max_size=60))
def test_entries_lie_in_the_line_in_order_whatever_it_says(line: str) -> None:
    entries = split_authors(line)
    ends = [0, *(entry.end for entry in entries)]
    for end, entry in zip(ends, entries, strict=False):
        assert end <= entry.start < entry.end <= len(line)
        assert not line[entry.start].isspace() and not line[entry.end - 1].isspace()


def test_the_envelope_of_a_symbol_font_marks_the_corresponding_author() -> None:
    first, second = split_authors("¹А.Б. Сәдуов\uf02a, ²Н.К. Омарова")
    assert first.marks == ("1", "*") and second.marks == ("2",)
