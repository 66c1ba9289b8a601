"""Topics of notices, and who hears of them: a topic is on or off by itself, until somebody says otherwise."""

from collections.abc import Mapping
from enum import StrEnum


class Topic(StrEnum):
    """What a notice is about. The name of each stands in the texts as `topic-<key>`, with hyphens."""

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
    COMMUNITY = "community"

    @property
    def on_by_itself(self) -> bool:
        """Whether those hear of it who have said nothing."""
        return self not in OFF_BY_ITSELF

    @property
    def discreet(self) -> bool:
        """Whether its words may not stand in a chat unasked: the telephone may be read by somebody else."""
        return self is Topic.DOMESTIC


OFF_BY_ITSELF = frozenset({Topic.DOMESTIC, Topic.WANTED, Topic.STRANGERS, Topic.WEAPONS, Topic.DRUGS, Topic.COMMUNITY})


def heard(topic: Topic, said: Mapping[Topic, bool]) -> bool:
    """Whether somebody who has `said` this of topics hears of one."""
    return said.get(topic, topic.on_by_itself)
