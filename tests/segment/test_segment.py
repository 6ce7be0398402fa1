"""Papers of different shapes into articles and units."""

import itertools

import pytest

from multilex.article import Article
from multilex.layout.text import layout_text
from multilex.read.text import read_text
from multilex.segment import segment
from multilex.vocabulary import ArticleKind, Role, SectionRole

from .papers import BODY, CODES, EN, KK, OTHER_CODES, REFERENCES, ROMANISED, RU, paper

FRONT = (Role.TITLE, Role.AUTHORS, Role.AFFILIATION, Role.EMAIL, Role.ABSTRACT, Role.KEYWORDS)


def articles(text: str) -> tuple[Article, ...]:
    return segment(layout_text(read_text(text.encode(), "test.txt")))


def front(article: Article) -> set[tuple[str | None, Role]]:
    return {(unit.group, unit.role) for unit in article.units if unit.group and unit.role in FRONT}


def headings(article: Article) -> list[str]:
    return [article.text(unit) for unit in article.of(Role.SECTION_HEADING, Role.REFERENCE_HEADING)]


@pytest.mark.parametrize("order", list(itertools.permutations([KK, RU, EN])))
def test_front_matter_before_the_body_in_any_order(order: tuple[str, ...]) -> None:
    (article,) = articles(paper(CODES, *order, BODY, REFERENCES, ROMANISED))
    assert front(article) == {(lang, role) for lang in ("kk", "ru", "en") for role in FRONT}
    assert article.language == "ru"
    assert [unit.group for unit in article.of(Role.TITLE)] == [{KK: "kk", RU: "ru", EN: "en"}[part] for part in order]


def test_front_matter_after_the_reference_lists() -> None:
    (article,) = articles(paper(CODES, RU, BODY, REFERENCES, ROMANISED, KK, EN))
    assert front(article) == {(lang, role) for lang in ("kk", "ru", "en") for role in FRONT}
    assert len(list(article.of(Role.REFERENCE))) == 6


def test_authors_above_the_title() -> None:
    title, authors, rest = RU.split("\n\n", 2)
    (article,) = articles(paper(CODES, authors, title, rest, BODY, REFERENCES))
    assert [article.text(unit) for unit in article.of(Role.TITLE)] == [title]
    assert [article.text(unit) for unit in article.of(Role.AUTHORS)] == [authors]


def test_labelled_abstracts_alone_or_run_in() -> None:
    labelled = RU.replace("В статье", "Аннотация. В статье")
    alone = EN.replace("The article looks", "Abstract\n\nThe article looks")
    (article,) = articles(paper(CODES, labelled, alone, BODY, REFERENCES))
    assert [article.text(unit) for unit in article.of(Role.ABSTRACT_HEADING)] == ["Аннотация.", "Abstract"]
    abstracts = [article.text(unit) for unit in article.of(Role.ABSTRACT)]
    assert abstracts[0].startswith("В статье") and abstracts[1].startswith("The article looks")


def test_keywords_in_the_paragraph_of_the_abstract() -> None:
    joined = RU.replace("\n\nКлючевые слова", " Ключевые слова")
    (article,) = articles(paper(CODES, joined, BODY, REFERENCES))
    (abstract,) = article.of(Role.ABSTRACT)
    (keywords,) = article.of(Role.KEYWORDS)
    assert article.text(abstract).endswith("ежемесячно.")
    assert article.text(keywords) == "Ключевые слова: озеро, качество воды, контроль."


def test_sections_and_their_roles() -> None:
    (article,) = articles(paper(CODES, RU, BODY, REFERENCES, ROMANISED))
    assert headings(article) == [
        "Введение",
        "Материалы и методы",
        "Результаты и обсуждение",
        "Заключение",
        "Список литературы",
        "References",
    ]
    assert [unit.section for unit in article.of(Role.BODY)] == [
        SectionRole.INTRODUCTION,
        SectionRole.METHODS,
        SectionRole.RESULTS_AND_DISCUSSION,
        SectionRole.CONCLUSION,
    ]


def test_a_body_without_headings_begins_after_the_keywords() -> None:
    bare = "\n\n".join(part for part in BODY.split("\n\n") if len(part) > 60)
    (article,) = articles(paper(CODES, RU, EN, bare, REFERENCES))
    assert article.text(next(article.of(Role.BODY))).startswith("Степные озёра")
    assert len(list(article.of(Role.ABSTRACT))) == 2


def test_the_tail_of_a_neighbour_is_a_fragment() -> None:
    tail = (
        "17 Petrov V. Lakes of the North. – London: Lantern, 2011. – 120 p.\n\n18 Iva I. Rivers. – Oslo, 2001. – 80 p."
    )
    first, second = articles(paper(tail, OTHER_CODES, RU, BODY, REFERENCES))
    assert first.kind == ArticleKind.TAIL and second.kind == ArticleKind.ARTICLE
    assert second.text(second.units[0]) == "МРНТИ 39.19.31"
    assert [unit.role for unit in first.units] == [Role.REFERENCE, Role.REFERENCE]


