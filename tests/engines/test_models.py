"""Each model is where the engines look for it, and is the one that the index describes."""

import hashlib
import tomllib

import pytest

from multilex.engines.models import model_path
from multilex.errors import MultilexError

MODELS = tomllib.loads(model_path("index.toml").read_text(encoding="utf-8"))["model"]


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model["file"])
def test_a_model_is_the_one_of_the_index(model: dict[str, str]) -> None:
    assert hashlib.sha256(model_path(model["file"]).read_bytes()).hexdigest() == model["sha256"]
    assert model_path(model["script"]).is_file()
    assert model["licence"] and model["attribution"] and model["figures"]


def test_the_index_describes_every_profile() -> None:
    files = {f"{folder}/{path.name}" for folder in ("langdetect", "letters") for path in model_path(folder).iterdir()}
    assert len(files) == 12
    assert {model["file"] for model in MODELS} >= files


def test_a_missing_model_is_an_error_that_says_what_to_do() -> None:
    with pytest.raises(MultilexError, match=r"no model ner\.bin: install multilex again"):
        model_path("ner.bin")
