"""DOI, the Digital Object Identifier (ISO 26324): ``10.registrant/suffix``, with or without a resolver.

The canonical form has no resolver and keeps the printed case.
"""

from collections.abc import Iterator

import regex

from multilex.codes import Description, Match, Part
from multilex.codes._fold import latin, signs
from multilex.codes._labels import labels
from multilex.vocabulary import CodeStatus

RESOLVER = r"(?:https?:\s?//\s?)?(?:www\.)?(?:dx\.)?doi\.\s?org\s?/\s?"
PREFIX = r"10[.,]\s?(?P<registrant>[0-9]{4,9}(?:\.[0-9]{1,9}){0,4})\s?/\s?"
SIGN = r"[A-Za-z0-9._()/:\[\]%+~=-]"
CODE = regex.compile(
    rf"(?P<resolver>{RESOLVER})?(?<![0-9.]){PREFIX}(?P<suffix>(?:{SIGN}|<[0-9]{{1,6}}::[A-Z0-9-]{{1,12}}>|;2-){{1,200}})",
    regex.IGNORECASE,
)
BROKEN = regex.compile(r"10[.,][0-9]{4,9}[A-Za-z0-9._-]{1,60}")
CHUNK = regex.compile(rf"[A-Za-z0-9]{SIGN}{{0,80}}")
DATE = regex.compile(r"[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{2,4}|(?:19|20)[0-9]{2}")


def find(text: str) -> Iterator[Match]:
    r"""The DOIs of `text`; the span includes a resolver, not the label, and no closing punctuation.

    >>> [(m.value, m.rule) for m in find("DOI: https://doi.org/10.1000/abc-1. (10.1000/x(2)y)")]
    [('10.1000/abc-1', 'doi/resolver'), ('10.1000/x(2)y', 'doi/bare')]
    >>> [m.value for m in find("doi:10.1000/abc_74.[in Russian]")]
    ['10.1000/abc_74']
    >>> [m.value for m in find("doi.org/10.1000/2019-\n3/12-17")]
    ['10.1000/2019-3/12-17']
    """
    folded = latin(signs(text))
    near = {label.code: (label.start, label.end) for label in labels(text, "DOI")}
    done = 0
    for found in CODE.finditer(folded):
        if found.start() < done:
            continue
        end = _joined(folded, _trimmed(folded, found.start("suffix"), found.end()))
        if end <= found.start("suffix"):
            continue
        label = near.pop(found.start(), None) or near.pop(found.start("registrant") - 3, None)
        value = _canonical(folded[found.start() : end])
        status = CodeStatus.VALID if text[found.start() : end].endswith(value) else CodeStatus.REPAIRED
        rule = "doi/resolver" if found["resolver"] else "doi/label" if label else "doi/bare"
        yield Match(found.start(), end, value, status, label, rule)
        done = end
    for code, label in near.items():
        if code >= 0 and (broken := BROKEN.match(folded, code)) and not folded.startswith("/", broken.end()):
            value = broken[0].rstrip(".-_")
            yield Match(code, code + len(value), value, CodeStatus.MALFORMED, label, "doi/label")


def compact(text: str) -> str:
    """The DOI without label and resolver, look-alikes and blanks mended.

    >>> compact("DOI: http://dx.doi.org/10.1000/ аbc."), compact("nothing")
    ('10.1000/abc', 'nothing')
    """
    printed = latin(signs(text.strip()[:600]))
    found = CODE.search(printed)
    if found is None:
        return printed
    return _canonical(printed[found.start() : _joined(printed, _trimmed(printed, found.start("suffix"), found.end()))])


def is_valid(text: str) -> bool:
    """Whether there is a registrant and a suffix.

    >>> is_valid("https://doi.org/10.1000/182"), is_valid("10.1000")
    (True, False)
    """
    return describe(compact(text)).status is CodeStatus.VALID


def describe(value: str) -> Description:
    """The prefix and suffix of a canonical DOI.

    >>> [(part.kind, part.value) for part in describe("10.1000/182").parts]
    [('prefix', '10.1000'), ('suffix', '182')]
    """
    parts = regex.fullmatch(r"(10\.[0-9]{4,9}(?:\.[0-9]{1,9}){0,4})/(\S{1,400})", value)
    if parts is None:
        return Description(value, CodeStatus.MALFORMED)
    return Description(value, CodeStatus.VALID, (Part("prefix", parts[1]), Part("suffix", parts[2])))


def _canonical(printed: str) -> str:
    """Without resolver and blanks, with a point after 10."""
    bare = regex.sub(rf"^{RESOLVER}", "", printed, flags=regex.IGNORECASE)
    return regex.sub(r"\s+", "", bare).replace(",", ".", 1)


def _trimmed(text: str, start: int, end: int) -> int:
    """The end without closing punctuation, unbalanced brackets and a glued address."""
    glued = regex.search(r"https?:|www\.", text[start:end], regex.IGNORECASE)
    end = start + glued.start() if glued else end
    if text.count("[", start, end) > text.count("]", start, end):
        end = text.rindex("[", start, end)  # «[in Russian]» glued to the code
    while end > start:
        last, suffix = text[end - 1], text[start:end]
        unbalanced = (last == ")" and suffix.count("(") < suffix.count(")")) or (
            last == "]" and suffix.count("[") < suffix.count("]")
        )
        if last in ":=+~%" or unbalanced or (last == "." and not _open(text, start, end)):
            end -= 1
        else:
            break
    return end


def _joined(text: str, end: int) -> int:
    """The end after the continuation on the next line, where the first part cannot be whole."""
    gap = regex.match(r"\s{1,2}", text[end : end + 2])
    chunk = CHUNK.match(text, end + gap.end()) if gap else None
    if gap is None or chunk is None or DATE.fullmatch(chunk[0].rstrip(".,;:")):
        return end
    printed = chunk[0]
    has_figure = any(sign.isdigit() for sign in printed)
    if text[end - 1] in "/-_." and has_figure and not printed.lower().startswith(("http", "www", "10.")):
        return _trimmed(text, chunk.start(), chunk.end())
    return end


def _open(text: str, start: int, end: int) -> bool:
    """Whether a suffix that ends in a point goes on: without a figure so far, or a number on a new line."""
    suffix = text[start:end]
    ahead = regex.match(r"[ ]?\n?[0-9]{1,4}[-/][0-9]{1,5}(?![0-9/.-]\d)", text[end : end + 14])
    no_figure = not any(sign.isdigit() for sign in suffix) and regex.match(r"\s{1,2}[0-9]", text[end : end + 3])
    return bool(no_figure or (ahead and "\n" in ahead[0]))
