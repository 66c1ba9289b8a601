"""Buttons of topics and of notices that somebody has received."""

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
    """Hear no more of the topic of the message it stands below, which stays as it is."""

    topic: Topic


@dataclass(frozen=True, slots=True)
class Topics(Button, code="st"):
    """All topics, and of which one hears."""

    page: int


@dataclass(frozen=True, slots=True)
class SetTopic(Button, code="ss"):
    """Hear of a topic from now on, or not; in the list of all."""

    topic: Topic
    heard: bool


@dataclass(frozen=True, slots=True)
class TurnTopic(Button, code="sx"):
    """The same of one topic alone. As a screen: how it stands, and the way back."""

    topic: Topic
    heard: bool


@dataclass(frozen=True, slots=True)
class LeaveAll(Button, code="so"):
    """Hear of no topic."""


@dataclass(frozen=True, slots=True)
class LatestNotices(Button, code="sn"):
    """What was told where one lives."""

    page: int
