"""Language identification beside its peers: ``python -m tests.benchmarks.language DATA [LANGID.jsonl]``.

Prints, per kind of text and language, the share of right answers of each detector, and texts per CPU-second
of one pass over all of them, from cold caches. Peers are measured where they are installed, as they come and
restricted to Kazakh, Russian and English (``-3``); none of them knows a romanisation.
"""

import argparse
import time
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from multilex.segment.language import identify
from tests.benchmarks.language_data import Case, corpus_strings, held_out

Detector = Callable[[str], str]


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("strings", type=Path, nargs="?", help="JSON Lines with text, lang, kind, ambiguous_with")
    parser.add_argument("--misses", action="store_true", help="list what multilex gets wrong")
    options = parser.parse_args()
    groups = [*held_out(options.data), *(corpus_strings(options.strings) if options.strings else ())]
    detectors = {"multilex": identify, **peers()}
    print(f"{'':36}{'texts':>6}", *(f"{name:>12}" for name in detectors))
    seconds = dict.fromkeys(detectors, 0.0)
    for kind, tag, group in groups:
        row = []
        for name, detect in detectors.items():
            begin = time.process_time()
            answers = [detect(text) for text, _ in group]
            seconds[name] += time.process_time() - begin
            row.append(f"{share_right(group, answers):12.2f}")
            if name == "multilex" and options.misses:
                for (text, right), answer in zip(group, answers, strict=True):
                    if answer not in right:
                        print(f"    {answer:8} {text[:100]}")
        print(f"{kind:28}{tag:8}{len(group):6}", *row, flush=True)
    total = sum(len(group) for _, _, group in groups)
    print(f"{'texts per CPU-second':42}", *(f"{total / spent:12.0f}" for spent in seconds.values()))


def share_right(group: list[Case], answers: list[str]) -> float:
    """Per cent of the answers that are one of the right tags."""
    return 100 * sum(answer in right for (_, right), answer in zip(group, answers, strict=True)) / len(group)


def peers() -> dict[str, Detector]:
    """The other detectors that are installed; each answers with a tag, ``und`` for none."""
    found: dict[str, Detector] = {}
    for make in (stock_langdetect, lingua, py3langid, pycld2):
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
    """lingua restricted to three languages: with all of them it takes more than a gigabyte."""
    engine = import_module("lingua")
    three = [getattr(engine.Language, name) for name in ("KAZAKH", "RUSSIAN", "ENGLISH")]
    detector = engine.LanguageDetectorBuilder.from_languages(*three).build()

    def detect(text: str) -> str:
        language = detector.detect_language_of(text)
        return language.iso_code_639_1.name.lower() if language else "und"

    return {"lingua-3": detect}


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
