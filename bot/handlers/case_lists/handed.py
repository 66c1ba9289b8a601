"""Many cases that came to an officer together, as a list: each in a line, and opened by a press."""

from collections.abc import Sequence

from bot.domain.case_letters import CasesHanded
from bot.domain.case_lists import Tab
from bot.handlers.case_lists.buttons import DeskList, HandedCases
from bot.handlers.case_lists.filters import desk_of
from bot.handlers.case_lists.lists import LINES, in_a_line, with_words
from bot.handlers.cases.buttons import DeskCase
from bot.handlers.excerpts import case_name
from bot.services.cases import access
from bot.storage import case_lists, handovers, shown_lists
from bot.storage.case_lists import CaseLine
from bot.surface.outgoing import Effect, Show
from bot.surface.rendering import Addressee, Sent
from bot.surface.screens import Label, Screen


async def draw(to: Addressee, button: HandedCases) -> Screen:
    shown, before, after = await lines_of(to, button)
    rows: list[list[Label]] = [[(case_name(to, line), DeskCase(line.id))] for line in shown]
    turn: list[Label] = []
    if before:
        turn.append((to.say("previous-page-button"), HandedCases(button.handover_id, before, back=True)))
    if after:
        turn.append((to.say("next-button"), HandedCases(button.handover_id, after)))
    rows += [turn] if turn else []
    rows.append([(to.say("menu-desk-button"), DeskList(Tab.MINE, 0, back=False))])
    count = await handovers.count(to.tx, await desk_of(to), button.handover_id)
    lines = await in_a_line(to, shown) or [to.say("desk-list-empty")]
    return Screen(to.say("desk-cases-handed", count=count), lines, buttons=rows, protected=True)


async def lines_of(to: Addressee, button: HandedCases) -> tuple[list[CaseLine], int, int]:
    """A page, and the edges of the pages before and after it; 0 where there is none. Raises NotFound."""
    desk, back = await desk_of(to), button.back
    found = await handovers.page(to.tx, desk, button.handover_id, button.edge, LINES + 1, backwards=back)
    more = len(found) > LINES
    shown = (found[1:] if back else found[:-1]) if more else found
    before = shown[0].place if shown and (more if back else button.edge > 0) else 0
    after = shown[-1].place if shown and (back or more) else 0
    return shown, before, after


async def page_sent(to: Addressee, button: HandedCases, sent: Sequence[Sent]) -> None:
    """As any list: it may show words of its cases."""
    shown, _, _ = await lines_of(to, button)
    for each in sent:
        case_lists.forget_page(to.tx, to.chat_id, each.message_id)
        shown_lists.note(to.tx, to.chat_id, each.message_id, button.pack(), with_words(to, shown))


async def render(to: Addressee, letter: CasesHanded) -> Sequence[Effect]:
    """Void where none of them is the officer's any more."""
    desk, first = await case_lists.desk_of(to.tx, to.person_id), HandedCases(letter.handover_id, 0)
    if desk is None or not await handovers.count(to.tx, desk, letter.handover_id):
        return []
    return [Show(await draw(to, first))]


async def sent(to: Addressee, letter: CasesHanded, sent: Sequence[Sent]) -> None:
    """The officer was sent the first words of cases unasked."""
    first = HandedCases(letter.handover_id, 0)
    if not sent or await case_lists.desk_of(to.tx, to.person_id) is None:
        return
    await page_sent(to, first, sent)
    shown, _, _ = await lines_of(to, first)
    for case_id in with_words(to, shown):
        access.note_received(to.tx, to.party, to.person_id, case_id)
