"""Which language a string is in, and where a block changes from one to another."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from multilex.document import Document
from multilex.packs.romanisation import schemes
from multilex.segment.language import identify, languages_of
from multilex.segment.language_evidence import pack
from multilex.source import Source

RULES = [
    pytest.param(entry["tag"], text, is_in, id=f"{entry['tag']}: {text[:30]}")
    for entry in pack()["language"]
    for table, is_in in (("examples", True), ("near_misses", False))
    for text in entry[table]
]


@pytest.mark.parametrize(("tag", "text", "is_in"), RULES)
def test_the_pack_keeps_its_word(tag: str, text: str, is_in: bool) -> None:
    assert (identify(text) == tag) is is_in


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Ауыл шаруашылығы өнімдерін өңдеу", "kk"),
        ("АУЫЛ ШАРУАШЫЛЫҒЫ ӨНІМДЕРІН ӨҢДЕУ", "kk"),
        ("Переработка сельскохозяйственной продукции", "ru"),
        ("ПЕРЕРАБОТКА СЕЛЬСКОХОЗЯЙСТВЕННОЙ ПРОДУКЦИИ", "ru"),
        ("PROCESSING OF AGRICULTURAL PRODUCTS", "en"),
        ("заманауи талаптар", "kk"),  # no letter that Russian lacks
        ("балалар мен жастар арасындагы сауалнама", "kk"),  # typed without Kazakh letters
        ("рынок труда", "ru"),
        ("wheat flour", "en"),
        ("SWOT-талдау нәтижелері", "kk"),
        ("Кіріспе", "kk"),
        ("Введение", "ru"),
        ("1-сурет", "kk"),
    ],
)
def test_titles_headings_and_keywords(text: str, tag: str) -> None:
    assert identify(text) == tag


@pytest.mark.parametrize(
    "text",
    [
        "Кəсiпкерлер үшiн салық жеңiлдiктерi",  # Latin ə and i
        "Cалық caясаты мәселeлері",  # Latin C, c, a, e
        "Са\N{SOFT HYPHEN}лық сая\N{SOFT HYPHEN}саты мәселелері",
        "Көрші елдер тәжірибесі мен и\N{COMBINING BREVE}деялары",  # й in two characters
    ],
)
def test_look_alikes_and_soft_hyphens_do_not_hide_kazakh(text: str) -> None:
    assert identify(text) == "kk"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "341.2; 347.9",
        "УДК 341.2",
        "МРНТИ 10.87.27",
        "ӘОЖ 551.4",
        "DOI: https://doi.org/10.12345/67890",
        "e-mail: a.author@example.kz",
        "https://example.kz/ru/novosti/o-rynke-truda",
        "ISSN 1234-5679",
        "Сергеев",
        "Б.К. Сергеев",
        "Sergeev B.K.",
        "XXI",
        "GPS",
        "1998–2005",
    ],
)
def test_what_has_no_language(text: str) -> None:
    assert identify(text) == "und"


@pytest.mark.parametrize(
    "text",
    [
        "Башҡортостан Республикаһының хеҙмәт кодексы тураһында",  # Bashkir
        "Қонуни Ҷумҳурии Тоҷикистон дар бораи муҳоҷирати меҳнатӣ",  # Tajik
        "Türkmenistanyň Zähmet kodeksiniň täze rejelenen görnüşi",  # Turkmen
        "Bộ luật Lao động của nước Cộng hòa xã hội chủ nghĩa Việt Nam",  # Vietnamese
        "საქართველოს კონსტიტუცია",
        "Հայաստանի սահմանադրություն",
        "α, β, γ",
    ],
)
def test_a_language_without_a_profile_is_not_given_another(text: str) -> None:
    assert identify(text) == "und"


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("中华人民共和国劳动法", "zh"),
        ("日本の労働法の歴史", "ja"),
        ("한국어 문법 연구", "ko"),
        ("تاريخ الأدب العربي الحديث", "ar"),
        ("تاریخ ادبیات ایران پس از اسلام", "fa"),
        ("תולדות המשפט העברי", "he"),
        ("Ιστορία της ελληνικής γλώσσας", "el"),
        ("हिन्दी साहित्य का इतिहास", "hi"),
        ("王力。汉语语法史。北京：商务印书馆，1989。", "zh"),
    ],
)
def test_languages_of_other_scripts(text: str, tag: str) -> None:
    assert identify(text) == tag


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Gospodarka Polski po roku 1990", "pl"),
        ("Deutsche Rechtsgeschichte", "de"),
        ("Histoire du droit international", "fr"),
        ("Dějiny české literatury", "cs"),
        ("Türk dili ve edebiyatı", "tr"),
        ("Історія української літератури", "uk"),
    ],
)
def test_titles_in_languages_of_europe(text: str, tag: str) -> None:
    assert identify(text) == tag


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Конституция Республики Узбекистан", "ru"),
        ("Өзбекстан Республикасының Конституциясы", "kk"),
        ("Феномен трайбализма", "ru"),
        ("Трайбализм феномені", "kk"),
        ("Зайсанская впадина", "ru"),
        ("Экономиканы жаңғырту", "kk"),
        ("Модернизация экономики", "ru"),
        ("Кыргыз тилинин терминологиясы", "ky"),
    ],
)
def test_a_loan_has_the_endings_of_the_language_that_borrowed_it(text: str, tag: str) -> None:
    assert identify(text) == tag


def test_stress_marks_do_not_make_russian_strange() -> None:
    assert identify("Бе́рег о́зера и его́ обита́тели") == "ru"


def test_a_line_of_names_takes_the_expected_language() -> None:
    assert identify("Б.К. Сергеев, А.Т. Алиев", prior={"kk": 1.0, "ru": 0.2, "en": 0.2}) == "kk"
    assert identify("B.K. Sergeev, A.T. Aliev", prior={"kk": 0.2, "ru": 0.2, "en": 1.0}) == "en"
    assert identify("Қ.С. Әлиев, Ғ.Т. Оңғарова, Ә.Ө. Үсенов", prior={"ru": 1.0}) == "kk"


def test_the_prior_decides_what_the_text_leaves_open_and_no_more() -> None:
    assert identify("капитал", prior={"kk": 1.0}) == "kk"
    assert identify("капитал", prior={"ru": 1.0}) == "ru"
    assert identify("Влияние засухи на урожай яровой пшеницы", prior={"kk": 1.0}) == "ru"
    assert identify("341.2", prior={"kk": 1.0}) == "und"


KAZAKH = "Облыс әкімдігі жаңа мектептің құрылысына қосымша қаржы бөлуді жоспарлап отыр"
RUSSIAN = "Областной акимат планирует выделить дополнительные средства на строительство новой школы"


@pytest.mark.parametrize("scheme", [name for name in schemes() if name.startswith("kk-")])
def test_kazakh_in_every_romanisation(scheme: str) -> None:
    assert identify(KAZAKH.translate(schemes()[scheme])) == "kk-Latn"


@pytest.mark.parametrize("scheme", [name for name in schemes() if name.startswith("ru-")])
def test_russian_in_every_romanisation(scheme: str) -> None:
    assert identify(RUSSIAN.translate(schemes()[scheme])) == "ru-Latn"


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Ивлев К.П. Водное хозяйство степных районов. – Алматы: Наука, 2011. – 214 с.", "ru"),
        ("Ivlev K.P. Vodnoye khozyaystvo stepnykh rayonov. – Almaty: Nauka, 2011. – 214 s.", "ru-Latn"),
        ("Ivlev K.P. Water management of steppe districts. Almaty: Nauka, 2011. 214 p.", "en"),
        ("Ержанова Л.Т. Дала аудандарының су шаруашылығы. – Алматы: Ғылым, 2011. – 214 б.", "kk"),
        ("Yerzhanova L.T. Dala audandarynyn su sharuashylygy. – Almaty: Gylym, 2011. – 214 b.", "kk-Latn"),
        ("Yılmaz A. Bozkır bölgelerinde su yönetimi üzerine bir araştırma. Ankara, 2011.", "tr"),
    ],
)
def test_reference_items(text: str, tag: str) -> None:
    assert identify(text) == tag


def parts_of(text: str) -> list[tuple[str, str]]:
    document = Document(Source("-", "text", "", ()), text, (), array("i", range(len(text))))
    language = languages_of(document, 0, len(text))
    assert (language.tag == "mul") is bool(language.parts)
    return [(text[a:b], tag) for a, b, tag in language.parts] or [(text, language.tag)]


def test_an_english_reference_with_a_russian_access_formula_is_in_two_languages() -> None:
    text = "Water Security in Dry Regions. – Delft: IHE, 2019. [Электронный ресурс]. – URL: https://example.org/w"
    assert parts_of(text) == [
        ("Water Security in Dry Regions. – Delft: IHE, 2019.", "en"),
        ("[Электронный ресурс]", "ru"),
        (". – URL: https://example.org/w", "en"),
    ]


def test_a_romanised_kazakh_access_formula_is_a_part() -> None:
    text = "Water Security in Dry Regions // https://example.org/w (Ötiniş berilgen kün: 3.02.2025)"
    assert parts_of(text) == [
        ("Water Security in Dry Regions // https://example.org/w", "en"),
        ("(Ötiniş berilgen kün: 3.02.2025)", "kk-Latn"),
    ]


def test_a_translated_title_in_brackets_is_a_part() -> None:
    text = "Vodnoe khozyaistvo stepnykh raionov [Water management of steppe districts]"
    assert parts_of(text) == [
        ("Vodnoe khozyaistvo stepnykh raionov", "ru-Latn"),
        ("[Water management of steppe districts]", "en"),
    ]


def test_lines_of_a_list_may_differ() -> None:
    text = "1 Water security in dry regions of Asia, 2019.\n2 Водная безопасность засушливых районов Азии, 2020."
    assert [tag for _, tag in parts_of(text)] == ["en", "ru"]


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("Бұл мақалада GPS және GIS құралдарын қолдану тәжірибесі қарастырылады.", "kk"),
        ("Модель обучена на данных Landsat и показала высокую точность (accuracy) на всех участках.", "ru"),
        ("Қазақстанда «зелёная энергетика» бағыты соңғы жылдары қарқынды дамып келеді, оның мәні зор.", "kk"),
        ("The term qymyz denotes fermented mare's milk and is used throughout the steppe.", "en"),
    ],
)
def test_a_foreign_word_does_not_make_a_mixture(text: str, tag: str) -> None:
    assert parts_of(text) == [(text, tag)]


@given(st.text(alphabet="абвгқәіңüışaеo'’. ,[]()«»//\n12@-", max_size=200))
def test_parts_lie_in_order_inside_the_stretch_and_are_trimmed(text: str) -> None:
    document = Document(Source("-", "text", "", ()), f"xx{text}", (), array("i", range(len(text) + 2)))
    end = 2
    for a, b, tag in languages_of(document, 2, len(text) + 2).parts:
        assert end <= a < b <= len(text) + 2
        assert tag not in ("mul", "und")
        end = b


def test_a_very_long_line_is_no_trouble() -> None:
    assert identify("мектептер" * 1_000_000) == "kk"
    assert identify("су тапшылығы " * 200_000) == "kk"
