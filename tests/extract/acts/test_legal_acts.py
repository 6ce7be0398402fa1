"""Acts of a whole paper: what one mention leaves out another one says; links are compared with the register."""

import pytest

import multilex
from multilex.extract import extract_findings
from multilex.record import Record
from multilex.segment import segment
from multilex.vocabulary import ActLevel, ActResolution, NoteCode

HEAD = """УДК 342.7
МРНТИ 10.15.01

П.П. Петров¹
¹Казахский университет, г. Алматы, Казахстан

ПРАВО НА ОТДЫХ

Аннотация. Рассматриваются нормы об отдыхе работников и их применение в последние годы.

Ключевые слова: отдых, работник, право.

Введение

"""


def paper(*paragraphs: str) -> Record:
    """The record of a paper with this body."""
    text = HEAD + "\n\n".join(paragraphs) + "\n"
    return multilex.extract(text.encode(), name="paper.txt")[0]


def acts(record: Record) -> list[tuple[str, str | None]]:
    return [(act.text, act.key) for act in record.acts]


def test_offsets_are_the_documents() -> None:
    text = HEAD + "Согласно ст. 85 Трудового кодекса РК отдых обязателен.\n"
    document = multilex.read(text.encode(), name="paper.txt")
    (record,) = multilex.extract(document)
    (act,) = record.acts
    assert document.text[slice(*act.span)] == act.text == "Трудового кодекса РК"
    (pinpoint,) = act.pinpoints
    assert document.text[slice(*pinpoint.span)] == "ст. 85"
    assert [(part.unit, part.value) for path in pinpoint.paths for part in path] == [("article", "85")]


def test_a_title_alone_takes_number_and_date_from_another_mention() -> None:
    record = paper(
        "Принят Закон РК «О профессиональных союзах» от 27 июня 2014 года № 211-V, который действует.",
        "Закон «О профессиональных союзах» пока не изменён.",
    )
    assert [act.key for act in record.acts] == ["kz/law/2014-06-27/211-V"] * 2
    assert [act.resolution for act in record.acts] == [ActResolution.OWN_WORDS, ActResolution.DOCUMENT]
    assert record.acts[1].level == ActLevel.SHORT


def test_laws_of_one_title_are_kept_apart_and_named_as_candidates() -> None:
    record = paper(
        "Закон РК «О миграции населения» от 22 июля 2011 года № 477-IV заменил Закон РК «О миграции населения» "
        "от 1997 года.",
        "Закон «О миграции населения» применяется широко.",
    )
    new, old, either = record.acts
    assert (new.key, old.key) == ("kz/law/2011-07-22/477-IV", "kz/law/1997/o-migratsii-naseleniya")
    assert old.register_key == "kz/law/1997-12-13/204-I"
    assert (either.key, either.candidates) == (new.key, (old.key,))


def test_a_concept_takes_the_key_of_the_act_that_approved_it() -> None:
    record = paper(
        "Об утверждении Концепции семейной политики Республики Казахстан до 2030 года. Постановление Правительства "
        "Республики Казахстан от 5 мая 2021 года № 300.",
        "Концепция семейной политики Республики Казахстан до 2030 года ставит цели.",
    )
    assert [act.key for act in record.acts] == ["kz/government-resolution/2021-05-05/300"] * 2


def test_a_code_by_name_stays_open_between_the_codes_of_that_name() -> None:
    (act,) = paper("Трудовой кодекс РК содержит такие нормы.").acts
    assert (act.key, act.register_key) == ("kz/code/labour", None)
    assert act.candidates == ("kz/code/2007-05-15/251-III", "kz/code/2015-11-23/414-V")


def test_a_code_by_name_is_known_when_no_other_bore_the_name() -> None:
    (act,) = paper("Социальный кодекс РК содержит такие нормы.").acts
    assert (act.key, act.register_key) == ("kz/code/social", "kz/code/2023-04-20/224-VII")


def test_the_date_of_the_paper_decides_between_codes_of_one_name() -> None:
    text = HEAD.replace("УДК", "Поступила в редакцию 12.03.2019\n\nУДК") + "Трудовой кодекс РК содержит такие нормы.\n"
    (record,) = multilex.extract(text.encode(), name="paper.txt")
    assert [date.value for date in record.dates] == ["2019-03-12"]
    (act,) = record.acts
    assert act.key == "kz/code/labour"
    assert (act.register_key, act.adilet_id) == ("kz/code/2015-11-23/414-V", "K1500000414")


@pytest.mark.parametrize(
    ("address", "status", "noted"),
    [
        ("https://adilet.zan.kz/rus/docs/P2100000300", "agrees", []),
        ("https://adilet.zan.kz/rus/docs/Z1100000477", "conflicts", ["P2100000300"]),
        ("https://adilet.zan.kz/rus/docs/P210000300_", "repaired", ["P2100000300"]),
    ],
)
def test_a_printed_address_is_compared_with_the_id(address: str, status: str, noted: list[str]) -> None:
    record = paper(
        "Принято постановление Правительства Республики Казахстан от 5 мая 2021 года № 300 "
        f"(URL: {address}) о порядке отдыха."
    )
    (act,) = record.acts
    assert act.adilet_id == "P2100000300"
    assert act.link is not None
    assert act.link.status == status
    notes = [note for note in record.notes if note.code == NoteCode.ACT_LINK]
    assert [word for note in notes for word in note.message.split() if word == "P2100000300"] == noted


