"""Citations by author and year, in three languages and two scripts, linked to the works they mean."""

import pytest

from multilex.article import Article
from multilex.extract.citations import citations
from multilex.extract.citations.author_years import year_groups
from multilex.extract.citations.names import same_family
from multilex.extract.references import reference_lists
from multilex.packs import table
from multilex.record import Citation, Note
from multilex.vocabulary import CitationStyle, NoteCode, Role
from tests.extract.papers import article_of, undetermined

PACK = table("citations")["names"]

LIST = {
    "basins": "Айтжанов Б.С., Дүйсенова Г.Қ. Өзен алаптары // Су шаруашылығы. – 2019. – № 3. – Б. 15–21.",
    "steppe": "Орлов И.И. Реки степи. – М.: Наука, 2020. – 215 с.",
    "lakes": "Орлов И.И. Озёра степи // Вестник географии. – 2018. – № 2. – С. 5–9.",
    "seas": "Орлов И.И. Моря и озёра. – Алматы: Ғылым, 2018. – 112 с.",
    "ministry": "Министерство водных ресурсов РК. Национальный доклад. – Астана, 2021.",
    "asia": "Whitford, J., & Marlow, K. (2018). Rivers of Asia. Journal of Rivers, 12(3), 45–60.",
    "oxford": "Whitford, J., Brown, A., & Hale, L. (2018a). Lakes of Asia. Oxford: OUP.",
    "second": "Whitford, J., Brown, A., & Hale, L. (2018b). Seas of Asia. Oxford: OUP.",
    "bank": "World Bank. (2022). Water report. Washington, DC: World Bank.",
    "who": "World Health Organization. (2020). Drinking water. Geneva: WHO.",
    "deltas": "O'Dell, P. (2015). Deltas. Cambridge: CUP.",
    "canals": "van der Meer, H. (2017). Canals. Leiden: Brill.",
    "ponds": "Серікқызы А. Көлдер географиясы. – Алматы, 2016. – 98 б.",
    "europe": "Шульц К., Мюллер П. Каналы Европы. – Берлин, 2014. – 88 с.",
}
KEYS = list(LIST)


def paper(*body: str) -> Article:
    listed = [(Role.REFERENCE, text) for text in LIST.values()]
    return article_of(*((Role.BODY, text) for text in body), (Role.REFERENCE_HEADING, "References"), *listed)


def found(*body: str) -> tuple[tuple[Citation, ...], tuple[Note, ...]]:
    article = paper(*body)
    return citations(article, reference_lists(article, undetermined)[0])


def works(citation: Citation) -> list[str]:
    """The works that a citation means, by their keys above."""
    return [KEYS[int(target.removeprefix("original:")) - 1] for target in citation.targets]


@pytest.mark.parametrize(
    ("text", "cited", "author", "pinpoint"),
    [
        # English
        ("Rivers matter (Whitford & Marlow, 2018).", ["asia"], "Whitford & Marlow", None),
        ("Rivers matter (Whitford and Marlow 2018, pp. 46–48).", ["asia"], "Whitford and Marlow", "pp. 46–48"),
        ("As Whitford and Marlow (2018) say.", ["asia"], "Whitford and Marlow", None),
        ("As Whitford et al. (2018b, p. 4) say.", ["second"], "Whitford et al.", "p. 4"),
        ("Both (Whitford et al., 2018a, b).", ["oxford", "second"], "Whitford et al.", None),
        ("(J. Whitford, A. Brown, L. Hale, 2018a)", ["oxford"], "J. Whitford, A. Brown, L. Hale", None),
        ("(see O’Dell, 2015; World Bank, 2022, p. 17)", ["deltas", "bank"], "O’Dell; World Bank", "p. 17"),
        ("The World Bank's (2022) report", ["bank"], "World Bank's", None),
        ("(World Health Organization [WHO], 2020)", ["who"], "World Health Organization [WHO]", None),
        ("(WHO, 2020: 12)", ["who"], "WHO", "12"),
        ("Van der Meer (2017) shows", ["canals"], "Van der Meer", None),
        # Russian
        ("(Орлов, 2020: 15)", ["steppe"], "Орлов", "15"),
        ("по Орлову (2020, с. 15)", ["steppe"], "Орлову", "с. 15"),
        ("[Орлов, 2020, с. 15–17]", ["steppe"], "Орлов", "с. 15–17"),
        ("[Орлов 2020: 15; Шульц, Мюллер 2014: 7]", ["steppe", "europe"], "Орлов; Шульц, Мюллер", "15; 7"),
        ("в работе Шульца и Мюллера (2014)", ["europe"], "Шульца и Мюллера", None),
        ("(цит. по: Шульц и Мюллер, 2014, с. 5)", ["europe"], "Шульц и Мюллер", "с. 5"),
        ("(Министерство водных ресурсов РК, 2021)", ["ministry"], "Министерство водных ресурсов РК", None),
        ("(Орлов И.И., 2020 г.)", ["steppe"], "Орлов И.И.", None),
        # Kazakh
        ("[Орлов 2020, 12–15; Шульц 2014]", ["steppe", "europe"], "Орлов; Шульц", "12–15"),
        ("(Орлов, 2020. С. 7)", ["steppe"], "Орлов", "С. 7"),
        ("(Айтжанов және Дүйсенова, 2019, 17-б.)", ["basins"], "Айтжанов және Дүйсенова", "17-б."),
        ("Айтжанов пен Дүйсенованың (2019) пікірінше", ["basins"], "Айтжанов пен Дүйсенованың", None),
        ("Айтжанов Б.С. және т.б. (2019 ж.) айтқандай", ["basins"], "Айтжанов Б.С. және т.б.", None),
        ("Серікқызыша (2016), көл терең", ["ponds"], "Серікқызыша", None),
        ("(қараңыз: Серікқызы, 2016)", ["ponds"], "Серікқызы", None),
        # the other script, letter by letter and by ear
        ("(Orlov, 2020; Aitzhanov & Duisenova, 2019)", ["steppe", "basins"], "Orlov; Aitzhanov & Duisenova", None),
        ("Schulz and Müller (2014) write", ["europe"], "Schulz and Müller", None),
        ("Уитфорд и Марлоу (2018) пишут; ван дер Меер (2017) спорит", ["canals"], "ван дер Меер", None),
    ],
)
def test_citations_are_linked(text: str, cited: list[str], author: str, pinpoint: str | None) -> None:
    (only,), _ = found(text)
    assert only.style is CitationStyle.AUTHOR_YEAR
    assert (works(only), only.author, only.pinpoint) == (cited, author, pinpoint)
    assert only.text in text


