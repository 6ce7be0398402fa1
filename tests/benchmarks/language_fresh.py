"""Strings that no model was trained on and no weight of the pack was chosen with: to report, not to choose by."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

import regex
import train_language_profiles as training  # on the path through language_data

from multilex.packs.romanisation import schemes
from tests.benchmarks.language_data import Case, also_right, cases, is_one_script, window

LANGUAGES = ("kk", "ru", "en")
WORDS = 1500  # per language
SENTENCE_END = regex.compile(r"(?<=\p{Ll}{3}[.;])\s+")


def declaration(folder: Path) -> Iterator[tuple[str, str, list[Case]]]:
    """The Universal Declaration of Human Rights: paragraphs, sentences, pieces of them, and respelt."""
    chance = random.Random(2)
    for path in sorted(folder.glob("*.txt")):
        tag = path.stem
        lines = path.read_text(encoding="utf-8").splitlines()
        kind = "UDHR" if tag in LANGUAGES else "UDHR neighbour"
        sentences = [text for line in lines for text in SENTENCE_END.split(line) if len(text.split()) > 4]
        pieces = [window(text, chance) for text in sentences * 3]
        yield f"{kind} sentence", tag, cases(sentences, tag)
        yield f"{kind}, 4–9 words", tag, cases(pieces, tag)
        if tag not in LANGUAGES:
            continue
        yield f"{kind} capitals", tag, cases([text.upper() for text in pieces], tag)
        for scheme, table in schemes().items():
            if scheme.startswith(f"{tag}-"):
                yield (
                    f"{kind} {scheme}",
                    f"{tag}-Latn",
                    cases([text.translate(table) for text in sentences], f"{tag}-Latn"),
                )


def listed_words(folder: Path) -> Iterator[tuple[str, str, list[Case]]]:
    """Single words of the held-out tenth of the word lists that no list of another language has."""
    lists = {tag: set(training.listed(folder / f"{tag}.txt")) for tag in LANGUAGES}
    for tag in LANGUAGES:
        others = set[str]().union(*(words for other, words in lists.items() if other != tag))
        words = sorted(word for word in lists[tag] - others if training.is_held_out(word))
        yield "listed word", tag, cases(random.Random(3).sample(words, WORDS), tag)


def kazutb(folder: Path, seen: set[str], words: dict[str, set[str]]) -> Iterator[tuple[str, str, list[Case]]]:
    """Titles and keywords of one to four words of the corpus, without the strings of its ``langid.jsonl``.

    A keyword that another language prints too, or has the words of, is right in both; one in another script
    than its language, as names of programs are, is left out.
    """
    titles: dict[str, dict[str, None]] = {}
    keywords: dict[str, dict[str, None]] = {}
    for path in sorted(folder.glob("*.gold.json")):
        for article in json.loads(path.read_text(encoding="utf-8"))["articles"]:
            for title in article.get("titles", ()):
                titles.setdefault(title["lang"], {})[title["text"]] = None
            for block in article.get("keywords", ()):
                for item in block["items"]:
                    keywords.setdefault(block["lang"], {})[item["text"]] = None
    for tag, texts in sorted(titles.items()):
        yield "kazutb title", tag, cases([text for text in texts if text not in seen], tag)
    known = {tag: words.get(tag, set()) | {text.lower() for text in texts} for tag, texts in keywords.items()}
    for tag, texts in sorted(keywords.items()):
        some = [text for text in texts if text not in seen and len(text.split()) <= 4 and is_one_script(text, tag)]
        right = [also_right(text, tag, words) | {o for o in known if text.lower() in known[o]} for text in some]
        yield "kazutb keyword", tag, [case for case in zip(some, right, strict=True) if not case[0].isupper()]
