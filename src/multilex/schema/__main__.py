"""Write the schema file."""

from multilex.schema import PATH, text

PATH.write_text(text(), encoding="utf-8")
