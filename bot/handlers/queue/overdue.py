"""What is overdue where a person coordinates, and who does not answer: the list, and what a coordinator is told of it.

What is written in these cases is read there only where the case is the coordinator's to work.
"""

from collections.abc import Sequence

from bot.domain.deadlines import CaseClock, CasesLate
from bot.domain.people import require_coordinator
from bot.handlers.communities.buttons import CommunityPage, CoordinatorHome
from bot.handlers.officers.buttons import OfficerPage
from bot.handlers.paging import PAGE, back, turning
from bot.handlers.places import community_at, community_name
from bot.handlers.queue.buttons import Overdue, QueuedCase
from bot.services.communities import coordinator_parts
from bot.storage import deadlines
from bot.storage.deadlines import OverdueCase
from bot.surface.buttons import Button
from bot.surface.context import Context
from bot.surface.outgoing import Effect, Show
from bot.surface.rendering import Addressee
from bot.surface.rich import Rich
from bot.surface.screens import Label, Screen

LATE_TITLES = {CaseClock.ANSWER: "overdue-late-title", CaseClock.RESOLUTION: "overdue-unresolved-title"}


async def look(context: Context, button: Overdue) -> None:
    require_coordinator(context.actor)
    context.show(button, as_new=button.beside)


async def draw_overdue(to: Addressee, button: Overdue) -> Screen:
    await coordinator_parts(to.tx, to.person_id)
    count = await deadlines.count_overdue(to.tx, to.person_id)
    page = min(max(button.page, 0), count // PAGE)
    cases = await deadlines.overdue(to.tx, to.person_id, PAGE, page * PAGE)
    rows = [*case_rows(cases), *answering_rows(to, cases)]
    rows += turning(to, count, page, Overdue(page - 1), Overdue(page + 1))
    lines = [to.say("overdue-explained" if cases else "overdue-empty")]
    body = Rich("\n\n".join(line_of(to, case) for case in cases))
    return Screen(to.say("overdue-title"), lines, body, [*rows, *back(to, CoordinatorHome())])


def line_of(to: Addressee, case: OverdueCase) -> str:
    """Where it is from, since when it is overdue, and who does not answer."""
    say = to.say
    mark = f" · {say('case-emergency-mark')}" if case.emergency else ""
    place = community_name(say, community_at(to.register, case.community))
    if case.officer_name is None:
        who = say("overdue-nobody")
    else:
        who = say("from-officer", rank=say.rank(case.officer_rank or ""), name=case.officer_name)
    key = "overdue-since" if case.overdue_at == case.answer_by else "overdue-unresolved-since"
    since = say(key, date=say.near_date(case.overdue_at, to.tx.now))
    return f"{case.number}{mark}\n{place}\n{who}\n{since}"


def case_rows(cases: Sequence[OverdueCase]) -> list[list[Label]]:
    """Those that the coordinator may open."""
    return [[(case.number, QueuedCase(case.id))] for case in cases if case.openable]


def answering_rows(to: Addressee, cases: Sequence[OverdueCase]) -> list[list[Label]]:
    """The pages of those who do not answer, each once: of an officer, or where nobody has a case, of its community."""
    say, rows = to.say, dict[Button, str]()
    for case in cases:
        if case.officer_id is not None and case.officer_name is not None:
            label = say("officer-who", rank=say.rank(case.officer_rank or ""), name=case.officer_name)
            rows[OfficerPage(case.officer_id)] = label
        else:
            rows[CommunityPage(case.community)] = community_name(say, community_at(to.register, case.community))
    return [[(label, button)] for button, label in rows.items()]


async def render_late(to: Addressee, letter: CasesLate) -> Sequence[Effect]:
    """Of these cases those that are still overdue by this clock, as far as the reader may know of them."""
    found = await deadlines.overdue_among(to.tx, to.person_id, letter.case_ids)
    cases = [case for case in found if case.is_overdue(letter.clock, to.tx.now)]
    if not cases:
        return []
    shown, say = cases[:PAGE], to.say
    more = [say("deadline-more", count=len(cases) - PAGE)] if len(cases) > PAGE else []
    body = Rich("\n\n".join([*(line_of(to, case) for case in shown), *more]))
    rows: list[list[Label]] = [*answering_rows(to, shown), [(say("overdue-button"), Overdue(0, beside=True))]]
    return [Show(Screen(say(LATE_TITLES[letter.clock]), body=body, buttons=rows))]
