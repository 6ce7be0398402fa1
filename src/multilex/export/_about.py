"""What is known of journal and issue: the settings first, then what the paper prints."""

from dataclasses import dataclass

from multilex.export._settings import Settings
from multilex.record import Record
from multilex.vocabulary import CodeScheme, CodeStatus, DateKind


@dataclass(frozen=True, slots=True)
class About:
    """Journal and issue of a paper; None and empty where neither settings nor paper say it. `date` is ISO 8601."""

    titles: dict[str, str]
    issn: str | None
    eissn: str | None
    publisher: str | None
    volume: str | None
    number: str | None
    year: str | None
    date: str | None

    def title(self, lang: str) -> str | None:
        """The journal's name in a language, else in any."""
        return self.titles.get(lang) or next(iter(self.titles.values()), None)


def about(record: Record, settings: Settings) -> About:
    """Journal and issue of a record."""
    journal, issue, printed = settings.journal, settings.issue, record.issue
    titles = {text.lang: text.value for text in printed.journals if text.lang and text.value}
    issns = [code.value for code in (*printed.issns, *record.code(CodeScheme.ISSN)) if code.status in _SOUND]
    dates = [date.value for date in record.dates if date.kind is DateKind.PUBLISHED and date.value]
    date = issue.date or next(iter(dates), None)
    year = str(issue.year) if issue.year else (date[:4] if issue.date and date else None)
    return About(
        titles=journal.titles or titles,
        issn=journal.issn or (None if journal.eissn else next((one for one in issns if one), None)),
        eissn=journal.eissn,
        publisher=journal.publisher,
        volume=issue.volume or (printed.volume.value if printed.volume else None),
        number=issue.number or (printed.number.value if printed.number else None),
        year=year or (printed.year.value if printed.year else None) or (date[:4] if date else None),
        date=date,
    )


_SOUND = (CodeStatus.VALID, CodeStatus.REPAIRED)
