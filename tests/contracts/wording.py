"""What a person is given to read: titles of at most eight words, five lines for a resident, and one's own letters.

A line is one line of a text, however wide the telephone is. The title has its own measure and is not
counted, nor are blank lines, the numbers to call, and what people wrote in a quote. Those who work here read more.
"""

import re
from collections.abc import Iterator, Sequence

from bot.domain.ids import PersonId
from bot.domain.languages import Language
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
    "OpenCase": "of a case that is paused or kept longer: what that means for its resident, and the reason",
    "OwnHistory": "what people wrote",
    "MyData": "a list of what is kept",
    "WithdrawConsent": "the same where there is no open consent",
    "MyOfficer": "a list of officers",
    "ReceptionHours": "a list of hours",
    "Results": "a list of places",
    "Topics": "a list of topics",
    "Plan": "what an officer wrote",
}
# Where an English text may hold Cyrillic outside quotation marks, besides the numbers of cases.
AS_WRITTEN = {
    "MyCases": "what one wrote",
    "FindForRequest": "the title of a chat",
    "FoundForRequest": "the same",
    "ChooseForRequest": "the same",
    "SendRequest": "the same",
    "Stop": "the contact of the settings",
    "HoldBegun": "a reason",
    "OpenCase": "the same",
    "Invited": "the area's name, as the coordinator typed it",
    "SendPlace": "the attribution of the settings",
    "FoundByPlace": "the same",
    "ItemPage": "an address, as it was typed",
    "Plan": "what an officer wrote",
    "Plans": "the same",
}
NOT_OURS = re.compile(r"“[^”]*”|[А-ЯІЇЄҐ]{2}-\d{4}-\d+")
CYRILLIC = re.compile("[а-яіїєґ]", re.IGNORECASE)
TWO_STOPS = re.compile(r"(?<!\.)\.\.(?!\.)")


async def at_work(tx: Transaction) -> set[PersonId]:
    """Those who work here, have worked, or propose to: officers and coordinators."""
    return {
        *await tx.column(PersonId, "select person_id from officers"),
        *await tx.column(PersonId, "select person_id from parts"),
        *await tx.column(PersonId, "select proposed_by from invitations"),
    }


def wording(name: str, effects: Sequence[Effect], language: Language, *, works: bool) -> set[str]:
    """What is wrong with the words of a button's screen or a letter: too much of them, or not for this reader."""
    found: list[str] = []
    for screen in (each for effect in effects for each in _shown(effect)):
        text = screen if isinstance(screen, str) else "\n".join([*screen.lines, screen.body.text])
        title = "" if isinstance(screen, str) else screen.title
        heading = screen if isinstance(screen, str) else "\n".join([title, *screen.lines])
        found += [f"the title has more than {TITLE_WORDS} words: {title}"] if len(title.split()) > TITLE_WORDS else []
        if not works:
            found += [] if name in LONGER else _too_long(text)
            found += [] if name in AS_WRITTEN or language is not Language.EN else _not_read(heading)
        found += [f"two full stops: {line}" for line in text.splitlines() if TWO_STOPS.search(line)]
    return {f"{name}: {fault}" for fault in found}


def _shown(effect: Effect) -> Iterator[Screen | str]:
    """The screens, and the bot's own words above what others wrote."""
    what = effect.screen if isinstance(effect, Edit) else effect.what if isinstance(effect, Show) else None
    if isinstance(what, Quote):
        yield what.heading.text
    elif isinstance(what, Document):
        yield what.text.text
    elif what is not None:
        yield what


def _too_long(text: str) -> list[str]:
    lines = [line for line in text.splitlines() if line.strip() and not HOTLINE.match(line)]
    return [f"more than {LINES} lines: {lines}"] if len(lines) > LINES else []


def _not_read(text: str) -> list[str]:
    return [f"not in English: {line}" for line in text.splitlines() if CYRILLIC.search(NOT_OURS.sub("", line))]
