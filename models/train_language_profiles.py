"""Train the language profiles and letter models: ``python models/train_language_profiles.py ../shared/data FETCHED``.

``FETCHED`` is the folder of ``fetch_language_data.py``. Only training parts are read; ``index.toml`` names the
sources and licences, and what was measured on the parts kept out (``tests/benchmarks/language.py``).

A language is the probability of each letter after the one to four letters before it, by Witten and Bell's
interpolation. What is written, a file per script, is how much worse (in eighths of a nat) each language
predicts the last letter of an n-gram than the best of them does: the n-grams that matter most.

A profile of langdetect's is how frequent each 1- to 3-gram is, above all in running text.
"""

import json
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from itertools import cycle
from pathlib import Path
from zlib import crc32

import langdetect

from multilex.engines.langdetect import OWN_PROFILES, ngrams
from multilex.engines.letters import STEPS_PER_NAT, ZERO, grams_of
from multilex.packs.romanisation import schemes
from multilex.segment.language_evidence import evidence
from multilex.segment.language_words import words_of

MODELS = Path(__file__).parent
PARTS = 1_000_000  # of which a profile counts
GRAMS = 5000  # most frequent n-grams kept in a profile of langdetect's
PROFILE_SHARE = 2.0  # weight of running text beside the list of a language, in a profile
STOCK_WEIGHT = 2.0  # of langdetect's own profile, which saw an encyclopaedia, beside ours
LEAST = {"Cyrl": 4e-5, "Latn": 8e-5}  # nats per letter that an n-gram must change, on average, to be kept
RUNNING_SHARE = 1.0  # the same, in a letter model
OFTEN = 3  # weight of a word that is romanised in every way
RARE = 2  # an n-gram of more than three letters must be seen more often
WORST = 9.0  # nats that one letter can hold against a language
TEST_SHARE = 4  # every fourth sentence of a treebank without a training part is kept out
LIST_SHARE = 10  # and every tenth word of a list
LETTERS = 60  # that may follow, when nothing is known

LANGUAGES = {
    "Cyrl": ("kk", "ru", "ky", "tt", "uz-Cyrl", "uk", "bg"),
    "Latn": ("en", "kk-Latn", "ru-Latn", "uz-Latn", "az", "tr", "de", "fr", "es", "it", "pl", "cs", "pt", "nl"),
}
STOCK = (
    "uk",
    "bg",
    "tr",
    "de",
    "fr",
    "es",
    "it",
    "pl",
    "cs",
    "pt",
    "nl",
)  # n-grams of their running text are those of langdetect
IN_STOCK = ("ru", "en")  # the same beside our texts
PARTS = 1_000_000

Weights = Mapping[str, float]


def main(data: Path, fetched: Path) -> None:
    """Write the profiles of langdetect, and both letter models."""
    for tag, weights in training_words(data, fetched, PROFILE_SHARE).items():
        if tag in OWN_PROFILES:
            write_profile(tag, profile(tag, weights))
    words = training_words(data, fetched, RUNNING_SHARE)
    for script, tags in LANGUAGES.items():
        counts = {tag: counted(words[tag]) for tag in tags}
        for tag in STOCK:
            if tag in counts:
                counts[tag] = joined(counts[tag], stock(tag), RUNNING_SHARE)
            if tag in IN_STOCK:
                counts[tag] = joined(counts[tag], stock(tag), 1.0)
        write(script, tags, rows(counts, LEAST[script]))


