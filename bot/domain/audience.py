"""Whom a notice is for: places, ticked among those that its author may speak to."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from bot.domain.communities import Division
from bot.domain.ids import AreaId
from bot.register import CommunityCode, SettlementCode


@dataclass(frozen=True, slots=True)
class NoticePlace:
    """A place that a notice is for. `settlement`: None for the whole community, "" for those who named none there."""

    community: CommunityCode
    settlement: SettlementCode | None
    area_id: AreaId | None  # that serves it, where it is one


NOWHERE_NAMED = SettlementCode("")


@dataclass(frozen=True, slots=True)
class Ground:
    """A community and its service areas: from these an audience is chosen."""

    community: CommunityCode
    settlements: Sequence[SettlementCode]
    division: Division

    @property
    def all(self) -> frozenset[SettlementCode]:
        return frozenset([*self.settlements, NOWHERE_NAMED])

    def of_area(self, area: AreaId) -> frozenset[SettlementCode]:
        """What an area serves, those included who named no settlement where it serves the rest."""
        return frozenset(each for each in self.all if self._area_of(each) == area)

    def chosen(self, places: Iterable[NoticePlace]) -> frozenset[SettlementCode]:
        """The settlements here that are among these places."""
        here = [each.settlement for each in places if each.community == self.community]
        return self.all if None in here else frozenset(each for each in here if each is not None)

    def places(self, chosen: Collection[SettlementCode]) -> list[NoticePlace]:
        """These settlements as places: as one, where that is the whole community and one area serves it, if any."""
        if self.all <= set(chosen) and not self.division.named:
            return [NoticePlace(self.community, None, self.division.whole)]
        return [
            NoticePlace(self.community, each, self._area_of(each))
            for each in [*self.settlements, NOWHERE_NAMED]
            if each in chosen
        ]

    def _area_of(self, settlement: SettlementCode) -> AreaId | None:
        return self.division.area_of(settlement or None)


def toggled(chosen: Collection[SettlementCode], share: Collection[SettlementCode]) -> frozenset[SettlementCode]:
    """With the share ticked, or without it where all of it was."""
    return frozenset(chosen) - set(share) if set(share) <= set(chosen) else frozenset(chosen) | set(share)
