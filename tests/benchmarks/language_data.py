"""Held-out strings in known languages, of the kinds that papers are made of."""

import json
import random
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from multilex.packs.romanisation import schemes

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "models"))
import train_language_profiles as training  # noqa: E402

Case = tuple[str, frozenset[str]]  # a string and the tags that are right


def held_out(data: Path, fetched: Path) -> Iterator[tuple[str, str, list[Case]]]:
    """Kind, language and cases. Nothing of this was seen in training."""
    words = vocabularies(data, fetched)
    kaznerd = training.kaznerd(data / "KazNERD/test.txt")
    files = {
        "kk": data / "UD_Kazakh-KTB/kk_ktb-ud-test.conllu",
        "ru": data / "UD_Russian-GSD/ru_gsd-ud-test.conllu",
        "en": data / "UD_English-EWT/en_ewt-ud-test.conllu",
    }
    chance = random.Random(1)
    for tag, path in files.items():
        sentences = [text for text in training.treebank(path) if len(text.split()) > 4]
        if tag == "kk":
            sentences += chance.sample(kaznerd, 1000)
        phrases = [phrase for phrase in noun_phrases(path) if len(phrase) > 3 and is_one_script(phrase, tag)]
        yield "paragraph", tag, cases(paragraphs(sentences), tag)
        yield "sentence", tag, cases(sentences, tag)
        phrases = chance.sample(phrases, min(1500, len(phrases)))
        for kind, several in (("word", False), ("phrase", True)):
            some = [phrase for phrase in phrases if (" " in phrase) is several]
            yield kind, tag, [(phrase, also_right(phrase, tag, words)) for phrase in some]
        windows = [text for text in (window(text, chance) for text in sentences) if is_one_script(text, tag)]
        yield "capitals", tag, cases([text.upper() for text in windows], tag)
        if tag != "en":
            for scheme, table in schemes().items():
                if scheme.startswith(tag):
                    some = [text.translate(table) for text in chance.sample(sentences, 150)]
                    yield f"romanised {scheme}", f"{tag}-Latn", cases(some, f"{tag}-Latn")
    uzbek = training.held_out(training.treebank(data / "UD_Uzbek-UT/uz_ut-ud-test.conllu"))
    neighbours = {
        "ky": training.treebank(data / "UD_Kyrgyz-KTMU/ky_ktmu-ud-test.conllu"),
        "tt": training.held_out(training.treebank(data / "UD_Tatar-NMCTT/tt_nmctt-ud-test.conllu")),
        "uz-Latn": uzbek,
        "uz-Cyrl": [training.uzbek_cyrillic(text) for text in uzbek],
    }
    for tag, sentences in neighbours.items():
        yield "neighbour", tag, cases(sentences, tag)
        yield "neighbour, 4–9 words", tag, cases([window(text, chance) for text in sentences], tag)


def corpus_strings(path: Path) -> Iterator[tuple[str, str, list[Case]]]:
    """Kind, language and cases of the corpus's ``langid.jsonl``."""
    groups: dict[tuple[str, str], list[Case]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        right = frozenset({row["lang"], *row.get("ambiguous_with", ())})
        groups.setdefault((f"corpus {row['kind']}", row["lang"]), []).append((row["text"], right))
    for (kind, tag), group in sorted(groups.items()):
        yield kind, tag, group


def written(name: str) -> Iterator[tuple[str, str, list[Case]]]:
    """Kind, language and cases of a table of ``language_strings``: lines below the tags that are right for them."""
    groups: dict[str, list[Case]] = {}
    right = ""
    for line in (Path(__file__).parent / f"language_strings/{name}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            right = line.strip("[]")
        elif line and not line.startswith("#"):
            groups.setdefault(right, []).append((line, frozenset(right.split())))
    for tags, group in groups.items():
        yield "loans and names", tags.replace(" ", "/"), group


def cases(texts: list[str], tag: str) -> list[Case]:
    """The texts as cases with one right tag."""
    return [(text, frozenset({tag})) for text in texts]


def vocabularies(data: Path, fetched: Path) -> dict[str, set[str]]:
    """Words that are Kazakh or Russian, in small letters: of running text, and for Russian of the word list."""
    kazakh = [text for part in ("valid", "test") for text in training.kaznerd(data / f"KazNERD/{part}.txt")]
    russian = training.treebank(data / "UD_Russian-GSD/ru_gsd-ud-test.conllu")
    listed = training.lines(fetched / "words/ru.txt")
    return {
        "kk": {word.lower() for text in kazakh for word in text.split()},
        "ru": {word.lower() for text in russian for word in text.split()} | {word.lower() for word in listed},
    }


def also_right(phrase: str, tag: str, words: dict[str, set[str]]) -> frozenset[str]:
    """The languages that every word of a phrase is found in: ``капитал`` is Kazakh as well as Russian."""
    return frozenset({tag, *(other for other in words if words[other].issuperset(phrase.lower().split()))})


def is_one_script(text: str, tag: str) -> bool:
    """Whether a text has a word of three letters, and no letters but those of the script of a language."""
    script = "LATIN" if tag == "en" else "CYRILLIC"
    found = {unicodedata.name(letter).split()[0] for letter in text if letter.isalpha()}
    return found == {script} and any(len(word) > 2 and word.isalpha() for word in text.split())


def paragraphs(sentences: list[str]) -> list[str]:
    """Five sentences at a time."""
    return [" ".join(sentences[i : i + 5]) for i in range(0, len(sentences) - 4, 5)]


def window(text: str, chance: random.Random) -> str:
    """Four to nine words out of a sentence."""
    words = text.split()
    length = chance.randint(4, 9)
    start = chance.randint(0, max(0, len(words) - length))
    return " ".join(words[start : start + length])


def noun_phrases(path: Path) -> list[str]:
    """Runs of one to four adjectives and nouns of a treebank: what keywords look like. Each phrase once."""
    found: dict[str, None] = {}
    run: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = line.split("\t")
        if len(fields) > 3 and fields[3] in ("ADJ", "NOUN") and fields[1].isalpha():
            run.append(fields[1].lower())
            continue
        if 1 <= len(run) <= 4:
            found[" ".join(run)] = None
        run = []
    return sorted(found)
