"""Word files for tests, written part by part: what Word writes and no library of ours has touched."""

import io
import zipfile

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = ("styles", "numbering", "footnotes", "endnotes", "header1")


def p(*runs: str, style: str = "", properties: str = "") -> str:
    """A paragraph; runs that are no XML are text."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    inner = "".join(run if run.startswith("<") else r(run) for run in runs)
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{inner}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def note(ident: int, kind: str = "footnote") -> str:
    """A reference to a note."""
    return f'<w:r><w:{kind}Reference w:id="{ident}"/></w:r>'


def notes(*paragraphs: str, kind: str = "footnote") -> str:
    """The part of the notes, which begins with the two separators that Word puts there; ids from 2."""
    separators = "".join(f'<w:{kind} w:id="{at}" w:type="separator"><w:p/></w:{kind}>' for at in (0, 1))
    own = "".join(f'<w:{kind} w:id="{at}">{one}</w:{kind}>' for at, one in enumerate(paragraphs, 2))
    return f"{separators}{own}"


def table(*rows: tuple[str, ...]) -> str:
    """A table."""
    cells = ("".join(f"<w:tc>{p(cell)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def word(body: str, **parts: str) -> bytes:
    """A DOCX with this body and these parts (the content of each, without its root)."""
    roots = {
        "styles": "styles",
        "numbering": "numbering",
        "footnotes": "footnotes",
        "endnotes": "endnotes",
        "header1": "hdr",
    }
    files = {
        f"word/{name}.xml": f"<w:{roots[name]} {_W}>{content}</w:{roots[name]}>" for name, content in parts.items()
    }
    files.setdefault("word/styles.xml", f"<w:styles {_W}/>")
    files["word/document.xml"] = (
        f'<w:document {_W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<w:body>{body}<w:sectPr/></w:body></w:document>"
    )
    kinds = {f"word/{name}.xml": "header" if name == "header1" else name for name in _PARTS}
    overrides = "".join(
        f'<Override PartName="/{path}" ContentType="{_MAIN}.{kinds.get(path, "document.main")}+xml"/>' for path in files
    )
    files["[Content_Types].xml"] = (
        f'<Types xmlns="{_TYPES}"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}</Types>'
    )
    files["_rels/.rels"] = (
        f'<Relationships xmlns="{_RELS}"><Relationship Id="r1" Type="{_OFFICE}/officeDocument" '
        f'Target="word/document.xml"/></Relationships>'
    )
    links = "".join(
        f'<Relationship Id="r{number}" Type="{_OFFICE}/{kinds[path]}" Target="{path.removeprefix("word/")}"/>'
        for number, path in enumerate((one for one in files if one in kinds), 1)
    )
    files["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{_RELS}">{links}</Relationships>'
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as container:
        for path, content in files.items():
            container.writestr(path, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{content}')
    return data.getvalue()
