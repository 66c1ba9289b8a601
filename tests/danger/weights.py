"""`python -m tests.danger.weights` learns the weights of bot/domain/emergency_weights.py from the sentences here and in
tests/domain/test_emergencies.py, and writes them. Before that it says what they are worth: a fifth of `blind.tsv` at a
time is left out, and then measured.

A linear support vector machine (squared hinge loss), by dual coordinate descent (Hsieh et al. 2008, algorithm 1).
"""

import random
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from bot.domain import emergency_phrases
from bot.domain.emergencies import decided
from bot.domain.emergency_weights import PLACES, SCALE, TABLE, places_in, root, table_of, weighing
from bot.domain.phrase_matching import Said, fold
from tests.danger.sentences import PARTS, Kind, Sentence, sentences
from tests.domain import test_emergencies
from tests.domain.test_emergencies import CALLS_ALL_THE_SAME, EVERYDAY_WORDS, MENTIONED

LEARNT_FROM = {"own": 1.0, "blind": 2.0}  # how much an error costs: the phrases were not made with the second
ORDINARY, ORDINARY_COST = PARTS["own"].with_name("ordinary.txt"), 0.3  # what is said every day: none is a call
CALLS = (*(words for some in MENTIONED.values() for words in some), *CALLS_ALL_THE_SAME)
ROUNDS = 12
FOLDS = 5
LOWEST, HIGHEST = -128, 127
DIGEST = TABLE.with_suffix(".of")  # what they were learnt from


@dataclass(slots=True)
class Example:
    places: list[int]
    scale: float
    sign: int  # 1 for a call
    cost: float
    multiplier: float = 0.0

    @classmethod
    def of(cls, text: str, cost: float, *, is_call: bool) -> "Example":
        places = list(places_in(fold(text)))
        return cls(places, 1 / root(len(places)), 1 if is_call else -1, cost)

    @property
    def slack(self) -> float:
        return 1 / (2 * self.cost)

    @property
    def square(self) -> float:
        return self.scale**2 * sum(count**2 for count in Counter(self.places).values())


def learn(examples: Sequence[Example]) -> bytes:
    weights = [0.0] * PLACES
    order = [(example, example.square + example.slack) for example in examples]
    dice = random.Random(0)  # noqa: S311  # the same each time
    for _ in range(ROUNDS):
        dice.shuffle(order)
        for example, curve in order:
            margin = example.sign * example.scale * sum(weights[place] for place in example.places)
            before = example.multiplier
            example.multiplier = max(before - (margin - 1 + example.slack * before) / curve, 0.0)
            step = (example.multiplier - before) * example.sign * example.scale
            if step:
                for place in example.places:
                    weights[place] += step
    return bytes(max(LOWEST, min(HIGHEST, round(weight * SCALE))) & 0xFF for weight in weights)


def examples(left_out: range = range(0)) -> list[Example]:
    """All that is learnt from, without these of `blind.tsv`."""
    own, blind = sentences("own"), [each for at, each in enumerate(shuffled("blind")) if at not in left_out]
    return [
        *(Example.of(words, LEARNT_FROM["own"], is_call=True) for words in CALLS),
        *(Example.of(words, LEARNT_FROM["own"], is_call=False) for words in EVERYDAY_WORDS),
        *(Example.of(words, ORDINARY_COST, is_call=False) for words in ordinary()),
        *(Example.of(each.text, LEARNT_FROM["own"], is_call=each.kind is Kind.CALL) for each in own),
        *(Example.of(each.text, LEARNT_FROM["blind"], is_call=each.kind is Kind.CALL) for each in blind),
    ]


def ordinary() -> list[str]:
    return ORDINARY.read_text(encoding="utf-8").splitlines()


def shuffled(part: str) -> list[Sentence]:
    some = sentences(part)
    random.Random(0).shuffle(some)  # noqa: S311
    return some


def estimate() -> str:
    """What a recogniser finds that has not learnt from the sentences it is asked about."""
    blind = shuffled("blind")
    rung: Counter[Kind] = Counter()
    for turn in range(FOLDS):
        left_out = range(turn, len(blind), FOLDS)
        weigh = weighing(table_of(learn(examples(left_out))))
        for at in left_out:
            said = Said.of(blind[at].text)
            rung[blind[at].kind] += decided(said, weigh(said.folded)) is not None
    of = Counter(each.kind for each in blind)
    others = rung.total() - rung[Kind.CALL], of.total() - of[Kind.CALL]
    return f"calls {rung[Kind.CALL] / of[Kind.CALL]:.3f}, others {others[0] / others[1]:.3f}"


def digest() -> str:
    """Of all that the weights depend on: the sentences, and the phrases, whose classes are weighed."""
    phrases = sorted(emergency_phrases.FILES.rglob("*.txt"))
    files = [ORDINARY, *(PARTS[part] for part in LEARNT_FROM), Path(test_emergencies.__file__), *phrases]
    return blake2b(b"".join(file.read_bytes() for file in files), digest_size=16).hexdigest()


if __name__ == "__main__":
    print(estimate())
    TABLE.write_bytes(learn(examples()))
    DIGEST.write_text(f"{digest()}\n")
