"""What a desk is told of messages apart from themselves: danger before its turn, and how many there are besides."""

from collections.abc import Sequence

from bot.domain.bodies import beginning
from bot.domain.case_letters import DangerMentioned, DangerUnopened, MoreMessages
from bot.domain.cases import Case
from bot.domain.letters import ResidentOf
from bot.handlers.cases.buttons import OpenMessage, OwnHistory
from bot.handlers.cases.cards import (
    DANGER,
    case_seen,
    case_title,
    history_row,
    is_neutral,
    note_shown,
    officer_line,
    pushed_title,
    reads_text,
)
from bot.storage import case_messages
from bot.storage.copies import add_copy, count_behind
from bot.storage.enqueue import FOLDED
from bot.surface.outgoing import Effect, Show
from bot.surface.rendering import Addressee, Sent
from bot.surface.rich import Rich
from bot.surface.screens import Label, Screen

EXCERPT = 200  # characters of a message with danger


async def render_danger(to: Addressee, letter: DangerMentioned) -> list[Effect]:
    message = await case_messages.by_id(to.tx, letter.message_id)
    case = await case_seen(to, message.case_id) if message else None
    if message is None or case is None:
        return []
    if not is_neutral(to, case):
        words = beginning(message.body.text, EXCERPT) if reads_text(to, case) else ""
        lines = [to.say("case-danger"), *([to.say("reference-forwarded")] if message.body.is_forwarded else [])]
        return [Show(Screen(case_title(to, case), lines, Rich(words), [history_row(to, case)]))]
    shown: list[Label] = [(to.say("case-open-words-button"), OpenMessage(message.id))]
    row = shown if reads_text(to, case) else history_row(to, case)
    return [Show(Screen(pushed_title(to, case), [to.say("case-urgent")], buttons=[row]))]


async def danger_sent(to: Addressee, letter: DangerMentioned, sent: Sequence[Sent]) -> None:
    """A reply to it belongs to the case. It shows no more of the message than it did, whatever becomes of that."""
    message = await case_messages.by_id(to.tx, letter.message_id)
    if message is None:
        return
    for each in sent:
        add_copy(to.tx, to.chat_id, each.message_id, message.case_id, None, piece=DANGER)
    await note_shown(to, message.case_id, sent)


async def render_unopened(to: Addressee, letter: DangerUnopened) -> list[Effect]:
    """Unless somebody has opened it meanwhile. It shows nothing of what is written."""
    case = await case_seen(to, letter.case_id)
    if case is None or case.alarmed_at is None or case.unopened_since is None:
        return []
    lines = [to.say("case-unopened")]
    if case.officer_id is not None or case.coordinator_id is not None:
        lines.append(await officer_line(to, case))
    return [Show(Screen(pushed_title(to, case), lines, buttons=[history_row(to, case)]))]


async def unopened_sent(to: Addressee, letter: DangerUnopened, sent: Sequence[Sent]) -> None:
    """A reply to it belongs to the case, and it goes with it."""
    for each in sent:
        add_copy(to.tx, to.chat_id, each.message_id, letter.case_id, None, piece=DANGER)


async def render_more(to: Addressee, letter: MoreMessages) -> Sequence[Effect]:
    case = await case_seen(to, letter.case_id)
    if case is not None and isinstance(to.party, ResidentOf):
        return await more_answers(to, case)
    count = await count_behind(to.tx, letter.case_id, to.chat_id)
    if case is None or not count:
        return []
    lines = [to.say("case-more-messages", count=count)]
    return [Show(Screen(pushed_title(to, case), lines, buttons=[history_row(to, case)]))]


async def more_answers(to: Addressee, case: Case) -> Sequence[Effect]:
    """What its resident missed while the bot could not write to them."""
    count = await case_messages.count_unread(to.tx, case.id)
    if not count:
        return []
    read: list[Label] = [(to.say("my-case-history-button"), OwnHistory(case.id))]
    return [Show(Screen(case.number or "", [to.say("case-more-answers", count=count)], buttons=[read]))]


async def more_sent(to: Addressee, letter: MoreMessages, sent: Sequence[Sent]) -> None:
    for each in sent:
        add_copy(to.tx, to.chat_id, each.message_id, letter.case_id, None, piece=FOLDED)
