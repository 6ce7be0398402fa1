"""The language of a text: cheap evidence of single words first, the detector for what it leaves open."""

from collections.abc import Iterator, Mapping, Sequence, Set
from functools import cache, lru_cache
from math import log
from operator import add

import regex

from multilex.article import Language
from multilex.document import Document
from multilex.engines.detector import detector
from multilex.engines.langdetect import profiles
from multilex.segment.language_evidence import Hint, evidence, pack
from multilex.segment.language_words import IDEOGRAPHS, Form, main_script, telling_forms

UNDETERMINED = "und"

_ENOUGH, _ENOUGH_WORDS = 6000, 30  # characters and words that decide about a text of any length
_TOLD_SHARE, _TOLD_MAJORITY = 0.3, 0.85  # of words that tell, and of agreement among them, to decide at once
_BATCH, _CERTAIN = 4, 10.0  # words scored at a time; lead in nats after which the rest cannot matter
_STRANGE_SHARE = 0.2  # of words with letters that the language lacks
_LONGEST_MIXTURE = 100_000  # characters; a longer stretch is no paragraph
_PRIOR_FLOOR = 0.002  # share of belief that a prior leaves to the languages it does not name

_OPENING = "[("
_CUT = regex.compile(r"(?=[\[(«“])|(?<=[\])»”])|\n|//\s|(?<=\p{Ll}{3}[.!?]\s{1,3})(?=\p{Lu})")
_ASIDE = regex.compile(r"\[[^\[\]]{1,300}\]")  # a translation, a note on the medium or the language of a reference
_BRACKETED = regex.compile(r"\[[^\[\]]{1,300}\]|\([^()]{1,300}\)")
_TOKEN = regex.compile(r"\S+")
_INITIAL = regex.compile(r"(?<!\p{L})\p{Lu}\p{Ll}?\.")


def identify(text: str, *, prior: Mapping[str, float] | None = None) -> str:
    """The BCP 47 tag of the language that most of a text is in; ``und`` when nothing tells.

    `prior` says what the place in the document makes likely, as weights by tag; it decides what the text
    leaves open (``капитал`` is Kazakh and Russian, a line of names is anything) and gives way to clear
    evidence.

    >>> identify("Нарықтық экономика жағдайында"), identify("В условиях рыночной экономики")
    ('kk', 'ru')
    >>> identify("Problemy mezhdunarodnoj integracii"), identify("Ötiniş berilgen kün"), identify("УДК 341.2")
    ('ru-Latn', 'kk-Latn', 'und')
    >>> identify("А.Ш. Хамзин"), identify("А.Ш. Хамзин", prior={"kk": 1})
    ('und', 'kk')
    """
    text = text[:_ENOUGH]
    ordinary = _ASIDE.sub(" ", text) if "[" in text else text
    forms = telling_forms(ordinary, _ENOUGH_WORDS) or telling_forms(text, _ENOUGH_WORDS)
    script = main_script(forms)
    if script not in ("Cyrl", "Latn"):
        return _elsewhere([form for form in forms if form.script == script])
    forms = [form for form in forms if form.script == script]
    words = [word for form in forms for word in form.words]
    hints = [_hint(script, word) for word in words]
    told = _told(hints)
    if told:
        return told
    if _only_names(text, forms) and not any(tags for tags, _ in hints):
        return _expected(script, prior)
    shouted = text.isupper()
    names = {word for form in forms[1:] if form.capital for word in form.words} if not shouted else frozenset[str]()
    best = _best(words, names, script, prior)
    return UNDETERMINED if _is_stranger(hints, best) else best


def _elsewhere(forms: Sequence[Form]) -> str:
    """The language of words in another script; signs of a formula have none."""
    text = " ".join(word for form in forms for word in form.words)
    if any(form.letters > 2 for form in forms) or IDEOGRAPHS.search(text):
        every = tuple(tag for _, tags in _other_scripts() for tag in tags)
        for letters, tags in _other_scripts():
            if 2 * len(letters.findall(text)) > len(text.replace(" ", "")):
                return tags.get(profiles(every).likeliest(text, tuple(tags)) or "", UNDETERMINED)
    return UNDETERMINED


def languages_of(document: Document, start: int, end: int, prior: Mapping[str, float] | None = None) -> Language:
    """The language of a stretch of a document; ``mul`` with its parts where it changes from one to another.

    Parts are told apart by script, brackets, lines, sentences and the ``//`` of references: an English
    reference with ``[Электронный ресурс]`` behind it is ``mul``; a sentence that uses a foreign word or
    abbreviation is not.
    """
    text = document.text[start:end]
    main = identify(_BRACKETED.sub(" ", text), prior=prior)
    if main == UNDETERMINED:
        main = identify(text, prior=prior)
    if main == UNDETERMINED or len(text) > _LONGEST_MIXTURE:
        return Language(main)
    merged: list[tuple[int, int, str]] = []
    for begin, finish, tag in _stretches(text, main):
        if merged and merged[-1][2] == tag:
            begin = merged.pop()[0]
        merged.append((begin, finish, tag))
    if len(merged) == 1:
        return Language(main)
    ends = [begin + len(text[begin:finish].rstrip()) for begin, finish, _ in merged]
    parts = ((start + begin, start + end, tag) for (begin, _, tag), end in zip(merged, ends, strict=True))
    return Language("mul", tuple(parts))


