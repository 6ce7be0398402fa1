"""What is lost is told, never guessed: noise instead of text, holes in words, Kazakh without its letters."""

from pathlib import Path

import pytest

from multilex.read import read_source
from multilex.repair.losses import count_holes, is_garbled, lacks_kazakh_letters
from tests.conftest import ROOT
from tests.repair.damage import KAZAKH, SAMPLES, in_font, misread, sample

PLAIN = dict(zip(map(ord, KAZAKH), "АаГгКкНнОоУуУуХх", strict=True))


def shifted(text: str, steps: int) -> str:
    return "".join(chr(ord(char) + steps) if char.isalpha() else char for char in text)


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("steps", [1, 3, 29])
def test_letters_of_other_places_are_noise(name: str, steps: int) -> None:
    assert is_garbled(shifted(sample(name)[:3000], steps))


@pytest.mark.parametrize(
    "text", ["(cid:12)(cid:40)(cid:7) " * 20, "\ufffd\ufffd\ufffd слово " * 9, "\ue012\ue013 " * 30]
)
def test_characters_without_meaning_are_noise(text: str) -> None:
    assert is_garbled(text)


@pytest.mark.parametrize("name", SAMPLES)
def test_text_is_no_noise(name: str) -> None:
    text = sample(name)
    assert [at for at in range(0, len(text), 1000) if is_garbled(text[at : at + 1000])] == []


@pytest.mark.parametrize("text", ["", "12 345 67", "УДК 341.2; МРНТИ 10.87", "x = y + z", "ФГБОУ ВПО «ЮУрГУ» (НИУ)"])
def test_little_text_is_no_noise(text: str) -> None:
    assert not is_garbled(text)


def test_what_a_repair_makes_readable_is_no_noise() -> None:
    assert not is_garbled(misread(sample("law-ru")[:2000], "utf_8", "cp1251"))
    assert not is_garbled(in_font(sample("pedagogy-kk"), "KZ-1048 read as cp1251"))


def test_no_page_of_the_samples_is_noise() -> None:
    paths = [path for path in sorted((ROOT / "samples").glob("*.pdf")) if "scan" not in path.name]
    pages = [page for path in paths for page in read_source(path).pages]
    assert len(pages) > 20
    assert [page.number for page in pages if is_garbled(page.text)] == []


def test_no_page_of_the_corpus_is_noise(corpus: Path) -> None:
    paths = [path for path in sorted((corpus / "papers").glob("*.pdf")) if "scan" not in path.name]
    assert paths
    assert [page.number for path in paths for page in read_source(path).pages if is_garbled(page.text)] == []


@pytest.mark.parametrize(
    ("text", "holes"),
    [
        ("?аза?стан Республикасыны?", 2),
        ("Республика, а что? Где?", 0),
        ("https://a.kz/?id=1&х?у", 1),
        ("те\ufffdст", 1),
        ("Что?где?когда", 2),
        ("watch?v=1 view?id=2", 0),
    ],
)
def test_holes_in_words_are_counted(text: str, holes: int) -> None:
    assert count_holes(text) == holes


def paragraphs(name: str) -> list[str]:
    return [line for line in sample(name).split("\n") if len(line) > 400]


@pytest.mark.parametrize("instead", [PLAIN, dict.fromkeys(PLAIN), dict.fromkeys(PLAIN, " "), dict.fromkeys(PLAIN, "?")])
def test_kazakh_without_its_letters_is_told(instead: dict[int, str | None]) -> None:
    kazakh = [text for text in paragraphs("pedagogy-kk") if sum(text.count(letter) for letter in KAZAKH) > 20]
    assert len(kazakh) >= 5
    assert [text for text in kazakh if not lacks_kazakh_letters(text.translate(instead))] == []


@pytest.mark.parametrize("name", SAMPLES)
def test_whole_kazakh_and_other_languages_lack_nothing(name: str) -> None:
    assert [text for text in paragraphs(name) if lacks_kazakh_letters(text)] == []
