"""The grammar of names: which word is the family name."""

import pytest

from multilex.segment.names import Strength, parse_author, several, tag


@pytest.mark.parametrize(
    ("printed", "family", "given"),
    [
        ("А.Ш. Каратаев", "Каратаев", "А.Ш."),
        ("Каратаев А.Ш.", "Каратаев", "А.Ш."),
        ("А. Ш. Каратаев", "Каратаев", "А.Ш."),
        ("А.Ш.Каратаев", "Каратаев", "А.Ш."),
        ("А.Ш Каратаев", "Каратаев", "А.Ш"),
        ("КАРАТАЕВ А.Ш.", "КАРАТАЕВ", "А.Ш."),
        ("Zh.Ye. Karatayeva", "Karatayeva", "Zh.Ye."),
        ("Karatayev, A.Sh.", "Karatayev", "A.Sh."),
        ("Karatayev A.", "Karatayev", "A."),
        ("Дж.Р. Смит", "Смит", "Дж.Р."),
        ("Д.М-К. Каратаева", "Каратаева", "Д.М-К."),
        ("H.-P. Müller", "Müller", "H.-P."),
        ("Каратаева ЛП", "Каратаева", "ЛП"),
        ("Sh. Oʻrazov", "Oʻrazov", "Sh."),
        ("S. O’Brien", "O’Brien", "S."),
        ("Б. Серікқызы", "Серікқызы", "Б."),
        ("А. Серік қызы", "Серік қызы", "А."),
        ("М. Иванова-Ким", "Иванова-Ким", "М."),
        ("L. van der Meer", "van der Meer", "L."),
        ("S. Al-Masri", "Al-Masri", "S."),
        ("John B. Carter", "Carter", "John B."),
        ("Айгүл Серікқызы Қаратаева", "Қаратаева", "Айгүл Серікқызы"),
        ("Қаратаева Айгүл Серікқызы", "Қаратаева", "Айгүл Серікқызы"),
        ("Қаратаева Айгүл Серік қызы", "Қаратаева", "Айгүл Серік қызы"),
        ("Каратаев Иван Петрович", "Каратаев", "Иван Петрович"),
        ("Иван Петрович Каратаев", "Каратаев", "Иван Петрович"),
        ("Айгүл Қаратаева", "Қаратаева", "Айгүл"),
        ("Қаратаева Айгүл", "Қаратаева", "Айгүл"),
        ("KARATAYEVA Zlata", "KARATAYEVA", "Zlata"),
        ("Айдос Тұрсынұлы", "Тұрсынұлы", "Айдос"),
        ("Wei Zhang", "Zhang", "Wei"),
        ("Каратаев", "Каратаев", None),
    ],
)
def test_family_and_given_names_are_told_apart(printed: str, family: str, given: str | None) -> None:
    name = parse_author(printed)
    assert name is not None
    assert (name.family, name.given) == (family, given)


@pytest.mark.parametrize(
    "text",
    [
        "право и закон",
        "Figure A",
        "Приложение Б.",
        "А.Б.",
        "",
        "12",
        "Қазақстан халқының тарихы",
        "А. Б. В. Г. Д. Е. Ж.",
    ],
)
def test_other_text_is_no_name(text: str) -> None:
    assert parse_author(text) is None


def test_strength_says_how_surely_it_is_a_person() -> None:
    strengths = {
        text: name.strength for text in ("А.Б. Ким", "А Ким", "Central Asia", "Ким") if (name := parse_author(text))
    }
    assert strengths == {
        "А.Б. Ким": Strength.SURE,
        "А Ким": Strength.WEAK,
        "Central Asia": Strength.WEAK,
        "Ким": Strength.ALONE,
    }


def test_names_that_no_comma_divides_are_found() -> None:
    words = ["Д.", "С.", "Каратаев", "Л.", "Орехова"]
    assert [words[first:last] for first, last in several(words)] == [
        ["Д.", "С.", "Каратаев"],
        ["Л.", "Орехова"],
    ]


def test_words_are_told_by_their_shape() -> None:
    words = ["А.", "Sh.", "Shch.", "Ye", "Қаратаев", "қызы", "van", "закон", "McCoy"]
    assert "".join(map(tag, words)) == "IIIIWSPXW"
