"""Records into files: what lands where, and what never happens to files."""

import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from multilex.errors import ExportError, ExportWarning, MultilexError, OptionError
from multilex.export._face import Format, Piece, Problem, Scope
from multilex.export._files import Names, atomic
from multilex.export._settings import Settings
from multilex.record import Record
from multilex.vocabulary import ArticleKind, Severity

_SHOWN = 10

Check = Callable[[Record, Settings], Iterable[Problem]]


def write_stream(
    chosen: Format, records: Iterable[Record], stream: BinaryIO, settings: Settings, *, force: bool
) -> None:
    """All records into one stream."""
    if parts(chosen):
        raise OptionError(f"{chosen.NAME} makes {len(parts(chosen))} files: give a folder")
    _fill(stream, chosen, records, settings, force=force)


def write_file(
    chosen: Format, records: Iterable[Record], path: Path, settings: Settings, *, overwrite: bool, force: bool
) -> None:
    """All records into one file, which appears whole or not at all."""
    if parts(chosen):
        raise OptionError(f"{chosen.NAME} makes {len(parts(chosen))} files: give a folder")
    with atomic(path, overwrite) as file:
        _fill(file, chosen, records, settings, force=force)


def write_folder(
    chosen: Format, records: Iterable[Record], folder: Path, settings: Settings, *, overwrite: bool, force: bool
) -> Iterator[Path]:
    """The files of a folder, each as its records have come."""
    folder.mkdir(parents=True, exist_ok=True)
    if parts(chosen):
        yield from _write_parts(chosen, records, folder, settings, overwrite, force)
        return
    names = Names(chosen.SUFFIX)
    for stem, group in _groups(chosen.SCOPE, records):
        path = folder / names.of(stem)
        with atomic(path, overwrite) as file:
            _fill(file, chosen, group, settings, force=force)
        yield path


def papers(chosen: Format, records: Iterable[Record]) -> Iterator[Record]:
    """The records that a format is for; where that is whole papers only, a warning counts the others."""
    only, left = getattr(chosen, "PAPERS_ONLY", False), 0
    for record in records:
        if only and record.kind is not ArticleKind.ARTICLE:
            left += 1
        else:
            yield record
    if left:
        what = "record that is no whole paper" if left == 1 else "records that are no whole papers"
        warnings.warn(f"{chosen.NAME}: left out: {left} {what}", ExportWarning, stacklevel=2)


def parts(chosen: Format) -> tuple[str, ...]:
    """The names of the files that a format makes of one run; none where it makes one."""
    return tuple(getattr(chosen, "PARTS", ()))


def check(chosen: Format, record: Record, settings: Settings) -> Iterable[Problem]:
    """The problems of a record in a format."""
    found: Check | None = getattr(chosen, "check", None)
    return found(record, settings) if found else ()


def _write_parts(
    chosen: Format, records: Iterable[Record], folder: Path, settings: Settings, overwrite: bool, force: bool
) -> list[Path]:
    paths = {part: folder / f"{part}{chosen.SUFFIX}" for part in parts(chosen)}
    with ExitStack() as stack:
        files = {part: stack.enter_context(atomic(path, overwrite)) for part, path in paths.items()}
        for piece in _pieces(chosen, records, settings, force):
            part, content = piece if isinstance(piece, tuple) else (next(iter(files)), piece)
            files[part].write(_encoded(content))
    return list(paths.values())


def _fill(file: BinaryIO, chosen: Format, records: Iterable[Record], settings: Settings, *, force: bool) -> None:
    if chosen.SCOPE is Scope.RECORD:
        records = _single(chosen.NAME, records)
    for piece in _pieces(chosen, records, settings, force):
        file.write(_encoded(piece))


def _pieces(chosen: Format, records: Iterable[Record], settings: Settings, force: bool) -> Iterator[Piece]:
    """What a format makes of records.

    A record that was changed by hand may point to what it does not have; that is its fault and told as such.
    """
    given = _Given(records)
    try:
        yield from chosen.render(_checked(chosen, given, settings, force), settings)
    except (LookupError, ArithmeticError, ValueError, TypeError, AttributeError) as error:
        if given.failed or isinstance(error, MultilexError):
            raise
        raise ExportError(f"{chosen.NAME}: {given.last} contradicts itself and cannot be written: {error!r}") from error


class _Given:
    """Records on their way: `last` is the id of the one given last; `failed` when where they come from broke down."""

    def __init__(self, records: Iterable[Record]) -> None:
        self._records = records
        self.last, self.failed = "no record", False

    def __iter__(self) -> Iterator[Record]:
        try:
            for record in self._records:
                self.last = record.id
                yield record
        except Exception:
            self.failed = True
            raise


def _encoded(piece: Piece) -> bytes:
    content = piece[1] if isinstance(piece, tuple) else piece
    return content.encode("utf-8") if isinstance(content, str) else content


def _checked(chosen: Format, records: Iterable[Record], settings: Settings, force: bool) -> Iterator[Record]:
    """The records as they are; problems become one error (all those of a record together) or warnings."""
    for record in records:
        problems = list(check(chosen, record, settings))
        errors = [problem for problem in problems if problem.severity is Severity.ERROR]
        if errors and not force:
            more = f" (and {len(errors) - _SHOWN} more)" if len(errors) > _SHOWN else ""
            raise ExportError(f"{chosen.NAME}: " + "; ".join(map(str, errors[:_SHOWN])) + more)
        for problem in problems:
            warnings.warn(f"{chosen.NAME}: {problem}", ExportWarning, stacklevel=2)
        yield record


def _single(name: str, records: Iterable[Record]) -> Iterator[Record]:
    """The only record; OptionError when there is another or none."""
    count = 0
    for count, record in enumerate(records, 1):
        if count > 1:
            raise OptionError(f"a {name} file holds one record and there are more: give a folder, or use jsonl")
        yield record
    if not count:
        raise OptionError(f"a {name} file holds one record and there is none")


def _groups(scope: Scope, records: Iterable[Record]) -> Iterator[tuple[str, Iterable[Record]]]:
    """The stem of each file's name and the records in it; records of one input follow each other."""
    if scope is Scope.RUN:
        yield "records", records
        return
    group: list[Record] = []
    for record in records:
        if scope is Scope.RECORD:
            yield stem(record), [record]
        elif group and group[-1].source.sha256 != record.source.sha256:
            yield Path(group[0].source.file).stem, group
            group = [record]
        else:
            group.append(record)
    if group:
        yield Path(group[0].source.file).stem, group


def write_bytes(path: Path, data: bytes, *, overwrite: bool) -> Path:
    """A file with these bytes, which appears whole or not at all; FileExistsError as for `write`."""
    with atomic(path, overwrite) as file:
        file.write(data)
    return path


def file_names(records: Iterable[Record]) -> Iterator[tuple[Record, str]]:
    """Each record with the name, without ending, of a file for it alone."""
    names = Names("")
    for record in records:
        yield record, names.of(stem(record))


def stem(record: Record) -> str:
    """The name of a file for one record: that of its input, and its number there where there are several."""
    digits = len(str(record.source.count))
    number = f"-{record.source.index + 1:0{digits}}" if record.source.count > 1 else ""
    return Path(record.source.file).stem + number
