"""Notes on abstracts that say less in one language than in another."""

from collections.abc import Iterator, Sequence

from multilex.record import AlignedText, Note
from multilex.vocabulary import NoteCode, Severity


def shorter(texts: Sequence[AlignedText]) -> Iterator[Note]:
    """One note per language of an abstract that lacks sentences which another language has."""
    for text in texts:
        if text.role != "abstracts":
            continue
        for lang, sentences in text.sentences.items():
            lacking = sum(not row.cells[lang] for row in text.rows)
            if lacking:
                yield Note(
                    code=NoteCode.SHORTER_IN_LANGUAGE,
                    severity=Severity.WARNING if _sums_up(text, lang) else Severity.INFO,
                    message=_message(text, lang, lacking),
                    field=text.pointers[lang],
                    lang=lang,
                    span=(sentences[0].span[0], sentences[-1].span[1]),
                )


def _message(text: AlignedText, lang: str, lacking: int) -> str:
    if _sums_up(text, lang):
        return f"the abstract in {lang} only sums up what other languages say"
    return f"the abstract in {lang} lacks {lacking} sentence{'s' * (lacking > 1)} that another language has"


def _sums_up(text: AlignedText, lang: str) -> bool:
    """Whether the text in this language is the one of a pair that lacks more, where the pair is no translation.

    Letters decide only between equals: the same thing takes more of them in one language than in another.
    """

    def lacks(one: str) -> tuple[int, int]:
        letters = sum(len(sentence.text) for sentence in text.sentences[one])
        return sum(not row.cells[one] for row in text.rows), -letters

    return any(
        pair.relation == "summary" and lang in pair.languages and lang == max(pair.languages, key=lacks)
        for pair in text.pairs
    )
