"""Records as a table."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from multilex.errors import MissingEngineError
from multilex.record import Record
from multilex.vocabulary import CodeScheme

if TYPE_CHECKING:
    import pandas as pd

_SEPARATOR = "; "


def records_to_frame(records: Iterable[Record]) -> "pd.DataFrame":
    """One row per record, for a first look and for counting; the records themselves keep what a row cannot.

    Columns: ``id``, ``file``, ``pages``, ``kind``, ``language``; a column per code scheme; ``received``,
    ``accepted`` and the other dates; ``emails``; per language ``title_kk``, ``authors_kk``, ``affiliations_kk``,
    ``abstract_kk``, ``keywords_kk``; counts of ``sections``, ``references``, ``citations``, ``footnotes``,
    ``notes``. Several values in a cell are joined by ``; ``; what is absent is None.

    Raises MissingEngineError when pandas is not installed.
    """
    try:
        import pandas as pd
    except ImportError as error:
        raise MissingEngineError('a table needs pandas: pip install "multilex[tables]"') from error
    return pd.DataFrame([_row(record) for record in records])


def _row(record: Record) -> dict[str, Any]:
    pages = record.source.pages
    row: dict[str, Any] = {
        "id": record.id,
        "file": record.source.file,
        "pages": f"{pages[0]}-{pages[1]}" if pages else None,
        "kind": record.kind.value,
        "language": record.language,
    }
    for scheme in CodeScheme:
        row[scheme.value.lower()] = _join(code.value for code in record.code(scheme))
    for date in record.dates:
        row.setdefault(date.kind.value, date.value)
    row["emails"] = _join(email.value for email in record.emails)
    for lang in record.alignment.languages:
        row[f"title_{lang}"] = _join(title.value for title in record.titles if title.lang == lang)
        row[f"authors_{lang}"] = _join(author.value for author in record.authors if author.lang == lang)
        row[f"affiliations_{lang}"] = _join(a.value for a in record.affiliations if a.lang == lang)
        row[f"abstract_{lang}"] = _join(abstract.value for abstract in record.abstracts if abstract.lang == lang)
        items = (item.value for keywords in record.keywords if keywords.lang == lang for item in keywords.items)
        row[f"keywords_{lang}"] = _join(items)
    row["sections"] = len(record.sections)
    row["references"] = sum(len(references.items) for references in record.references)
    row["citations"] = len(record.citations)
    row["footnotes"] = len(record.footnotes)
    row["notes"] = len(record.notes)
    return row


def _join(values: Iterable[str | None]) -> str | None:
    return _SEPARATOR.join(dict.fromkeys(value for value in values if value)) or None
