"""Text that was typed below a list may be meant for a search: the question which case it is for offers that, too.

Nothing is guessed: until a button is pressed the text waits, as any other that is addressed to no case.
"""

from datetime import datetime

from bot.domain.bodies import Kind, beginning
from bot.domain.case_dialogs import HoldingText
from bot.domain.case_search import NothingToSearch, query_of
from bot.domain.dialogs import APART
from bot.handlers.cases.buttons import FindText
from bot.handlers.excerpts import ROOM
from bot.storage import case_lists, shown_lists
from bot.surface.rendering import Addressee
from bot.surface.screens import Label

LONGEST = 60  # characters: what is longer is an answer


async def find_rows(to: Addressee, waiting: HoldingText) -> list[list[Label]]:
    """The way to search for what waits, where it was typed soon after a list was shown in which no case is open."""
    text = searched_for(waiting, to.tx.now)
    if text is None or not await follows_list(to, waiting.held[0].sent_at):
        return []
    return [[(to.say("desk-find-button", text=beginning(text, ROOM)), FindText(waiting.held[0].message_id))]]


def searched_for(waiting: HoldingText, now: datetime) -> str | None:
    """What waits, if it is one short text that says what to search for."""
    if len(waiting.held) != 1 or waiting.held[0].body.kind is not Kind.TEXT:
        return None
    text = waiting.held[0].body.text.strip()
    try:
        query_of(text, now)
    except NothingToSearch:
        return None
    return text if len(text) <= LONGEST else None


async def follows_list(to: Addressee, written_at: datetime) -> bool:
    shown = await shown_lists.newest(to.tx, to.chat_id)
    if shown is None or written_at - shown.shown_at > APART:
        return False
    return not await case_lists.is_page(to.tx, to.chat_id, shown.message_id)
