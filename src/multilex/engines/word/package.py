"""The zip container of a Word file, looked at before it is opened."""

import io
import zipfile

from multilex.errors import DamagedInputError, EncryptedInputError, UnsupportedInputError

ENTRY_LIMIT = 20_000
PART_LIMIT = 400_000_000
"""Bytes of all parts together, unpacked: more is a bomb or no paper."""
RATIO_LIMIT = 400
SMALL = 5_000_000


def check_package(data: bytes, name: str) -> None:
    """Refuse what is no Word file or would unpack to absurd size.

    Raises:
        DamagedInputError: the container is broken or a bomb.
        EncryptedInputError: a part is encrypted.
        UnsupportedInputError: it is a zip container of something else.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            parts = container.infolist()
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise DamagedInputError(f"{name}: the file is damaged: {error}") from error
    total = sum(part.file_size for part in parts)
    ratio = max((part.file_size / max(part.compress_size, 1) for part in parts if part.file_size > SMALL), default=0)
    if len(parts) > ENTRY_LIMIT or total > PART_LIMIT or ratio > RATIO_LIMIT:
        raise DamagedInputError(f"{name} unpacks to {total:,} bytes: no paper does; it was not opened")
    names = {part.filename for part in parts}
    if any(part.flag_bits & 1 for part in parts):
        raise EncryptedInputError(f"{name} is encrypted; save a copy without a password and read that")
    if "[Content_Types].xml" not in names or not any(one.startswith("word/") for one in names):
        raise UnsupportedInputError(f"{name} is a zip container of something else than a Word file")
