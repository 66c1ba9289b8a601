"""Topics of notices, and their subscribers: a topic is on or off by default, until a person chooses otherwise."""

from collections.abc import Mapping
from enum import StrEnum


class Topic(StrEnum):
    """What a notice is about. The name of each is in the texts as `topic-<key>`, with hyphens."""

    FRAUD_PHONE = "fraud_phone"
    FRAUD_ONLINE = "fraud_online"
    THEFT_HOME = "theft_home"
    MINES = "mines"
    DOMESTIC = "domestic"
    ROAD = "road"
    CHILDREN = "children"
    MISSING = "missing"
    WANTED = "wanted"
    CURFEW = "curfew"
    EVACUATION = "evacuation"
    STRANGERS = "strangers"
    FIRE_ENV = "fire_env"
    WEAPONS = "weapons"
    DRUGS = "drugs"
    RECEPTION = "reception"
    HOURS = "hours"  # a reminder before each of the office hours where one lives; no notice is on it
    COMMUNITY = "community"

    @property
    def on_by_itself(self) -> bool:
        """Whether people who have chosen nothing are subscribed to it."""
        return self not in OFF_BY_ITSELF

    @property
    def discreet(self) -> bool:
        """Whether its text may not appear in a chat unasked: another person may read the telephone."""
        return self is Topic.DOMESTIC


OFF_BY_ITSELF = frozenset(
    {
        Topic.DOMESTIC,
        Topic.WANTED,
        Topic.STRANGERS,
        Topic.WEAPONS,
        Topic.DRUGS,
        Topic.HOURS,
        Topic.COMMUNITY,
    }
)
NOTICE_TOPICS = tuple(topic for topic in Topic if topic is not Topic.HOURS)
"""What a notice may be about, and what a chat may take."""


def is_subscribed(topic: Topic, choices: Mapping[Topic, bool]) -> bool:
    """Whether a person who made these choices is subscribed to one."""
    return choices.get(topic, topic.on_by_itself)
