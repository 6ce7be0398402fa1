"""Count which letters follow one another in Kazakh, Russian and Latin-script words: packs/letter_pairs.toml.

    python models/count_letter_pairs.py DATA src/multilex/packs/letter_pairs.toml

DATA holds KazNERD and the UD treebanks. A figure is a cost: quarter nats, one digit of base 36, of a letter after
another one; a blank begins and ends a word. KazNERD/valid.txt and UD train and dev parts are counted, test parts of
treebanks only where there is no other.
"""

import sys
from collections import Counter
from math import log
from pathlib import Path

import regex

from multilex.packs.romanisation import schemes

LETTERS = {"Cyrl": " абвгдежзийклмнопрстуфхцчшщъыьэюяёәғқңөұүһі", "Latn": " abcdefghijklmnopqrstuvwxyz"}
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
PARTS = {
    "kk": ("KazNERD/valid.txt", "UD_Kazakh-KTB/kk_ktb-ud-train.conllu"),
    "ru": ("UD_Russian-GSD/ru_gsd-ud-dev.conllu",),
    "en": ("UD_English-EWT/en_ewt-ud-dev.conllu",),
}
SMOOTHING = 0.3


def words(data: Path, language: str) -> list[str]:
    """The words of a language's files, in small letters."""
    found: list[str] = []
    for part in PARTS[language]:
        text = (data / part).read_text(encoding="utf-8")
        rows = [row.split("\t") if part.endswith("conllu") else row.split(" ") for row in text.split("\n")]
        tokens = [row[1] if part.endswith("conllu") else row[0] for row in rows if len(row) > 1]
        found += [word.lower() for token in tokens for word in regex.findall(r"\p{L}+", token)]
    return found


def costs(of: list[str], script: str) -> list[str]:
    """A row of digits for each letter: what each letter costs after it."""
    letters = LETTERS[script]
    pairs: Counter[tuple[str, str]] = Counter()
    for word in of:
        if all(letter in letters for letter in word):
            pairs.update(zip(f" {word}", f"{word} ", strict=True))
    rows = []
    for first in letters:
        total = sum(pairs[first, second] for second in letters) + SMOOTHING * len(letters)
        steps = [round(-4 * log((pairs[first, second] + SMOOTHING) / total)) for second in letters]
        rows.append("".join(DIGITS[min(step, 35)] for step in steps))
    return rows


def romanised(of: list[str], scheme: str) -> list[str]:
    """The words in Latin letters."""
    return [word.translate(schemes()[scheme]).lower() for word in of]


def main(data: Path, out: Path) -> None:
    """Count and write."""
    russian, kazakh, english = words(data, "ru"), words(data, "kk"), words(data, "en")
    half = len(english) // 2
    latin = english + romanised(russian[:half], "ru-icao") + romanised(kazakh[:half], "kk-habit-y")
    tables = [("kk", "Cyrl", kazakh), ("ru", "Cyrl", russian), ("latin", "Latn", latin)]
    lines = [
        "# What a letter costs after another, in quarter nats (base 36): how unlike a word of the language a word is.",
        "# Made by models/count_letter_pairs.py; counts over KazNERD (R. Yeshpanov, Y. Khassanov, H. A. Varol, ISSAI,",
        "# CC BY 4.0) and the Universal Dependencies treebanks Kazakh-KTB, Russian-GSD and English-EWT (CC BY-SA 4.0).",
        "# Rows and columns are in the order of `letters`; a blank begins and ends a word.",
    ]
    for name, script, of in tables:
        lines += ["", f"[{name}]", f'letters = "{LETTERS[script]}"', "rows = ["]
        lines += [f'  "{row}",' for row in costs(of, script)] + ["]"]
    out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
