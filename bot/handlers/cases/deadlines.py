"""What a desk and a resident are told of an answer that is due, and the officers' morning line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bot.domain.case_lists import Tab
from bot.domain.cases import Case
from bot.domain.deadlines import CaseClock, CasesDue, MorningLine, TakesLonger, promised, resolution_promised
from bot.domain.ids import ChatId, PersonId
from bot.handlers.case_lists.buttons import DeskList
from bot.handlers.cases.buttons import History, OpenCase
from bot.handlers.cases.cards import case_seen, pushed_title
from bot.handlers.paging import counted
from bot.services.cases import access
from bot.storage import case_lists, officers
from bot.storage.broadcasts import Recipient
from bot.storage.case_lists import MANY
from bot.storage.transaction import Transaction
from bot.surface.outgoing import Effect, Show
from bot.surface.rendering import Addressee, BroadcastRenderer
from bot.surface.screens import Label, Screen

LINES = 6  # cases named in a letter
TITLES = {
    (CaseClock.ANSWER, False): "deadline-soon",
    (CaseClock.ANSWER, True): "deadline-due",
    (CaseClock.RESOLUTION, False): "deadline-resolve-soon",
    (CaseClock.RESOLUTION, True): "deadline-resolve-due",
}


async def render_due(to: Addressee, letter: CasesDue) -> Sequence[Effect]:
    """Of these cases those whose clock still runs at the reader's desk. Before it is due, without a sound."""
    found = [await access.at_some_desk(to.tx, to.person_id, case_id) for case_id in letter.case_ids]
    seen = [case for case in found if case is not None and not case.paused_until]
    due = {case: line for case in seen if (line := due_line(to, case, letter.clock))}
    cases = list(due)
    if not cases:
        return []
    say, title = to.say, to.say(TITLES[letter.clock, letter.overdue])
    rows: list[list[Label]] = [[(case.number or "", History(case.id))] for case in cases[:LINES]]
    tab = Tab.OVERDUE if letter.overdue else Tab.MINE
    if tab is Tab.OVERDUE or letter.clock is CaseClock.ANSWER:  # what is answered is on no list of what is soon due
        rows.append([(say("deadline-list-button"), DeskList(tab, 0, back=False))])
    if len(cases) == 1:  # a reply finds the case by the number at the head
        screen = Screen(pushed_title(to, cases[0]), [title, due[cases[0]]], buttons=rows)
    else:
        lines = [f"{pushed_title(to, case)}\n{due[case]}" for case in cases[:LINES]]
        more = [say("deadline-more", count=len(cases) - LINES)] if len(cases) > LINES else []
        screen = Screen(title, [*lines, *more], buttons=rows)
    return [Show(screen, silent=not letter.overdue)]


def due_line(to: Addressee, case: Case, clock: CaseClock) -> str:
    """By when it is due; empty where that clock runs no more."""
    key, at = ("case-answer-by", case.answer_by) if clock is CaseClock.ANSWER else ("case-resolve-by", case.resolve_by)
    return to.say(key, time=to.say.datetime(at)) if at is not None else ""


def expected_lines(to: Addressee, case: Case) -> list[str]:
    """By when its resident may expect an answer, and where the operator promises that, by when the case is resolved."""
    say, now, policy = to.say, to.tx.now, to.tx.policy.cases
    expected = [
        ("case-usual-answer", promised(case, now, policy)),
        ("case-resolution-promised", resolution_promised(case, now, policy)),
    ]
    return [say(key, date=say.near_date(at, now)) for key, at in expected if at is not None]


async def render_longer(to: Addressee, letter: TakesLonger) -> Sequence[Effect]:
    """Once it was answered, or that date has passed too, nothing. With danger in it, without a sound."""
    case = await case_seen(to, letter.case_id)
    if case is None or case.overdue_told_at is None or case.paused_until:
        return []
    until = promised(case, to.tx.now, to.tx.policy.cases)
    if until is None:
        return []
    lines = [to.say("deadline-longer", date=to.say.near_date(until, to.tx.now))]
    rows: list[list[Label]] = [[(to.say("deadline-open-button"), OpenCase(case.id))]]
    return [Show(Screen(case.number or "", lines, buttons=rows), silent=case.emergency)]


# In the morning.


@dataclass(frozen=True, slots=True)
class Morning:
    """What waits at one officer's desk."""

    waiting: int = 0
    overdue: int = 0


async def plan_morning(
    tx: Transaction, letter: MorningLine, after: int, limit: int
) -> tuple[Sequence[Recipient], int | None]:
    found = await officers.serving(tx, PersonId(after), limit)
    return [Recipient(each.person_id, each.chat_id) for each in found], found[-1].person_id if len(
        found
    ) == limit else None


async def load_morning(tx: Transaction, letter: MorningLine) -> Morning | None:
    return Morning()


async def entitled_morning(tx: Transaction, content: Morning, chats: Sequence[ChatId]) -> Mapping[ChatId, Morning]:
    """Those of the chats whose officer serves now, and at whose desk something waits."""
    found = {}
    for each in await officers.serving_from(tx, chats):
        desk = await case_lists.desk_of(tx, each.person_id)
        counts = await case_lists.counts(tx, desk) if desk is not None else {}
        if counts.get(Tab.MINE) or counts.get(Tab.OVERDUE):
            found[each.chat_id] = replace(content, waiting=counts[Tab.MINE], overdue=counts[Tab.OVERDUE])
    return found


def show_morning(to: Addressee, content: Morning) -> Sequence[Effect]:
    """Without a sound."""
    say = to.say
    waiting, overdue = counted(content.waiting, MANY), counted(content.overdue, MANY)
    rows: list[list[Label]] = [[(say("desk-tab-mine", count=waiting), DeskList(Tab.MINE, 0, back=False))]]
    if content.overdue:
        rows.append([(say("desk-tab-overdue", count=overdue), DeskList(Tab.OVERDUE, 0, back=False))])
        line = say("deadline-morning-overdue", waiting=waiting, overdue=overdue)
    else:
        line = say("deadline-morning", waiting=waiting)
    return [Show(Screen(lines=[line], buttons=rows), silent=True)]


def never_again(to: Addressee, content: Morning, messages: Sequence[int]) -> Sequence[Effect]:
    """A morning's line is not changed."""
    return []


MORNING = BroadcastRenderer(plan_morning, load_morning, entitled_morning, show_morning, never_again)
