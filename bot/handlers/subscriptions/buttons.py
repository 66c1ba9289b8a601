"""Buttons of topics and of notices that a person has received."""

from dataclasses import dataclass

from bot.domain.ids import NoticeId
from bot.domain.subscriptions import Topic
from bot.surface.buttons import Button


@dataclass(frozen=True, slots=True)
class AskAbout(Button, code="sa"):
    """A question to the officer that knows the notice."""

    notice_id: NoticeId


@dataclass(frozen=True, slots=True)
class LeaveTopic(Button, code="sl"):
    """Unsubscribe from the topic of the message above it, which stays as it is."""

    topic: Topic


@dataclass(frozen=True, slots=True)
class Topics(Button, code="st"):
    """All topics, and the subscriptions."""

    page: int


@dataclass(frozen=True, slots=True)
class SetTopic(Button, code="ss"):
    """Subscribe to a topic, or unsubscribe; in the list of all."""

    topic: Topic
    subscribed: bool


@dataclass(frozen=True, slots=True)
class TurnTopic(Button, code="sx"):
    """The same for one topic alone. As a screen: its state, and the way back."""

    topic: Topic
    subscribed: bool


@dataclass(frozen=True, slots=True)
class LeaveAll(Button, code="so"):
    """Unsubscribe from all topics."""


@dataclass(frozen=True, slots=True)
class ComeBack(Button, code="su"):
    """After that: subscribe again to what is on by itself, or to urgent topics alone."""

    urgent_only: bool


@dataclass(frozen=True, slots=True)
class LatestNotices(Button, code="sn"):
    """The notices for the place where one lives."""

    page: int
