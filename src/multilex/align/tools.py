"""What alignment may use beside its own rules."""

from dataclasses import dataclass

from multilex.align.embedding import Embed
from multilex.engines import stanza


@dataclass(frozen=True, slots=True)
class Tools:
    """Which engine cuts sentences (see `multilex.segment.sentences`), which one finds dictionary forms (``stanza`` or
    none), and a user's own sentence embedding.
    """

    sentences: str = "rules"
    lemmas: str | None = None
    embed: Embed | None = None

    def lemmas_of(self, text: str, lang: str) -> dict[int, str]:
        """The dictionary forms of words, by where a word begins; empty where the engine does not know the language."""
        if self.lemmas is None or lang != stanza.LANGUAGE:
            return {}
        return {start: lemma for start, _, lemma in reversed(stanza.lemmas(text))}


NO_TOOLS = Tools()
