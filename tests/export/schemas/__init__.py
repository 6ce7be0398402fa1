"""Where the schemas that validate exports are found."""

import os
from pathlib import Path

import pytest
from tests.conftest import ROOT


def schema(name: str) -> Path:
    """A schema that the project may not carry, by its path below the folder of schemas; skips where it is absent."""
    path = Path(os.environ.get("MULTILEX_SCHEMAS", ROOT.parent / "shared" / "schemas")) / name
    if not path.exists():
        pytest.skip(f"no schema at {path} (set MULTILEX_SCHEMAS)")
    return path
