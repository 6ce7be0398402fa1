"""The other method for references, a CRF over words: ``python -m tests.benchmarks.reference_crf`` (python-crfsuite).

It learns from the tuning references and from their parts put together anew in many layouts, and is measured beside
the grammar on the references that neither has seen: same strings, same fields (all but type and language).
"""

import json
import random
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pycrfsuite
import regex

from multilex.codes import skeleton
from multilex.codes._fold import signs
from multilex.evaluate.outcome import Outcome
from multilex.evaluate.reference_fields import item_fields
from multilex.extract.dates_written import written_dates
from multilex.extract.reference_fields import parse_reference
from multilex.extract.reference_fields.words import cues, places
from multilex.record import ParsedReference, ReferenceName, ReferenceValue
from tests.extract.marked_references import CSL, FOLDER, MARK, f1, marked_references, whole

_TOKEN = regex.compile(r"[\p{L}\p{M}'’]+|[0-9]+|\S")
_PEOPLE = {"a": "author", "A": "author", "L": "author", "e": "editor", "E": "editor", "R": "translator"}
_FAMILY_LAST = regex.compile(r"(?P<given>.*[ .])(?P<family>\S+)")
_FAMILY_FIRST = regex.compile(r"(?P<family>[^,]+?),?\s+(?P<given>.+)")
_MADE = 3000
_LAYOUTS = {
    "article": (
        "{a} {t} // {c}. – {y}. – Т. {v}, № {i}. – С. {p}.",
        "{a} {t} // {c}. – {y}. – №{i}. – С. {p}.",
        "{a} {t}//{c}.-{y}.-Т.{v}.-№{i}.-С.{p}.",
        "{a} {t} // {c}. {y}. Vol. {v}. No. {i}. P. {p}. DOI: {d}",
        "{a} ({y}). {t}. {c}, {v}({i}), {p}. https://doi.org/{d}",
        "{a} ({y}). {t} [{tt}]. {c}, {v}({i}), {p}. [in Russian].",
        "{a} {t}. {c}. {y};{v}({i}):{p}.",
        "{A}, “{t},” {c}, vol. {v}, no. {i}, pp. {p}, {y}.",
        "{a} {t} // {c}. – {y}. – {v}-том, №{i}. – {p} б.",
        "{a} {t}. – Текст : электронный // {c}. – {y}. – № {i}. – URL: {u} (дата обращения: {ac}).",
        "{a} {t}. {c} {v}, no. {i} ({y}): {p}.",
    ),
    "book": (
        "{a} {t}. – {pl}: {pb}, {y}. – {n} с.",
        "{a} {t}: {g}. – {ed} – {pl}: {pb}, {y}. – {n} с.",
        "{a} {t} : {g} / {A}. – {pl} : {pb}, {y}. – {n} с. – ISBN {ib}.",
        "{a} ({y}). {t}. {pl}: {pb}.",
        "{a} {t}.-{pl}:{pb},{y}.-{n}с.",
        "{a} ({y}) {t}. {ed} {pb}.",
        "{t} / под ред. {E}. – {pl}: {pb}, {y}. – {n} с.",
        "{a} {t}: {g}. – {pl}, {y}. – {n} б.",
    ),
    "part": (
        "{a} {t} // {c}. – {pl}: {pb}, {y}. – С. {p}.",
        "{a} {t} // {c} / под ред. {E}. – {pl}, {y}. – С. {p}.",
        "{a} ({y}). {t}. In {E} (Eds.), {c} (pp. {p}). {pb}.",
        "{a} {t}. In: {c}. {pl}: {pb}; {y}. p. {p}.",
    ),
    "web": (
        "{t} [Электронный ресурс]. – URL: {u} (дата обращения: {ac}).",
        "{L} ({y}). {t}. Retrieved from {u}",
        "{t} // {c}. – Режим доступа: {u}. – Дата обращения: {ac}.",
    ),
}

Spans = list[tuple[str, int, int]]


