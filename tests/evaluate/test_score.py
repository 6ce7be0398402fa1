"""What each fault of a record costs, figure by figure."""

from dataclasses import replace
from typing import Any

from multilex.evaluate.score import score
from multilex.record import Record, Section
from multilex.vocabulary import SectionRole
from tests.evaluate.paper import DOCUMENT, FILE, GOLD, RECORD, outcomes, scored, wrong


def changed(**fields: Any) -> Record:
    return RECORD.model_copy(update=fields)


def counts(record: Record, figure: str) -> tuple[int, int, int]:
    count = scored(record)[figure].all
    return count.gold, count.found, count.right


def test_a_perfect_record_is_right_in_every_figure() -> None:
    figures = scored(RECORD)
    assert wrong(outcomes(RECORD)) == []
    assert set(figures) == {
        "header_cells",
        "whole_header",
        "author_fields",
        "language",
        "section_headings",
        "body_roles",
        "boundaries",
        "footnotes",
        "callouts",
        "citations",
        "reference_items",
        "keyword_pairs",
        "conservation",
    }
    assert {name for name, figure in figures.items() if figure.all.f1 != 1} == set()


def test_no_record_at_all_finds_nothing() -> None:
    missed = [outcome for _, outcome in score(FILE, None, [])]
    assert not any(outcome.right or outcome.found for outcome in missed)
    assert sum(outcome.figure == "header_cells" for outcome in missed) == counts(RECORD, "header_cells")[0]


def test_a_wrong_title_is_one_wrong_cell_and_no_whole_header() -> None:
    title = RECORD.titles[0].model_copy(update={"value": "Право на волю"})
    record = changed(titles=(title, RECORD.titles[1]))
    assert wrong(outcomes(record)) == [
        ("header_cells", "Право на воду", "Право на волю"),
        ("whole_header", "right", "wrong: ru title"),
    ]


def test_a_missing_language_is_a_miss_and_an_extra_one_a_false_positive() -> None:
    title = RECORD.titles[1].model_copy(update={"lang": "kk"})
    by = scored(changed(titles=(RECORD.titles[0], title)))["header_cells"].by
    assert (by["en"].gold - by["en"].found, by["kk"].gold, by["kk"].found) == (1, 0, 1)


def test_punctuation_quotes_and_dashes_do_not_matter_but_case_does() -> None:
    title = {**GOLD["titles"][0], "value": '"Право"  на – воду;'}
    file = replace(FILE, articles=({**GOLD, "titles": [title, GOLD["titles"][1]]},))
    for value, right in (("«Право» на - воду", 1), ("«Право» На - Воду", 0), ("Право на - воду", 0)):
        read = RECORD.titles[0].model_copy(update={"value": value})
        cells = scored(changed(titles=(read, RECORD.titles[1])), file=file)["header_cells"]
        assert cells.by["title"].right == 1 + right


def test_keywords_count_in_their_order() -> None:
    keywords = RECORD.keywords[0]
    turned = keywords.model_copy(update={"items": keywords.items[::-1]})
    assert ("header_cells", "вода | договор", "договор | вода") in wrong(
        outcomes(changed(keywords=(turned, RECORD.keywords[1])))
    )


def test_two_authors_read_as_one_are_wrong() -> None:
    first, second = RECORD.authors[:2]
    merged = first.model_copy(update={"value": f"{first.value}, {second.value}"})
    authors = scored(changed(authors=(merged, *RECORD.authors[2:])))["header_cells"].by["authors"]
    assert (authors.gold, authors.found, authors.right) == (2, 2, 1)


def test_a_printed_author_line_is_compared_without_its_marks() -> None:
    line = {"lang": "ru", "text": "¹А.Б. Сериков., ²В.Г. Ли*,", "start": 40, "end": 66}
    gold = {"id": "a0", "author_lines": [line]}
    file = replace(FILE, articles=(gold,), blocks=())
    record = changed(authors=RECORD.authors[:2])
    assert wrong(outcomes(record, file=file)) == []
    cut = record.authors[1].model_copy(update={"text": "В.Г."})
    assert wrong(outcomes(changed(authors=(record.authors[0], cut)), file=file))[0] == (
        "header_cells",
        "А.Б. Сериков В.Г. Ли",
        "А.Б. Сериков В.Г",
    )


def test_parts_of_a_name_count_where_the_name_is_right() -> None:
    author = RECORD.authors[0].model_copy(update={"family": "А.Б.", "affiliations": ("af_ru2",)})
    assert wrong(outcomes(changed(authors=(author, *RECORD.authors[1:])))) == [
        ("author_fields", "Сериков", "А.Б"),
        ("author_fields", "Таразский университет", "Академия права"),
    ]


def test_a_heading_with_another_role_is_wrong() -> None:
    sections = list(RECORD.sections)
    sections[1] = sections[1].model_copy(update={"role": SectionRole.RESULTS})
    figures = scored(changed(sections=tuple(sections)))
    assert figures["section_headings"].all.right == 2
    body = len("Мычиталидоговоры[1,2].")
    assert figures["body_roles"].by["methods"].gold == body
    assert figures["body_roles"].by["methods"].right == 0
    assert figures["body_roles"].by["introduction"].f1 == 1


