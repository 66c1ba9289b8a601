"""Names of places as people read them: in the alphabet of their language (`say.place`), and never inflected: what they
are is written next to them.

Codes come from buttons and links, so an unknown one is refused like any other thing that is not there.
"""

from collections.abc import Sequence

from bot.domain.emergencies import emergency_in
from bot.domain.refusals import NotFound
from bot.domain.residents import Place
from bot.register import (
    Community,
    CommunityCode,
    Register,
    Search,
    Settlement,
    SettlementCode,
    UnknownCode,
    ukrainian_key,
)
from bot.register.spelling import skeleton, skeletons
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.texts import Say


def community_at(register: Register, code: str) -> Community:
    """Raises NotFound."""
    try:
        return register.community(code)
    except UnknownCode:
        raise NotFound from None


def settlement_at(register: Register, code: str) -> Settlement:
    """Raises NotFound."""
    try:
        return register.settlement(code)
    except UnknownCode:
        raise NotFound from None


def place_at(register: Register, community: str, settlement: str) -> Place:
    """The place that a button names; its settlement may be empty. Raises NotFound, also when the two do not fit."""
    code = community_at(register, community).code
    if not settlement:
        return Place(code)
    found = settlement_at(register, settlement)
    if found.community_code != code:
        raise NotFound
    return Place(code, found.code)


def codes(place: Place | None) -> tuple[str, str]:
    """A place as buttons carry it."""
    return (place.community, place.settlement or "") if place else ("", "")


def community_name(say: Say, community: Community) -> str:
    """«Комишуваська селищна громада»."""
    return say("community-name", name=say.place(community.name), kind=community.kind)


def community_where(say: Say, community: Community) -> str:
    """«Запорізький район, Запорізька область»."""
    return say("community-where", raion=say.place(community.raion.name), oblast=say.place(community.oblast.name))


def settlement_name(say: Say, settlement: Settlement) -> str:
    """«с. Зоряне»."""
    return say("settlement-name", name=say.place(settlement.name), category=settlement.category)


def place_lines(say: Say, register: Register, place: Place) -> list[str]:
    """The settlement, if it is known, the community, and where that is."""
    community = community_at(register, place.community)
    settlement = [settlement_name(say, settlement_at(register, place.settlement))] if place.settlement else []
    return [*settlement, community_name(say, community), community_where(say, community)]


LONGEST_NAME, MOST_WORDS = 80, 7  # of what can be a name, with its kind, raion and oblast


def looks_like_a_name(text: str) -> bool:
    """Whether a text is short enough to name a place."""
    return bool(text.strip()) and len(text.strip()) <= LONGEST_NAME and len(text.split()) <= MOST_WORDS


def may_be_listed(context: Context, message: PrivateMessage) -> bool:
    """Whether what is typed at a list of places is looked for there. Files, calls for help and whole sentences are for
    a person.
    """
    return looks_like_a_name(message.text) and emergency_in(message.text) is None


def settlements_in_order(register: Register, code: CommunityCode) -> Sequence[Settlement]:
    """A community's settlements as a Ukrainian dictionary sorts them."""
    return sorted(community_at(register, code).settlements, key=lambda each: (ukrainian_key(each.name), each.code))


def codes_in_order(register: Register, code: CommunityCode) -> list[SettlementCode]:
    return [each.code for each in settlements_in_order(register, code)]


def named(
    search: Search, settlements: Sequence[Settlement], community: CommunityCode, typed: str
) -> tuple[list[Settlement], list[Settlement]]:
    """The community's settlements of this name, and the one whose name comes nearest."""
    forms = skeletons(typed)
    same = [each for each in settlements if skeleton(each.name) in forms]
    near = [hit.settlement for hit in search.find(typed, within={community})]
    return same, [each for each in near if each is not None]
