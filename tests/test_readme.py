"""The figures in the README are those of the floors. `python -m tests.test_readme` writes them anew."""

import re
from pathlib import Path

from multilex.evaluate import floors

README = Path(__file__).parent.parent / "README.md"
FLOORS = Path(__file__).parent / "floors.json"
BLOCK = re.compile(r"(?<=<!-- floors -->\n).*(?=<!-- end -->)", re.DOTALL)


def table() -> str:
    """One row per figure, one column per set of the corpus; a figure that a set does not score stays empty."""
    sets = floors.load(FLOORS)["sets"]
    names = list(dict.fromkeys(name for one in sets.values() for name in one["figures"]))
    rows = [["F1", *sets], ["---", *("---:" for _ in sets)]]
    for name in names:
        cells = (f"{one['figures'][name]:.3f}" if name in one["figures"] else "" for one in sets.values())
        rows.append([name.replace("_", " "), *cells])
    return "".join(f"| {' | '.join(row)} |\n" for row in rows)


def test_the_readme_tells_the_figures_that_were_reached() -> None:
    assert BLOCK.findall(README.read_text("utf-8")) == [table()], "run: python -m tests.test_readme"


if __name__ == "__main__":
    README.write_text(BLOCK.sub(lambda _: table(), README.read_text("utf-8")), "utf-8")