def test_a_subheading_is_extra_only_where_gold_lists_all_headings() -> None:
    heading = RECORD.titles[0]
    extra = Section(role=SectionRole.OTHER, heading=heading, level=2, lang="ru", blocks=())
    record = changed(sections=(*RECORD.sections, extra))
    assert counts(record, "section_headings") == (3, 4, 3)
    sections = [{"type": one["type"], **one["heading"], "heading": one["heading"]["text"]} for one in GOLD["sections"]]
    file = replace(FILE, articles=({**GOLD, "sections": sections},), blocks=())
    reduced = scored(record, file=file)["section_headings"].all
    assert (reduced.gold, reduced.found, reduced.right) == (3, 3, 3)


def test_a_paragraph_under_a_subheading_still_stands_in_its_section() -> None:
    *first, methods, references = RECORD.sections
    inner = methods.model_copy(update={"role": SectionRole.OTHER, "heading": None, "level": 2, "parent": 1})
    outer = methods.model_copy(update={"blocks": ()})
    record = changed(sections=(*first, outer, references, inner))
    assert counts(record, "body_roles") == counts(RECORD, "body_roles")


def test_a_heading_read_from_elsewhere_is_wrong_on_text() -> None:
    first = RECORD.sections[0]
    far = RECORD.titles[0].model_copy(update={"value": "Введение", "text": "Введение"})
    moved = first.model_copy(update={"heading": far})
    assert counts(changed(sections=(moved, *RECORD.sections[1:])), "section_headings")[2] == 2


def test_kazakh_called_russian_is_wrong_and_romanised_text_is_other() -> None:
    blocks = [block.model_copy(update={"lang": "kk"}) for block in RECORD.blocks]
    assert counts(changed(blocks=tuple(blocks)), "language") == (6, 6, 0)
    blocks = [block.model_copy(update={"lang": "ru-Latn"}) for block in RECORD.blocks]
    assert counts(changed(blocks=tuple(blocks)), "language") == (6, 6, 1)


def test_an_article_that_begins_too_late_has_a_wrong_boundary() -> None:
    assert wrong(outcomes(changed(blocks=RECORD.blocks[1:], sections=())))[0] == (
        "boundaries",
        "right",
        f"start wrong: {RECORD.blocks[1].span[0]}-{RECORD.blocks[-1].span[1]}",
    )


def test_a_second_record_from_one_paper_is_extra() -> None:
    extra = changed(id="extra", titles=RECORD.titles[:1], blocks=RECORD.blocks[:2], sections=())
    found = [outcome for _, outcome in score(FILE, DOCUMENT, [RECORD, extra])]
    assert ("header_cells", None, "Право на воду") in wrong(found)
    assert ("boundaries", None, "no such article: УДК 347.1 МРНТИ 10.27.01") in wrong(found)


def test_a_callout_at_another_place_points_nowhere() -> None:
    note = RECORD.footnotes[0]
    elsewhere = note.callouts[0].model_copy(update={"places": RECORD.citations[1].places})
    record = changed(footnotes=(note.model_copy(update={"callouts": (elsewhere,)}),))
    assert counts(record, "callouts") == (1, 1, 0)
    assert counts(record, "footnotes") == (1, 1, 1)


def test_a_note_with_its_mark_in_the_text_is_wrong() -> None:
    note = RECORD.footnotes[0].model_copy(update={"value": "¹ О воде. Закон 1993 года."})
    assert counts(changed(footnotes=(note,)), "footnotes") == (1, 1, 0)


def test_a_citation_needs_all_its_targets() -> None:
    short = RECORD.citations[1].model_copy(update={"targets": ("orig:1",)})
    assert wrong(outcomes(changed(citations=(RECORD.citations[0], short)))) == [
        ("citations", "original:1 | original:2", "original:1")
    ]


def test_two_items_on_one_line_taken_for_one_are_two_misses_and_one_extra() -> None:
    listing = RECORD.references[0]
    one, two = listing.items
    joined = one.model_copy(update={"value": f"{one.value} {two.value}"})
    record = changed(references=(listing.model_copy(update={"items": (joined,)}),))
    assert counts(record, "reference_items") == (2, 1, 0)


def test_an_item_with_another_number_is_wrong() -> None:
    listing = RECORD.references[0]
    items = tuple(item.model_copy(update={"number": 5 - (item.number or 0)}) for item in listing.items)
    record = changed(references=(listing.model_copy(update={"items": items}),))
    assert counts(record, "reference_items") == (2, 2, 0)


def test_keywords_paired_crosswise_are_wrong() -> None:
    rows = RECORD.alignment.keywords
    crossed = tuple(
        row.model_copy(update={"values": {"en": other.values["en"], "ru": row.values["ru"]}})
        for row, other in zip(rows, rows[::-1], strict=True)
    )
    alignment = RECORD.alignment.model_copy(update={"keywords": crossed})
    assert counts(changed(alignment=alignment), "keyword_pairs") == (2, 2, 0)


def test_characters_lost_and_doubled_break_conservation() -> None:
    lost = scored(changed(blocks=RECORD.blocks[1:], sections=()))["conservation"].all
    assert lost.gold - lost.right == len("УДК347.1МРНТИ10.27.01")
    doubled = scored(changed(blocks=(*RECORD.blocks, RECORD.blocks[0])))["conservation"].all
    assert doubled.right == lost.right
    assert doubled.found == doubled.gold
