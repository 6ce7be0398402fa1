"""OJS's native XML: one writer for three dialects, whose differences are the pack ``ojs``."""

from multilex.export._losses import HEADER, lost
from multilex.export._ojs.check import problems
from multilex.export._ojs.issues import issues
from multilex.export._ojs.site import Site, dialect

__all__ = ["LOSSES", "Site", "dialect", "issues", "problems"]

LOSSES = lost(
    (*HEADER, "dates", "emails", "keywords", "references"),
    "OJS has no place for it: it goes with the PDF",
    codes="all but DOI, UDC, IRSTI and JEL",
    dates="all but the days of receipt and publication",
    emails="addresses of no author",
    abstracts="labels of parts are text like the rest",
    references="fields; lists that the settings do not ask for",
)
