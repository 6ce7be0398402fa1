"""What damage, carelessness and malice do to bytes."""

import io
import json
import re
import zipfile
import zlib
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

from lxml import etree

LARGEST = 1_000_000
"""Bytes beyond which a mutant is cut: size is another test's matter (tests/test_bad_input.py)."""

_NUMBERS = re.compile(rb"[0-9]+")
_EXTREMES = (
    b"0", b"-1", b"1", b"255", b"256", b"32768", b"65536", b"2147483647", b"2147483648", b"-2147483649",
    b"4294967296", b"18446744073709551616", b"1e308", b"-1e-308", b"NaN", b"9" * 400, b"0.0000000001",
)  # fmt: skip
_STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)

TOKENS: dict[str, Sequence[bytes]] = {
    "txt": (
        b"\0", b"\xff", b"\xef\xbb\xbf", b"\xe2\x80\xae", b"\xcc\x81" * 50, b"\f", b"\r", b"\xc2\xad", b"\xed\xa0\x80",
        b"\n\n", b"[1]", b"[1-99999999]", "\u0423\u0414\u041a ".encode(), b"DOI: 10.", b"**", b"# ", b"^1^", b"| a |",
        b"1. 1. 1. ", b"(" * 500, b"https://" + b"a." * 500, b"@", "\u00b9\u00b2\u00b3".encode(), b"\xf0\x9d\x9f\x98",
        b"32.13.20" * 99, "\u2116 99999-XIX".encode(), b"ISSN 0000-0000", b"\x1b[2J", b"\xe2\x80\xa8", b"ABCDE " * 99,
    ),
    "pdf": (
        b"/Kids[1 0 R]", b"/Parent 1 0 R", b"<<" * 200, b"[" * 500, b"endobj", b"stream\n", b"/Length -1", b"%%EOF",
        b"/Rotate 45", b"/MediaBox[0 0 0 0]", b"/MediaBox[NaN 1 2 3]",
        b"/OpenAction<</S/JavaScript/JS(app.alert(1))>>",
        b"/Encrypt 1 0 R", b"/Filter[/FlateDecode/FlateDecode]", b"startxref\n0", b"/Count 99999999", b"0 Tf",
        b"Tj ET BT",
        b"1 0 0 1e30 0 0 cm", b"q " * 200, b"0 0 0 0 0 0 Tm", b"/ToUnicode null", b"(\\377\\000) Tj", b"-1000000 0 Td",
    ),
    "docx": (
        b"<w:p>", b"</w:p>", b"<w:tbl><w:tr><w:tc>", b"</w:tbl>", b'w:val="-1"', b'w:id="99999999999999999999"',
        b"&amp;", b"&x;", b"<!DOCTYPE x [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>", b"<w:sdt><w:sdtContent>", b"]]>",
        b'<w:footnoteReference w:id="2"/>', b'<w:sym w:char="zzzz"/>', b'<w:numId w:val="1e9"/>', b'w:ilvl w:val="99"',
        b"<w:txbxContent>", b"<w:del>", b"<m:t>x</m:t>", b"\0", b"<w:br/>" * 500, b'Target="../../../../etc/passwd"',
        b'TargetMode="External"', b"encoding='utf-7'", b"<w:t xml:space='preserve'> </w:t>",
    ),
    "html": (
        b"<p>", b"</p>", b"<table>", b"<tr><td>", b"</table>", b"<sup>", b"<div>" * 400, b"<!--", b"-->", b"<script>",
        b"&#xD800;", b"&#0;", b"&#99999999999;", b"<meta charset=utf-16>", b"<meta charset=rot13>", b"<h1>", b"\0",
        b"<a id=fn1>", b"<br>" * 500, b"<![CDATA[", b"<?xml version='1.0' encoding='utf-32'?>", b"<svg><style>",
        b"<pre>",
    ),
    "jsonl": (
        b"null", b"{}", b"[]", b'""', b"\\u0000", b"\\ud800", b"-1", b"1e999", b"true", b'"span":[5,1]',
        b"\\n", b"\\u202e", b'"value":null,', b"../../", b"<script>", b"&", b"]]>", b"\n",
        b'{"schema":"multilex.record/1"}',
    ),
}  # fmt: skip


def mutate(kind: str, data: bytes, other: bytes, rng: Random) -> bytes:
    """A damaged `data` of that kind; `other` is one more file of it. The same `rng` gives the same bytes."""
    inner = {"docx": _in_package, "pdf": _in_streams, "jsonl": _in_values}.get(kind)
    if inner and rng.random() < 0.75:
        return inner(kind, data, other, rng)
    return damage(kind, data, other, rng)


def damage(kind: str, data: bytes, other: bytes, rng: Random) -> bytes:
    """One to four mutations one after another."""
    for _ in range(rng.choice((1, 1, 2, 4))):
        data = rng.choice(_MUTATIONS)(kind, data, other, rng)[:LARGEST]
    return data


def _stretch(data: bytes, rng: Random, longest: int = 4000) -> tuple[int, int]:
    start = rng.randrange(len(data) + 1)
    return start, min(len(data), start + rng.randrange(1, longest))


