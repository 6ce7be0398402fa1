"""An issue into its papers: a PDF, a text and a record each."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from multilex.export import file_names, write, write_bytes
from multilex.record import Record


def split(records: Iterable[Record], data: bytes, folder: str | Path, *, overwrite: bool = False) -> Iterator[Path]:
    """Write the papers of one file into a folder and return the paths made, as they are made.

    `records` are those of the file, `data` its bytes. Of each paper: its record (``.json``), its text (``.txt``, places
    in it plus the start of the record's span are places of the record) and, of a PDF, its pages (``.pdf``; a page that
    two papers share is in both). Names come from the file and the place in it, as the exports name what is one per
    record. Raises FileExistsError when a file is there and `overwrite` is false.
    """
    for record, name in file_names(records):
        json = Path(folder) / f"{name}.json"
        write([record], json, format="json", overwrite=overwrite)
        yield json
        yield write_bytes(json.with_suffix(".txt"), (record.text() + "\n").encode("utf-8"), overwrite=overwrite)
        if record.source.kind == "pdf" and record.source.pages:
            from multilex.engines.pdf_pages import extract_pages

            pages = extract_pages(data, *record.source.pages)
            yield write_bytes(json.with_suffix(".pdf"), pages, overwrite=overwrite)
