"""How much a person is given to read: titles of at most eight words, and five lines for a resident.

A line is what stands in one line of a text, however wide the telephone is. The title has its own measure and is not
counted, nor are blank lines, the numbers to call, and what people wrote in a quote. Those who work here read more.
"""

import re
from collections.abc import Iterator, Sequence

from bot.domain.ids import PersonId
from bot.storage.transaction import Transaction
from bot.surface.outgoing import Document, Edit, Effect, Quote, Show
from bot.surface.screens import Screen

TITLE_WORDS = 8
LINES = 5
HOTLINE = re.compile(r"[\d -]+ — ")
# What may be longer, by the names of buttons and letters.
LONGER = {
    "Greeting": "the text of the consent",
    "ReadConsent": "the same",
    "NewConsent": "the same",
    "CaseConsent": "the same",
    "OpenCase": "the page of a case: what is known of it, a fact in a line, and a reason that somebody wrote",
    "OwnCaseChanged": "the same page, drawn again",
    "OwnHistory": "what people wrote",
    "MyData": "a list of what is kept",
    "WithdrawConsent": "the same where there is no open consent",
    "MyOfficer": "a list of officers",
    "ReceptionHours": "a list of hours",
    "Results": "a list of places",
    "Topics": "a list of topics",
}


async def at_work(tx: Transaction) -> set[PersonId]:
    """Those who work here, have worked, or propose to: officers and coordinators."""
    return {
        *await tx.column(PersonId, "select person_id from officers"),
        *await tx.column(PersonId, "select person_id from parts"),
        *await tx.column(PersonId, "select proposed_by from invitations"),
    }


def too_much(name: str, effects: Sequence[Effect], *, works: bool) -> set[str]:
    """What of the effects of a button or letter is too much to read."""
    most = None if works or name in LONGER else LINES
    return {f"{name}: {fault}" for effect in effects for fault in _of_effect(effect, most)}


def _of_effect(effect: Effect, most: int | None) -> Iterator[str]:
    if isinstance(effect, Edit):
        yield from _of_shown(effect.screen, most)
    if isinstance(effect, Show):
        yield from _of_shown(effect.what, most)


def _of_shown(what: Screen | Quote | Document, most: int | None) -> Iterator[str]:
    if not isinstance(what, Screen):
        yield from _of_text(what.heading.text if isinstance(what, Quote) else what.text.text, most)
        return
    if len(what.title.split()) > TITLE_WORDS:
        yield f"the title has more than {TITLE_WORDS} words: {what.title}"
    yield from _of_text("\n".join([*what.lines, what.body.text]), most)


def _of_text(text: str, most: int | None) -> Iterator[str]:
    lines = [line for line in text.splitlines() if line.strip() and not HOTLINE.match(line)]
    if most is not None and len(lines) > most:
        yield f"more than {most} lines: {lines}"