def test_a_convocation_that_does_not_fit_the_date_is_noted() -> None:
    record = paper("Закон РК «О связи» от 5 июля 2004 года № 567-VI устарел.")
    assert [note.code for note in record.notes if note.code.startswith("act-")] == [NoteCode.ACT_CONVOCATION]
    fits = paper("Закон РК «О связи» от 5 июля 2004 года № 567-II устарел.")
    assert [note.code for note in fits.notes if note.code.startswith("act-")] == []


def test_a_registration_is_not_the_number() -> None:
    (act,) = paper(
        "Приказ Министра юстиции Республики Казахстан от 31 января 2012 года № 31. Зарегистрирован в Министерстве "
        "юстиции Республики Казахстан 28 февраля 2012 года № 7447."
    ).acts
    assert act.registration is not None
    assert (act.number, act.registration.number, act.registration.date) == ("31", "7447", "2012-02-28")
    assert act.adilet_id == "V1200007447"


def test_judgments_are_no_acts() -> None:
    record = paper("Это решено в деле Roe v. Wade (1973) и ст. 5 УК РК.")
    assert [case.title for case in record.cases] == ["Roe v. Wade"]
    assert acts(record) == [("УК РК", "kz/code/criminal")]


def test_the_kinds_of_records_survive_json() -> None:
    record = paper("Согласно ст. 85 Трудового кодекса РК отдых обязателен.")
    assert Record.from_json(record.to_json()) == record


def test_an_abbreviation_once_cited_with_its_country_is_known_later() -> None:
    record = paper("По ст. 188 УК РК кража наказуема.", "Нормы УК изменены, как и сам УК в целом.")
    assert acts(record) == [("УК РК", "kz/code/criminal"), ("УК", "kz/code/criminal"), ("УК", "kz/code/criminal")]
    assert [act.level for act in record.acts] == [ActLevel.ABBREVIATION] * 3


def test_an_abbreviation_of_two_countries_is_not_guessed_at() -> None:
    record = paper("По УК РК и по УК РФ кража наказуема.", "Вновь УК РК.", "Нормы УК изменены.")
    assert [text for text, _ in acts(record)] == ["УК РК", "УК РФ", "УК РК"]


def test_the_words_of_a_definition_are_no_further_mention() -> None:
    record = paper(
        "Закон РК «О связи» от 5 июля 2004 года № 567-II (далее – Закон о связи) действует. Закон о связи ясен."
    )
    assert acts(record) == [
        ("Закон РК «О связи» от 5 июля 2004 года № 567-II", "kz/law/2004-07-05/567-II"),
        ("Закон о связи", "kz/law/2004-07-05/567-II"),
    ]
    assert record.acts[1].resolution == ActResolution.DEFINITION


def test_an_act_repealed_before_the_paper_is_noted() -> None:
    dated = HEAD.replace("УДК", "Поступила в редакцию 12.03.2019\n\nУДК")
    old = "Действовал Трудовой кодекс Республики Казахстан от 15 мая 2007 года № 251-III.\n"
    new = "Действует Трудовой кодекс Республики Казахстан от 23 ноября 2015 года № 414-V.\n"
    (record,) = multilex.extract((dated + old).encode(), name="paper.txt")
    assert [note.code for note in record.notes if note.code.startswith("act-")] == [NoteCode.ACT_REPEALED]
    (record,) = multilex.extract((dated + new).encode(), name="paper.txt")
    assert [note.code for note in record.notes if note.code.startswith("act-")] == []


def test_an_order_under_its_number_of_registration_is_the_order() -> None:
    record = paper(
        "Приказ Министра здравоохранения РК от 7 октября 2020 года № ҚР ДСМ-116/2020 зарегистрирован в Министерстве "
        "юстиции Республики Казахстан 8 октября 2020 года № 21381.",
        "Приказ Министра здравоохранения РК № 21381 от 8 октября 2020 года действует.",
    )
    assert [act.key for act in record.acts] == ["kz/ministerial-order/2020-10-07/ҚР ДСМ-116/2020"] * 2
    assert record.acts[1].resolution == ActResolution.DOCUMENT


def test_a_law_by_its_year_is_the_one_law_of_that_year_in_the_paper() -> None:
    first = "Закон РК «О миграции населения» от 22 июля 2011 года № 477-IV действует."
    record = paper(first, "Закон 2011 года менялся.")
    assert [act.key for act in record.acts] == ["kz/law/2011-07-22/477-IV"] * 2
    other = "Закон РК «О науке» от 18 февраля 2011 года № 407-IV утратил силу."
    record = paper(first, other, "Закон 2011 года менялся.")
    assert record.acts[2].key is None
    assert record.acts[2].candidates == ("kz/law/2011-07-22/477-IV", "kz/law/2011-02-18/407-IV")


def test_the_year_of_the_issue_dates_a_paper_without_a_date() -> None:
    body = "Согласно ст. 85 Трудового кодекса РК отдых обязателен."
    (undated,) = paper(body).acts
    assert undated.register_key is None
    (article,) = segment(multilex.read((HEAD + body + "\n").encode(), name="paper.txt"))
    (dated,) = extract_findings(article, "2020").acts
    assert dated.register_key == "kz/code/2015-11-23/414-V"


def test_the_translation_of_a_title_is_the_act_itself() -> None:
    record = paper('Zakon RK «Ob obrazovanii» ot 27 ijulja 2007 goda № 319-III [Law of the RK "On Education"].')
    assert [act.key for act in record.acts] == ["kz/law/2007-07-27/319-III"] * 2
