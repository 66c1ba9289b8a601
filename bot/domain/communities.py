"""Communities that take part, and how each is divided into service areas."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from bot.domain.bodies import has_words, on_one_line
from bot.domain.ids import AreaId
from bot.domain.letters import Letter
from bot.domain.refusals import Refusal
from bot.register import CommunityCode, SettlementCode

AREA_NAME_LIMIT = 60


class Enrolment(StrEnum):
    """How far a community has come on the way to its officer (`domain.joining`). Residents can write while it is
    ACTIVE: from when the first officer takes a post there.
    """

    CHOSEN = "chosen"  # by a coordinator; its leadership was not asked in the bot
    INVITED = "invited"
    CONSIDERING = "considering"
    AGREED = "agreed"
    DECLINED = "declined"
    MEMORANDUM = "memorandum"  # signed: the community gets ready
    ACTIVE = "active"
    PAUSED = "paused"
    ENDED = "ended"


class Standing(StrEnum):
    """What the bot can do in a community."""

    JOINED = "joined"  # cases are taken
    NOT_JOINED = "not_joined"  # no officer works with the bot: only numbers to call
    OCCUPIED = "occupied"  # a chat is dangerous there: only advice and numbers, nothing is kept


class Mark(StrEnum):
    """What a coordinator says of a community where people are in danger. The columns of storage bear the same names."""

    FRONT = "front"  # near the front: nobody reads where and when an officer receives people
    OCCUPIED = "occupied"  # see Standing.OCCUPIED; the bot sends nothing unasked to its residents (storage/silence.py)


def standing(enrolment: Enrolment | None, occupied: bool) -> Standing:
    """Of a community as it is enrolled; `enrolment` is None where it is not."""
    if occupied:
        return Standing.OCCUPIED
    return Standing.JOINED if enrolment is Enrolment.ACTIVE else Standing.NOT_JOINED


class WrongAreaName(Refusal):
    """An area's name is one line, not too long."""

    key = "area-wrong-name"


class WholeAlready(Refusal):
    """Another area serves all of the community that no area serves by name."""

    key = "area-whole-already"


class NothingKept(Refusal):
    """A chat is dangerous in an occupied community: what a resident would store there is not stored."""

    key = "occupied-nothing-kept"


class NoComplaintToOfficers(Refusal):
    """A complaint about an officer is no officer's to read."""

    key = "queue-no-complaint-to-officers"


class NotToOneself(Refusal):
    """A coordinator who serves as an officer gives no case to themselves: as the coordinator they may answer it."""

    key = "queue-not-to-oneself"


def area_name(text: str) -> str:
    """The name as it is stored. Raises WrongAreaName."""
    name = on_one_line(text)
    if not has_words(name) or len(name) > AREA_NAME_LIMIT:
        raise WrongAreaName(limit=AREA_NAME_LIMIT)
    return name


@dataclass(frozen=True, slots=True)
class Division:
    """The service areas of a community: at most one area a settlement, and at most one area all the rest."""

    whole: AreaId | None = None
    named: Mapping[SettlementCode, AreaId] = field(default_factory=dict)

    def area_of(self, settlement: SettlementCode | None) -> AreaId | None:
        """The area that serves a place: by its settlement, else the one that serves the rest of the community."""
        return self.whole if settlement is None else self.named.get(settlement, self.whole)

    def is_named_by_another(self, area: AreaId, settlement: str) -> bool:
        """Whether moving the settlement to this area takes it from another one."""
        return self.named.get(SettlementCode(settlement), area) != area

    def served_by(self, area: AreaId) -> list[SettlementCode]:
        """The settlements that an area serves by name."""
        return [settlement for settlement, serving in self.named.items() if serving == area]

    def serving(self, area: AreaId, settlement: SettlementCode) -> "Division":
        """This area serves the settlement now, whichever did before."""
        return replace(self, named={**self.named, settlement: area})

    def without(self, area: AreaId, settlement: SettlementCode) -> "Division":
        """This area no longer serves the settlement by name; what another area serves stays."""
        named = {place: serving for place, serving in self.named.items() if (place, serving) != (settlement, area)}
        return replace(self, named=named)

    def with_whole(self, area: AreaId) -> "Division":
        """This area serves all the rest, and names no settlements. Raises WholeAlready when another one does."""
        if self.whole not in (None, area):
            raise WholeAlready
        return replace(self.closed(area), whole=area)

    def closed(self, area: AreaId) -> "Division":
        """Without an area: what it served falls to the one that serves the rest, or to nobody."""
        named = {settlement: serving for settlement, serving in self.named.items() if serving != area}
        return Division(None if self.whole == area else self.whole, named)


@dataclass(frozen=True, slots=True)
class LeftInQueue(Letter):
    """A warning to coordinators: so many open cases of the community have lost their officer."""

    community: CommunityCode
    count: int


@dataclass(frozen=True, slots=True)
class CommunityMarked(Letter):
    """A coordinator has marked the community, or taken the mark back: to its other coordinators and its officers."""

    community: CommunityCode
    mark: Mark
    on: bool


@dataclass(frozen=True, slots=True)
class SharingChanged(Letter):
    """To the officers of an area: its new cases are given to them in turn from now on, or come to all of them."""

    area_id: AreaId
    in_turn: bool
