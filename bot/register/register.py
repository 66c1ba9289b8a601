"""The official register of communities (КАТОТТГ), read once from the file that ships with the project.

The file is written by `bot.register.importer` from the ministry's workbook: the edition, the names of Crimea's
communities and settlements, and oblasts, raions, communities and settlements inside each other, sorted by code. The
register does not give a community's kind (міська, селищна, сільська): it is derived from the category of its first
settlement by code, and the few communities where that is wrong are listed in config.toml.
"""

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import NewType, Self, TypeAlias, TypedDict

from bot.register.spelling import ukrainian_key

SHIPPED = Path(__file__).with_name("register.json.gz")

OblastCode = NewType("OblastCode", str)
RaionCode = NewType("RaionCode", str)
CommunityCode = NewType("CommunityCode", str)
SettlementCode = NewType("SettlementCode", str)


class UnknownCode(LookupError):
    """No oblast, community or settlement of the register has this code."""


class SettlementCategory(StrEnum):
    """What a settlement is; the value is the register's letter (Latin)."""

    CITY = "M"
    SETTLEMENT = "X"
    VILLAGE = "C"


class CommunityKind(StrEnum):
    """What a community is called after: a city (міська), a settlement (селищна) or a village (сільська)."""

    CITY = "city"
    SETTLEMENT = "settlement"
    VILLAGE = "village"


_CATEGORIES = {category.value: category for category in SettlementCategory}
_KIND_BY_CENTRE = {
    SettlementCategory.CITY: CommunityKind.CITY,
    SettlementCategory.SETTLEMENT: CommunityKind.SETTLEMENT,
    SettlementCategory.VILLAGE: CommunityKind.VILLAGE,
}


@dataclass(frozen=True, slots=True)
class Oblast:
    code: OblastCode
    name: str  # «Запорізька»


@dataclass(frozen=True, slots=True)
class Raion:
    code: RaionCode
    name: str  # «Запорізький»


@dataclass(frozen=True, slots=True)
class Settlement:
    code: SettlementCode
    name: str
    category: SettlementCategory
    community_code: CommunityCode


@dataclass(frozen=True, slots=True)
class Community:
    code: CommunityCode
    name: str  # «Комишуваська»
    kind: CommunityKind
    raion: Raion
    oblast: Oblast
    settlements: tuple[Settlement, ...] = field(repr=False, compare=False)  # by code: the centre comes first


SettlementRow: TypeAlias = tuple[str, str, str]  # code, category, name
CommunityRow: TypeAlias = tuple[str, str, list[SettlementRow]]  # code, name, what it contains; so for the two below
RaionRow: TypeAlias = tuple[str, str, list[CommunityRow]]
OblastRow: TypeAlias = tuple[str, str, list[RaionRow]]


class RegisterFile(TypedDict):
    """What register.json.gz holds (JSON has lists where the rows are tuples)."""

    edition: str
    crimea: list[str]
    oblasts: list[OblastRow]


class Register:
    """The communities outside Crimea and their settlements: in memory, immutable."""

    def __init__(self, content: RegisterFile, kinds: Mapping[str, str]) -> None:
        self.edition = date.fromisoformat(content["edition"])
        self.crimea: tuple[str, ...] = tuple(content["crimea"])  # names only: the bot does not work there
        self._communities = {community.code: community for community in _communities(content["oblasts"], kinds)}
        self._oblasts = {community.oblast.code: community.oblast for community in self._communities.values()}
        self._settlements = {
            settlement.code: settlement
            for community in self._communities.values()
            for settlement in community.settlements
        }
        if unknown := kinds.keys() - self._communities.keys():
            raise UnknownCode(", ".join(sorted(unknown)))

    @classmethod
    def load(cls, path: Path | None = None, kinds: Mapping[str, str] | None = None) -> Self:
        """Read the register from `path`, else the one that ships with the project.

        `kinds` gives some communities (by code) another CommunityKind than their first settlement does. Raises
        UnknownCode for a code there that is no community's, ValueError for a value that is no CommunityKind.
        """
        content: RegisterFile = json.loads(gzip.decompress((path or SHIPPED).read_bytes()))
        return cls(content, kinds or {})

    @property
    def oblasts(self) -> tuple[Oblast, ...]:
        """All oblasts that have communities, by code."""
        return tuple(self._oblasts.values())

    @property
    def communities(self) -> tuple[Community, ...]:
        """All communities, by code."""
        return tuple(self._communities.values())

    @property
    def settlements(self) -> tuple[Settlement, ...]:
        """All settlements, by community."""
        return tuple(self._settlements.values())

    def community(self, code: str) -> Community:
        """The community with this code. Raises UnknownCode."""
        try:
            return self._communities[CommunityCode(code)]
        except KeyError:
            raise UnknownCode(code) from None

    def settlement(self, code: str) -> Settlement:
        """The settlement with this code. Raises UnknownCode."""
        try:
            return self._settlements[SettlementCode(code)]
        except KeyError:
            raise UnknownCode(code) from None

    def community_name(self, code: str) -> str:
        """The name of a community; of one that this edition does not have, the code itself."""
        known = self._communities.get(CommunityCode(code))
        return known.name if known is not None else code

    def has_community(self, code: str) -> bool:
        return code in self._communities

    def has_settlement(self, code: str) -> bool:
        return code in self._settlements

    def communities_of(self, oblast_code: str) -> list[Community]:
        """An oblast's communities in alphabetical order. Raises UnknownCode."""
        if oblast_code not in self._oblasts:
            raise UnknownCode(oblast_code)
        inside = [community for community in self._communities.values() if community.oblast.code == oblast_code]
        return sorted(inside, key=lambda community: ukrainian_key(community.name))


def _communities(rows: Iterable[OblastRow], kinds: Mapping[str, str]) -> Iterator[Community]:
    for oblast_code, oblast_name, raions in rows:
        oblast = Oblast(OblastCode(oblast_code), oblast_name)
        for raion_code, raion_name, communities in raions:
            raion = Raion(RaionCode(raion_code), raion_name)
            for row in communities:
                yield _community(row, raion, oblast, kinds)


def _community(row: CommunityRow, raion: Raion, oblast: Oblast, kinds: Mapping[str, str]) -> Community:
    code, name, settlement_rows = CommunityCode(row[0]), row[1], row[2]
    settlements = tuple(
        Settlement(SettlementCode(settlement_code), settlement_name, _CATEGORIES[category], code)
        for settlement_code, category, settlement_name in settlement_rows
    )
    kind = CommunityKind(kinds[code]) if code in kinds else _KIND_BY_CENTRE[settlements[0].category]
    return Community(code, name, kind, raion, oblast, settlements)
