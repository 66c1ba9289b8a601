"""What fits a name of a place that was typed.

Communities in which an officer serves come first, then those of one's own oblast: most people who look for a place live
in one of these, and many places share a name.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.register import Community, Found, Search, Settlement, SettlementCode
from bot.storage import communities
from bot.storage.transaction import Transaction

PER_PAGE = 6

MOST = 120  # the commonest name is in 111 communities; more near hits help nobody


@dataclass(frozen=True, slots=True)
class Match:
    """A community, and the settlement in it whose name was typed; None when it is the community's own name."""

    community: Community
    settlement: Settlement | None

    @classmethod
    def of(cls, hit: Found) -> "Match":
        return cls(hit.community, hit.settlement)

    @property
    def settlement_code(self) -> SettlementCode | str:
        """As buttons carry it. Empty where the name means two settlements of the community: the person has not said yet
        in which of them they live."""
        if self.settlement is None:
            return ""
        same = [each for each in self.community.settlements if each.name == self.settlement.name]
        return self.settlement.code if len(same) == 1 else ""


def exact(search: Search, typed: str) -> list[Found]:
    """The communities of exactly this name or with a settlement of it."""
    return [hit for hit in search.find(typed) if hit.exact]


def fitting(search: Search, typed: str) -> list[Found]:
    """Those; else what comes near, best first."""
    found = search.find(typed)
    return [hit for hit in found if hit.exact] or found


async def in_order(tx: Transaction, found: Sequence[Found], home: Community | None) -> list[Match]:
    """What was found, as it is listed. `home`: where the person lives, as far as that is known."""
    served = await communities.served(tx, [hit.community.code for hit in found])
    oblast = home.oblast if home is not None else None

    def rank(hit: Found) -> tuple[bool, bool]:
        return hit.community.code not in served, hit.community.oblast != oblast

    return [Match.of(hit) for hit in sorted(found, key=rank)][:MOST]
