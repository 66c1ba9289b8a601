"""What a coordinator is asked to type."""

from dataclasses import dataclass
from datetime import timedelta

from bot.domain.dialogs import Dialog
from bot.domain.ids import AreaId

LOOKED_AT = timedelta(minutes=15)  # so long a screen that lists places is what is typed at


@dataclass(frozen=True, slots=True)
class FindingListed(Dialog, flow="find listed", lasts=LOOKED_AT):
    """A screen lists communities: what is typed is looked for among those. `query`: the name that was typed last."""

    query: str = ""


@dataclass(frozen=True, slots=True)
class FindingInArea(Dialog, flow="find in area", lasts=LOOKED_AT):
    """A screen is about the settlements of this area: what is typed is looked for among those of its community."""

    area_id: AreaId


@dataclass(frozen=True, slots=True)
class FindingToAdd(Dialog, flow="find community"):
    """The next message is the name of a community to let take part. `query`: the name that was typed last."""

    query: str = ""


@dataclass(frozen=True, slots=True)
class NamingArea(Dialog, flow="name area"):
    """The next message is the name of a new area of this community."""

    community: str


@dataclass(frozen=True, slots=True)
class RenamingArea(Dialog, flow="rename area"):
    """The next message is the new name of this area."""

    area_id: AreaId


@dataclass(frozen=True, slots=True)
class NamingInvited(Dialog, flow="name invited"):
    """The next message is the name of the person who is to be invited to this area."""

    area_id: AreaId
