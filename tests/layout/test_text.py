"""Plain text into blocks: wrapped lines, broken paragraphs, notes in between, nothing lost."""

from hypothesis import given, settings
from hypothesis import strategies as st

from multilex.document import Document
from multilex.layout.conservation import unaccounted
from multilex.layout.text import layout_text
from multilex.read.text import read_text
from multilex.vocabulary import BlockKind


def lay(text: str) -> Document:
    return layout_text(read_text(text.encode(), "test.txt"))


def blocks(text: str) -> list[str]:
    document = lay(text)
    return [document.text[block.start : block.end] for block in document.blocks]


def test_each_line_of_an_unwrapped_file_is_a_block() -> None:
    assert blocks("¹Бірінші институт, Астана\n²Екінші институт, Алматы\n\nАңдатпа") == [
        "¹Бірінші институт, Астана",
        "²Екінші институт, Алматы",
        "Аңдатпа",
    ]


WRAPPED = """\
Водные ресурсы области распределены неравномерно, и это давно известно всем
хозяйствам. Весной вода уходит за две недели, а летом её недостаёт даже для
полива огородов. Поэтому пруды строили ещё в прошлом веке, и некоторые из них
служат до сих пор.
- первый пруд построен в 1931 году;
- второй пруд построен в 1956 году и служит водопоем для стада, которое летом
держат на дальнем выпасе.

Новая глава начинается с новой строки, и переносы в ней соединяются так же,
как в первой, потому что ширина набора одинакова во всём файле, а последняя
строка короче.
"""


def test_lines_of_a_wrapped_file_are_joined_and_items_are_not() -> None:
    found = blocks(WRAPPED)
    assert len(found) == 4
    assert found[0].endswith("служат до сих пор.") and "\n" not in found[0]
    assert found[1] == "- первый пруд построен в 1931 году;"
    assert found[2].endswith("на дальнем выпасе.")


LONG = "Миграция населения влияет на рынок труда приграничных областей, и поэтому исследования последних лет"


def test_a_paragraph_cut_by_a_page_break_is_one_block() -> None:
    assert blocks(f"{LONG}\n\nпосвящены прежде всего ей.") == [f"{LONG} посвящены прежде всего ей."]


def test_a_note_inside_a_paragraph_follows_it() -> None:
    found = blocks(f"{LONG}\n\n¹ Отчёт о миграции. – Астана, 2021.\n\nпосвящены прежде всего ей.")
    assert found == [f"{LONG} посвящены прежде всего ей.", "¹ Отчёт о миграции. – Астана, 2021."]


def test_an_address_does_not_go_on_with_the_line_before() -> None:
    line = "Институт географии и водной безопасности Министерства науки и высшего образования, Алматы, Казахстан"
    assert blocks(f"{line}\n\ne-mail: author@example.kz") == [line, "e-mail: author@example.kz"]


def test_running_heads_and_page_numbers_between_form_feeds() -> None:
    pages = [f"Вестник, № {i}\nТекст страницы {i}, обычный.\nЕщё строка.\n{i}" for i in range(1, 5)]
    document = lay("\f".join(pages))
    kinds = [block.kind for block in document.blocks]
    assert kinds.count(BlockKind.RUNNING_HEAD) == 4
    assert kinds.count(BlockKind.PAGE_NUMBER) == 4


def test_letters_with_combining_marks_are_composed_and_find_back() -> None:
    document = lay("Каи\u0306рат")
    assert document.text == "Кайрат"
    assert document.origin[2] == 2 and document.dropped == ((3, 0),)


def test_places_are_source_offsets() -> None:
    document = lay("\n\n**Тақырып** сөз")
    (place,) = document.places(0, 7)
    assert (place.page, place.box, place.start, place.end) == (1, None, 4, 11)


@settings(max_examples=200)
@given(st.text(alphabet="абв ABC.,-\n\f\t*^{}1¹–<>\u00ad\u0306ё@", min_size=1, max_size=300).filter(str.strip))
def test_nothing_is_lost(text: str) -> None:
    try:
        document = lay(text)
    except Exception as error:  # only blank input may be refused
        assert type(error).__name__ == "EmptyInputError"
        return
    assert not unaccounted(document)
