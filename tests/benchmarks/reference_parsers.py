"""Our parser and refextract on the same strings: ``python -m tests.benchmarks.reference_parsers PYTHON [CORPUS]``.

PYTHON is an interpreter that has refextract, which needs other versions of libraries than we do; it is run once on
all strings. Compared are the fields that both can give: authors, title, host, year, volume, issue, pages, DOI, URL.
"""

import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import regex

from multilex.evaluate.outcome import Outcome
from multilex.evaluate.reference_fields import item_fields
from multilex.extract.reference_fields import parse_reference
from multilex.record import ParsedReference, ReferenceName, ReferenceValue
from tests.conftest import ROOT
from tests.extract.marked_references import f1, marked_references, whole

FIELDS = ("author", "title", "container-title", "issued", "volume", "issue", "page", "DOI", "URL")
_OURS = {"title": "title", "journal_title": "container-title", "journal_volume": "volume", "journal_issue": "issue"}
_OURS |= {"journal_page": "page", "doi": "DOI", "url": "URL"}
_NAME = regex.compile(r"(?P<given>(?:\p{Lu}\p{Ll}?\.[ -]?)+)\s*(?P<family>.+)|(?P<family>\S+)\s+(?P<given>.+)")
_REFEXTRACT = """
import json, sys, time, warnings
warnings.filterwarnings("ignore")
from refextract import extract_references_from_string
texts = json.load(sys.stdin)
began = time.process_time()
found = [extract_references_from_string(text, is_only_references=True) for text in texts]
json.dump({"seconds": time.process_time() - began, "found": found}, sys.stdout, default=str)
"""


def main(python: str, corpus: Path) -> None:
    """Print micro-F1 of the fields, references right as a whole, and references per second of processor time."""
    gold = [(one.text, one.csl) for name in ("held_out", "examiner") for one in _marked(name)]
    if (dev := corpus / "dev" / "references.jsonl").is_file():
        lines = map(json.loads, dev.read_text("utf-8").splitlines())
        gold += [(one["raw"], one["csl"]) for one in lines]
    texts = [text for text, _ in gold]
    began = time.process_time()
    ours = [parse_reference(text) for text in texts]
    _print("multilex", gold, ours, time.process_time() - began)
    command = [python, "-c", _REFEXTRACT]
    answer = json.loads(
        subprocess.run(command, input=json.dumps(texts), capture_output=True, check=True, text=True).stdout
    )
    _print("refextract", gold, [_theirs(found) for found in answer["found"]], answer["seconds"])


def _marked(name: str) -> Iterator[Any]:
    try:
        yield from marked_references(name)
    except FileNotFoundError:
        return


def _print(name: str, gold: Sequence[tuple[str, dict[str, Any]]], read: Sequence[ParsedReference], took: float) -> None:
    outcomes = [list(_outcomes(csl, parsed)) for (_, csl), parsed in zip(gold, read, strict=True)]
    right = Counter(one.by[0] for item in outcomes for one in item if one.right)
    there = Counter(one.by[0] for item in outcomes for one in item if one.gold is not None)
    per_field = ", ".join(f"{field} {right[field]}/{there[field]}" for field in FIELDS)
    print(
        f"{name}: {len(gold)} references, F1 {f1(outcomes):.3f}, whole {whole(outcomes):.3f}, {len(gold) / took:.0f}/s"
    )
    print(f"  {per_field}")


def _outcomes(csl: dict[str, Any], parsed: ParsedReference) -> Iterator[Outcome]:
    """Outcomes of the fields that both give; of a date only the year counts."""
    known = {field: csl[field] for field in FIELDS if field in csl}
    if "issued" in known:
        known["issued"] = {"date-parts": [csl["issued"]["date-parts"][0][:1]]}
    values = {field: value for field, value in parsed.values.items() if field in FIELDS}
    if "issued" in values:
        values["issued"] = values["issued"].model_copy(update={"value": values["issued"].value[:4]})
    names = {"author": parsed.names["author"]} if "author" in parsed.names else {}
    cut = ParsedReference(type="document", names=names, values=values)
    return (one for one in item_fields({"csl": known}, cut) if one.by[0] in FIELDS)


def _theirs(found: Sequence[dict[str, Any]]) -> ParsedReference:
    """What refextract gives for one string, all its pieces taken together."""
    texts: dict[str, str] = {}
    people: list[ReferenceName] = []
    for piece in found:
        for name, values in piece.items():
            if name in _OURS:
                texts.setdefault(_OURS[name], values[0].removeprefix("doi:"))
            elif name == "year":
                texts.setdefault("issued", values[0])
            elif name == "author":
                people += [_name(one) for value in values for one in regex.split(r",\s|\sand\s", value) if one.strip()]
    fields = {name: ReferenceValue(value=value, text=value, span=(0, 0)) for name, value in texts.items()}
    return ParsedReference(type="document", names={"author": tuple(people)} if people else {}, values=fields)


def _name(printed: str) -> ReferenceName:
    match = _NAME.fullmatch(printed.strip())
    if match is None:
        return ReferenceName(literal=printed, text=printed, span=(0, 0))
    return ReferenceName(family=match["family"], given=match["given"], text=printed, span=(0, 0))


if __name__ == "__main__":
    default = os.environ.get("MULTILEX_CORPUS", str(ROOT.parent / "shared" / "corpus"))
    main(sys.argv[1], Path(sys.argv[2] if len(sys.argv) > 2 else default))
