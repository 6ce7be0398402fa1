"""TEI: header, text and bibliography of an article."""
