"""The published JSON Schema: up to date, valid, and true of records."""

import copy
import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator, ValidationError

import multilex
from multilex import schema
from tests.conftest import ROOT

SAMPLES = sorted(path.stem for path in (ROOT / "samples").glob("*.txt"))


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    published: dict[str, Any] = json.loads(schema.PATH.read_text("utf-8"))
    Draft202012Validator.check_schema(published)
    return Draft202012Validator(published)


def test_the_file_is_that_of_todays_models() -> None:
    assert schema.PATH.read_text("utf-8") == schema.text(), "run: python -m multilex.schema"


@pytest.mark.parametrize("name", SAMPLES)
def test_records_obey_it(name: str, validator: Draft202012Validator) -> None:
    records = multilex.extract(ROOT / f"samples/{name}.txt")
    assert records
    for record in records:
        validator.validate(json.loads(record.to_json()))


def test_it_bites(validator: Draft202012Validator) -> None:
    good = multilex.extract("УДК 341.2".encode())[0].to_dict()
    validator.validate(good)
    for key, wrong in (("schema", "multilex.record/2"), ("kind", "poem"), ("titles", [{"value": 1}]), ("extra", 1)):
        bad = copy.deepcopy(good)
        bad[key] = wrong
        with pytest.raises(ValidationError):
            validator.validate(bad)
