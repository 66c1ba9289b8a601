"""Recognises text that means: this is for 102, 101 or 103, not for a chat. The emergency card is then shown first.

What to look for is in `phrases/`, by kinds; how it is found, in `phrase_matching`. When in doubt a card is shown: one
too many costs a glance, one too few may cost a life; and it never holds a message back. What speaks against a card:

- words of an everyday phrase are not looked at, nor is a cry for help that is a polite request;
- what passes is not looked at in a sentence about yesterday, nor anything in one about long ago;
- nothing is in a message about what is over, or was only heard of;

unless it is happening now, or again. Then a second opinion is asked, of `emergency_weights`: a message that phrases do
not know, but is much like a call for help, brings the general card; one that they know, but is like none, brings none.
`tests/danger` measures all this by sentences that nobody thought of here.
"""

from functools import lru_cache

from bot.domain.emergency_phrases import (
    AGAIN,
    EVERYDAY,
    HEARD,
    HIT,
    KILLED,
    LASTING,
    LONG_AGO,
    NOW,
    OVER,
    PASSING,
    PAST,
    POLITE,
    PREPOSITIONS,
    WHOM,
    Emergency,
)
from bot.domain.emergency_weights import weight_of
from bot.domain.phrase_matching import Phrases, Said

_LASTING = {emergency: Phrases.of(lines) for emergency, lines in LASTING.items()}
_PASSING = {emergency: Phrases.of(lines) for emergency, lines in PASSING.items()}
_ANY = Phrases(phrase for phrases in (*_LASTING.values(), *_PASSING.values()) for phrase in phrases)
# Across a pause, words do not make an everyday phrase: «син пропав, собака шукає» is not about a dog.
_EVERYDAY, _POLITE = (Phrases.of(lines, in_one_clause=True) for lines in (EVERYDAY, POLITE))
_HIT = Phrases.of(HIT, in_one_clause=True, unless=(WHOM,))
_KILLED = Phrases.of(KILLED, in_one_clause=True, unless=(WHOM,), unless_before=(PREPOSITIONS,))
_LONG_AGO, _PAST, _OVER, _HEARD, _NOW, _AGAIN = map(Phrases.of, (LONG_AGO, PAST, OVER, HEARD, NOW, AGAIN))

# What a message must weigh that no phrase is in, and one that has some. Chosen by sentences that were not learnt from.
LIKE_A_CALL, LIKE_NONE = 0.4, -0.5


@lru_cache(maxsize=8)  # asked twice of each message: for its sender's card, and when it is stored
def emergency_in(text: str) -> Emergency | None:
    """The emergency that this text mentions, if any; the first in the order of Emergency where there are several."""
    said = Said.of(text)
    return decided(said, weight_of(said.folded))


def decided(said: Said, weight: float) -> Emergency | None:
    """What the phrases say, unless the weight says clearly otherwise."""
    found = mentioned(said)
    if found is None:
        return Emergency.GENERAL if weight > LIKE_A_CALL else None
    return found if weight > LIKE_NONE else None


def mentioned(said: Said) -> Emergency | None:
    """What the phrases say."""
    if not _ANY.are_in(said):
        return None  # most messages
    over, everyday = _OVER.words_in(said), _everyday(said)
    rest = said.without(over | everyday)  # «зараз тихо» is not now
    now, again = _NOW.words_in(rest), _AGAIN.words_in(rest)
    if (over and not (now or again)) or (not now and _HEARD.are_in(said)):
        return None
    meant = said.without(everyday | {path[0] for path in _POLITE.in_(said)})
    present = said.sentences_of(now | again)
    meant = meant.without_sentences(said.sentences_of(_LONG_AGO.words_in(said)) - present)
    passing = meant.without_sentences(said.sentences_of(_PAST.words_in(said)) - present)
    return next((each for each in Emergency if _mentions(each, meant, passing)), None)


def _everyday(said: Said) -> set[int]:
    return _EVERYDAY.words_in(said) | _HIT.words_in(said) | _KILLED.words_in(said)


def _mentions(emergency: Emergency, said: Said, passing: Said) -> bool:
    lasting, passes = _LASTING.get(emergency), _PASSING.get(emergency)
    return (lasting is not None and lasting.are_in(said)) or (passes is not None and passes.are_in(passing))
