"""`import multilex`: light, and its names are there."""

import json
import subprocess
import sys

import pytest

import multilex

HEAVY = ("spacy", "stanza", "torch", "pdfplumber", "pypdfium2", "pandas", "pydantic", "rich")


def test_importing_is_quick_and_loads_no_engine() -> None:
    code = (
        "import sys, time; began = time.perf_counter(); import multilex; took = time.perf_counter() - began;"
        "import json; print(json.dumps([took, sorted(sys.modules)]))"
    )
    runs = [json.loads(subprocess.check_output([sys.executable, "-c", code])) for _ in range(3)]
    assert min(took for took, _ in runs) < 0.5
    assert "multilex" in runs[0][1]
    assert [name for name in HEAVY if name in runs[0][1]] == []


def test_the_main_job_on_text_loads_no_engine_but_the_language_profiles() -> None:
    code = (
        "import sys, multilex; multilex.extract('УДК 341.2'.encode());"
        "print(*(name for name in ('spacy', 'stanza', 'torch', 'pdfplumber', 'pypdfium2') if name in sys.modules))"
    )
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == ""


@pytest.mark.parametrize("name", multilex.__all__)
def test_each_public_name_is_there_and_documented(name: str) -> None:
    assert name in dir(multilex)
    value = getattr(multilex, name)
    assert isinstance(value, str) or value.__doc__


def test_packages_do_not_take_the_place_of_functions_of_their_name() -> None:
    code = (
        "import multilex.read, multilex.extract.codes, multilex.export, multilex.pipeline;"
        "print(multilex.read is multilex.pipeline.read, multilex.extract is multilex.pipeline.extract)"
    )
    assert subprocess.check_output([sys.executable, "-c", code], text=True).split() == ["True", "True"]


def test_what_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'extrat'"):
        _ = multilex.extrat
