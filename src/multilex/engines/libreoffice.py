"""LibreOffice as a converter of old and other office files into DOCX."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from multilex.errors import DamagedInputError, MissingEngineError

TIME_LIMIT = 180
"""Seconds; LibreOffice itself needs some ten of them to begin."""
_PROGRAMS = ("soffice", "libreoffice")


def to_docx(data: bytes, name: str, suffix: str) -> bytes:
    """The DOCX that LibreOffice makes of a file whose kind `suffix` says (``.odt``, ``.rtf``, ``.doc``).

    It runs without a window, a shell or macros, in a temporary folder that is its home too.

    Raises:
        MissingEngineError: LibreOffice is not installed.
        DamagedInputError: it makes nothing of the file within the time limit.
    """
    program = next((found for one in _PROGRAMS if (found := shutil.which(one))), None)
    if program is None:
        raise MissingEngineError(
            f"{name}: {suffix} files are read through LibreOffice, which is not installed "
            "(Debian: apt-get install libreoffice-writer); or save the file as DOCX"
        )
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder) / f"paper{suffix}"
        given.write_bytes(data)
        command = [
            program, "--headless", "--norestore", "--nolockcheck", "--nodefault",
            f"-env:UserInstallation={Path(folder).as_uri()}/profile",
            "--convert-to", "docx:Office Open XML Text", "--outdir", folder, str(given),
        ]  # fmt: skip
        try:
            subprocess.run(command, capture_output=True, timeout=TIME_LIMIT, check=False, stdin=subprocess.DEVNULL)
        except subprocess.TimeoutExpired as error:
            raise DamagedInputError(f"{name}: LibreOffice did not finish within {TIME_LIMIT} seconds") from error
        made = given.with_suffix(".docx")
        if not made.is_file():
            raise DamagedInputError(f"{name}: LibreOffice cannot read this {suffix} file")
        return made.read_bytes()
