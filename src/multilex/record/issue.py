"""The issue that a paper stands in."""

from multilex.record.base import Model, Text
from multilex.record.header import Code


class Issue(Model):
    """What cover, imprint, running heads and the lines above a title say of journal and issue, as printed.

    `journals` are names of the journal, one per language; `number` may count on (``3 (81)``); pages are in
    `SourceInfo.printed_pages`. Empty where nothing is printed.
    """

    journals: tuple[Text, ...] = ()
    issns: tuple[Code, ...] = ()
    year: Text | None = None
    volume: Text | None = None
    number: Text | None = None
