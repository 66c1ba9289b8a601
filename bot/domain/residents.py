"""Residents: where a person lives."""

from dataclasses import dataclass
from datetime import timedelta

from bot.domain.dialogs import Dialog
from bot.domain.ids import AreaId
from bot.domain.letters import Letter
from bot.domain.people import Actor
from bot.register import CommunityCode, SettlementCode

SEARCH_LASTS = timedelta(hours=24)

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
LONGEST_TOKEN = 11  # digits; what is longer is no id that a column holds


@dataclass(frozen=True, slots=True)
class Place:
    """Where a person lives. Without a settlement: anywhere in the community."""

    community: CommunityCode
    settlement: SettlementCode | None = None


@dataclass(frozen=True, slots=True)
class OfficerHasCome(Letter):
    """To a resident who asked to be notified when an officer works in the community."""

    community: CommunityCode


@dataclass(frozen=True, slots=True)
class FindingCommunity(Dialog, flow="community", lasts=SEARCH_LASTS):
    """The next message is the name of a community, or of a settlement in it. `query`: the name that was typed last.
    `by_place`: or where the person is, which they were asked to send.
    """

    query: str | None = None
    by_place: bool = False


@dataclass(frozen=True, slots=True)
class FindingSettlement(Dialog, flow="settlement", lasts=SEARCH_LASTS):
    """The next message is the name of a settlement of this community."""

    community: CommunityCode


@dataclass(frozen=True, slots=True)
class Arrival(Dialog, flow="arrival", lasts=SEARCH_LASTS):
    """Takes no messages: it remembers the place of a person who has not agreed yet."""

    place: Place


def known_place(actor: Actor) -> Place | None:
    """Where the actor lives, or said so before agreeing."""
    if actor.community is not None:
        return Place(actor.community, actor.settlement)
    return actor.dialog.place if isinstance(actor.dialog, Arrival) else None


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
