"""Where the trained models lie: inside the installed package, or in the checkout they were trained in."""

from pathlib import Path

import multilex
from multilex.errors import MultilexError

_PACKAGE = Path(multilex.__file__).parent


def model_path(name: str) -> Path:
    """The path of a model file or folder, by its name below ``models/`` (``letters/Cyrl.txt``).

    Raises `MultilexError` when neither the package nor the checkout has it.

    >>> model_path("letters/Cyrl.txt").name
    'Cyrl.txt'
    """
    for root in (_PACKAGE / "_models", _PACKAGE.parent.parent / "models"):
        if (root / name).exists():
            return root / name
    raise MultilexError(f"no model {name}: install multilex again, or train it with the scripts in models/")
