"""Train the Kazakh models of Stanza: ``python models/train_stanza_kk.py ../shared/data [--folds 10]``.

The treebank UD_Kazakh-KTB is cut into ten parts: its two collections of single sentences into ten blocks each, and
every other document whole. Without ``--folds`` the models are trained on all parts but the last, scored on that and
written to ``models/stanza/kk``; with it, each part in turn is held out from shorter training and nothing is written
there. No score on unseen text chooses a checkpoint: steps and epochs below are fixed. Words carry no tags, as in use.
Training anew gives the same bytes (Stanza 1.15.0, torch 2.13.0 for CPU; other versions and processors may not).

Needs ``multilex[stanza]``, no network, and one core for ten minutes (forty for ten folds). What was done is
kept in ``--work``: a call that was cut off goes on with the parts that are missing.
"""

import argparse
import gzip
import json
import os
import random
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import mean, pstdev
from typing import Any

import torch

from multilex.engines.stanza import PROCESSORS, load, model_file

MODELS = Path(__file__).parent / "stanza"
TREEBANK = "UD_Kazakh-KTBX"  # not a name that Stanza has settings of its own for
SHORT = "kk_ktbx"
PARTS = 10
COLLECTIONS = ("akorda-random", "kdt")  # sentences from everywhere: not a document
PARAGRAPH = 8  # sentences; the treebank does not mark paragraphs
SHIPPED = {"tokenize": 2000, "lemma": 40}  # steps, epochs
SHORTER = {"tokenize": 700, "lemma": 12}
LESS_DROPOUT = ("--dropout", "0.3", "--emb_dropout", "0.2")  # than usual: there are few words, and few epochs
METRICS = ("Tokens", "Sentences", "Words", "Lemmas")

Documents = dict[str, list[str]]
"""Names of documents, and their sentences in CoNLL-U."""


def main() -> None:
    """Train once or fold by fold; print what was measured."""
    parser = argparse.ArgumentParser(description="Train the Kazakh models of Stanza.")
    parser.add_argument("data", type=Path, help="the folder that holds UD_Kazakh-KTB")
    parser.add_argument("--folds", type=int, default=0, help="how many of the ten parts to hold out in turn")
    parser.add_argument("--work", type=Path, default=Path("build/stanza"), help="where data and checkpoints go")
    options = parser.parse_args()
    parts = cut(treebank(options.data / "UD_Kazakh-KTB"))
    if options.folds:
        report([fold(parts, number, options.work / f"fold-{number}", SHORTER) for number in range(options.folds)])
        return
    folder = options.work / "shipped"
    figures = fold(parts, PARTS - 1, folder, SHIPPED)
    for processor in PROCESSORS:
        target = model_file(MODELS, processor)
        target.parent.mkdir(parents=True, exist_ok=True)
        rewrite(model_file(folder, processor), target)
    (MODELS / "resources.json").write_text("{}\n")
    print("held out:", ", ".join(f"{name} {len(found)}" for name, found in parts[-1].items()))
    print(*(f"{name} {value:.2f}" for name, value in figures.items()))


def treebank(folder: Path) -> Documents:
    """All documents of the treebank, longest first."""
    documents: Documents = {}
    for path in sorted(folder.glob("*.conllu")):
        for sentence in path.read_text(encoding="utf-8").strip().split("\n\n"):
            found = re.search(r"^# sent_id = ([^:\n]+?)(?:\.tagged\.txt)?:", sentence)
            assert found, sentence
            documents.setdefault(found[1], []).append(sentence)
    return dict(sorted(documents.items(), key=lambda item: (-len(item[1]), item[0])))


