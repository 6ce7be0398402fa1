"""Mention: a span that designates one act, and the short forms that stand for acts."""

from dataclasses import dataclass, replace

from multilex.extract.acts.definitions import Definition
from multilex.extract.acts.identity import Act
from multilex.extract.acts.pinpoints import Path
from multilex.vocabulary import ActLevel, ActResolution


@dataclass(frozen=True, slots=True)
class Mention:
    """A span that designates an act. `pinpoints` are spans with the places they mean; `resolution` is how `act.key`
    came about; `defines` the short form introduced after it.
    """

    start: int
    end: int
    lang: str
    act: Act
    level: ActLevel
    resolution: ActResolution
    rule: str
    pinpoints: tuple[tuple[int, int, tuple[Path, ...]], ...] = ()
    registration: tuple[str, str] | None = None
    defines: Definition | None = None

    def moved(self, by: int) -> "Mention":
        """The mention at another offset."""
        return replace(
            self,
            start=self.start + by,
            end=self.end + by,
            pinpoints=tuple((start + by, end + by, paths) for start, end, paths in self.pinpoints),
        )


@dataclass(frozen=True, slots=True)
class ShortForm:
    """A short form and the mention it stands for; it counts from offset `start` of the text on."""

    printed: str
    of: Mention
    start: int = 0
