"""Sentences as people write them, with the emergency card that each is to bring: how many calls for help are
recognised, and how often everyday sentences and yesterday's news bring a card.

Three files: `own.tsv` was written while the recogniser was built; `blind.tsv` by a person who did not know its code,
and weights are learnt from both; `unseen.tsv` by such a person too, and it is only measured, never looked at to make a
figure better. Columns: kind (call, near: sounds alike, past: of yesterday, or only told), the card, the language (uk,
ru, surzhyk, en), the sentence.
"""

from collections.abc import Callable, Iterable
from csv import QUOTE_NONE, DictReader
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from bot.domain.emergencies import emergency_in
from bot.domain.emergency_phrases import Emergency

HERE = Path(__file__).parent
PARTS = {name: HERE / f"{name}.tsv" for name in ("own", "blind", "unseen")}
RECALL, FALSE_ALARMS = 0.95, 0.1  # must be reached in each part: of the calls at least, of the others at most


class Kind(StrEnum):
    CALL = "call"
    NEAR = "near"
    PAST = "past"


class Card(StrEnum):
    """What a card is about, as a person would say it who knows nothing of the kinds that the bot has."""

    VIOLENCE = "violence"
    FIRE = "fire"
    HEALTH = "health"
    CHILD = "child"
    SUICIDE = "suicide"
    EXPLOSIVE = "explosive"
    GENERAL = "general"
    NONE = "none"


CARDS: dict[Emergency | None, Card] = {
    Emergency.UXO: Card.EXPLOSIVE,
    Emergency.LIFE: Card.VIOLENCE,
    Emergency.BREAK_IN: Card.VIOLENCE,
    Emergency.SABOTAGE: Card.VIOLENCE,
    Emergency.SUICIDE: Card.SUICIDE,
    Emergency.FIRE: Card.FIRE,
    Emergency.GAS: Card.FIRE,
    Emergency.ACCIDENT: Card.HEALTH,
    Emergency.MEDICAL: Card.HEALTH,
    Emergency.MISSING: Card.CHILD,
    Emergency.GENERAL: Card.GENERAL,
    None: Card.NONE,
}


@dataclass(frozen=True, slots=True)
class Sentence:
    kind: Kind
    card: Card
    language: str
    text: str

    @property
    def shown(self) -> Card:
        return CARDS[emergency_in(self.text)]


@dataclass(frozen=True, slots=True)
class Figures:
    """Of some sentences: how many there are, how many bring a card, and how many the very card that was wanted."""

    total: int
    rung: int
    right: int

    @property
    def rate(self) -> float:
        return self.rung / self.total if self.total else 0.0


def sentences(part: str) -> list[Sentence]:
    """Those of a part; none where its file is not there."""
    path = PARTS[part]
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(DictReader(file, delimiter="\t", quoting=QUOTE_NONE))
    return [Sentence(Kind(row["kind"]), Card(row["card"]), row["language"], row["sentence"]) for row in rows]


def figures(some: Iterable[Sentence]) -> Figures:
    pairs = [(each.card, each.shown) for each in some]
    return Figures(
        len(pairs), sum(shown is not Card.NONE for _, shown in pairs), sum(card is shown for card, shown in pairs)
    )


def grouped(some: list[Sentence], by: Callable[[Sentence], str]) -> dict[str, Figures]:
    return {name: figures(each for each in some if by(each) == name) for name in sorted({by(each) for each in some})}


def calls(some: Iterable[Sentence]) -> list[Sentence]:
    return [each for each in some if each.kind is Kind.CALL]


def others(some: Iterable[Sentence]) -> list[Sentence]:
    return [each for each in some if each.kind is not Kind.CALL]
