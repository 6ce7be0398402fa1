"""Act figures: span and identity are judged apart; a mention at another place is missing here and extra there."""

from array import array
from typing import Any

from multilex.document import Block, Document
from multilex.evaluate.acts import acts
from multilex.record import Alignment, LegalMention, Record, SourceInfo, found
from multilex.source import Page, Source
from multilex.vocabulary import ActLevel, ActResolution, ArticleKind, BlockKind

TEXT = "Закон РК «О рекламе» принят, УК РК изменён."
LAW, CODE = (0, 20), (29, 34)
DOCUMENT = Document(
    Source("-", "text", "", (Page(1, TEXT, 0),)),
    TEXT,
    (Block(0, len(TEXT), BlockKind.PARAGRAPH, 1),),
    array("q", range(len(TEXT))),
)


def gold(span: tuple[int, int], key: str, **more: Any) -> dict[str, Any]:
    return {"start": span[0], "end": span[1], "text": TEXT[slice(*span)], "lang": "ru", "key": key, **more}


def mention(span: tuple[int, int], key: str | None) -> LegalMention:
    return found(
        LegalMention,
        DOCUMENT,
        *span,
        "test",
        lang="ru",
        act_type="law",
        jurisdiction="kz",
        level=ActLevel.SHORT,
        resolution=ActResolution.OWN_WORDS,
        key=key,
    )


def figures(wanted: list[dict[str, Any]], got: list[LegalMention]) -> dict[str, tuple[int, int, int]]:
    """Per figure: how many gold has, how many were found, how many are right."""
    record = Record(
        id="",
        multilex="",
        source=SourceInfo(file="", kind="text", sha256="", pages=None, index=0, count=1),
        kind=ArticleKind.ARTICLE,
        language="ru",
        span=(0, len(TEXT)),
        acts=tuple(got),
        alignment=Alignment(languages=(), roles=()),
    )
    counts: dict[str, tuple[int, int, int]] = {}
    for one in acts({"legal_mentions": wanted}, record, offsets=True):
        gold_, found_, right = counts.get(one.figure, (0, 0, 0))
        counts[one.figure] = (gold_ + (one.gold is not None), found_ + (one.found is not None), right + one.right)
    return counts


def test_the_same_mention_is_right_in_all_figures() -> None:
    assert figures([gold(LAW, "a")], [mention(LAW, "a")]) == {
        "act_spans_exact": (1, 1, 1),
        "act_spans_overlap": (1, 1, 1),
        "act_identity": (1, 1, 1),
    }


def test_a_shorter_span_overlaps_unless_gold_accepts_it() -> None:
    short = mention((0, 8), "a")
    assert figures([gold(LAW, "a")], [short])["act_spans_exact"] == (1, 1, 0)
    assert figures([gold(LAW, "a")], [short])["act_spans_overlap"] == (1, 1, 1)
    accepted = gold(LAW, "a", alt_spans=[gold((0, 8), "a")])
    assert figures([accepted], [short])["act_spans_exact"] == (1, 1, 1)


def test_a_wrong_key_is_wrong_and_an_unresolved_one_missing() -> None:
    assert figures([gold(LAW, "a")], [mention(LAW, "b")])["act_identity"] == (1, 1, 0)
    assert figures([gold(LAW, "a")], [mention(LAW, None)])["act_identity"] == (1, 0, 0)


def test_ambiguous_mentions_have_no_identity_to_judge() -> None:
    assert "act_identity" not in figures([gold(LAW, "a", ambiguous=["b"])], [mention(LAW, "b")])


def test_an_act_at_another_place_is_missing_and_extra() -> None:
    assert figures([gold(LAW, "a")], [mention(CODE, "a")])["act_spans_overlap"] == (1, 1, 0)
