"""A message of the bot that comes back to it: forwarded, or a notice that is answered.

Whatever the bot has shown in a chat may be of any case, so it goes nowhere but where it came from. Telegram gives no id
of what was forwarded: a message of a case has its number at its head, and a notice is found by its text among the
latest ones. What is neither is refused; at a desk everything is.
"""

from bot.domain.case_dialogs import CollectingDraft, OfDraft
from bot.domain.cases import Kind, OwnCase, Status, number_in
from bot.domain.notices import Notice
from bot.handlers.cases import drafts, own_cases
from bot.handlers.cases.incoming import refuse_beside
from bot.handlers.passable import BotsOwnMessage
from bot.services.cases import access
from bot.storage import dialogs, notices, subscriptions
from bot.storage.copies import numbered
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage

LATEST = 20  # notices among which one is looked for


async def take_back(context: Context, message: PrivateMessage) -> None:
    """One of the bot's own messages, forwarded by the person who got it. Raises BotsOwnMessage."""
    text = message.body.text if message.body is not None else ""
    if not context.actor.works_as_officer:
        if await taken_by_own_case(context, message, text):
            return
        notice = await notice_in(context, text)
        if notice is not None:
            await ask_about(context, message, notice)
            return
    if message.album is None:
        raise BotsOwnMessage
    refuse_beside(context, BotsOwnMessage(), message.album)


async def taken_by_own_case(context: Context, message: PrivateMessage, text: str) -> bool:
    """Whether it is a message of one's own case, which it goes to."""
    number = number_in(text)
    found = await numbered(context.tx, number) if number is not None else None
    own = await access.found_own(context.tx, found.case_id, context.actor.person_id) if found is not None else None
    if own is None:
        return False
    await own_cases.follow_up(context, message, own, None)
    return True


async def notice_in(context: Context, text: str) -> Notice | None:
    """Which of the latest notices to this person is in a message of the bot."""
    for notice in await subscriptions.latest(context.tx, context.actor.person_id, 0, LATEST):
        content = await notices.content(context.tx, notice.id)
        if any(body.text and body.text in text for body in content.words.values()):
            return notice
    return None


async def ask_about(context: Context, message: PrivateMessage, notice: Notice) -> None:
    """A notice becomes what a question is about: the one that is being written, or a new one. In a report, whose
    subject was chosen, it is one message more.
    """
    if (draft := await being_written(context)) is None:
        await drafts.begin_about(context, notice.id)
    elif draft.kind is Kind.REPORT:
        await drafts.collect_message(context, message, draft.id)
    else:
        await dialogs.begin(context.tx, context.actor, CollectingDraft(draft.id))
        await drafts.turn_to(context, draft.id, notice)


async def being_written(context: Context) -> OwnCase | None:
    """The draft that the person is in the middle of, also where it waits to be assigned to a case."""
    dialog = context.actor.dialog
    if not isinstance(dialog, OfDraft):
        return None
    own = await access.found_own(context.tx, dialog.case_id, context.actor.person_id)
    return own if own is not None and own.status is Status.DRAFT else None


async def answers_notice(context: Context, message: PrivateMessage) -> bool:
    """Whether a message answers a notice, and begins a question about it."""
    answered = message.answered
    if answered is None or not answered.by_bot or context.actor.works_as_officer or context.actor.dialog is not None:
        return False
    notice = await notice_in(context, answered.text)
    case_id = await drafts.begin_about(context, notice.id) if notice is not None else None
    if case_id is not None:
        await drafts.collect_message(context, message, case_id)
    return notice is not None
