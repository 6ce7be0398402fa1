"""What exactly an engine is: its version, and which models it was given."""

import hashlib
from functools import cache
from importlib.metadata import version

from multilex.engines.models import model_path


@cache
def engine_name(package: str, models: str | None = None) -> str:
    """An installed package with its version, and the fingerprint of the models that multilex gives it.

    >>> engine_name("spacy", "letters").split()[::2]
    ['spacy', 'models']
    """
    name = f"{package} {version(package)}"
    return f"{name}, models {fingerprint(models)}" if models else name


@cache
def fingerprint(name: str) -> str:
    """Twelve hexadecimal digits that change with any byte of the models in a folder below ``models/``."""
    folder = model_path(name)
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        digest.update(f"{path.relative_to(folder).as_posix()} {content}\n".encode())
    return digest.hexdigest()[:12]