def training_words(data: Path, fetched: Path, share: float) -> dict[str, Weights]:
    """The words of each language with their weights: listed ones once, and in running text at a `share` of that."""
    uzbek = in_training(treebank(data / "UD_Uzbek-UT/uz_ut-ud-test.conllu"))
    running = {
        "kk": [*kaznerd(data / "KazNERD/valid.txt"), *treebank(data / "UD_Kazakh-KTB/kk_ktb-ud-train.conllu")],
        "ru": treebank(data / "UD_Russian-GSD/ru_gsd-ud-dev.conllu"),
        "en": treebank(data / "UD_English-EWT/en_ewt-ud-dev.conllu"),
        "ky": treebank(data / "UD_Kyrgyz-KTMU/ky_ktmu-ud-train.conllu"),
        "tt": in_training(treebank(data / "UD_Tatar-NMCTT/tt_nmctt-ud-test.conllu")),
        "uz-Latn": uzbek,
        "uz-Cyrl": [uzbek_cyrillic(text) for text in uzbek],
        "az": [],
        **{tag: [] for tag in STOCK},
    }
    russian = frozenset(listed(fetched / "words/ru.txt"))
    found: dict[str, Weights] = {}
    for tag, texts in running.items():
        foreign = russian if tag != "ru" else frozenset[str]()
        texts += lines(fetched / f"messages/{tag}.txt")
        tokens = Counter(word for text in texts for word in words_of(text) if is_spelt(tag, word, foreign))
        once = [word for word in listed(fetched / f"words/{tag}.txt") if not is_held_out(word)]
        types = {form for word in once for form in words_of(word) if is_spelt(tag, form, foreign)}
        weight = share * len(types) / tokens.total() if types and tokens else 1.0
        found[tag] = {word: weight * tokens[word] + (word in types) for word in sorted(types | tokens.keys())}
    return found | {"kk-Latn": romanised_words(found["kk"], "kk"), "ru-Latn": romanised_words(found["ru"], "ru")}


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


def lines(path: Path) -> list[str]:
    """The lines of a file; none where there is none."""
    return path.read_text(encoding="utf-8").splitlines() if path.exists() else []


def listed(path: Path) -> list[str]:
    """The words of a word list that are printed in small letters; names and acronyms are not."""
    return sorted({word for word in lines(path) if len(word) > 3 and word.isalpha() and word.islower()})


def is_held_out(word: str) -> bool:
    """Whether a word of a list is kept out of training."""
    return crc32(word.encode()) % LIST_SHARE == 0


def is_spelt(tag: str, text: str, foreign: Set[str] = frozenset()) -> bool:
    """Whether a language has all letters of a text that is no foreign word."""
    script = "Cyrl" if tag in LANGUAGES["Cyrl"] else "Latn"
    return text not in foreign and evidence(script).alphabets[tag].issuperset(text)


def romanised_words(words: Weights, language: str) -> Weights:
    """Words under the schemes of a language: all for frequent words, else one in turn."""
    tables = [table for scheme, table in schemes().items() if scheme.startswith(f"{language}-")]
    turns = cycle(tables)
    found: defaultdict[str, float] = defaultdict(float)
    for word, weight in words.items():
        for table in tables if weight > OFTEN else [next(turns)]:
            for form in words_of(word.translate(table)):
                found[form] += weight
    return found


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


def counted(words: Weights) -> Weights:
    """The weight of each n-gram in words."""
    found: defaultdict[str, float] = defaultdict(float)
    for word, weight in words.items():
        for gram in grams_of(word):
            for start in range(len(gram)):
                found[gram[start:]] += weight
    return {gram: weight for gram, weight in found.items() if len(gram) <= 3 or weight > RARE}


def profile(tag: str, words: Weights) -> Weights:
    """The share of each n-gram of langdetect's among those of its length."""
    found: defaultdict[str, float] = defaultdict(float)
    for word, weight in words.items():
        for gram in ngrams(word):
            found[gram] += weight
    shares = by_length(found)
    if tag not in IN_STOCK:
        return shares
    theirs = by_length(stock(tag))
    both = shares.keys() | theirs.keys()
    return {gram: (shares.get(gram, 0.0) + STOCK_WEIGHT * theirs.get(gram, 0.0)) / (1 + STOCK_WEIGHT) for gram in both}


def by_length(weights: Weights) -> Weights:
    """Weights as shares of all n-grams of a length."""
    sums: defaultdict[int, float] = defaultdict(float)
    for gram, weight in weights.items():
        sums[len(gram)] += weight
    return {gram: weight / sums[len(gram)] for gram, weight in weights.items()}


