"""Kazakh for spaCy: ``spacy.blank("kk")``.

spaCy ships no Kazakh. The entry point ``spacy_languages`` of this package registers it, so no import of
multilex is needed. The data stands in ``packs/tokens_kk.toml``; the rules of stops and hyphens in `punctuation`.
"""

from spacy.attrs import LIKE_NUM
from spacy.language import BaseDefaults, Language

from multilex.engines.spacy_kk.abbreviations import exceptions
from multilex.engines.spacy_kk.numbers import like_num
from multilex.engines.spacy_kk.punctuation import infixes, prefixes, suffixes, token_match
from multilex.packs import table


def _stop_words() -> set[str]:
    return set(" ".join(table("tokens_kk")["stop_words"].values()).split())


class KazakhDefaults(BaseDefaults):
    """The tokeniser's rules, stop words and number words of Kazakh."""

    tokenizer_exceptions = exceptions()
    prefixes = prefixes()
    suffixes = suffixes()
    infixes = infixes()
    token_match = token_match()
    stop_words = _stop_words()
    lex_attr_getters = {LIKE_NUM: like_num}  # noqa: RUF012  # spaCy's own type


class Kazakh(Language):  # type: ignore[no-untyped-call]  # spaCy's hook for subclasses has no types
    """spaCy's language ``kk``, in Cyrillic.

    >>> import spacy
    >>> [token.text for token in spacy.blank("kk")("Көші-қон туралы 477-IV Заңның 23-бабы, т.б.")]
    ['Көші-қон', 'туралы', '477-IV', 'Заңның', '23-бабы', ',', 'т.б.']
    """

    lang = "kk"
    Defaults = KazakhDefaults


__all__ = ["Kazakh"]
