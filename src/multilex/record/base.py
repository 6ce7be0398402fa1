"""What every value of a record has: the printed text, its span, its places on paper, the rule that found it."""

from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict

from multilex.document import Document
from multilex.vocabulary import State

Span = tuple[int, int]
"""Half-open, code points of the Document's text."""


class Model(BaseModel):
    """Frozen; unknown keys are refused, so a record written by a newer schema is not half read."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Place(Model):
    """Page (from 1), box (x0, top, x1, bottom; points from the top left; None without geometry) and the
    half-open span of source characters.
    """

    page: int
    box: tuple[float, float, float, float] | None
    start: int
    end: int


class Finding(Model):
    """What all values have. `text` is `Document.text` at `span`; `confidence` is measured precision or None; `state`
    tells, among others, that letters of the text are printed otherwise (`Document.printed`).
    """

    text: str
    span: Span
    places: tuple[Place, ...] = ()
    rule: str
    confidence: float | None = None
    state: State = State.READ


class Text(Finding):
    """A title, heading, keyword, label … `value` is the printed text with blanks folded and markup gone."""

    value: str | None
    lang: str | None = None


F = TypeVar("F", bound=Finding)


def places(document: Document, start: int, end: int) -> tuple[Place, ...]:
    """The places on paper of a span of the document."""
    return tuple(
        Place(page=place.page, box=place.box, start=place.start, end=place.end) for place in document.places(start, end)
    )


def found(model: type[F], document: Document, start: int, end: int, rule: str, **fields: Any) -> F:
    """A finding of `model` at a span of the document, with its text and places filled in, and whether its letters were
    mended.
    """
    text = document.text[start:end]
    if fields.get("state", State.READ) is State.READ and any(document.repairs_in(start, end)):
        fields["state"] = State.REPAIRED
    return model(text=text, span=(start, end), places=places(document, start, end), rule=rule, **fields)
