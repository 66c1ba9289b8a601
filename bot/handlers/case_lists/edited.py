"""What lists in a chat say of a case whose text was edited by its resident."""

from collections.abc import Sequence

from bot.domain.case_letters import ListedTextEdited
from bot.domain.letters import PersonAt
from bot.handlers.case_lists.buttons import DeskList, FoundCases
from bot.handlers.case_lists.lists import draw_list, list_sent
from bot.handlers.case_lists.searching import draw_found, found_sent
from bot.handlers.excerpts import changed_list
from bot.services.cases import access
from bot.storage import shown_lists
from bot.surface.buttons import NotAButton, unpack
from bot.surface.outgoing import Edit, Effect
from bot.surface.rendering import Addressee, Sent
from bot.surface.screens import Screen

EDITED_TOGETHER = 3  # lists: the calls that one letter to a desk may make


async def render(to: Addressee, letter: ListedTextEdited) -> list[Effect]:
    """The newest list is drawn again where it is, for it may be looked at now; older ones show nothing any more."""
    case = await access.at_some_desk(to.tx, to.person_id, letter.case_id)
    listed = await shown_lists.with_words_of(to.tx, to.chat_id, letter.case_id)
    if case is None or not listed:
        return []  # what has left the desk goes out of its lists by another letter
    old, button = changed_list(to), await shown_in(to, listed[-1])
    newest = await drawn(to, button) if button is not None else old
    return [Edit(listed[-1], newest), *(Edit(each, old) for each in older(listed))]


def older(listed: Sequence[int]) -> Sequence[int]:
    """Of the lists before the newest those that this letter empties."""
    return listed[:-1][: EDITED_TOGETHER - 1]


async def shown_in(to: Addressee, message_id: int) -> DeskList | FoundCases | None:
    shown = await shown_lists.shown_in(to.tx, to.chat_id, message_id)
    try:
        button = unpack(shown) if shown is not None else None
    except NotAButton:  # of an older version
        return None
    return button if isinstance(button, DeskList | FoundCases) else None


async def drawn(to: Addressee, button: DeskList | FoundCases) -> Screen:
    return await (draw_list(to, button) if isinstance(button, DeskList) else draw_found(to, button))


async def sent(to: Addressee, letter: ListedTextEdited, messages: Sequence[Sent]) -> None:
    """What the newest list shows is noted as when it was opened; what is left of older ones is emptied by another
    letter.
    """
    if await access.at_some_desk(to.tx, to.person_id, letter.case_id) is None:
        return
    listed = await shown_lists.with_words_of(to.tx, to.chat_id, letter.case_id)
    for message_id in older(listed):
        shown_lists.forget_words(to.tx, to.chat_id, message_id)
    if len(listed) > EDITED_TOGETHER:
        to.tx.outbox.tell(PersonAt(to.person_id), letter)
    for message_id in listed[-1:]:
        match await shown_in(to, message_id):
            case DeskList() as button:
                await list_sent(to, button, [Sent(message_id, 0)])
            case FoundCases() as button:
                await found_sent(to, button, [Sent(message_id, 0)])
            case _:
                shown_lists.forget_words(to.tx, to.chat_id, message_id)
