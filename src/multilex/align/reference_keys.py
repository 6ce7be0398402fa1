"""What two printings of one reference share, whatever the script: sounds of words, numbers, identifiers."""

from dataclasses import dataclass

import regex

from multilex.packs.sounds import sounds
from multilex.record import Reference

_WORD = regex.compile(r"[\p{L}\p{M}'’ʹ`#]{2,60}")
_FIGURES = regex.compile(r"[0-9]{1,9}")
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Keys:
    """`words` are the sound keys of the names and title, `all_words` of the whole item; `figures` its numbers."""

    words: frozenset[str]
    all_words: frozenset[str]
    families: tuple[str, ...]
    figures: frozenset[str]
    year: str | None
    doi: str | None
    url: str | None


def keys_of(item: Reference) -> Keys:
    """The keys of a reference."""
    fields = item.fields
    text = item.value or ""
    if fields is None:
        return Keys(frozenset(), _keys(text), (), frozenset(_FIGURES.findall(text)), None, None, None)
    values = {name: value.value for name, value in fields.values.items()}
    url, doi = values.get("URL"), values.get("DOI")
    bare = text.replace(url, " ") if url else text
    bare = bare.replace(doi, " ") if doi else bare
    names = [name.family or name.literal or "" for names in fields.names.values() for name in names]
    title = f"{values.get('title', '')} {values.get('container-title', '')}"
    return Keys(
        words=_keys(" ".join([*names, title])),
        all_words=_keys(bare),
        families=tuple(_sounds(name) for name in names),
        figures=frozenset(_FIGURES.findall(bare)),
        year=values.get("issued", "")[:4] or None,
        doi=doi.casefold() if doi else None,
        url=_address(url) if url else None,
    )


def _keys(text: str) -> frozenset[str]:
    return frozenset(key for word in _WORD.findall(text) if len(key := _sounds(word)) >= _SHORTEST)


def _address(url: str) -> str:
    return regex.sub(r"^https?://(?:www\.)?|[/.]+$", "", url.casefold())


def _sounds(word: str) -> str:
    return sounds(word.casefold())
