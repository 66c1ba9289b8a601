"""A case as a thread of an officer's chat: its name among the other threads, and the card with which it begins."""

from collections.abc import Sequence

from bot.domain.case_threads import Look, icon_of
from bot.domain.cases import Case
from bot.domain.ids import CaseId
from bot.handlers.cases.cards import card, case_seen, first_text, is_neutral, note_card
from bot.handlers.excerpts import is_discreet, subject
from bot.storage.copies import cards_in, forget_copies
from bot.surface.outgoing import Edit, Effect, Show
from bot.surface.rendering import Addressee, Sent, ThreadRenderer
from bot.surface.screens import Screen

REPLACED = 2  # at most, with the card itself three calls


async def look_of(to: Addressee, case_id: CaseId) -> Look | None:
    case = await case_seen(to, case_id)
    return Look(name_of(to, case), icon_of(case), case.is_open) if case is not None else None


def name_of(to: Addressee, case: Case) -> str:
    """The number, what the case is about, where, and its state. It is read by anyone who sees the list of chats: of
    what may not appear there unasked it is the number and the state alone.
    """
    parts = [case.number or ""]
    if not (is_neutral(to, case) or is_discreet(case)):
        parts.append(subject(to, case, discreetly=True))
        if case.settlement is not None:
            parts.append(to.register.settlement(case.settlement).name)
    return " · ".join([*parts, to.say(f"case-status-{case.status}")])


async def render_card(to: Addressee, case_id: CaseId) -> Sequence[Effect]:
    """Without a sound: it says nothing new."""
    case = await case_seen(to, case_id)
    if case is None:
        return []
    return [Show(await card(to, case, await first_text(to, case)), silent=True, whole=False)]


async def render_older(to: Addressee, case_id: CaseId) -> Sequence[Effect]:
    """The cards that the chat has say that the case is elsewhere."""
    case = await case_seen(to, case_id)
    if case is None:
        return []
    moved = Screen(case.number or "", [to.say("case-is-in-thread")])
    return [Edit(each, moved) for each in sorted(await cards_in(to.tx, case.id, to.chat_id))[-REPLACED:]]


async def card_sent(to: Addressee, case_id: CaseId, sent: Sequence[Sent]) -> None:
    """The new one is the card from now on."""
    case = await case_seen(to, case_id)
    if case is not None:
        await forget_copies(to.tx, to.chat_id, await cards_in(to.tx, case.id, to.chat_id))
        await note_card(to, case, sent[:1])


THREADS = ThreadRenderer(look_of, render_card, render_older, card_sent)
