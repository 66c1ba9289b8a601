"""What a coordinator is asked to type."""

from dataclasses import dataclass

from bot.domain.dialogs import Dialog
from bot.domain.ids import AreaId


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
