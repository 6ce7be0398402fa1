"""The figures on the corpus do not fall below those that were reached once."""

from pathlib import Path

import pytest

from multilex.engines import tesseract
from multilex.errors import MissingEngineError
from multilex.evaluate import floors

FLOORS = Path(__file__).parent / "floors.json"


@pytest.mark.parametrize("name", floors.load(FLOORS)["sets"])
def test_no_figure_falls_below_its_floor(name: str, corpus: Path) -> None:
    if name.endswith("/scan"):
        try:
            tesseract.ready()
        except MissingEngineError as error:
            pytest.skip(str(error))
    floor = floors.load(FLOORS)["sets"][name]
    assert floor["figures"]
    assert floors.complaints(floor, floors.measure(corpus, name)) == []