def _stretches(text: str, main: str) -> Iterator[tuple[int, int, str]]:
    """The text cut where its language may change, each piece with its tag: `main` where no other is sure."""
    total = sum(form.letters for form in telling_forms(text))
    home = main_script(telling_forms(text))
    cuts = _cuts(text)
    for begin, finish in zip(cuts, [*cuts[1:], len(text)], strict=True):
        forms = [form for form in telling_forms(text[begin:finish]) if form.letters > 1]
        share = sum(form.letters for form in forms) / max(total, 1)
        if _is_set_apart(text, begin):
            enough = len(forms) >= 2 and (share >= 0.1 or len(forms) >= 8)
        else:
            enough = len(forms) >= (3 if main_script(forms) != home else 5) and share >= 0.2
        tag = identify(text[begin:finish], prior={main: 1}) if enough else main
        yield begin, finish, main if tag == UNDETERMINED else tag


def _cuts(text: str) -> list[int]:
    """Offsets where a new stretch begins: at brackets, lines, sentences, ``//`` and changes of script."""
    cuts = {0, *(match.end() for match in _CUT.finditer(text))} - {len(text)}
    script: str | None = None
    for token in _TOKEN.finditer(text):
        here = main_script([form for form in telling_forms(token[0]) if form.letters > 1])
        if here and script and here != script:
            cuts.add(token.start())
        script = here or script
    return sorted(cuts)


def _is_set_apart(text: str, begin: int) -> bool:
    """Whether a stretch stands in brackets, on a line of its own, or behind the ``//`` of a reference."""
    return text[begin] in _OPENING or text[max(0, begin - 3) : begin].endswith(("\n", "// "))


def _told(hints: Sequence[Hint]) -> str | None:
    """The language that enough words tell of."""
    telling = [tags for tags, _ in hints if tags]
    enough = min(2, len(hints))
    if len(telling) < enough or len(telling) < _TOLD_SHARE * len(hints):
        return None
    votes: dict[str, int] = {}
    for tags in telling:
        for tag in tags:
            votes[tag] = votes.get(tag, 0) + 1
    for tag in [tag for tag in votes if sum([tag in excluded for _, excluded in hints]) > 1]:
        del votes[tag]
    best, second = [0, 0, *sorted(votes.values())][:-3:-1]
    if best < _TOLD_MAJORITY * len(telling) or best - second < max(enough, 0.4 * best):
        return None
    return max(votes, key=lambda tag: votes[tag])


def _only_names(text: str, forms: Sequence[Form]) -> bool:
    """Whether the words are only names with initials, a lone surname, acronyms or single letters."""
    longer = [form for form in forms if form.letters > 2]
    if not longer:
        return True
    if not all(form.capital or form.acronym for form in longer):
        return False
    initials = len(_INITIAL.findall(text))
    if initials and all(form.capital for form in longer) and len(longer) <= 2 * initials:
        return True
    if len(forms) > 1:
        return False
    only = longer[0]
    return (only.acronym and only.letters < 5) or (only.capital and only.words[-1].endswith(_name_endings()))


def _expected(script: str, prior: Mapping[str, float] | None) -> str:
    """The most expected language of a script, when the text itself is silent."""
    known = {tag: weight for tag, weight in (prior or {}).items() if tag in evidence(script).tags and weight > 0}
    return max(known, key=lambda tag: known[tag]) if known else UNDETERMINED


def _best(words: Sequence[str], names: Set[str], script: str, prior: Mapping[str, float] | None) -> str:
    """The likeliest language by its letters, the evidence of the words, and what was expected.

    Words that are likely `names` count half: they belong to any language.
    """
    factor = 1 + 2 / len(words)
    scores = [-cost * factor for cost in _costs(script)]
    tags = detector(script).tags
    top = max(prior.values(), default=0.0) if prior else 0.0
    if prior and top > 0:
        beliefs = [log(max(_PRIOR_FLOOR, prior.get(tag, 0.0) / top)) for tag in tags]
        scores = [score + belief for score, belief in zip(scores, beliefs, strict=True)]
    batches = -(-len(words) // _BATCH)
    for first in range(batches):
        for word in words[first::batches]:  # from all over the text
            nats = _nats(script, word)
            if word in names:
                nats = tuple([value / 2 for value in nats])
            scores = list(map(add, scores, nats))
        if first < batches - 1:
            second, best = sorted(scores)[-2:]
            if best - second > _CERTAIN:
                break
    return tags[scores.index(max(scores))]


def _is_stranger(hints: Sequence[Hint], tag: str) -> bool:
    """Whether too many words have letters that a language lacks: the text is in one that nobody here knows."""
    return sum(tag in excluded for _, excluded in hints) >= max(2, _STRANGE_SHARE * len(hints))


@lru_cache(maxsize=100_000)
def _hint(script: str, word: str) -> Hint:
    return evidence(script).hint(word)


@lru_cache(maxsize=100_000)
def _nats(script: str, word: str) -> tuple[float, ...]:
    """What a word says for each language of a script: by its letters, and as a known word."""
    model = detector(script)
    points = evidence(script).points(word)
    scores = model.scores(word)
    return (
        tuple([nats + points.get(tag, 0.0) for tag, nats in zip(model.tags, scores, strict=True)]) if points else scores
    )


@cache
def _costs(script: str) -> tuple[float, ...]:
    return tuple(evidence(script).costs[tag] for tag in detector(script).tags)


@cache
def _other_scripts() -> list[tuple[regex.Pattern[str], dict[str, str]]]:
    """Patterns of a letter of other scripts, each with the profiles and tags of their languages."""
    entries = pack()["elsewhere"]
    names = ["".join(rf"\p{{{script}}}" for script in entry["scripts"]) for entry in entries]
    return [(regex.compile(f"[{name}]"), entry["profiles"]) for name, entry in zip(names, entries, strict=True)]


@cache
def _name_endings() -> tuple[str, ...]:
    return tuple(pack()["name_endings"])
