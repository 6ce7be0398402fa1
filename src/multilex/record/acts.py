"""Legal acts and court cases named in a paper."""

from typing import Literal

from multilex.record.base import Finding, Model
from multilex.vocabulary import ActLevel, ActResolution


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


class CaseMention(Finding):
    """A court judgment named in the text; never an act."""

    title: str
    year: str | None = None
