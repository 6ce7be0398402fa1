"""The published JSON Schema of a record, ``record-1.schema.json`` in this folder.

``python -m multilex.schema`` writes it anew after the models have changed; a test tells when that was
forgotten.
"""

import json
from pathlib import Path

from multilex.record import json_schema

PATH = Path(__file__).parent / "record-1.schema.json"


def text() -> str:
    """The schema of today's models as the text of the file."""
    return json.dumps(json_schema(), ensure_ascii=False, indent=1) + "\n"
