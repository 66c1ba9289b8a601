"""Screens of the desk: «Мої справи», what is being written, and the questions that are asked once."""

from collections.abc import Sequence

from bot.domain.case_dialogs import HoldingWords
from bot.domain.case_letters import PromptDone
from bot.domain.cases import ENDED, Act, Side, Status
from bot.domain.desk import TABS, Tab, WhoseAsked
from bot.domain.ids import CaseId
from bot.domain.refusals import NotFound, OldButton
from bot.handlers.cases.beginnings import subject
from bot.handlers.cases.buttons import (
    AnswerWith,
    CancelWriting,
    Close,
    ConfirmClose,
    DeskCase,
    DeskList,
    History,
    LeaveIt,
    OfferAdvice,
    SendAdvice,
    ThrowAway,
    Whose,
    Writing,
)
from bot.handlers.cases.letters import PROMPT
from bot.handlers.people.buttons import Menu
from bot.services.cases import access
from bot.storage import case_history, case_lists, dialogs
from bot.storage import cases as stored
from bot.storage.case_lists import MANY, CaseLine
from bot.storage.copies import add_copy, copies_in, forget_copies
from bot.telegram.rendering import Addressee, Sent
from bot.telegram.rich import Rich
from bot.telegram.screens import Call, Label, Screen, calls_of, text_params

LINES = 6  # cases on a page


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
        facts.append(say("desk-line-closed", date=say.date(line.closed_at)))
    elif line.waits_for is Side.OFFICER and line.answer_due is not None:
        facts.append(say("desk-line-due", time=say.datetime(line.answer_due)))
    elif line.sent_at is not None:
        facts.append(say("desk-line-since", day=say.day(line.sent_at, now)))
    if line.is_overdue(now):
        facts.append(say("desk-line-overdue"))
    if line.anonymous:
        facts.append(say("desk-line-unnamed"))
    return " · ".join(facts)


async def draw_list(to: Addressee, button: DeskList) -> Screen:
    say, tab = to.say, button.tab
    if tab not in TABS:  # a list of Whose, in a button that nobody made
        raise NotFound
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
    return Screen(say(f"desk-list-{tab.name.lower()}-title"), lines or [say("desk-list-empty")], buttons=rows)


async def tab_rows(to: Addressee) -> list[list[Label]]:
    """The lists with how many cases each holds."""
    desk = await case_lists.desk_of(to.tx, to.person_id)
    if desk is None:
        raise NotFound
    counts = await case_lists.counts(to.tx, desk)
    labels: list[Label] = [
        (to.say(f"desk-tab-{tab.name.lower()}", count=counted(counts[tab])), DeskList(tab, 0, back=False))
        for tab in TABS
    ]
    return [labels[:2], labels[2:]]


def counted(count: int) -> str:
    return str(count) if count < MANY else f"{MANY - 1}+"


async def list_sent(to: Addressee, button: DeskList, sent: Sequence[Sent]) -> None:
    """Where a page of a history stood, a list stands now: a reply on it is for no case."""
    for each in sent:
        case_lists.forget_page(to.tx, to.chat_id, each.message_id)


# Writing.


async def draw_writing(to: Addressee, button: Writing) -> Screen:
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    prompt = to.say(f"desk-expects-{button.act}", number=case.number or "")
    return Screen(lines=[prompt], buttons=[[(to.say("cancel-button"), CancelWriting(case.id))]])


async def draw_cancelled(to: Addressee, button: CancelWriting | LeaveIt) -> Screen:
    return Screen(lines=[to.say("cancelled")])


