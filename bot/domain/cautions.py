"""What a notice should not say: by its topic, and by its text. Its author is shown this, and decides."""

import re
from collections.abc import Mapping
from enum import StrEnum

from bot.domain.subscriptions import Topic


class Caution(StrEnum):
    """What a notice should not say. Its author is shown it, and decides."""

    POSITIONS = "positions"  # CC 114-2: strikes, air defence, troops
    NAMES = "names"  # of victims and children
    ETHNIC = "ethnic"
    APPROVED = "approved"  # by the press office
    CONSENT = "consent"  # of relatives or the police


BY_TOPIC: Mapping[Topic, Caution] = {
    Topic.WANTED: Caution.APPROVED,
    Topic.MISSING: Caution.CONSENT,
    Topic.STRANGERS: Caution.ETHNIC,
    Topic.DOMESTIC: Caution.NAMES,
    Topic.EVACUATION: Caution.POSITIONS,
    Topic.MINES: Caution.POSITIONS,
}
# Beginnings of words, as they are written in Ukrainian, Russian and English.
BY_WORDS: Mapping[Caution, re.Pattern[str]] = {
    Caution.POSITIONS: re.compile(
        r"\b(влучан|приліт|прильот|прилет|ппо\b|позиці[яїйю]|блокпост|військов[аоу]\w* част|колон[аиу]\w* технік"
        r"|ракет|дрон|шахед|уламк|розташуван|техніка зсу|air defen[cs]e|missile|military position)",
        re.IGNORECASE,
    ),
    Caution.NAMES: re.compile(
        r"\b(постраждал|потерпіл|загибл|загинул|жертв|пострадавш|погибш|victim|killed|injured)", re.IGNORECASE
    ),
    Caution.ETHNIC: re.compile(
        r"\b(циган|ром(и|ів|ам|ами|ська|ської|ські)\b|кавказ|азербайджан|грузин|вірмен|єврей|цыган|національност"
        r"|gyps|roma\b|ethnic)",
        re.IGNORECASE,
    ),
}


def cautions(topic: Topic, text: str) -> list[Caution]:
    """What the author of such a notice should look at once more, each once."""
    found = [caution for caution, pattern in BY_WORDS.items() if pattern.search(text)]
    usual = [BY_TOPIC[topic]] if topic in BY_TOPIC else []
    return list(dict.fromkeys([*usual, *found]))
