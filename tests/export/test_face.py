"""All formats have the same face, and another package can bring its own."""

import io
import sys
import types
from collections.abc import Iterable, Iterator
from importlib.metadata import EntryPoint

import pytest

import multilex
from multilex import export
from multilex.errors import ExportError, ExportWarning
from multilex.export import Problem, Scope, Settings, formats
from multilex.export._losses import FIELDS
from multilex.record import Record
from multilex.vocabulary import Severity

TEXT = "УДК 341.2\n\nПраво реки\n\nКлючевые слова: реки, право"


class Plain:
    """A format of another package: titles, a line each."""

    NAME, SUFFIX, MEDIA_TYPE, SCOPE = "plain", ".txt", "text/plain", Scope.INPUT
    LOSSES = {"codes": "only titles"}  # noqa: RUF012

    @staticmethod
    def check(record: Record, settings: Settings) -> Iterator[Problem]:
        if not record.titles:
            yield Problem(record.id, "/titles", "no title")
        if not settings.journal.issn:
            yield Problem(record.id, "settings:journal.issn", "no ISSN", Severity.WARNING)

    @staticmethod
    def render(records: Iterable[Record], settings: Settings) -> Iterator[str]:
        yield from (f"{title.value}\n" for record in records for title in record.titles)


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    module = types.ModuleType("theirs")
    module.format = Plain  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "theirs", module)
    theirs = [EntryPoint("plain", "theirs:format", "multilex.formats")]
    monkeypatch.setattr(export, "entry_points", lambda group: theirs)
    formats.cache_clear()
    yield
    formats.cache_clear()


@pytest.mark.parametrize("name", sorted(formats()))
def test_every_format_says_what_it_is(name: str) -> None:
    format = formats()[name]
    assert name == format.NAME
    assert format.SUFFIX.startswith(".")
    assert "/" in format.MEDIA_TYPE
    assert format.SCOPE in Scope
    assert set(format.LOSSES) <= set(FIELDS)
    assert all(format.LOSSES.values())
    assert ": " in " ".join((format.__doc__ or "").split()), "the first line names the format, then says what it is"


@pytest.mark.usefixtures("plain")
def test_another_package_adds_a_format_by_its_entry_point() -> None:
    stream = io.BytesIO()
    settings = Settings.model_validate({"journal": {"issn": "1234-5679"}})
    multilex.write(multilex.extract(TEXT.encode()), stream, format="plain", settings=settings)
    assert stream.getvalue().decode() == "Право реки\n"


@pytest.mark.usefixtures("plain")
def test_what_the_format_demands_stops_it_and_names_record_and_field() -> None:
    [record] = multilex.extract("УДК 341.2\n\nКлючевые слова: реки, право".encode())
    with pytest.raises(ExportError, match=f"plain: {record.id}: /titles: no title"):
        multilex.write([record], io.BytesIO(), format="plain")


@pytest.mark.usefixtures("plain")
def test_what_a_reader_may_trip_over_is_a_warning() -> None:
    with pytest.warns(ExportWarning, match=r"settings:journal\.issn: no ISSN"):
        multilex.write(multilex.extract(TEXT.encode()), io.BytesIO(), format="plain")
    [problem] = export.problems(multilex.extract(TEXT.encode()), "plain")
    assert problem.severity is Severity.WARNING
