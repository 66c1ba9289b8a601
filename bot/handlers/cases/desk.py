"""«Звернення»: the lists of cases at a desk."""

from collections.abc import Sequence

from bot.domain.cases import Side, Status
from bot.domain.desk import Tab
from bot.domain.refusals import NotFound
from bot.handlers.absences.buttons import AbsencePage
from bot.handlers.cases.buttons import DeskCase, DeskList, MyCases
from bot.handlers.cases.excerpts import subject
from bot.handlers.people.buttons import Menu
from bot.services import absences
from bot.storage import case_lists
from bot.storage.case_lists import MANY, CaseLine
from bot.surface.context import Context
from bot.surface.rendering import Addressee, Sent
from bot.surface.screens import Label, Screen

LINES = 6  # cases on a page

ENDS = {Status.FORWARDED: "desk-line-forwarded", Status.MERGED: "desk-line-merged"}


async def cases(context: Context) -> None:
    """The key of the main menu, or its word: of a person without a desk it is a wish for their own cases, and an
    officer who is away is shown that.
    """
    if await case_lists.desk_of(context.tx, context.actor.person_id) is not None:
        context.show(DeskList(Tab.MINE, 0, back=False))
    elif (absence := await absences.own(context.tx, context.actor)) is not None:
        context.show(AbsencePage(absence.officer_id))
    else:
        context.show(MyCases(0))


async def show_list(context: Context, button: DeskList) -> None:
    if await case_lists.desk_of(context.tx, context.actor.person_id) is None:
        raise NotFound
    context.show(button)


async def draw_list(to: Addressee, button: DeskList) -> Screen:
    say, tab = to.say, button.tab
    shown, before, after = await lines_of(to, tab, button.edge, button.back)
    lines = [f"{case_name(to, line)}\n{case_facts(to, line)}" for line in shown]
    rows: list[list[Label]] = [[(case_name(to, line), DeskCase(line.id))] for line in shown]
    turn: list[Label] = []
    if before:
        turn.append((say("previous-page-button"), DeskList(tab, before, back=True)))
    if after:
        turn.append((say("next-button"), DeskList(tab, after, back=False)))
    if turn:
        rows.append(turn)
    rows += await tab_rows(to)
    rows.append([(say("back-button"), Menu())])
    title = say(f"desk-list-{tab.name.lower()}-title")  # a case opens in the same message
    return Screen(title, lines or [say("desk-list-empty")], buttons=rows, protected=True)


async def lines_of(to: Addressee, tab: Tab, edge: int, back: bool) -> tuple[list[CaseLine], int, int]:
    """A page of a list, and the edges of the pages before and after it; 0 where there is none."""
    desk = await case_lists.desk_of(to.tx, to.person_id)
    if desk is None:
        raise NotFound
    found = await case_lists.page(to.tx, desk, tab, edge, LINES + 1, backwards=back)
    more = len(found) > LINES
    shown = (found[1:] if back else found[:-1]) if more else found
    before = shown[0].place if shown and (more if back else edge > 0) else 0
    after = shown[-1].place if shown and (back or more) else 0
    return shown, before, after


def case_name(to: Addressee, line: CaseLine) -> str:
    return f"{line.number} · {subject(to, line, discreetly=False)}"


def case_facts(to: Addressee, line: CaseLine) -> str:
    """How long it waits or by when it is due, and what to know before opening it."""
    say, now = to.say, to.tx.now
    facts = [say("case-emergency-mark")] if line.emergency and line.closed_at is None else []
    if line.closed_at is not None:
        facts.append(say(ENDS.get(line.status, "desk-line-closed"), date=say.date(line.closed_at)))
    elif line.waits_for is Side.OFFICER and line.answer_due is not None:
        facts.append(say("desk-line-due", time=say.datetime(line.answer_due)))
    elif line.sent_at is not None:
        facts.append(say("desk-line-since", day=say.day(line.sent_at, now)))
    if line.is_overdue(now):
        facts.append(say("desk-line-overdue"))
    if line.paused_until is not None:
        facts.append(say("desk-line-paused", date=say.date(line.paused_until)))
    if line.anonymous:
        facts.append(say("desk-line-unnamed"))
    return " · ".join(facts)


async def tab_rows(to: Addressee) -> list[list[Label]]:
    """The lists with how many cases each holds."""
    desk = await case_lists.desk_of(to.tx, to.person_id)
    if desk is None:
        raise NotFound
    counts = await case_lists.counts(to.tx, desk)
    labels: list[Label] = [
        (to.say(f"desk-tab-{tab.name.lower()}", count=counted(counts[tab])), DeskList(tab, 0, back=False))
        for tab in Tab
    ]
    return [labels[:2], labels[2:]]


def counted(count: int) -> str:
    return str(count) if count < MANY else f"{MANY - 1}+"


async def list_sent(to: Addressee, button: DeskList, sent: Sequence[Sent]) -> None:
    """A list has replaced a page of a history: a reply on it is for no case."""
    for each in sent:
        case_lists.forget_page(to.tx, to.chat_id, each.message_id)
