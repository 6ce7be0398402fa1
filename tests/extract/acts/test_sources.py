"""The acts that a paper cites, each once: which mentions are of one act, and what is known of it."""

import pytest

import multilex
from multilex.record import LegalSource, Record
from multilex.vocabulary import ActResolution, ActStatus
from tests.extract.acts.test_legal_acts import HEAD, paper


def cited(record: Record) -> list[tuple[str | None, list[str]]]:
    """Key and mentions of each source."""
    return [(one.key, [record.acts[index].text for index in one.mentions]) for one in record.legal_sources]


def only(*paragraphs: str) -> LegalSource:
    (source,) = paper(*paragraphs).legal_sources
    return source


def test_each_mention_belongs_to_one_source_and_sources_stand_in_the_order_of_their_first_mention() -> None:
    record = multilex.extract("samples/law-ru.txt")[0]
    assert len(record.acts) > 12
    assert sorted(index for one in record.legal_sources for index in one.mentions) == list(range(len(record.acts)))
    assert [one.id for one in record.legal_sources] == [f"act-{n + 1}" for n in range(len(record.legal_sources))]
    firsts = [one.mentions[0] for one in record.legal_sources]
    assert firsts == sorted(firsts)


def test_a_full_citation_a_footnote_and_a_short_form_are_one_act() -> None:
    record = multilex.extract("samples/law-ru.txt")[0]
    labour = next(one for one in record.legal_sources if one.key == "kz/code/2015-11-23/414-V")
    assert [record.acts[index].text for index in labour.mentions] == [
        "Трудовой кодекс Республики Казахстан от 23 ноября 2015 года № 414-V",
        "Трудовой кодекс Республики Казахстан от 23 ноября 2015 года № 414-V",
        "Трудового кодекса",
        "Трудового кодекса",
    ]
    assert labour.adilet_id == "K1500000414"
    assert labour.links == {
        "kk": "https://adilet.zan.kz/kaz/docs/K1500000414",
        "ru": "https://adilet.zan.kz/rus/docs/K1500000414",
        "en": "https://adilet.zan.kz/eng/docs/K1500000414",
    }
    assert labour.iri == "/akn/kz/act/code/2015-11-23/414-V"
    assert labour.titles["kk"] == "Қазақстан Республикасының Еңбек кодексі"
    assert (labour.status, labour.until, labour.successor) == (ActStatus.IN_FORCE, None, None)


THREE = """УДК 342.7
МРНТИ 10.15.01

П.П. Петров¹
¹Казахский университет, г. Алматы, Казахстан

ПРАВО НА ТРУД МИГРАНТОВ

Аннотация. Рассматривается, как Закон РК «О миграции населения» от 22 июля 2011 года № 477-IV защищает работников.

Ключевые слова: право, труд, миграция.

П.П. Петров¹
¹Қазақ университеті, Алматы қ., Қазақстан

МИГРАНТТАРДЫҢ ЕҢБЕК ҚҰҚЫҒЫ

Аңдатпа. Мақалада «Халықтың көші-қоны туралы» 2011 жылғы 22 шілдедегі № 477-IV ҚР Заңының нормалары қаралады.

Түйін сөздер: құқық, еңбек, көші-қон.

P.P. Petrov¹
¹Kazakh University, Almaty, Kazakhstan

THE RIGHT OF MIGRANTS TO WORK

Abstract. The paper shows how the Law of the Republic of Kazakhstan "On Migration" dated July 22, 2011 No. 477 works.

Keywords: law, work, migration.

Введение

Согласно ст. 9 Закона «О миграции населения» работники вправе обжаловать решение.
"""


def test_mentions_in_three_languages_are_one_act() -> None:
    (record,) = multilex.extract(THREE.encode(), name="three.txt")
    (migration,) = record.legal_sources
    assert [record.acts[index].lang for index in migration.mentions] == ["ru", "kk", "en", "ru"]
    assert migration.key == "kz/law/2011-07-22/477-IV"
    assert migration.printed == {"ru": "О миграции населения", "kk": "Халықтың көші-қоны туралы", "en": "On Migration"}
    assert [[(part.unit, part.value) for part in path] for path in migration.pinpoints] == [[("article", "9")]]
    assert migration.resolution == ActResolution.OWN_WORDS


@pytest.mark.parametrize(
    "both",
    [
        "Закон РК «О связи» от 5 июля 2004 года № 567-II изменён. Закон РК от 5 июля 2004 года № 567 действует.",
        "Закон РК «О чаше» от 5 июля 2019 года № 267-VI изменён. Закон РК от 5 июля 2019 года № 267 действует.",
        "Закон РК «О чаше» от 5 июля 2019 года № 267-VI изменён. Закон РК № 267-VI действует.",
    ],
)
def test_an_act_is_one_with_and_without_the_numeral_of_the_convocation_or_its_date(both: str) -> None:
    source = only(both)
    assert len(source.mentions) == 2
    assert source.number in ("567-II", "267-VI")


def test_what_a_number_does_not_tell_apart_the_kind_of_act_does() -> None:
    record = paper(
        "Закон РК от 5 июля 2019 года № 267-VI и постановление Правительства РК от 5 июля 2019 года № 267 приняты."
    )
    assert [key for key, _ in cited(record)] == [
        "kz/law/2019-07-05/267-VI",
        "kz/government-resolution/2019-07-05/267",
    ]


