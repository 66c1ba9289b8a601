"""Buttons of residents: where they live, their officer, and the step that is missing before they can write.

Places are carried as codes of the register; an empty settlement is the whole community.
"""

from dataclasses import dataclass

from bot.domain.people import Actor
from bot.domain.residents import known_place
from bot.handlers.people.buttons import Greeting, Menu, NewConsent
from bot.handlers.places import codes
from bot.surface.buttons import Button


@dataclass(frozen=True, slots=True)
class FindCommunity(Button, code="rf"):
    """The next message is a community's name. As a screen: that it is missing, with this button."""


@dataclass(frozen=True, slots=True)
class AskCommunity(Button, code="ra"):
    """Which community?"""


@dataclass(frozen=True, slots=True)
class Results(Button, code="rr"):
    """What was found for the name in the open dialog."""

    page: int


@dataclass(frozen=True, slots=True)
class Candidate(Button, code="rc"):
    """Is it this one?"""

    community: str
    settlement: str


@dataclass(frozen=True, slots=True)
class SendPlace(Button, code="rp"):
    """The next message is where one is."""


@dataclass(frozen=True, slots=True)
class FoundByPlace(Button, code="rb"):
    """Is it this one, or one of these? None: the place is in no community."""

    community: str = ""
    second: str = ""
    third: str = ""


@dataclass(frozen=True, slots=True)
class LiveIn(Button, code="rl"):
    """Yes, this one."""

    community: str
    settlement: str


@dataclass(frozen=True, slots=True)
class AskSettlement(Button, code="rs"):
    """Which settlement of the community?"""

    community: str
    page: int
    missed: bool  # what was typed is none of them


@dataclass(frozen=True, slots=True)
class LiveSomewhere(Button, code="rn"):
    """None of the settlements in the list."""

    community: str


@dataclass(frozen=True, slots=True)
class CommunityChosen(Button, code="rd"):
    """Where one lives now. `asks`: with the question for the settlement, where that is not known."""

    asks: bool


@dataclass(frozen=True, slots=True)
class NameSettlement(Button, code="rv"):
    """The question for the settlement alone, of a person who chose the community before it was asked."""


@dataclass(frozen=True, slots=True)
class StopSearching(Button, code="rq"):
    """Leave the search, for the main menu."""


@dataclass(frozen=True, slots=True)
class MyOfficer(Button, code="ro"):
    """The officers of the place: one's own when no community is named."""

    community: str = ""
    settlement: str = ""


@dataclass(frozen=True, slots=True)
class WaitForOfficer(Button, code="rw"):
    """Be notified when an officer comes."""

    community: str


@dataclass(frozen=True, slots=True)
class StopWaiting(Button, code="rx"):
    """Not be notified after all."""


@dataclass(frozen=True, slots=True)
class WritesAsOfficer(Button, code="ry"):
    """A person who is both resident and officer is the officer, until they say otherwise."""


@dataclass(frozen=True, slots=True)
class AsResident(Button, code="rm"):
    """Write as the resident that an officer also is."""


@dataclass(frozen=True, slots=True)
class AsOfficer(Button, code="rk"):
    """Work as the officer again."""


@dataclass(frozen=True, slots=True)
class Settings(Button, code="re"):
    """Community, settlement and language."""


def has_begun(actor: Actor) -> bool:
    """Whether the greeting is behind the actor: agreed, or works here."""
    return actor.has_consented or actor.officer_id is not None or actor.coordinates


def home(actor: Actor) -> Button:
    """Where every way back ends: the main menu; the greeting for a person who has not begun yet."""
    return Menu() if has_begun(actor) else Greeting(*codes(known_place(actor)))


def missing_step(actor: Actor) -> Button | None:
    """The one step before a person is a resident: to agree, then to choose a community; None for one who is."""
    if not actor.has_consented:
        return Greeting(*codes(known_place(actor)))
    return FindCommunity() if actor.community is None else None


def missing_for_case(actor: Actor) -> Button | None:
    """The one step before a resident can begin a case: that, or to agree to a new text; None when ready."""
    missing = missing_step(actor)
    return NewConsent() if missing is None and not actor.consent_is_current else missing
