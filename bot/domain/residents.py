"""Residents: where somebody lives."""

from dataclasses import dataclass

from bot.domain.ids import AreaId
from bot.domain.letters import Letter
from bot.domain.people import Actor
from bot.register import CommunityCode, SettlementCode

# The dialog in which a place is chosen, and its steps: the next message is a community's name, or a settlement's.
SEARCH, NAME, SETTLEMENT = "community", "name", "settlement"
# Not a dialog that takes messages: it remembers the place of somebody who has not agreed yet.
ARRIVAL = "arrival"

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
LONGEST_TOKEN = 11  # digits; what is longer is no id that a column holds


@dataclass(frozen=True, slots=True)
class Place:
    """Where somebody lives. Without a settlement: anywhere in the community."""

    community: CommunityCode
    settlement: SettlementCode | None = None


@dataclass(frozen=True, slots=True)
class OfficerHasCome(Letter):
    """To a resident who asked to be told when an officer works in the community."""

    community: CommunityCode


def known_place(actor: Actor) -> Place | None:
    """Where the actor lives, or said so before agreeing."""
    if actor.community is not None:
        return Place(actor.community, actor.settlement)
    if actor.dialog is not None and actor.dialog.flow == ARRIVAL:
        community, settlement = actor.dialog.data["community"], actor.dialog.data["settlement"]
        return Place(CommunityCode(str(community)), SettlementCode(str(settlement)) if settlement else None)
    return None


def area_token(area_id: AreaId) -> str:
    """An area as its deep link carries it: short, since it is printed as a code to photograph."""
    number, digit = divmod(area_id, 36)
    text = DIGITS[digit]
    while number:
        number, digit = divmod(number, 36)
        text = DIGITS[digit] + text
    return text


def area_of_token(token: str) -> AreaId | None:
    """The area in a deep link; None for what `area_token` does not write."""
    if not 0 < len(token) <= LONGEST_TOKEN or not set(token) <= set(DIGITS):
        return None
    return AreaId(int(token, 36))
