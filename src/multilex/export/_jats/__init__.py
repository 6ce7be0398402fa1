"""JATS: front, body and back of an article, and the identifiers that tie them together."""
