"""References in the styles that English lists mix, and remarks that are no fields."""

import pytest

from multilex.extract.reference_fields import parse_reference

STYLES = [
    ("Smith, J. (2018a). Steppe rivers. Water, 4(2), 5–9.", {"issued": "2018", "title": "Steppe rivers"}),
    ("Smith, J. 2018b. Steppe rivers. Journal of Water, 4(2), 5–9.", {"issued": "2018", "volume": "4"}),
    ("Smith, J. (2017, July 12–15). Steppe rivers [Poster]. Water Days, Almaty.", {"issued": "2017-07"}),
    ("Smith, J. (in press). Steppe rivers. Journal of Water.", {"container-title": "Journal of Water"}),
    ("Smith, J. (2016). Steppe rivers. Penguin.", {"title": "Steppe rivers", "publisher": "Penguin"}),
    ("Smith, J. (2016). Rivers (2nd ed., Vol. 3). Springer.", {"volume": "3", "edition": "2nd ed."}),
    ("Lee, A. (2016). Rivers. In J. Smith (Ed.), Handbook of water: Law (pp. xi–xv). Brill.", {"page": "xi-xv"}),
    ("Smith J. Rivers. J Water. 2018;45(2 Suppl 1):112-30.", {"issue": "2 Suppl 1", "page": "112-30"}),
    ("Lee, A.; Smith, H. J. Am. Chem. Soc. 2018, 140, 1234.", {"container-title": "J. Am. Chem. Soc."}),
    ("J. Smith, Rivers (Oxbow: Reed, 2009), 45.", {"publisher-place": "Oxbow", "publisher": "Reed", "page": "45"}),
    ("Smith, J. 'Rivers at law' (2015) 3(2) Journal of Law 12.", {"container-title": "Journal of Law", "page": "12"}),
    ("Smith, J., 2019. Rivers, 3rd ed.; Wiley: New York.", {"publisher": "Wiley", "publisher-place": "New York"}),
    ("Smith, J. (2022). Rivers. Journal of Water, (11), 12-20.", {"issue": "11", "page": "12-20"}),
    ("World Bank 2019, Water report 2019, World Bank, Washington DC.", {"title": "Water report 2019"}),
    ("Case of Reed v. Ford, App. No. 123/10, ECHR, 5 May 2015.", {"title": "Case of Reed v. Ford", "number": "123/10"}),
    ("Reed v. Ford, 34 R.S. 48 (1954).", {"volume": "34", "container-title": "R.S.", "page": "48", "issued": "1954"}),
    ("Reed v Ford (1989) 11 LRR 43.", {"title": "Reed v Ford", "volume": "11", "container-title": "LRR", "page": "43"}),
    ("Case C-13/12, Reed v. Ford, ECLI:EU:C:2014:317.", {"title": "Reed v. Ford", "number": "C-13/12"}),
    ("Reed v. Ford, Case No. IT-9, Judgment, 15 July 1999.", {"title": "Reed v. Ford", "issued": "1999-07-15"}),
    ("Дело «Орлов против Рид», жалоба № 12/10, 5 мая 2015 года.", {"title": "Орлов против Рид", "number": "12/10"}),
    ("Reed, Anna, Steppe Rivers (Oxford, 2018; online edn, Ash Press, 19 Apr. 2018), accessed 4 Sept. 2025.",
     {"title": "Steppe Rivers", "publisher-place": "Oxford", "accessed": "2025-09-04"}),
    ("Орлов А.Б. Реки степи.М.: Ясень.2001.345 с.", {"publisher": "Ясень", "issued": "2001"}),
    ("Ли Г. Өзендер // Су. – 2017. – 2(48)-шығ. – Б. 5–11.", {"issue": "2(48)", "page": "5-11"}),
    ("Трудовой кодекс РК от 23 ноября 2015 года № 414-V // ИПС «Әділет».", {"title": "Трудовой кодекс РК"}),
    ("«Су туралы» Қазақстан Республикасының 2003 жылғы 9 шілдедегі № 481 Заңы.",
     {"genre": "Қазақстан Республикасының Заңы", "number": "481", "title": "Су туралы"}),
    ("Әуезов М. Өзен жолы: роман. 4 томдық. 1-том. – Алматы: Ясень, 2009.", {"number-of-volumes": "4", "volume": "1"}),
    ("Reed S. Rivers // Steppe Access, 2021.-Vol. 9.- P.46.", {"issued": "2021", "container-title": "Steppe Access"}),
    ("Reed S. Rivers // Lakes.-2010.-Vol.2000(3).-P.197-206. PMID: 77915", {"issued": "2010", "PMID": "77915"}),
    ("Орлов А. Реки / А. Орлов ; М-во науки РК. — Алматы : Ясень, 2020.", {"publisher": "Ясень"}),
    ("Орлов А. Реки // Вода: мат. конф. (Уральск, 17 мая 2019 г.). – С. 3-7.", {"issued": "2019"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), STYLES)
def test_a_style_gives_its_fields(text: str, expected: dict[str, str]) -> None:
    values = parse_reference(text).values
    assert {name: values[name].value for name in expected} == expected
    assert all(text[slice(*value.span)] == value.text for value in values.values())


PEOPLE = [
    ("Piaget, J. (1969). The child (H. Weaver, Trans.; 2nd ed.). Basic.", "translator", [("Weaver", "H.")]),
    ("Vico, L. (1978). Mind (M. Cole, Ed.). Paris: Belin.", "editor", [("Cole", "M.")]),
    ("Vico, L. Mind. In Steppe, edited by Nevan Werth and Amy Reed, 5–8. Paris: Belin, 2015.", "editor",
     [("Werth", "Nevan"), ("Reed", "Amy")]),
    ("J. Smith, “Rivers,” in Water, A. Reed, Ed. London, U.K.: Brill, 2010.", "editor", [("Reed", "A.")]),
    ("Van der Berg, J., De Luca, P. Grains // Metals. – 2017. – P. 5.", "author",
     [("Van der Berg", "J."), ("De Luca", "P.")]),
    ("Smith, J 2010, Rivers of the world, 2nd edn, Brill, London.", "author", [("Smith", "J")]),
    ("Sarah Cameron, Steppe Lands (London: Hurst, 2018), 77.", "author", [("Cameron", "Sarah")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "role", "names"), PEOPLE)
def test_names_stand_before_or_behind_their_role(text: str, role: str, names: list[tuple[str, str]]) -> None:
    assert [(name.family, name.given) for name in parse_reference(text).names[role]] == names


HISTORIES = [
    ("О воде: Указ Президента РК от 7 мая 2011 г. № 18 (утратил силу Указом от 1 марта 2016 г. № 205)",
     "18", "2011-05-07"),
    ("Закон РК «О воде» от 9 июля 2003 года № 481 (с изменениями от 5 мая 2015 года № 312)", "481", "2003-07-09"),
    ("«Су туралы» ҚР 2010 жылғы 1 ақпандағы № 399 Жарлығы. ҚР 2014 жылғы 1 тамыздағы № 88 Жарлығымен күші жойылды.",
     "399", "2010-02-01"),
    ("Law of the Republic of Kazakhstan dated July 9, 2003 No. 481 “On water” (as amended on 5 May 2015 No. 312)",
     "481", "2003-07-09"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "number", "issued"), HISTORIES)
def test_number_and_date_of_an_act_are_not_those_of_the_act_that_changed_it(
    text: str, number: str, issued: str
) -> None:
    parsed = parse_reference(text)
    assert (parsed.values["number"].value, parsed.values["issued"].value) == (number, issued)
    assert any(
        "312" in text[slice(*rest)] or "205" in text[slice(*rest)] or "88" in text[slice(*rest)]
        for rest in parsed.unparsed
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Комментарий к Трудовому кодексу / Под ред. А.М. Реки. - Алматы: Ясень, 2012 - 410 c.", "book"),
        ("Уровень жизни // Бюро статистики. – URL: https://stat.example.kz/ (дата обращения: 3.06.2024)", "webpage"),
        ("Прочность рам: отчет о НИР / Институт рам. – Алматы, 2015. – 112 с.", "report"),
        ("Smith, J. (2020, May 12). Rivers run dry. The Guardian. https://news.example.org/1", "article-newspaper"),
        ("Republic of Kazakhstan. (2007). Law on Water (No. 19-III). https://law.example.kz/1", "legislation"),
    ],
)
def test_the_kind_of_work(text: str, kind: str) -> None:
    assert parse_reference(text).type == kind
