"""What fits a name of a place that was typed."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.register import Community, CommunityCode, Search, Settlement, SettlementCode
from bot.register.spelling import skeleton, skeletons

PER_PAGE = 6

MOST = 60  # more near hits than ten pages help nobody


@dataclass(frozen=True, slots=True)
class Match:
    """A community, and the settlement in it whose name was typed; None when it is the community's own name."""

    community: Community
    settlement: Settlement | None

    @property
    def settlement_code(self) -> SettlementCode | str:
        """As buttons carry it. Empty where the name means two settlements of the community: the person has not said yet
        in which of them they live."""
        if self.settlement is None:
            return ""
        same = [each for each in self.community.settlements if each.name == self.settlement.name]
        return self.settlement.code if len(same) == 1 else ""


def matches(search: Search, typed: str) -> list[Match]:
    """The communities of exactly this name or with a settlement of it; else what comes near, best first."""
    found = search.find(typed)
    shown = [hit for hit in found if hit.exact] or found[:MOST]
    return [Match(hit.community, hit.settlement) for hit in shown]


def exact_matches(search: Search, typed: str) -> list[Match]:
    """Only those of exactly this name."""
    return [Match(hit.community, hit.settlement) for hit in search.find(typed) if hit.exact]


def named(
    search: Search, settlements: Sequence[Settlement], community: CommunityCode, typed: str
) -> tuple[list[Settlement], list[Settlement]]:
    """The community's settlements of this name, and the one whose name comes nearest."""
    forms = skeletons(typed)
    same = [each for each in settlements if skeleton(each.name) in forms]
    near = [hit.settlement for hit in search.find(typed, within={community})]
    return same, [each for each in near if each is not None]
