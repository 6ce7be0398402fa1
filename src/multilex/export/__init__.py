"""Exports: records into files, one module per format, all with the same face.

=====================  ======================================================================================
``SUFFIX``             how the name of such a file ends (``.jsonl``)
``ONE_PER_RECORD``     whether a file holds exactly one record (else as many as there are)
``render(records)``    the text of one file, piece by piece; the same records give the same text
=====================  ======================================================================================

A new format is a new module in this folder: `formats` finds it by walking.

>>> {"html", "json", "jsonl"} <= set(formats())
True
"""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from typing import BinaryIO, Protocol, cast

from multilex.errors import OptionError
from multilex.export._files import Names, atomic
from multilex.export._frame import records_to_frame
from multilex.record import Record

__all__ = ["Format", "find_format", "formats", "is_folder", "records_to_frame", "write"]


class Format(Protocol):
    """The face of every module of this folder."""

    SUFFIX: str
    ONE_PER_RECORD: bool

    def render(self, records: Iterable[Record]) -> Iterator[str]:
        """The text of one file, piece by piece."""


@cache
def formats() -> dict[str, Format]:
    """All formats by name."""
    names = [module.name for module in iter_modules(__path__) if not module.name.startswith("_")]
    return {name: cast("Format", import_module(f"{__name__}.{name}")) for name in names}


def write(
    records: Iterable[Record],
    target: str | Path | BinaryIO,
    *,
    format: str = "jsonl",
    overwrite: bool = False,
) -> tuple[Path, ...]:
    """Write records and return the paths of the files made (none for a stream).

    `target` is a file, a binary stream, or a folder (see `is_folder`). Into a folder goes one file per record
    where the format asks for it, else one per input, named after the input. Records are taken one at a time.
    A file appears whole or not at all, and the same records give the same bytes.

    Raises:
        OptionError: there is no such format, or one file cannot hold so many records in it.
        FileExistsError: the file is there and `overwrite` is false.
    """
    chosen = find_format(format)
    if not isinstance(target, str | Path):
        for piece in _render(chosen, format, records):
            target.write(piece.encode("utf-8"))
        return ()
    path = Path(target)
    if is_folder(target):
        return tuple(_write_folder(chosen, records, path, overwrite))
    with atomic(path, overwrite) as file:
        for piece in _render(chosen, format, records):
            file.write(piece.encode("utf-8"))
    return (path,)


def is_folder(target: str | Path) -> bool:
    """Whether a target names a folder: one that exists, or a name that ends in a slash or has no ending.

    >>> is_folder("out/"), is_folder("out"), is_folder("out/records.jsonl")
    (True, True, False)
    """
    path = Path(target)
    return path.is_dir() or str(target).endswith("/") or not path.suffix


def find_format(name: str) -> Format:
    """The format of this name; OptionError when there is none."""
    if name not in formats():
        raise OptionError(f"no format {name!r}: choose one of {', '.join(sorted(formats()))}")
    return formats()[name]


def _render(chosen: Format, name: str, records: Iterable[Record]) -> Iterator[str]:
    if chosen.ONE_PER_RECORD:
        records = _single(name, records)
    return chosen.render(records)


def _single(name: str, records: Iterable[Record]) -> Iterator[Record]:
    """The only record; OptionError when there is another or none."""
    count = 0
    for count, record in enumerate(records, 1):
        if count > 1:
            raise OptionError(f"a {name} file holds one record and there are more: give a folder, or use jsonl")
        yield record
    if not count:
        raise OptionError(f"a {name} file holds one record and there is none")


def _write_folder(chosen: Format, records: Iterable[Record], folder: Path, overwrite: bool) -> Iterator[Path]:
    folder.mkdir(parents=True, exist_ok=True)
    names = Names(chosen.SUFFIX)
    for stem, group in _groups(chosen, records):
        path = folder / names.of(stem)
        with atomic(path, overwrite) as file:
            for piece in chosen.render(group):
                file.write(piece.encode("utf-8"))
        yield path


def _groups(chosen: Format, records: Iterable[Record]) -> Iterator[tuple[str, list[Record]]]:
    """The stem of each file's name and the records in it; records of one input follow each other."""
    group: list[Record] = []
    for record in records:
        if chosen.ONE_PER_RECORD:
            digits = len(str(record.source.count))
            number = f"-{record.source.index + 1:0{digits}}" if record.source.count > 1 else ""
            yield Path(record.source.file).stem + number, [record]
        elif group and group[-1].source.sha256 != record.source.sha256:
            yield Path(group[0].source.file).stem, group
            group = [record]
        else:
            group.append(record)
    if group:
        yield Path(group[0].source.file).stem, group