async def draw_whose(to: Addressee, button: Whose) -> Screen:
    say = to.say
    waiting = await dialogs.open_in(to.tx, to.person_id, to.chat_id, HoldingWords)
    if waiting is None:
        raise OldButton
    shown, before, after = await lines_of(to, Tab.OPEN, button.edge, button.back)
    rows: list[list[Label]] = [[(case_name(to, line), AnswerWith(line.id))] for line in shown]
    turn: list[Label] = []
    if before:
        turn.append((say("previous-page-button"), Whose(before, back=True)))
    if after:
        turn.append((say("next-button"), Whose(after, back=False)))
    if turn:
        rows.append(turn)
    rows.append([(say("desk-throw-away-button"), ThrowAway())])
    return Screen(say("desk-whose-title"), [say("desk-whose", count=len(waiting.held))], buttons=rows)


async def draw_given(to: Addressee, button: AnswerWith) -> Screen:
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    history: list[Label] = [(to.say("desk-history-button"), History(case.id))]
    return Screen(lines=[to.say("desk-given", number=case.number or "")], buttons=[history])


async def draw_thrown_away(to: Addressee, button: ThrowAway) -> Screen:
    return Screen(lines=[to.say("desk-thrown-away")])


async def render_whose(to: Addressee, letter: WhoseAsked) -> Sequence[Call]:
    """Only one such question is in the chat."""
    try:
        screen = await draw_whose(to, Whose(0, back=False))
    except OldButton:
        return []
    waiting = await dialogs.open_in(to.tx, to.person_id, to.chat_id, HoldingWords)
    former = waiting.asked_in if waiting else 0
    gone = [Call("deleteMessage", {"message_id": former}, may_fail=True)] if former else []
    return [*calls_of(screen), *gone]


async def whose_sent(to: Addressee, letter: WhoseAsked, sent: Sequence[Sent]) -> None:
    for each in sent:
        await dialogs.note_asked(to.tx, to.person_id, to.chat_id, each.message_id)


async def prompt_sent(to: Addressee, button: Writing, sent: Sequence[Sent]) -> None:
    for each in sent:
        add_copy(to.tx, to.chat_id, each.message_id, button.case_id, None, piece=PROMPT)


async def prompts_in(to: Addressee, case_id: CaseId) -> list[int]:
    return [copy.message_id for copy in await copies_in(to.tx, case_id, to.chat_id) if copy.piece == PROMPT]


async def render_prompt_done(to: Addressee, letter: PromptDone) -> Sequence[Call]:
    case = await stored.by_id(to.tx, letter.case_id)
    key = "desk-has-words" if letter.said else "desk-has-no-words"
    if letter.said and case is not None and case.status is Status.DECLINED:
        key = "desk-has-declined"
    text = text_params(Rich(to.say(key, number=case.number or "" if case else "")))
    return [
        Call("editMessageText", {**text, "message_id": message_id}, may_fail=True)
        for message_id in await prompts_in(to, letter.case_id)
    ]


async def prompt_done_sent(to: Addressee, letter: PromptDone, sent: Sequence[Sent]) -> None:
    await forget_copies(to.tx, to.chat_id, await prompts_in(to, letter.case_id))


# Questions that are asked once.


async def draw_confirm_close(to: Addressee, button: ConfirmClose) -> Screen:
    """Asks; and says so once the case has ended."""
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    say, number = to.say, case.number or ""
    if case.status in ENDED:
        return Screen(
            lines=[say("desk-has-ended", number=number)],
            buttons=[[(say("desk-history-button"), History(case.id))]],
        )
    return Screen(
        lines=[say("desk-confirm-close", number=number)],
        buttons=[[(say("desk-confirm-close-button"), Close(case.id, sure=True))], [(say("no-button"), LeaveIt())]],
    )


async def draw_offer_advice(to: Addressee, button: OfferAdvice) -> Screen:
    """Offers the text about 102 and the station; and says so once it was sent."""
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    say, number = to.say, case.number or ""
    if await case_history.has_happened(to.tx, case.id, Act.CRIME_ADVICE):
        return Screen(lines=[say("desk-advice-sent", number=number)])
    return Screen(
        lines=[say("desk-offer-advice", number=number)],
        buttons=[[(say("desk-advice-button"), SendAdvice(case.id))], [(say("no-button"), LeaveIt())]],
    )
