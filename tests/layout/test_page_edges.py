"""Furniture and notes: what stands at the head and foot of pages."""

from tests.sheet import LEFT, RIGHT, Sheet, blocks

BODY = "the water of the rivers goes away within two weeks of spring, and in summer there is not enough for"
WORDS = BODY.split()


def page(head: str, foot: str, *lines: str) -> Sheet:
    """A page with paragraphs that are on no other page, and those that end with these lines."""
    sheet = Sheet()
    if head:
        sheet.centered(head)
    sheet.baseline = 110
    for turn in range(4):
        start = (len(head) + 3 * turn + sum(map(ord, foot + head))) % len(WORDS)
        sheet.paragraph(" ".join(WORDS[start:] + WORDS[:start]), f"gardens {turn}.")
    for text in lines:
        sheet.paragraph(BODY, text)
    if foot:
        sheet.line(foot, x=290, y=770)
    return sheet


def kinds(*sheets: Sheet) -> list[str]:
    return [kind for kind, _ in blocks(*sheets)]


def test_heads_that_alternate_between_odd_and_even_pages() -> None:
    odd, even = "Journal of Something, 3(81)", "Section of Law"
    sheets = [page(odd if n % 2 else even, str(73 + n), "ends.") for n in range(1, 5)]
    assert kinds(*sheets) == ["running_head", *["paragraph"] * 5, "page_number"] * 4


def test_a_head_with_the_page_number_in_the_same_line() -> None:
    sheets = [page(f"{n} Journal of Something", "", "ends.") for n in (12, 13, 14)]
    assert kinds(*sheets) == ["running_head", *["paragraph"] * 5] * 3


def test_codes_at_the_head_of_each_paper_are_no_running_head() -> None:
    first = page("UDC 341.2", "1", "ends.", "too.")
    second = page("UDC 343.4", "2", "ends.", "too.")
    assert [text for _, text in blocks(first, second) if text.startswith("UDC")] == ["UDC 341.2", "UDC 343.4"]
    assert "running_head" not in kinds(first, second)


def test_a_year_as_last_line_of_a_paragraph_is_no_page_number() -> None:
    sheet = Sheet().paragraph(BODY, "2020")
    assert blocks(sheet) == [("paragraph", f"{BODY} 2020")]


def test_lines_of_notes_that_repeat_on_pages_are_no_running_foot() -> None:
    law = "On migration. Law of the Republic of Kazakhstan of 22 July 2011, No 477-IV, with its later changes. Read at"
    sheets = []
    for n in (1, 2):
        sheet = page("", str(n), f"as the law says^{{{n}}}.").rule(LEFT, 170, 700)
        sheet.line(f"^{{{n}}} {law}", y=712, size=8, to=RIGHT)
        sheets.append(sheet.line("https://example.kz/docs/Z1100000477", y=722, size=8))
    found = [text for kind, text in blocks(*sheets) if kind == "footnote"]
    assert found == [f"{mark} {law} https://example.kz/docs/Z1100000477" for mark in "¹²"]


def test_notes_without_a_rule_each_for_itself() -> None:
    sheet = page("", "7", "one^{1}, two^{2}.")
    sheet.line("^{1} The first note.", y=700, size=8).line("^{2} The second note.", y=710, size=8)
    assert [text for kind, text in blocks(sheet) if kind == "footnote"] == ["¹ The first note.", "² The second note."]


def test_a_note_that_goes_on_at_the_foot_of_the_next_page() -> None:
    first, second = page("", "7", "one^{1}."), page("", "8", "two.")
    first.rule(LEFT, 170, 700).line(
        "^{1} This note is long and goes on as far as the end of its line, where", y=712, size=8
    )
    second.rule(LEFT, 170, 700).line("it does not end.", y=712, size=8)
    (note,) = [text for kind, text in blocks(first, second) if kind == "footnote"]
    assert note == "¹ This note is long and goes on as far as the end of its line, where it does not end."


def test_small_text_below_the_last_paragraph_is_no_note_without_its_number() -> None:
    sheet = page("", "9", "ends.").line("Received on 22 November 2020", y=700, size=8)
    assert "footnote" not in kinds(sheet)
