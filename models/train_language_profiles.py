"""Train the language profiles: ``python models/train_language_profiles.py ../shared/data``.

Reads the training parts only; ``index.toml`` names the source and licence of each profile and what was
measured with it on the held-out parts (``tests/benchmarks/language.py``).
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path

import langdetect
from langdetect.utils.lang_profile import LangProfile

from multilex.engines.langdetect import words_of
from multilex.packs.romanisation import schemes

MODELS = Path(__file__).parent / "langdetect"
GRAMS = 4000  # most frequent n-grams kept per profile
STOCK_WEIGHT = 2
TEST_SHARE = 4  # every fourth sentence of a treebank without a training part is kept out


def main(data: Path) -> None:
    """Write all profiles."""
    kazakh = [*kaznerd(data / "KazNERD/valid.txt"), *treebank(data / "UD_Kazakh-KTB/kk_ktb-ud-train.conllu")]
    russian = treebank(data / "UD_Russian-GSD/ru_gsd-ud-dev.conllu")
    uzbek = in_training(treebank(data / "UD_Uzbek-UT/uz_ut-ud-test.conllu"))
    texts = {
        "kk": kazakh,
        "kk-Latn": romanised(kazakh, "kk"),
        "ru": russian,
        "ru-Latn": romanised(russian, "ru"),
        "en": treebank(data / "UD_English-EWT/en_ewt-ud-dev.conllu"),
        "ky": treebank(data / "UD_Kyrgyz-KTMU/ky_ktmu-ud-train.conllu"),
        "tt": in_training(treebank(data / "UD_Tatar-NMCTT/tt_nmctt-ud-test.conllu")),
        "uz-Latn": uzbek,
        "uz-Cyrl": [uzbek_cyrillic(text) for text in uzbek],
    }
    MODELS.mkdir(exist_ok=True)
    for tag, sentences in texts.items():
        profile = counted(tag, sentences)
        if tag in ("ru", "en"):
            add_stock(profile, tag)
        write(profile)


def kaznerd(path: Path) -> list[str]:
    """Sentences of a file of KazNERD: one token and its label per line, blank lines between."""
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    return [" ".join(line.split()[0] for line in block.splitlines() if line.strip()) for block in blocks]


def treebank(path: Path) -> list[str]:
    """Sentences of a Universal Dependencies file."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")]


def in_training(sentences: list[str]) -> list[str]:
    """The training part of a treebank that has none of its own."""
    return [text for number, text in enumerate(sentences) if number % TEST_SHARE]


def held_out(sentences: list[str]) -> list[str]:
    """The rest of what `in_training` leaves."""
    return sentences[::TEST_SHARE]


def romanised(sentences: Iterable[str], language: str) -> list[str]:
    """The sentences under every scheme of a language."""
    tables = [table for scheme, table in schemes().items() if scheme.startswith(f"{language}-")]
    return [text.translate(table) for text in sentences for table in tables]


UZBEK_PAIRS = {
    "shʼ": "сҳ",
    "oʼ": "ў",
    "gʼ": "ғ",
    "sh": "ш",
    "ch": "ч",
    "yo": "ё",
    "yu": "ю",
    "ya": "я",
    "ye": "е",
    "ts": "ц",
}
UZBEK_LETTERS = dict(zip("abvgdezijklmnoprstufxʼyqhc", "абвгдезижклмнопрстуфхъйқҳс", strict=True))


def uzbek_cyrillic(text: str) -> str:
    """Uzbek in its older alphabet; both spell the same sounds."""
    words = []
    for word in words_of(text):
        for latin, cyrillic in UZBEK_PAIRS.items():
            word = word.replace(latin, cyrillic)
        word = "э" + word[1:] if word.startswith("e") else word
        words.append("".join(UZBEK_LETTERS.get(letter, letter) for letter in word))
    return " ".join(words)


def counted(tag: str, sentences: Iterable[str]) -> LangProfile:
    """A profile of n-grams seen more often than langdetect's threshold."""
    profile = LangProfile(tag)
    for text in sentences:
        profile.update(" ".join(words_of(text)))
    profile.omit_less_freq()
    return profile


def add_stock(profile: LangProfile, tag: str) -> None:
    """Add langdetect's own profile, which saw an encyclopaedia, `STOCK_WEIGHT` times as heavy as ours."""
    stock = json.loads((Path(langdetect.__file__).parent / "profiles" / tag).read_text(encoding="utf-8"))
    scale = [STOCK_WEIGHT * own / theirs for own, theirs in zip(profile.n_words, stock["n_words"], strict=True)]
    for gram, count in stock["freq"].items():
        if gram == gram.lower():
            profile.freq[gram] += round(count * scale[len(gram) - 1])
    profile.n_words = [round((1 + STOCK_WEIGHT) * own) for own in profile.n_words]


def write(profile: LangProfile) -> None:
    """Write the most frequent n-grams, in a stable order."""
    best = sorted(profile.freq.items(), key=lambda item: (-item[1], item[0]))[:GRAMS]
    data = {"name": profile.name, "n_words": profile.n_words, "freq": dict(sorted(best))}
    path = MODELS / f"{profile.name}.json"
    path.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")
    print(f"{path.name:14} {len(best):5} n-grams {path.stat().st_size / 1000:6.1f} kB")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