def write_profile(tag: str, shares: Weights) -> None:
    """Write the most frequent n-grams in the format of langdetect, in a stable order; shares in millionths."""
    best = sorted(shares.items(), key=lambda item: (-item[1], item[0]))[:GRAMS]
    freq = {gram: round(PARTS * share) for gram, share in sorted(best) if PARTS * share >= 1}
    path = MODELS / f"langdetect/{tag}.json"
    path.parent.mkdir(exist_ok=True)
    text = json.dumps({"name": tag, "n_words": [PARTS] * 3, "freq": freq}, ensure_ascii=False, separators=(",", ":"))
    path.write_text(text + "\n", encoding="utf-8")
    print(f"{path.name:14} {len(freq):5} n-grams {path.stat().st_size / 1000:6.1f} kB")


def stock(tag: str) -> Weights:
    """The n-grams of one of langdetect's own profiles, in small letters of its alphabet."""
    data = json.loads((Path(langdetect.__file__).parent / "profiles" / tag).read_text(encoding="utf-8"))
    return {gram: count for gram, count in data["freq"].items() if is_spelt(tag, gram.strip())}


def joined(ours: Weights, theirs: Weights, share: float) -> Weights:
    """Counts of n-grams, and others at a `share` of their weight, by the letters of both."""
    weight = share * letters_in(ours) / letters_in(theirs)
    return {gram: ours.get(gram, 0.0) + weight * theirs.get(gram, 0.0) for gram in ours.keys() | theirs.keys()}


def letters_in(weights: Weights) -> float:
    """The weight of all single letters."""
    return sum(weight for gram, weight in weights.items() if len(gram) == 1)


class Letters:
    """One language: how likely a letter is after others."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self.total: defaultdict[str, float] = defaultdict(float)
        self.kinds: Counter[str] = Counter()
        for gram, weight in weights.items():
            self.total[gram[:-1]] += weight
            self.kinds[gram[:-1]] += 1
        self.known: dict[str, float] = {"": 1 / LETTERS}

    def probability(self, gram: str) -> float:
        """Of the last letter of an n-gram after the others."""
        if gram not in self.known:
            context, shorter = gram[:-1], self.probability(gram[1:]) if len(gram) > 1 else 1 / LETTERS
            seen, kinds = self.total.get(context, 0.0), self.kinds.get(context, 0)
            self.known[gram] = (self.weights.get(gram, 0.0) + kinds * shorter) / (seen + kinds) if seen else shorter
        return self.known[gram]


def rows(counts: Mapping[str, Weights], least: float) -> dict[str, tuple[float, ...]]:
    """For each n-gram that matters, how many nats worse each language predicts its last letter than the best."""
    languages = [Letters(weights) for weights in counts.values()]
    sums = [sum(weight for gram, weight in weights.items() if len(gram) == 1) for weights in counts.values()]
    found: dict[str, tuple[float, ...]] = {}
    for gram in sorted(set[str]().union(*counts.values()), key=lambda gram: (len(gram), gram)):
        logs = [math.log(language.probability(gram)) for language in languages]
        row = tuple(min(WORST, max(logs) - log) for log in logs)
        shorter = next((found[gram[i:]] for i in range(1, len(gram)) if gram[i:] in found), None)
        share = max(weights.get(gram, 0.0) / total for weights, total in zip(counts.values(), sums, strict=True))
        change = [new - old for new, old in zip(row, shorter or row, strict=True)]
        if shorter is None or share * (max(change) - min(change)) > least:
            found[gram] = row
    return found


def write(script: str, tags: Sequence[str], found: Mapping[str, Sequence[float]]) -> None:
    """Write a model: a line of tags, then an n-gram and a character for each of them a line, in a stable order."""
    path = MODELS / f"letters/{script}.txt"
    path.parent.mkdir(exist_ok=True)
    with path.open("w", encoding="utf-8") as file:
        file.write(" ".join(tags) + "\n")
        for gram in sorted(found):
            file.write(gram + "".join(chr(ZERO + round(STEPS_PER_NAT * nats)) for nats in found[gram]) + "\n")
    print(f"{path.name} {len(found)} n-grams {path.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
