"""«Звернення»: the lists of cases at a desk."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.domain.case_lists import Filter, Tab
from bot.domain.cases import Status
from bot.domain.ids import CaseId
from bot.domain.refusals import NotFound
from bot.handlers.absences.buttons import AbsencePage
from bot.handlers.case_lists.buttons import BackToList, DeskList, FoundCases, HandedCases, parts_of
from bot.handlers.case_lists.filters import desk_of, filter_lines, filter_row, set_or_none
from bot.handlers.cases.buttons import DeskCase, MyCases
from bot.handlers.excerpts import begins, case_name
from bot.handlers.paging import counted
from bot.handlers.people.buttons import Menu
from bot.services import absences
from bot.storage import case_lists, shown_lists
from bot.storage.case_lists import MANY, CaseLine, Desk
from bot.surface.buttons import NotAButton, unpack
from bot.surface.context import Context
from bot.surface.rendering import Addressee, Sent
from bot.surface.screens import Label, Screen
from bot.texts import Say

LINES = 6  # cases on a page
ENDS = {Status.FORWARDED: "desk-line-forwarded", Status.MERGED: "desk-line-merged"}
ROOM = 40  # characters of a case's text in its line


# Opening one.


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


async def command(context: Context) -> None:
    """The command: a person who works at a desk means the cases there."""
    if context.actor.works_as_officer:
        await cases(context)
    else:
        context.show(MyCases(0))


async def show_list(context: Context, button: DeskList | FoundCases | HandedCases) -> None:
    if await case_lists.desk_of(context.tx, context.actor.person_id) is None:
        raise NotFound
    context.show(button)


async def back_to_list(context: Context, button: BackToList) -> None:
    before = await list_before(context)
    await show_list(context, before or DeskList(button.tab, 0, back=False))


async def list_before(context: Context) -> DeskList | FoundCases | HandedCases | None:
    """What the message whose button was pressed showed before a case was opened there: a list of some kind."""
    pressed = context.turn.pressed
    shown = await shown_lists.shown_in(context.tx, context.actor.chat_id, pressed) if pressed is not None else None
    try:
        button = unpack(shown) if shown is not None else None
    except NotAButton:  # of an older version
        return None
    return button if isinstance(button, DeskList | FoundCases | HandedCases) else None


# Its screen.


async def draw_list(to: Addressee, button: DeskList) -> Screen:
    desk, narrowed = await desk_of(to), button.narrowed
    shown, before, after = await lines_of(to, desk, button)
    rows: list[list[Label]] = [[(pinned_name(to, line), DeskCase(line.id))] for line in shown]
    turn: list[Label] = []
    if before:
        turn.append((to.say("previous-page-button"), DeskList(button.tab, before, True, *parts_of(narrowed))))
    if after:
        turn.append((to.say("next-button"), DeskList(button.tab, after, False, *parts_of(narrowed))))
    rows += [turn] if turn else []
    rows += await tab_rows(to, desk, narrowed)
    rows += [filter_row(to, button.tab, narrowed), [(to.say("back-button"), Menu())]]
    lines = await filter_lines(to, desk, button.tab, narrowed)
    lines += await described(to, shown) or [to.say("desk-list-empty")]
    title = to.say(f"desk-list-{button.tab.name.lower()}-title")  # a case opens in the same message
    return Screen(title, lines, buttons=rows, protected=True)


async def lines_of(to: Addressee, desk: Desk, button: DeskList) -> tuple[list[CaseLine], int, int]:
    """A page of a list, and the edges of the pages before and after it; 0 where there is none."""
    back, narrowed = button.back, button.narrowed
    found = await case_lists.page(
        to.tx, desk, button.tab, button.edge, LINES + 1, backwards=back, narrowed=set_or_none(narrowed)
    )
    more = len(found) > LINES
    shown = (found[1:] if back else found[:-1]) if more else found
    before = shown[0].place if shown and (more if back else button.edge > 0) else 0
    after = shown[-1].place if shown and (back or more) else 0
    return shown, before, after


async def tab_rows(to: Addressee, desk: Desk, narrowed: Filter) -> list[list[Label]]:
    """The lists with how many cases each holds."""
    counts = await case_lists.counts(to.tx, desk, set_or_none(narrowed))
    labels: list[Label] = [
        (
            to.say(f"desk-tab-{tab.name.lower()}", count=counted(counts[tab], MANY)),
            DeskList(tab, 0, False, *parts_of(narrowed)),
        )
        for tab in Tab
    ]
    return [labels[:2], labels[2:]]


# A case in it.


async def described(to: Addressee, lines: Sequence[CaseLine]) -> list[str]:
    """Each of these cases in a few lines: what it is, how it begins, and the facts."""
    return ["\n".join(parts) for parts in await parts_of_lines(to, lines)]


async def in_a_line(to: Addressee, lines: Sequence[CaseLine]) -> list[str]:
    """The same in one line each."""
    return [" · ".join(parts) for parts in await parts_of_lines(to, lines)]


async def parts_of_lines(to: Addressee, lines: Sequence[CaseLine]) -> list[list[str]]:
    begin = await begins(to, with_words(to, lines), ROOM)
    described = []
    for line in lines:
        parts = [pinned_name(to, line)]
        if is_neutral(to, line):
            parts.append(to.say("case-lists-neutral"))
        elif line.id in begin:
            said = begin[line.id]
            parts.append(to.say("desk-unsent-text", text=said.text) if said.in_words else f"[{said.text}]")
        described.append([*parts, case_facts(to, line)])
    return described


def with_words(to: Addressee, lines: Sequence[CaseLine]) -> list[CaseId]:
    """Those of these cases that a list shows the beginning of."""
    return [line.id for line in lines if not (line.cleared or is_neutral(to, line))]


def is_neutral(to: Addressee, line: CaseLine) -> bool:
    """Whether a list says nothing of what is written in a case."""
    return line.category is not None and line.category.is_neutral(to.tx.policy.cases)


def pinned_name(to: Addressee, line: CaseLine) -> str:
    return to.say("case-lists-pinned", case=case_name(to, line)) if line.pinned else case_name(to, line)


def case_facts(to: Addressee, line: CaseLine) -> str:
    """Where it is from, how old it is, by when it is due, and what to know before opening it."""
    say, now = to.say, to.tx.now
    facts = [say("case-emergency-mark")] if line.emergency and line.closed_at is None else []
    if line.settlement is not None:
        facts.append(say.place(to.register.settlement(line.settlement).name))
    if line.closed_at is not None:
        facts.append(say(ENDS.get(line.status, "desk-line-closed"), date=say.date(line.closed_at)))
    elif line.sent_at is not None:
        facts.append(age(say, line.sent_at, now))
    if line.overdue_at is not None:  # the other one is on the card
        key = "desk-line-due" if line.overdue_at == line.answer_by else "desk-line-resolve"
        facts.append(say(key, time=say.datetime(line.overdue_at)))
    if line.is_overdue(now):
        facts.append(say("desk-line-overdue"))
    if line.paused_until is not None:
        facts.append(say("desk-line-paused", date=say.date(line.paused_until)))
    if line.anonymous:
        facts.append(say("desk-line-unnamed"))
    return " · ".join(facts)


def age(say: Say, since: datetime, now: datetime) -> str:
    """«2 дні», «5 годин»."""
    old = now - since
    if old >= timedelta(days=1):
        return say("case-lists-days", count=old.days)
    hours = old // timedelta(hours=1)
    return say("case-lists-hours", count=hours) if hours else say("case-lists-just-now")


async def list_sent(to: Addressee, button: DeskList, sent: Sequence[Sent]) -> None:
    """A list is in the place of what was there: a reply on it is for no case. It may show words of its cases."""
    shown, _, _ = await lines_of(to, await desk_of(to), button)
    for each in sent:
        case_lists.forget_page(to.tx, to.chat_id, each.message_id)
        shown_lists.note(to.tx, to.chat_id, each.message_id, button.pack(), with_words(to, shown))
