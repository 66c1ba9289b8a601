"""What is wrong with how a community is divided into service areas: gaps, overlaps, and areas that serve nothing."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.domain.ids import AreaId
from bot.register import SettlementCode


class Fault(StrEnum):
    NO_REST = "no-rest"  # no area serves the rest: a resident who named no settlement comes to the queue
    UNSERVED = "unserved"  # no area serves the settlement
    SHARED = "shared"  # several areas serve the settlement: its cases come to the queue
    ELSEWHERE = "elsewhere"  # an area serves a settlement that is in another community, or gone
    EMPTY = "empty"  # the area serves nothing


@dataclass(frozen=True, slots=True)
class Portion:
    """An open area, with what it serves by name. `whole`: all that no other area names."""

    id: AreaId
    name: str
    whole: bool
    settlements: frozenset[SettlementCode]


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault, and the settlement or the area that it is about."""

    fault: Fault
    settlement: SettlementCode | None = None
    area: str | None = None


def findings(settlements: Collection[SettlementCode], areas: Sequence[Portion]) -> list[Finding]:
    """Of a community of these settlements. One without areas has every settlement unserved."""
    served = Counter(settlement for area in areas for settlement in area.settlements)
    has_rest = any(area.whole for area in areas)
    found = [] if has_rest else [Finding(Fault.NO_REST)]
    found += [Finding(Fault.EMPTY, area=area.name) for area in areas if not (area.whole or area.settlements)]
    for settlement in settlements:
        if served[settlement] > 1:
            found.append(Finding(Fault.SHARED, settlement))
        elif not (served[settlement] or has_rest):
            found.append(Finding(Fault.UNSERVED, settlement))
    found += [Finding(Fault.ELSEWHERE, each) for each in sorted(served.keys() - set(settlements))]
    return found