def main() -> None:
    """Train, then print fields and whole references right for both methods."""
    rng = random.Random(7)
    own = [_spans(json.loads(line)["marked"]) for line in (FOLDER / "tuning.jsonl").read_text("utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as folder:
        model = str(Path(folder) / "references.crf")
        began = time.process_time()
        _train([*own * 3, *_made(own, rng)], model)
        print(f"trained in {time.process_time() - began:.0f} s of processor time")
        tagger = pycrfsuite.Tagger()
        tagger.open(model)
        for name in ("held_out", "examiner", "tuning"):
            if not (FOLDER / f"{name}.jsonl").is_file():
                continue
            references = marked_references(name)
            for method, read in (("grammar", parse_reference), ("crf", lambda text: _read(tagger, text))):
                began = time.process_time()
                found = [read(one.text) for one in references]
                speed = len(found) / (time.process_time() - began)
                outcomes = [list(_fields(one.csl, parsed)) for one, parsed in zip(references, found, strict=True)]
                print(f"{name} {method}: F1 {f1(outcomes):.3f}, whole {whole(outcomes):.3f}, {speed:.0f} per second")


def _fields(csl: dict[str, Any], parsed: ParsedReference) -> Iterator[Outcome]:
    gold = {key: value for key, value in csl.items() if key != "author-et-al"}
    outcomes = item_fields({"csl": gold}, parsed.model_copy(update={"others": ()}))
    return (one for one in outcomes if one.by[0] not in ("type", "language"))


def _spans(marked: str) -> tuple[str, Spans]:
    """The text without marks, and (mark, start, end) of each."""
    text, spans, last = "", [], 0
    for match in MARK.finditer(marked):
        text += marked[last : match.start()]
        spans.append((match[1], len(text), len(text) + len(match[2])))
        text += match[2]
        last = match.end()
    return text + marked[last:], spans


def _made(own: Sequence[tuple[str, Spans]], rng: random.Random) -> Iterator[tuple[str, Spans]]:
    """References put together from parts of the own ones."""
    parts: dict[str, list[str]] = defaultdict(list)
    for text, spans in own:
        for mark, start, end in spans:
            parts[mark].append(text[start:end])
    layouts = [layout for kind in _LAYOUTS.values() for layout in kind]
    for _ in range(_MADE):
        marked = regex.sub(r"\{(\w+)\}", lambda match: _part(match[1], parts, rng), rng.choice(layouts))
        yield _spans(marked)


def _part(mark: str, parts: dict[str, list[str]], rng: random.Random) -> str:
    if mark not in "aAE":
        return f"{mark}{{{rng.choice(parts[mark])}}}"
    between = rng.choice((", ", ", ", "; ", " and ", ","))
    return between.join(f"{mark}{{{rng.choice(parts[mark])}}}" for _ in range(rng.choice((1, 1, 2, 3))))


def _train(references: Iterable[tuple[str, Spans]], model: str) -> None:
    trainer = pycrfsuite.Trainer(verbose=False)
    for text, spans in references:
        tokens = list(_TOKEN.finditer(text))
        labels = []
        for token in tokens:
            mark = next(((m, s) for m, s, e in spans if s <= token.start() < e), None)
            labels.append("O" if mark is None else f"{'B' if token.start() == mark[1] else 'I'}-{mark[0]}")
        trainer.append(_features(text, tokens), labels)
    trainer.set_params({"c1": 0.1, "c2": 0.01, "max_iterations": 120, "feature.possible_transitions": True})
    trainer.train(model)


def _features(text: str, tokens: Sequence[regex.Match[str]]) -> list[list[str]]:
    own = [_own(text, token, at, len(tokens)) for at, token in enumerate(tokens)]
    return [
        [
            f"{step}:{feature}"
            for step in (-3, -2, -1, 0, 1, 2, 3)
            if 0 <= at + step < len(own)
            for feature in own[at + step][: None if abs(step) < 2 else 4]
        ]
        for at in range(len(own))
    ]


def _own(text: str, token: regex.Match[str], at: int, count: int) -> list[str]:
    word = token[0]
    folded = skeleton(signs(word))
    shape = regex.sub(r"\p{Lu}+", "A", regex.sub(r"\p{Ll}+", "a", regex.sub(r"[0-9]", "0", word)))
    told = [f"cue={cue}" for cue in sorted(cues().of(folded))] + (["place"] if folded in places() else [])
    near = ["glued"] if token.start() and not text[token.start() - 1].isspace() else []
    return [
        f"w={folded}" if len(folded) < 12 else "long",
        f"s={shape}",
        *near,
        f"at={10 * at // count}",
        f"end={folded[-3:]}",
        *told,
    ]


def _read(tagger: "pycrfsuite.Tagger", text: str) -> ParsedReference:
    """What the CRF reads, in the shape of the grammar's answer."""
    tokens = list(_TOKEN.finditer(text))
    labels = tagger.tag(_features(text, tokens)) if tokens else []
    spans: Spans = []
    for token, label in zip(tokens, labels, strict=True):
        mark = label[2:]
        if label.startswith("I-") and spans and spans[-1][0] == mark:
            spans[-1] = (mark, spans[-1][1], token.end())
        elif label != "O":
            spans.append((mark, token.start(), token.end()))
    names: dict[str, list[ReferenceName]] = defaultdict(list)
    values: dict[str, ReferenceValue] = {}
    for mark, start, end in spans:
        printed = text[start:end]
        if mark in _PEOPLE:
            names[_PEOPLE[mark]].append(_name(mark, printed, (start, end)))
        elif (name := {**CSL, "y": "issued", "ac": "accessed"}.get(mark)) and name not in values:
            dates = list(written_dates(printed)) if name in ("issued", "accessed") else []
            value = dates[0].value if dates else printed
            if dates or name not in ("issued", "accessed"):
                values[name] = ReferenceValue(value=value, text=printed, span=(start, end))
    people = {role: tuple(found) for role, found in names.items()}
    return ParsedReference(type="document", names=people, values=values)


def _name(mark: str, printed: str, span: tuple[int, int]) -> ReferenceName:
    """A label says whether the family name comes first."""
    match = (_FAMILY_LAST if mark in "AER" else _FAMILY_FIRST).fullmatch(printed)
    if match is None or mark == "L":
        return ReferenceName(literal=printed, text=printed, span=span)
    return ReferenceName(family=match["family"], given=match["given"], text=printed, span=span)


if __name__ == "__main__":
    main()
