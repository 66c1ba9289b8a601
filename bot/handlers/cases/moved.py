"""A move of a case, told to the side that did not make it; after its end, the stars and the way back."""

from collections.abc import Sequence

from bot.domain.absences import AwayUntil
from bot.domain.case_letters import CaseMoved
from bot.domain.cases import ENDED, Act, Case, CaseEvent, can_rate, can_reopen
from bot.domain.ids import CaseId
from bot.domain.letters import ResidentOf
from bot.handlers.away import case_lines
from bot.handlers.cases.buttons import (
    Answer,
    OpenMessage,
    Rate,
    Reopen,
)
from bot.handlers.cases.cards import case_seen, is_neutral, note_shown, officer_line, reads_text, sender_of
from bot.handlers.excerpts import is_discreet
from bot.handlers.places import community_at, community_name
from bot.handlers.references import text_of
from bot.services.cases import talk
from bot.storage import absences, case_history, case_messages
from bot.storage import cases as stored_cases
from bot.storage.copies import add_copy
from bot.surface.outgoing import Effect, Show, Shown
from bot.surface.rendering import Addressee, Sent
from bot.surface.rich import Rich
from bot.surface.screens import Label, Screen

# After these its resident reads who takes care of it.
NAMING_OFFICER = (Act.ACCEPT, Act.HAND, Act.TRANSFER, Act.TURN, Act.GIVE_BACK, Act.COVER, Act.RETURN)
TO_ANOTHER = (*NAMING_OFFICER, Act.RELOCATE, Act.SHARE)
SILENT_IF_DISCREET = (Act.COVER, Act.RETURN)


async def is_outdated(to: Addressee, case: Case, event: CaseEvent) -> bool:
    """Whether the case has changed hands again before its resident was told of this: they hear of the last time."""
    silent = SILENT_IF_DISCREET if is_discreet(case) else ()
    later = [act for act in (*TO_ANOTHER, Act.QUEUE) if act not in silent]
    return await case_history.has_happened_since(to.tx, event, later)


async def render_case_moved(to: Addressee, letter: CaseMoved) -> list[Effect]:
    """A move in a sentence, with what may be done next."""
    event = await stored_cases.event(to.tx, letter.event_id)
    case = await case_seen(to, event.case_id) if event else None
    if event is None or case is None:
        return []
    to_resident = isinstance(to.party, ResidentOf)
    if to_resident and event.what in TO_ANOTHER and await is_outdated(to, case, event):
        return []
    said = await case_messages.by_id(to.tx, event.case_message_id) if event.case_message_id else None
    hidden = is_discreet(case) if to_resident else is_neutral(to, case)
    lines = [await own_sentence(to, case, event) if to_resident else desk_sentence(to, case, event, hidden=hidden)]
    if to_resident and event.what in NAMING_OFFICER:
        lines.append(await officer_line(to, case))
    elif to_resident and event.what is Act.RELOCATE:
        lines.append(community_name(to.say, community_at(to.register, case.community or "")))
    if to_resident and can_rate(case):
        lines.append(to.say("case-rate"))
    buttons = moved_buttons(to, case) if to_resident else comment_buttons(to, case, event)
    if said and hidden and reads_text(to, case):
        buttons = [[(to.say("case-open-words-button"), OpenMessage(said.id))], *buttons]
    shown = said is not None and not hidden and reads_text(to, case)
    words = text_of(to.say, said.body) if said and shown else Rich("")
    shows = [Shown(case.id, said.id, said.version, sender_of(said.direction, case.id, said.officer_id))] if said else []
    return [Show(Screen(case.number or "", lines, words, buttons), shows=shows if shown else [])]


async def render_away_until(to: Addressee, letter: AwayUntil) -> list[Effect]:
    """Another last day, while it is one."""
    case = await case_seen(to, letter.case_id)
    lines = await case_lines(to, case) if case else []
    return [Show(Screen(case.number or "", lines))] if case and lines else []


async def away_until_sent(to: Addressee, letter: AwayUntil, sent: Sequence[Sent]) -> None:
    for each in sent:
        add_copy(to.tx, to.chat_id, each.message_id, letter.case_id, None)


async def own_sentence(to: Addressee, case: Case, event: CaseEvent) -> str:
    """What was done at the desk. Of an officer who is away, until when."""
    if event.what is Act.GIVE_BACK and event.officer_id is None:
        return to.say("case-moved-to-coordinator")
    if event.what is not Act.COVER:
        return to.say(f"case-moved-{event.what}")
    absence = await absences.of_case(to.tx, case.id)
    if absence is None:
        return to.say("case-moved-hand")
    return to.say("case-officer-away", date=to.say.near_date(absence.span.last, to.tx.now))


def desk_sentence(to: Addressee, case: Case, event: CaseEvent, *, hidden: bool) -> str:
    """What its resident did. The comment on a rating comes later than the rating, or never.

    A reader who may not see it here learns that it was written.
    """
    key = f"desk-moved-{event.what}"
    if event.what is Act.RATE and event.case_message_id is not None:
        key = "desk-moved-rate-words" if reads_text(to, case) and not hidden else "desk-moved-rate-unread"
    return to.say(key, rating=case.rating or 0)


def moved_buttons(to: Addressee, case: Case) -> list[list[Label]]:
    """After its end a case can be rated and, for a while, reopened."""
    if case.status not in ENDED:
        return []
    stars = [star_row(case.id)] if can_rate(case) else []
    return [*stars, *reopen_rows(to, case)]


def reopen_rows(to: Addressee, case: Case) -> list[list[Label]]:
    """The way back from an end, while it can be gone."""
    can = can_reopen(case, to.tx.now, to.tx.policy.cases)
    return [[(to.say("case-reopen-button"), Reopen(case.id))]] if can else []


def comment_buttons(to: Addressee, case: Case, event: CaseEvent) -> list[list[Label]]:
    """A comment on a rating can be answered, although its case has ended."""
    if event.what is not Act.RATE or event.case_message_id is None or case.link_cut_at is not None:
        return []
    return [[(to.say("desk-answer-button"), Answer(case.id))]]


def star_row(case_id: CaseId) -> list[Label]:
    return [(str(number), Rate(case_id, number)) for number in range(1, 6)]


async def moved_sent(to: Addressee, letter: CaseMoved, sent: Sequence[Sent]) -> None:
    """That a case was erased stays in the chat, when all else of the case goes."""
    event = await stored_cases.event(to.tx, letter.event_id)
    if event is None or event.what is Act.ERASE:
        return
    for each in sent:
        if each.shown is None:
            add_copy(to.tx, to.chat_id, each.message_id, event.case_id, event.case_message_id)
        else:
            case_messages.note_delivered(to.tx, each.shown.case_message_id)
            if isinstance(to.party, ResidentOf):
                await talk.note_arrived(to.tx, event.case_id)
    if event.case_message_id is not None:
        await note_shown(to, event.case_id, sent)
