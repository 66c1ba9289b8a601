"""Buttons of meetings."""

from dataclasses import dataclass

from bot.domain.ids import MeetingId
from bot.domain.meetings import MeetingKind, Part, Reply
from bot.surface.buttons import Button


@dataclass(frozen=True, slots=True)
class MeetingList(Button, code="mtl"):
    """Those that a coordinator organises."""

    page: int


@dataclass(frozen=True, slots=True)
class ChooseMeetingKind(Button, code="mtn"):
    """A new one: of which kind?"""


@dataclass(frozen=True, slots=True)
class MakeMeeting(Button, code="mtk"):
    kind: MeetingKind


@dataclass(frozen=True, slots=True)
class MeetingPage(Button, code="mtp"):
    """For who organises it: as those who are invited read it, and who comes."""

    meeting_id: MeetingId


@dataclass(frozen=True, slots=True)
class WriteMeeting(Button, code="mtw"):
    """The next message is this part of it."""

    meeting_id: MeetingId
    part: Part


@dataclass(frozen=True, slots=True)
class MeetingAudience(Button, code="mta"):
    """Which councils are invited."""

    meeting_id: MeetingId
    page: int


@dataclass(frozen=True, slots=True)
class TurnInvited(Button, code="mtt"):
    """This council is invited, or no longer."""

    meeting_id: MeetingId
    community: str
    page: int


@dataclass(frozen=True, slots=True)
class InviteAll(Button, code="mtu"):
    """All of them, or none."""

    meeting_id: MeetingId
    on: bool


@dataclass(frozen=True, slots=True)
class AnnounceMeeting(Button, code="mty"):
    meeting_id: MeetingId


@dataclass(frozen=True, slots=True)
class AskCancelMeeting(Button, code="mtc"):
    """Really?"""

    meeting_id: MeetingId


@dataclass(frozen=True, slots=True)
class CancelMeeting(Button, code="mtx"):
    """A draft is forgotten."""

    meeting_id: MeetingId


@dataclass(frozen=True, slots=True)
class MeetingAnswers(Button, code="mtr"):
    """Who comes, by name."""

    meeting_id: MeetingId
    page: int


# For those who are invited.


@dataclass(frozen=True, slots=True)
class CouncilMeetings(Button, code="mti"):
    """What a council was invited to."""

    community: str
    page: int


@dataclass(frozen=True, slots=True)
class MeetingInvitation(Button, code="mtv"):
    meeting_id: MeetingId


@dataclass(frozen=True, slots=True)
class ReplyToMeeting(Button, code="mte"):
    """Another press changes it."""

    meeting_id: MeetingId
    reply: Reply


@dataclass(frozen=True, slots=True)
class MeetingOnMap(Button, code="mtg"):
    """Its place, as a message of its own."""

    meeting_id: MeetingId


@dataclass(frozen=True, slots=True)
class MeetingToCalendar(Button, code="mtd"):
    """A file that calendars read."""

    meeting_id: MeetingId