def test_a_name_that_several_acts_bore_stays_open_in_all_languages() -> None:
    source = only("Трудовой кодекс РК действует, ҚР Еңбек кодексі қолданылады, как и ст. 5 ТК РК.")
    assert len(source.mentions) == 3
    assert (source.resolution, source.key, source.adilet_id, source.links) == (
        ActResolution.UNRESOLVED, "kz/code/labour", None, {},
    )  # fmt: skip
    assert source.candidates == ("kz/code/2007-05-15/251-III", "kz/code/2015-11-23/414-V")
    assert source.titles["ru"] == "Трудовой кодекс Республики Казахстан"


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("Концепция развития туризма Республики Казахстан", "Концепцию развития туризма Республики Казахстан", True),
        ("Концепция развития туризма Республики Казахстан на 2020 – 2025 годы",
         "Концепции развития туризма Республики Казахстан на 2020-2025 годы", True),
        ("Концепция развития туризма Республики Казахстан на 2020-2025 годы",
         "Концепции развития туризма Республики Казахстан на 2026-2030 годы", False),
        ("Концепция развития туризма Республики Казахстан", "Концепцию развития лесов Республики Казахстан", False),
        ("Закон РК «О сельских ремёслах и промыслах»", "Закона РК «О сельских ремеслах и промыслах»", True),
    ],
)  # fmt: skip
def test_a_name_in_another_case_is_the_same_name(one: str, other: str, together: bool) -> None:
    record = paper(f"{one} ставит такие цели.", f"Сравним с этим {other}.")
    assert len(record.acts) == 2
    assert len(record.legal_sources) == (1 if together else 2)


def test_the_two_printings_of_a_reference_are_one_act() -> None:
    record = paper(
        "Введение",
        "Список литературы\n\n1. Концепция развития туризма Республики Казахстан до 2030 года. – Астана, 2020.",
        "References\n\n1. Koncepcija razvitija turizma Respubliki Kazahstan do 2030 goda. – Astana, 2020.",
    )
    assert [act.lang for act in record.acts] == ["ru", "ru-Latn"]
    assert [one.mentions for one in record.legal_sources] == [(0, 1)]


def test_the_day_of_the_paper_resolves_a_name_by_the_catalogue() -> None:
    text = HEAD.replace("УДК", "Поступила в редакцию 12.03.2012\n\nУДК") + "Трудовой кодекс РК содержит такие нормы.\n"
    (source,) = multilex.extract(text.encode(), name="paper.txt")[0].legal_sources
    assert (source.key, source.resolution) == ("kz/code/2007-05-15/251-III", ActResolution.CATALOGUE)
    assert (source.status, source.successor) == (ActStatus.REPEALED, "kz/code/2015-11-23/414-V")
    assert source.until is not None
    assert source.candidates == ()


def test_a_full_date_identifies_a_constitution() -> None:
    source = only("Действует Конституция Республики Казахстан от 30 августа 1995 года.")
    assert (source.key, source.resolution) == ("kz/constitution/1995-08-30", ActResolution.OWN_WORDS)
    assert source.adilet_id == "K950001000_"


def test_the_kind_is_the_catalogue_s() -> None:
    source = only("Закон Республики Казахстан «О выборах» от 28 сентября 1995 года № 2464 действует.")
    assert source.key == "kz/constitutional-law/1995-09-28/2464"
    assert source.act_type == "constitutional_law"


def test_what_has_no_key_has_no_id_either() -> None:
    text = HEAD.replace("ПРАВО НА ОТДЫХ", "THE RIGHT TO REST") + "It follows Decree No. 21381 dated October 9, 2020.\n"
    (record,) = multilex.extract(text.encode(), name="paper.txt")
    ((source,), (act,)) = record.legal_sources, record.acts
    assert (act.key, act.adilet_id, source.key, source.adilet_id, source.links) == (None, None, None, None, {})


def test_a_title_that_the_catalogue_does_not_know_identifies_nothing() -> None:
    source = only("Закон РК «О чаше и ложке» содержит такие нормы.")
    assert (source.resolution, source.adilet_id, source.status) == (ActResolution.UNRESOLVED, None, None)
    assert source.printed == {"ru": "О чаше и ложке"}


def test_acts_of_others_are_identified_but_not_linked() -> None:
    record = paper(
        "Сравним Федеральный закон от 27 июля 2006 года № 152-ФЗ, Конвенцию МОТ № 97 и Regulation (EU) 2016/679."
    )
    assert [(one.jurisdiction, one.resolution, one.links) for one in record.legal_sources] == [
        ("ru", ActResolution.OWN_WORDS, {}),
        ("ilo", ActResolution.OWN_WORDS, {}),
        ("eu", ActResolution.OWN_WORDS, {}),
    ]


def test_places_are_gathered_once_and_in_the_order_of_their_numbers() -> None:
    source = only(
        "Согласно ст. 138 Трудового кодекса РК работа оплачивается.",
        "Согласно ст. 9 Трудового кодекса РК отдых обязателен.",
        "По п. 2 ст. 138 Трудового кодекса РК стороны договариваются; о том же говорит ст. 138 Трудового кодекса РК.",
    )
    assert [[(part.unit, part.value) for part in path] for path in source.pinpoints] == [
        [("article", "9")],
        [("article", "138")],
        [("article", "138"), ("paragraph", "2")],
    ]


def test_an_order_keeps_its_registration() -> None:
    source = only(
        "Приказ Министра юстиции Республики Казахстан от 25 мая 2015 года № 286. Зарегистрирован в Министерстве "
        "юстиции Республики Казахстан 27 мая 2015 года № 11194."
    )
    assert source.registration is not None
    assert (source.number, source.registration.number, source.registration.date) == ("286", "11194", "2015-05-27")
    assert source.adilet_id == "V1500011194"


def test_no_mentions_make_no_sources() -> None:
    assert paper("Законы миграции известны давно.").legal_sources == ()