def _flip(kind: str, data: bytes, other: bytes, rng: Random) -> bytes:
    out = bytearray(data)
    for _ in range(rng.choice((1, 5, 50, 500)) if out else 0):
        out[rng.randrange(len(out))] ^= 1 << rng.randrange(8)
    return bytes(out)


def _cut(kind: str, data: bytes, other: bytes, rng: Random) -> bytes:
    at = rng.randrange(len(data) + 1)
    return data[:at] if rng.random() < 0.8 else data[at:]


def _splice(kind: str, data: bytes, other: bytes, rng: Random) -> bytes:
    start, end = _stretch(other, rng, 20_000)
    at, to = _stretch(data, rng)
    return data[:at] + other[start:end] + data[to if rng.random() < 0.5 else at :]


def _delete(kind: str, data: bytes, other: bytes, rng: Random) -> bytes:
    start, end = _stretch(data, rng)
    return data[:start] + data[end:]


def _insert(kind: str, data: bytes, other: bytes, rng: Random) -> bytes:
    for _ in range(rng.choice((1, 3, 10))):
        at = rng.randrange(len(data) + 1)
        data = data[:at] + rng.choice(TOKENS[kind]) + data[at:]
    return data


def _repeat(kind: str, data: bytes, other: bytes, rng: Random) -> bytes:
    start, end = _stretch(data, rng, 300)
    return data[:end] + data[start:end] * rng.choice((1, 10, 200)) + data[end:]


def _swap(kind: str, data: bytes, other: bytes, rng: Random) -> bytes:
    """Two lines change places."""
    lines = data.split(b"\n")
    one, two = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[one], lines[two] = lines[two], lines[one]
    return b"\n".join(lines)


def _inflate(kind: str, data: bytes, other: bytes, rng: Random) -> bytes:
    """Some numbers become extreme ones."""
    share = rng.choice((0.001, 0.02, 0.3))
    return _NUMBERS.sub(lambda found: rng.choice(_EXTREMES) if rng.random() < share else found[0], data)


_MUTATIONS: tuple[Callable[[str, bytes, bytes, Random], bytes], ...] = (
    _flip, _cut, _splice, _delete, _insert, _insert, _repeat, _swap, _inflate,
)  # fmt: skip


def _in_package(kind: str, data: bytes, other: bytes, rng: Random) -> bytes:
    """A part of a zip container damaged, the container whole."""
    with zipfile.ZipFile(io.BytesIO(data)) as given, zipfile.ZipFile(io.BytesIO(other)) as second:
        parts = {name: given.read(name) for name in given.namelist()}
        texts = [name for name in parts if name.endswith((".xml", ".rels"))]
        victim = rng.choice((*texts, *["word/document.xml"] * len(texts)))
        stranger = second.read(victim) if victim in second.namelist() else parts[victim]
        parts[victim] = damage(kind, parts[victim], stranger, rng)
        if rng.random() < 0.7:
            parts[victim] = _well_formed(parts[victim])
    if rng.random() < 0.05:
        del parts[rng.choice(texts)]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, part in parts.items():
            made.writestr(name, part)
    return out.getvalue()


def _in_streams(kind: str, data: bytes, other: bytes, rng: Random) -> bytes:
    """A compressed stream of a PDF damaged before it is compressed; the table of the file no longer holds."""
    found = list(_STREAM.finditer(data))
    if not found:
        return damage(kind, data, other, rng)
    for one in sorted(rng.sample(found, min(len(found), rng.choice((1, 3)))), key=lambda it: -it.start()):
        try:
            content = zlib.decompress(one[1])
        except zlib.error:
            continue
        content = damage(kind, content, content, rng)
        data = data[: one.start(1)] + zlib.compress(content, 1) + data[one.end(1) :]
    return data


def _well_formed(part: bytes) -> bytes:
    """What can be made of broken XML, so that the damage goes further than its parser."""
    try:
        root = etree.fromstring(part, etree.XMLParser(recover=True, resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:  # nothing is left
        return part
    return part if root is None else etree.tostring(root)


_VALUES: tuple[Any, ...] = (
    None, "", " ", "\0", "\ud7ff\u202e", "]]>&<a>", "../../x", "1" * 400, 0, -1, 1 << 62, 1.5, True, [], {}, "und",
    "kk",
)  # fmt: skip


def _in_values(kind: str, data: bytes, other: bytes, rng: Random) -> bytes:
    """Some values of a record become others, of their own kind for the most part."""
    record = json.loads(rng.choice(data.splitlines()))
    for _ in range(rng.choice((1, 1, 3, 20))):
        place: Any = record
        while isinstance(place, dict | list) and place:
            key = rng.choice(list(place)) if isinstance(place, dict) else rng.randrange(len(place))
            inside = place[key]
            if not isinstance(inside, dict | list) or not inside or rng.random() < 0.1:
                alike = [value for value in _VALUES if type(value) is type(inside)]
                place[key] = rng.choice(alike if alike and rng.random() < 0.9 else _VALUES)
                if isinstance(inside, list) and rng.random() < 0.5:
                    place[key] = inside * rng.choice((2, 30)) if rng.random() < 0.5 else inside[::2]
                break
            place = inside
    return json.dumps(record, ensure_ascii=False).encode("utf-8", "replace")
