"""Alignment: the same thing in three languages, and what is missing in one of them."""

from multilex.align.embedding import Embed
from multilex.align.fields import align_fields
from multilex.align.gaps import gaps
from multilex.align.keywords import align_keywords
from multilex.align.parts import align_parts
from multilex.align.people import align_affiliations, align_people
from multilex.align.shorter import shorter
from multilex.align.texts import align_texts
from multilex.align.tools import Tools
from multilex.document import Document
from multilex.extract import Findings
from multilex.record import Alignment, Note

__all__ = ["Embed", "Tools", "align"]


def align(
    findings: Findings, body: str, whole: bool, document: Document, tools: Tools
) -> tuple[Alignment, tuple[Note, ...]]:
    """The alignment of an article's findings, row by row, and notes on its gaps and contradictions.

    `body` is the language of the body; `whole` is False for a fragment, whose gaps nobody minds; `tools` are
    what may be used beside the rules.
    """
    languages, roles = align_fields(findings, body)
    keywords = align_keywords(findings.keywords, tools)
    texts = align_texts(findings, document, keywords, tools)
    alignment = Alignment(
        languages=languages,
        roles=roles,
        keywords=keywords,
        people=align_people(findings.authors),
        affiliations=align_affiliations(findings.affiliations, findings.authors, tools),
        parts=align_parts(findings.abstracts),
        texts=texts,
    )
    return alignment, (*gaps(findings, roles), *shorter(texts)) if whole else ()
