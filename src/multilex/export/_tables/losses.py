"""What the tables hold."""

CARRIED = (
    "issue",
    "codes",
    "dates",
    "titles",
    "authors",
    "affiliations",
    "abstracts",
    "keywords",
    "sections",
    "blocks",
    "tables",
    "figures",
    "footnotes",
    "references",
    "twins",
    "citations",
    "acts",
    "legal_sources",
    "notes",
    "alignment.texts",
    "alignment.keywords",
    "alignment.people",
)
WHY = "no table of its own; JSON Lines keep it"
