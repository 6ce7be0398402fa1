"""Section figures: headings with their roles, the role of each character of the body, languages."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from multilex.evaluate.normal import letters, normal, shown
from multilex.evaluate.outcome import Outcome, compare
from multilex.evaluate.pairing import Gold, by_place, by_text, source_start
from multilex.record import Block, Record, Section, Text
from multilex.vocabulary import ListKind, SectionRole

_BACK_MATTER = {
    SectionRole.REFERENCES,
    SectionRole.REFERENCES_ORIGINAL,
    SectionRole.REFERENCES_ROMANIZED,
    SectionRole.AUTHOR_INFO,
}
_LIST_ROLE = {
    ListKind.ORIGINAL: SectionRole.REFERENCES_ORIGINAL,
    ListKind.ROMANIZED: SectionRole.REFERENCES_ROMANIZED,
    ListKind.UNKNOWN: SectionRole.REFERENCES,
}


def headings(gold: Gold, record: Record, *, offsets: bool, complete: bool) -> Iterator[Outcome]:
    """`section_headings`: heading and role equal, and on text the start within 20 characters.

    Where the gold is not `complete` it leaves out subheadings and headings without a canonical role; found
    ones that answer none of its headings are then no fault.
    """
    if "sections" not in gold:
        return
    wanted = [_heading(section) for section in gold["sections"]]
    wanted_keys = [normal(entry["text"]) for entry in wanted]
    found = [
        (heading, role)
        for heading, role, level in _headings(record)
        if complete or (level == 1 and role is not SectionRole.OTHER) or normal(heading.value) in wanted_keys
    ]
    if offsets:
        pairs = by_place(wanted, found, lambda one: one[0])
    else:
        pairs = by_text(wanted, found, wanted_keys, [normal(one.value) for one, _ in found])
    for entry, finding in pairs:
        left = f"{normal(entry['text'])} [{entry['type']}]" if entry else None
        right = f"{normal(finding[0].value)} [{finding[1]}]" if finding else None
        label = entry["type"] if entry else finding[1] if finding else None
        outcome = compare("section_headings", (label,), left, right, at=entry["start"] if entry else None)
        if outcome.right and offsets and entry and finding:
            start = source_start(finding[0])
            if abs(start - entry["start"]) > 20:
                outcome = replace(outcome, found=f"{right} at {start}", right=False)
        yield outcome


def _heading(section: Gold) -> Gold:
    heading = section["heading"]
    if isinstance(heading, str):
        return {**section, "text": heading}
    return {**heading, "type": section["type"]}


def _headings(record: Record) -> list[tuple[Text, SectionRole, int]]:
    """Headings of the sections with role and level, and of those reference lists that are no section."""
    found = {one.heading.span: (one.heading, one.role, one.level) for one in record.sections if one.heading}
    for listing in record.references:
        if listing.heading and listing.heading.span not in found:
            found[listing.heading.span] = (listing.heading, _LIST_ROLE[listing.kind], 1)
    return [found[span] for span in sorted(found)]


def body_roles(gold: Gold, record: Record, blocks: Mapping[str, Gold], text: str | None) -> Iterator[Outcome]:
    """`body_roles`: the non-blank characters of the body, by the role of the section they stand in.

    With `text`, the text file, character by character; without, paragraph by paragraph of the gold's
    `blocks`: a paragraph is right when a section of its role holds its letters in one run.
    """
    if text is None:
        yield from _body_by_value(gold, record, blocks)
        return
    roles = _roles(record)
    for role, start, end in _body(gold, blocks, len(text)):
        inside = Counter(roles.get(offset) for offset in range(start, end) if not text[offset].isspace())
        for found, weight in inside.items():
            value = (role if role in found else "/".join(found)) if found else None
            yield Outcome("body_roles", (role,), role, value, role == value, role == value, start, weight)


def _body(gold: Gold, blocks: Mapping[str, Gold], length: int) -> Iterator[tuple[str, int, int]]:
    """Role and source span of each stretch of body text."""
    sections = gold.get("sections", ())
    for index, section in enumerate(sections):
        if section["type"] in _BACK_MATTER:
            continue
        if "body_blocks" in section:
            for name in section["body_blocks"]:
                yield section["type"], blocks[name]["start"], blocks[name]["end"]
        else:
            end = sections[index + 1]["start"] if index + 1 < len(sections) else length
            yield section["type"], section["end"], end


def _roles(record: Record) -> dict[int, tuple[str, ...]]:
    """Source offset → roles of the section that holds the character and of those that hold the section."""
    roles: dict[int, tuple[str, ...]] = {}
    for section in record.sections:
        held = _with_parents(record, section)
        for index in section.blocks:
            for place in record.blocks[index].places:
                roles.update(dict.fromkeys(range(place.start, place.end), held))
    return roles


def _with_parents(record: Record, section: Section) -> tuple[str, ...]:
    held = [section.role.value]
    while section.parent is not None:
        section = record.sections[section.parent]
        held.append(section.role.value)
    return tuple(held)


def _body_by_value(gold: Gold, record: Record, blocks: Mapping[str, Gold]) -> Iterator[Outcome]:
    held = [
        (role, "".join(letters(record.blocks[index].text) for index in section.blocks))
        for section in record.sections
        for role in _with_parents(record, section)
    ]
    for section in gold.get("sections", ()):
        if section["type"] in _BACK_MATTER:
            continue
        for name in section.get("body_blocks", ()):
            paragraph = letters(blocks[name]["text"])
            found = [role for role, text in held if paragraph in text]
            right = section["type"] in found
            value = section["type"] if right else shown(found) or None
            yield Outcome(
                "body_roles",
                (section["type"],),
                section["type"],
                value,
                right,
                right,
                blocks[name]["start"],
                len(paragraph),
            )


def languages(blocks: Iterable[Gold], record: Record, *, offsets: bool) -> Iterator[Outcome]:
    """`language`: the language of each block of the gold, against all that it accepts (`lang_ok`)."""
    wanted = list(blocks)
    runs = [] if offsets else [(_words(block.text), block) for block in record.blocks]
    for entry in wanted:
        accepted = {entry["lang"], *entry.get("lang_ok", ())}
        tags = _tags_at(entry, record.blocks) if offsets else _tags_of(_words(entry["text"]), runs)
        main = max(tags, key=lambda tag: tags[tag], default=None)
        if len(tags) > 1 and "mixed" in accepted:
            main = "mul"
        right = bool(main and _accepted(main) & accepted)
        label = str(entry["lang"])
        yield Outcome("language", (label,), "/".join(sorted(accepted)), main, right, right, entry["start"])


def _tags_at(entry: Gold, blocks: Iterable[Block]) -> dict[str, int]:
    """Language tags of the blocks over a source span, with the characters that each covers."""
    tags: Counter[str] = Counter()
    for block in blocks:
        for place in block.places:
            shared = min(entry["end"], place.end) - max(entry["start"], place.start)
            if shared > 0:
                tags[block.lang] += shared
    return tags


def _tags_of(wanted: str, runs: list[tuple[str, Block]]) -> dict[str, int]:
    """Language tags of the blocks that hold a text, or else that lie in it."""
    holding = Counter(block.lang for run, block in runs if wanted and wanted in run)
    within: Counter[str] = Counter()
    for run, lang in {run: block.lang for run, block in runs if run in wanted}.items():
        within[lang] += len(run)
    return holding or within


def _words(text: str) -> str:
    """Letters only (digits may be marks, raised or not), and all characters of a text that has no letters."""
    return "".join(filter(str.isalpha, letters(text))) or letters(text)


def _accepted(tag: str) -> set[str]:
    """The gold's names for a language tag: romanised text is ``other``, a mixture ``mixed``."""
    if tag.endswith("-Latn"):
        return {tag, "other"}
    return {tag, {"und": "other", "mul": "mixed"}.get(tag, tag)}
