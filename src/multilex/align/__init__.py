"""Alignment: the same thing in three languages, and what is missing in one of them."""

from multilex.align.fields import align_fields
from multilex.align.gaps import gaps
from multilex.align.keywords import align_keywords
from multilex.extract import Findings
from multilex.record import Alignment, Note


def align(findings: Findings, body: str, whole: bool) -> tuple[Alignment, tuple[Note, ...]]:
    """The alignment table of an article's findings, and notes on its gaps and contradictions.

    `body` is the language of the body; `whole` is False for a fragment, whose gaps nobody minds.
    """
    languages, roles = align_fields(findings, body)
    alignment = Alignment(languages=languages, roles=roles, keywords=align_keywords(findings.keywords))
    return alignment, gaps(findings, roles) if whole else ()
