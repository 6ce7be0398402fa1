"""The abbreviations and first words that sentence splitting knows, for a language tag."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from multilex import packs
from multilex.packs.romanisation import schemes

KINDS = ("leading", "numbered", "after_number", "years", "closing", "uncertain")


@dataclass(frozen=True, slots=True)
class Words:
    """Abbreviations by kind (see ``packs/languages/ru.toml``), and the words a sentence may begin with.

    `openers` begin sentences when capitalised, `small` even when not; a writer
    whose words are `careless` does without capitals; after `fronting` a date leads on.
    `longest` is the number of characters of the longest abbreviation.
    """

    kinds: Mapping[str, frozenset[str]]
    openers: frozenset[str]
    fronting: frozenset[str]
    small: frozenset[str]
    careless: frozenset[str]

    def kinds_of(self, abbreviation: str) -> frozenset[str]:
        """What may follow an abbreviation, written small, without blanks and without its last full stop.

        >>> sorted(words("ru").kinds_of("т.д"))
        ['closing']
        """
        return self.kinds.get(abbreviation, frozenset())


@cache
def words(tag: str) -> Words:
    """The words for a BCP 47 tag: its language's own first, then those of the others, as papers quote each other's.

    A romanised tag (``kk-Latn``) has its language's abbreviations in every romanisation. A tag without a
    pack has those of all packs.
    """
    primary, *subtags = tag.lower().replace("_", "-").split("-")
    tables = {name: _table(pack) for name, pack in packs.languages().items()}
    order = sorted(tables, key=lambda name: name != primary)
    ranked = [tables[name] for name in order]
    if "latn" in subtags or primary not in tables:
        romanised = order[:1] if primary in tables else [name for name in order if _is_romanised(name)]
        ranked[:0] = [_romanise(tables[name], name) for name in romanised if _is_romanised(name)]
    kinds: dict[str, frozenset[str]] = {}
    for table in ranked:
        found: dict[str, set[str]] = {}
        for kind in KINDS:
            for word in table.get(kind, ()):
                found.setdefault(word.replace(" ", ""), set()).add(kind)
        for word in table.get("months", ()):
            found.setdefault(word, set()).add("numbered")
        kinds = {word: frozenset(some) for word, some in found.items()} | kinds
    own = [tables.get(primary, {})]
    return Words(
        kinds,
        _union(ranked, "openers"),
        _union(ranked, "fronting"),
        _union(own, "small"),
        _union(own, "careless"),
    )


def _table(pack: packs.LanguagePack) -> dict[str, list[str]]:
    forms = [form for month in pack.data.get("months", {}).values() for form in month]
    short = [form for form in forms if any(other != form and other.startswith(form) for other in forms)]
    return {**pack.data.get("sentences", {}), "months": short}


def _is_romanised(language: str) -> bool:
    return any(name.startswith(language + "-") for name in schemes())


def _romanise(table: Mapping[str, list[str]], language: str) -> dict[str, list[str]]:
    letters = [scheme for name, scheme in schemes().items() if name.startswith(language + "-")]
    return {
        kind: sorted({word.translate(scheme) for word in forms for scheme in letters}) for kind, forms in table.items()
    }


def _union(tables: Iterable[Mapping[str, list[str]]], kind: str) -> frozenset[str]:
    return frozenset(word for table in tables for word in table.get(kind, ()))
