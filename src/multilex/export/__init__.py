"""Exports: records into files, one module per format, all with the same face (`Format`).

==============================  ==============================================================================
``NAME``                        what users call it (``csl-json``)
``SUFFIX``, ``MEDIA_TYPE``      how the name of such a file ends, and its type
``SCOPE``                       what one file holds: a record, the records of an input, all of a run
``LOSSES``                      what of a record the format cannot carry: field of the record, and why
``render(records, settings)``   the content of one file, piece by piece; the same records give the same bytes
==============================  ==============================================================================

A new format is a new module in this folder: `formats` finds it by walking. Another package adds one by the entry
point ``multilex.formats``.

>>> {"html", "json", "jsonl"} <= set(formats())
True
"""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from pathlib import Path
from pkgutil import iter_modules
from typing import BinaryIO, cast

from pydantic import BaseModel

from multilex.errors import OptionError
from multilex.export._face import Format, Problem, Scope
from multilex.export._frame import records_to_frame
from multilex.export._frames import frames
from multilex.export._settings import Settings, load_settings
from multilex.export._writing import (
    check,
    file_names,
    papers,
    parts,
    write_bytes,
    write_file,
    write_folder,
    write_stream,
)
from multilex.record import Record

__all__ = [
    "Format",
    "Problem",
    "Scope",
    "Settings",
    "file_names",
    "find_format",
    "formats",
    "frames",
    "is_folder",
    "load_settings",
    "losses",
    "problems",
    "records_to_frame",
    "write",
    "write_bytes",
]


@cache
def formats() -> dict[str, Format]:
    """All formats by name: ours, then those of other packages (which cannot take the name of one of ours)."""
    modules = [module.name for module in iter_modules(__path__) if not module.name.startswith("_")]
    ours = [cast("Format", import_module(f"{__name__}.{name}")) for name in modules]
    theirs = [cast("Format", entry.load()) for entry in entry_points(group="multilex.formats")]
    return {format.NAME: format for format in [*theirs, *ours]}


def find_format(name: str) -> Format:
    """The format of this name; OptionError when there is none."""
    if name not in formats():
        raise OptionError(f"no format {name!r}: choose one of {', '.join(sorted(formats()))}")
    return formats()[name]


def write(
    records: Iterable[Record],
    target: str | Path | BinaryIO,
    *,
    format: str = "jsonl",
    settings: Settings | str | Path | None = None,
    overwrite: bool = False,
    force: bool = False,
) -> tuple[Path, ...]:
    """Write records and return the paths of the files made (none for a stream).

    `target` is a file, a binary stream, or a folder (see `is_folder`). Into a folder goes one file per record, per
    input (named after it) or per run, as the format asks. Records are taken one at a time.
    `settings` say what no paper prints (see `Settings`), or name the TOML file that does. A file appears whole or not
    at all, and the same records give the same bytes. `force` writes what the format's reader would refuse.

    Warns with ExportWarning of what the format's reader may trip over.

    Raises:
        OptionError: there is no such format, or one file cannot hold so many records in it.
        ExportError: a record lacks what the format demands; the message names the record and the field.
        FileExistsError: the file is there and `overwrite` is false.
    """
    chosen = find_format(format)
    said = _settings(settings)
    records = papers(chosen, records)
    if not isinstance(target, str | Path):
        write_stream(chosen, records, target, said, force=force)
        return ()
    if is_folder(target) or (parts(chosen) and not Path(target).exists()):
        return tuple(write_folder(chosen, records, Path(target), said, overwrite=overwrite, force=force))
    write_file(chosen, records, Path(target), said, overwrite=overwrite, force=force)
    return (Path(target),)


def is_folder(target: str | Path) -> bool:
    """Whether a target names a folder: one that exists, or a name that ends in a slash or has no ending.

    >>> is_folder("out/"), is_folder("out"), is_folder("out/records.jsonl")
    (True, True, False)
    """
    path = Path(target)
    return path.is_dir() or str(target).endswith("/") or not path.suffix


def losses(record: Record, format: str) -> dict[str, str]:
    r"""What this record holds and the format cannot carry: field of the record, and why.

    >>> import multilex
    >>> record = multilex.extract("УДК 341.2\n\nПраво\n\nЛитература\n1. Иванов И. Право.".encode())[0]
    >>> sorted(losses(record, "jsonl")), "codes" in losses(record, "csl-json")
    ([], True)
    """
    return {field: why for field, why in find_format(format).LOSSES.items() if _holds(record, field)}


def problems(
    records: Iterable[Record], format: str, settings: Settings | str | Path | None = None
) -> Iterator[Problem]:
    """What the format demands and the records lack, or what its reader would refuse; nothing is written."""
    chosen, said = find_format(format), _settings(settings)
    for record in papers(chosen, records):
        yield from check(chosen, record, said)


def _settings(given: Settings | str | Path | None) -> Settings:
    return load_settings(given) if isinstance(given, str | Path) else given or Settings()


def _holds(record: Record, field: str) -> bool:
    """Whether a field of the record (``references``, ``alignment.texts``) holds anything."""
    value: object = record
    for name in field.split("."):
        value = getattr(value, name)
    return any(field for _, field in value) if isinstance(value, BaseModel) else bool(value)
