"""What no edit can empty goes from the chats of those who work a case in time, and is shown again by a press."""

from collections.abc import Sequence

from bot.domain.case_letters import FleetingLeaves
from bot.handlers.cases.buttons import OpenMessage
from bot.handlers.cases.cards import PUSH, case_seen, sender_of
from bot.storage import case_messages
from bot.storage.copies import copies_of, forget_copies
from bot.surface.outgoing import Effect, Held, Remove, Show, Shown
from bot.surface.rendering import Addressee, Sent
from bot.surface.rich import Rich
from bot.surface.screens import Label, Screen


async def render_fleeting(to: Addressee, letter: FleetingLeaves) -> list[Effect]:
    """Its reader is told that it can be shown again, unless the chat holds it once more."""
    copies = await copies_of(to.tx, letter.case_id, to.chat_id, letter.message_id)
    leaving = [copy for copy in copies if copy.message_id in letter.held]
    held = [Held(copy.message_id, copy.sent_at) for copy in leaving]
    too_late = Show(Screen(lines=[to.say("case-hide-yourself")]), reply_to=letter.held[-1])
    stays = any(copy.piece >= 0 and copy not in leaving for copy in copies)
    left = None if stays else await fleeting_left(to, letter)
    gone = Rich(to.say("case-hidden"))
    return [Remove(held, gone, gone, then=left, otherwise=too_late)] if held else []


async def fleeting_left(to: Addressee, letter: FleetingLeaves) -> Show | None:
    """What is there instead, for the person who works the case now."""
    case = await case_seen(to, letter.case_id)
    message = await case_messages.by_id(to.tx, letter.message_id) if case else None
    if case is None or message is None:
        return None
    lines = [to.say("case-message-left", what=to.say(f"content-{message.body.kind}"))]
    buttons: list[list[Label]] = [[(to.say("case-open-words-button"), OpenMessage(message.id))]]
    said_by = sender_of(message.direction, case.id, message.officer_id)
    shows = [Shown(case.id, message.id, message.version, said_by, PUSH)]
    return Show(Screen(case.number or "", lines, buttons=buttons), shows=shows, silent=True)


async def fleeting_sent(to: Addressee, letter: FleetingLeaves, sent: Sequence[Sent]) -> None:
    await forget_copies(to.tx, to.chat_id, list(letter.held))