@pytest.mark.parametrize(
    "text",
    [
        "Перепись прошла (2020 ж.) в стране",
        "Астанада өтті (Қазақстан, 2020)",
        "the growth of the market (Almaty, 2018)",
        "in the last years (2018–2020)",
        "(приказ № 15 от 12.05.2020)",
        "В Казахстане (2020) проведена перепись",
        "Конституция (1995) закрепляет",
        "(Word 2016), (СНиП 2.04.05, 1991), (Май 2020) and (p < 0.05, n = 2015)",
        "(see Fig. 3, 2020)",
        "(COVID-19, 2020) and (ISO 9001, 2015)",
        "(Орлов)",
        "(Орлов, 2019)",  # he has no work of that year, and nothing else here cites by year
    ],
)
def test_what_no_reference_backs_is_none(text: str) -> None:
    assert found(text)[0] == ()


def test_in_a_paper_that_cites_by_year_persons_without_a_work_dangle() -> None:
    citations_, notes = found(
        "Rivers (Orlov, 2020) and lakes (Whitford & Marlow, 2018); Petrova et al. (2011), not (Covid, 2020)."
    )
    assert [(one.text, works(one)) for one in citations_] == [
        ("(Orlov, 2020)", ["steppe"]),
        ("(Whitford & Marlow, 2018)", ["asia"]),
        ("Petrova et al. (2011)", []),
    ]
    (dangling,) = [note for note in notes if note.code is NoteCode.CITATION_DANGLING]
    assert dangling.message == "Petrova et al. 2011 is not in the reference list"


def test_another_year_of_the_author_is_told() -> None:
    _, notes = found("(Орлов, 2020), (Шульц, Мюллер, 2014), (Орлов, 2017)")
    assert "Орлов 2017 is not in the reference list (there: 2018, 2020)" in [note.message for note in notes]


def test_what_fits_two_works_means_both_with_a_note() -> None:
    (only,), notes = found("(Орлов, 2018)")
    assert works(only) == ["lakes", "seas"]
    assert [note.message for note in notes if note.code is NoteCode.CITATION_AMBIGUOUS] == [
        "Орлов 2018 fits several references: original:3, original:4"
    ]


def test_a_letter_tells_unlettered_works_by_their_order() -> None:
    (first, second), _ = found("(Орлов, 2018а), (Орлов, 2018б)")
    assert (works(first), works(second)) == (["lakes"], ["seas"])


def test_works_never_cited_are_named_where_the_list_has_no_numbers() -> None:
    _, notes = found("(Whitford & Marlow, 2018)")
    (note,) = [note for note in notes if note.code is NoteCode.REFERENCE_UNCITED]
    assert note.message.startswith("never cited in the text: Айтжанов 2019; Орлов 2020;")


def test_references_in_footnotes_are_no_citations() -> None:
    article = article_of((Role.BODY, "Rivers are long."), (Role.FOOTNOTE, "1 Orlov, I. (2020). Rivers. Oslo: Fjord."))
    assert citations(article, ())[0] == ()


def test_without_a_list_persons_with_years_are_citations() -> None:
    article = article_of(
        (Role.BODY, "(Orlov & Petrova, 2020), (Orlova et al., 2019), (Seitov, 2018) and (Almaty, 2018)")
    )
    assert [one.author for one in citations(article, ())[0]] == ["Orlov & Petrova", "Orlova et al.", "Seitov"]


def groups(text: str) -> int:
    return sum(any(part.names for part in group.parts) for group in year_groups(text, 0, len(text)))


@pytest.mark.parametrize("text", PACK["examples"])
def test_examples_of_the_pack_have_the_form(text: str) -> None:
    assert groups(text) == 1


@pytest.mark.parametrize("text", PACK["near_misses"])
def test_near_misses_of_the_pack_have_not(text: str) -> None:
    assert groups(text) == 0


@pytest.mark.parametrize(
    "text",
    [
        "(" * 200_000,
        "(Orlov, 2020" * 20_000,
        "Orlov, " * 30_000,
        ("(" + "Aa & " * 70 + " 2011) ") * 300,
        "(2011, " * 30_000,
    ],
)
def test_a_hostile_line_is_read_in_bounded_time(text: str) -> None:
    assert found(text)[0] == ()


@pytest.mark.parametrize(
    ("printed", "family", "same"),
    [
        ("Khamzin", "Hamzin", True),
        ("Jumabayev", "Zhumabaev", True),
        ("Iusupov", "Yusupov", True),
        ("Qasymov’s", "Kasimov", True),
        ("Larson", "Larsen", False),
        ("Chang", "Chan", False),
        ("Sydykov", "Sadykov", False),
    ],
)
def test_two_romanisations_of_a_name_are_one(printed: str, family: str, same: bool) -> None:
    assert same_family(printed, family) is same
