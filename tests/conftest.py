"""Fixtures that all tests may use."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The corpus of real papers, which lies outside the project; tests that need it skip without it."""
    path = Path(os.environ.get("MULTILEX_CORPUS", ROOT.parent / "shared" / "corpus"))
    if not path.is_dir():
        pytest.skip(f"no corpus at {path} (set MULTILEX_CORPUS)")
    return path
