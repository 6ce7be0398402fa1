"""Papers in the manners of different journals, all invented: what a record says of each, beside it as JSON.

``python -m tests.test_journals`` writes the summaries anew; read the difference before you commit it.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from multilex import pipeline
from multilex.record import Record

FOLDER = Path(__file__).parent / "journals"
PAPERS = sorted(FOLDER.glob("*.txt"))


def summary(record: Record) -> dict[str, Any]:
    """What an editor would check first."""
    return {
        "kind": record.kind,
        "language": record.language,
        "codes": [f"{code.scheme} {code.value} {code.status}" for code in record.codes],
        "dates": [f"{date.kind} {date.value}" for date in record.dates],
        "emails": [f"{email.value} {email.author}" for email in record.emails],
        "titles": {title.lang: title.value for title in record.titles},
        "authors": [
            f"{author.id} {author.person} {author.family}, {author.given} {','.join(author.affiliations)}"
            f"{' *' if author.corresponding else ''}{f' {author.orcid}' if author.orcid else ''}"
            for author in record.authors
        ],
        "affiliations": {affiliation.id: affiliation.value for affiliation in record.affiliations},
        "abstracts": {
            abstract.lang: [
                (abstract.value or "")[:30],
                (abstract.value or "")[-30:],
                [part.kind for part in abstract.parts],
            ]
            for abstract in record.abstracts
        },
        "keywords": {keywords.lang: [item.value for item in keywords.items] for keywords in record.keywords},
        "sections": [
            f"{'  ' * (section.level - 1)}{section.heading.value if section.heading else '-'} [{section.role}]"
            for section in record.sections
        ],
        "references": {items.kind: [item.number for item in items.items] for items in record.references},
        "citations": {citation.text: list(citation.targets) for citation in record.citations},
        "notes": [f"{note.code}: {note.message}" for note in record.notes],
    }


def written(path: Path) -> str:
    return json.dumps([summary(r) for r in pipeline.extract(path)], ensure_ascii=False, indent=1) + "\n"


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.stem)
def test_a_paper_in_the_manner_of_a_journal(path: Path) -> None:
    assert json.loads(written(path)) == json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))


def test_there_are_papers() -> None:
    assert len(PAPERS) >= 6


if __name__ == "__main__":
    for paper in PAPERS:
        paper.with_suffix(".json").write_text(written(paper), encoding="utf-8")