def cut(documents: Documents) -> list[Documents]:
    """The parts: blocks of the collections, and each other document where there is least so far."""
    parts: list[Documents] = [{} for _ in range(PARTS)]
    for name, sentences in documents.items():
        if name in COLLECTIONS:
            bounds = [len(sentences) * number // PARTS for number in range(PARTS + 1)]
            for number, part in enumerate(parts):
                part[name] = sentences[bounds[number] : bounds[number + 1]]
        else:
            min(parts, key=lambda part: sum(map(len, part.values())))[name] = sentences
    return parts


def fold(parts: Sequence[Documents], number: int, folder: Path, amounts: dict[str, int]) -> dict[str, float]:
    """Train on all parts but one; the figures on that one, in per cent."""
    done = folder / "figures.json"
    if not done.exists():
        prepare(parts, number, folder)
        train_tokenizer(folder, amounts["tokenize"])
        train_expander(folder)
        train_lemmatizer(folder, amounts["lemma"])
        done.write_text(json.dumps(measure(folder)))
    figures: dict[str, float] = json.loads(done.read_text())
    print(f"part {number}:", *(f"{name} {value:.2f}" for name, value in figures.items()), flush=True)
    return figures


def prepare(parts: Sequence[Documents], number: int, folder: Path) -> None:
    """Write the treebank as Stanza wants it. Its tools ask for a development part: a part of the training part."""
    base = folder / "base" / TREEBANK
    base.mkdir(parents=True, exist_ok=True)
    training = [part for index, part in enumerate(parts) if index != number]
    for name, chosen in {"train": training, "dev": training[-1:], "test": [parts[number]]}.items():
        path = base / f"{SHORT}-ud-{name}.conllu"
        path.write_text("".join(map(written, chosen)), encoding="utf-8")
    (folder / "resources.json").write_text("{}\n")
    stanza(folder, "utils.datasets.prepare_tokenizer_treebank", TREEBANK)
    stanza(folder, "utils.datasets.prepare_mwt_treebank", TREEBANK)
    stanza(folder, "utils.datasets.prepare_lemma_treebank", TREEBANK, "--gold")


def written(documents: Documents) -> str:
    """Documents in CoNLL-U, with marks of documents and paragraphs."""
    lines = []
    for name, sentences in documents.items():
        for index, sentence in enumerate(sentences):
            if index % PARAGRAPH == 0:
                lines.append((f"# newdoc id = {name}\n" if index == 0 else "") + "# newpar")
            lines.append(sentence + "\n")
    return "\n".join(lines) + "\n"


def stanza(folder: Path, module: str, *arguments: str) -> None:
    """Run one of Stanza's tools inside a folder, so that the models remember no path of this machine."""
    paths = {"UDBASE": "base", "DATA_ROOT": "data", "STANZA_RESOURCES_DIR": ".", "OMP_NUM_THREADS": "1"}
    with (folder / "log.txt").open("a") as log:
        command = [sys.executable, "-m", f"stanza.{module}", *arguments]
        subprocess.run(command, cwd=folder, env=os.environ | paths, stdout=log, stderr=log, check=True)


def train_tokenizer(folder: Path, steps: int) -> None:
    """Tokens, sentences and which tokens are several words."""
    amount = ("--steps", str(steps), "--eval_steps", str(steps + 1))
    place = save_arguments(folder, "tokenize")
    stanza(folder, "utils.training.run_tokenizer", TREEBANK, "--no_charlm", "--cpu", "--force", *place, *amount)


def train_expander(folder: Path) -> None:
    """The words of such tokens."""
    stanza(folder, "utils.training.run_mwt", TREEBANK, "--cpu", "--force", *save_arguments(folder, "mwt"))


def rewrite(source: Path, target: Path) -> None:
    """Write a model so that the same training gives the same bytes: without addresses in memory and the time of day."""
    state = torch.load(source, map_location="cpu", weights_only=True)
    if "dicts" in state:
        state["dicts"] = gzip.compress(gzip.decompress(state["dicts"]), mtime=0)
    torch.save(interned(state), target)


def interned(value: Any) -> Any:
    """The same value with equal strings as one object: how often a file repeats a string hangs on that."""
    if isinstance(value, str):
        return sys.intern(value)
    if isinstance(value, dict):
        return type(value)((interned(key), interned(one)) for key, one in value.items())
    return type(value)(map(interned, value)) if isinstance(value, list | tuple) else value


def save_arguments(folder: Path, processor: str) -> tuple[str, str, str, str]:
    """Where a tool is to write its model."""
    path = model_file(folder, processor).relative_to(folder)
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    return "--save_dir", str(path.parent), "--save_name", path.name


def train_lemmatizer(folder: Path, epochs: int) -> None:
    """A dictionary of the words seen, as they would also begin a sentence, and a model of letters for the rest, which
    sees each word of the text once.

    Stanza's own tool keeps the epoch that is best on a part kept out; without such a part it is these steps.
    """
    from stanza.models.common.doc import Document
    from stanza.models.common.utils import set_random_seed
    from stanza.models.lemma.data import DataLoader
    from stanza.models.lemma.trainer import Trainer
    from stanza.models.lemmatizer import parse_args
    from stanza.utils.conll import CoNLL

    torch.set_num_threads(1)
    arguments = parse_args(["--shorthand", SHORT, "--no_pos", "--cpu", *LESS_DROPOUT])
    set_random_seed(arguments["seed"])
    document = CoNLL.conll2doc(input_file=str(folder / f"data/lemma/{SHORT}.train.in.conllu"))
    words = [(word.text, word.lemma) for word in document.iter_words()]
    once = [
        {"id": number, "text": text, "lemma": lemma} for number, (text, lemma) in enumerate(sorted(set(words)), start=1)
    ]
    batches = DataLoader(Document([once]), arguments["batch_size"], arguments)
    arguments |= {"vocab_size": batches.vocab["char"].size, "pos_vocab_size": batches.vocab["pos"].size}
    trainer = Trainer(args=arguments, vocab=batches.vocab, device="cpu")
    trainer.train_dict([(text, "", lemma) for text, lemma in words])
    trainer.train_dict([(text.capitalize(), "", lemma) for text, lemma in words if text.islower()])
    for _ in range(epochs):
        random.shuffle(batches.data)
        for batch in batches:
            trainer.update(batch)
    trainer.save(str(model_file(folder, "lemma")))


def measure(folder: Path) -> dict[str, float]:
    """F1 in per cent from bare text on, by the scorer of Universal Dependencies."""
    from stanza.models.common.utils import ud_scores
    from stanza.utils.conll import CoNLL

    text = (folder / f"data/tokenize/{SHORT}.test.txt").read_text(encoding="utf-8")
    CoNLL.write_doc2conll(load(folder)(text), str(folder / "found.conllu"))
    gold = folder / "base" / TREEBANK / f"{SHORT}-ud-test.conllu"
    scores = ud_scores(str(gold), str(folder / "found.conllu"))
    return {name: 100 * scores[name].f1 for name in METRICS}


def report(figures: Sequence[dict[str, float]]) -> None:
    """Mean and spread over folds."""
    for name in METRICS:
        values = [fold[name] for fold in figures]
        print(f"{name:10} mean {mean(values):.2f}, standard deviation {pstdev(values):.2f}", end=", ")
        print(f"lowest {min(values):.2f}, {len(values)} folds")


if __name__ == "__main__":
    main()