def test_two_papers_with_code_lines() -> None:
    found = articles(paper(CODES, RU, KK, EN, BODY, REFERENCES, OTHER_CODES, EN, KK, RU, BODY, REFERENCES, ROMANISED))
    assert [article.kind for article in found] == [ArticleKind.ARTICLE] * 2
    assert [unit.group for unit in found[1].of(Role.TITLE)] == ["en", "kk", "ru"]


def test_code_lines_repeated_with_each_language_open_no_new_paper() -> None:
    (article,) = articles(paper(CODES, RU, BODY, REFERENCES, CODES, KK, CODES, EN))
    assert len(list(article.of(Role.TITLE))) == 3


def test_two_papers_without_code_lines() -> None:
    found = articles(paper(RU, KK, EN, BODY, REFERENCES, RU, KK, EN, BODY, REFERENCES))
    assert len(found) == 2
    assert [len(list(article.of(Role.TITLE))) for article in found] == [3, 3]


def test_two_papers_without_code_lines_whose_translations_follow_the_lists() -> None:
    found = articles(paper(RU, BODY, REFERENCES, KK, EN, RU, BODY, REFERENCES, KK, EN))
    assert [[unit.group for unit in article.of(Role.TITLE)] for article in found] == [["ru", "kk", "en"]] * 2


def test_information_about_authors_and_funding_after_the_lists() -> None:
    info = "Сведения об авторах\n\nСадуов А.Б. – кандидат географических наук, e-mail: saduov@example.kz"
    funding = "Финансирование. Работа выполнена за счёт гранта."
    (article,) = articles(paper(CODES, RU, BODY, funding, REFERENCES, info))
    assert {unit.section for unit in article.of(Role.BODY)} >= {SectionRole.FUNDING, SectionRole.AUTHOR_INFO}
    assert len(list(article.of(Role.REFERENCE))) == 3


def test_nothing_like_a_paper_is_matter() -> None:
    (article,) = articles("Список покупок на неделю\n\nМолоко, хлеб, сыр")
    assert article.kind == ArticleKind.MATTER


@pytest.mark.parametrize(
    "text", [paper(CODES, KK, RU, EN, BODY, REFERENCES), "x", "1\n\n2\n\n3", paper(REFERENCES, KK)]
)
def test_units_hold_every_character_once(text: str) -> None:
    found = articles(text)
    document = found[0].document
    held = bytearray(len(document.text))
    for article in found:
        for unit in article.units:
            assert unit.start < unit.end
            for i in range(unit.start, unit.end):
                held[i] += 1
    assert all(held[i] == 1 or c.isspace() for i, c in enumerate(document.text))


def test_parts_of_a_structured_abstract_after_the_lists_are_no_body() -> None:
    def structured(front: str, *labels: str) -> str:
        head, keywords = front.rsplit("\n\n", 1)
        parts = [f"{label} Вода степных озёр меняется, и это видно по пробам." for label in labels]
        return "\n\n".join([head.rsplit("\n\n", 1)[0], *parts, keywords])

    kk = structured(KK, "Мақсаты.", "Әдістері.", "Нәтижелері.")
    en = structured(EN, "Purpose.", "Methods.", "Results.")
    (article,) = articles(paper(CODES, RU, BODY, REFERENCES, kk, en))
    assert len(list(article.of(Role.TITLE))) == 3


def test_a_rubric_above_the_codes_belongs_to_the_paper_and_is_no_title() -> None:
    title = RU.split("\n\n", 1)[0]
    lower = RU.replace(title, "Качество озёрной воды и пути его контроля")
    (article,) = articles(paper("ГЕОГРАФИЯ", CODES, lower, BODY, REFERENCES))
    assert article.text(article.units[0]) == "ГЕОГРАФИЯ" and article.units[0].role == Role.OTHER
    assert [article.text(unit) for unit in article.of(Role.TITLE)] == ["Качество озёрной воды и пути его контроля"]


def test_jel_codes_on_a_line_of_their_own() -> None:
    (article,) = articles(paper(CODES, RU.replace("Ключевые", "JEL: Q25, Q53\n\nКлючевые"), BODY, REFERENCES))
    assert "JEL: Q25, Q53" in [article.text(unit) for unit in article.of(Role.CODES)]
    assert len(list(article.of(Role.TITLE))) == 1


def test_an_abstracts_heading_above_the_title_and_parts_of_short_sentences() -> None:
    head, _, keywords = EN.rsplit("\n\n", 2)
    parts = "Introduction. Lakes change.\n\nAim. To see how they do.\n\nResults. They change in summer."
    en = paper("Abstract", head, parts, keywords)
    (article,) = articles(paper(CODES, RU, en, BODY, REFERENCES))
    english = [unit for unit in article.units if unit.group == "en"]
    assert [article.text(unit) for unit in english if unit.role == Role.TITLE] == [EN.split("\n\n", 1)[0]]
    assert sum(1 for unit in english if unit.role == Role.ABSTRACT) == 3
    assert sum(1 for unit in english if unit.role == Role.AFFILIATION) == 2
