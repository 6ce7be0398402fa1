"""Legal acts and court cases named in a paper."""

from typing import Literal

from pydantic import Field

from multilex.record.base import Finding, Model
from multilex.vocabulary import ActLevel, ActResolution, ActStatus


class PinpointPart(Model):
    """One level of a pinpoint: ``article`` 24; the value of a range is ``5..7``."""

    unit: str
    value: str


class Pinpoint(Finding):
    """Places in an act, as printed: `paths` go from the outermost unit to the innermost, one per place."""

    paths: tuple[tuple[PinpointPart, ...], ...]


class Registration(Model):
    """Entry of an order into the state register: its number and ISO date, neither of them the act's own."""

    number: str
    date: str | None


class ActLink(Finding):
    """An address of the register printed with an act; `id` is the one in it, `status` compares it with the act's:
    ``agrees``, ``repaired`` (padding or the final underscore lost), ``conflicts``, None where no id is known.
    """

    id: str
    status: Literal["agrees", "repaired", "conflicts"] | None


class LegalMention(Finding):
    """A span that designates one legal act (or draft act), without its pinpoints.

    `act_type` is a name of ``packs/law/types.toml``, `jurisdiction` a country code or a union; `title`, `issuer`,
    `date` (ISO, in the printed precision) and `number` are what the mention says. `key` is
    ``jurisdiction/type/date/number``, as far as the paper itself gives it, by `resolution`; `candidates` are keys
    that would fit as well. `register_key` and `adilet_id` are what the catalogue or the register's rule says for
    it, `iri` its Akoma Ntoso name.
    """

    lang: str
    act_type: str
    jurisdiction: str | None
    issuer: str | None = None
    title: str | None = None
    date: str | None = None
    number: str | None = None
    registration: Registration | None = None
    pinpoints: tuple[Pinpoint, ...] = ()
    level: ActLevel
    resolution: ActResolution
    key: str | None
    candidates: tuple[str, ...] = ()
    register_key: str | None = None
    adilet_id: str | None = None
    iri: str | None = None
    link: ActLink | None = None


class LegalSource(Model):
    """An act that the paper cites, once, with all its `mentions` (indices into `Record.acts`).

    `id` is unique in the record (``act-1``, in order of first mention). `key` is the register's where known, else the
    paper's. Titles by language: `printed` as the paper first prints them, `titles` of the catalogue (those that all
    candidates bear); `links` are addresses in the register. `pinpoints` are all places cited, each once. `status`,
    `until` (the day from which it no longer is in force) and `successor` (a key) are the catalogue's. `resolution` says
    how the act is known; when ``unresolved``, `key` is but a name (or None) and `candidates` are what it may be.
    """

    id: str
    key: str | None
    act_type: str
    jurisdiction: str | None
    issuer: str | None = None
    date: str | None = None
    number: str | None = None
    registration: Registration | None = None
    printed: dict[str, str] = Field(default_factory=dict)
    titles: dict[str, str] = Field(default_factory=dict)
    adilet_id: str | None = None
    iri: str | None = None
    links: dict[str, str] = Field(default_factory=dict)
    status: ActStatus | None = None
    until: str | None = None
    successor: str | None = None
    pinpoints: tuple[tuple[PinpointPart, ...], ...] = ()
    resolution: ActResolution
    candidates: tuple[str, ...] = ()
    mentions: tuple[int, ...]


class CaseMention(Finding):
    """A court judgment named in the text; never an act."""

    title: str
    year: str | None = None
