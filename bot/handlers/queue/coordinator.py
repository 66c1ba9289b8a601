"""What a coordinator does with the queue: looks at it, and gives a case to an officer.

Reading, answering and declining a queued case are acts of the desk (`cases.answers`), where a coordinator works then.
"""

from collections.abc import Sequence

from bot.domain.cases import Case
from bot.domain.communities import LeftInQueue
from bot.domain.officers import OfficerCard
from bot.domain.refusals import NotFound
from bot.handlers.case_entries import emergency_lines
from bot.handlers.cases.buttons import Answer, Decline, History
from bot.handlers.communities.buttons import CommunityPage, CoordinatorHome
from bot.handlers.complaints import complained_of
from bot.handlers.paging import PAGE, back, last_page, page_of, turning
from bot.handlers.places import community_at, community_name, settlement_at, settlement_name
from bot.handlers.queue.buttons import GiveCase, GiveList, GivePage, Queue, QueuedCase
from bot.register import CommunityCode
from bot.services import queue, transfers
from bot.services.cases import access, complaints, pauses
from bot.services.communities import coordinated_community, coordinator_parts
from bot.storage import communities, officers
from bot.storage import queue as waiting
from bot.surface.buttons import Button
from bot.surface.context import Context
from bot.surface.outgoing import Effect, Show
from bot.surface.rendering import Addressee
from bot.surface.rich import Rich
from bot.surface.screens import Label, Screen


def title_of(to: Addressee, case: Case) -> str:
    subject = to.say(f"category-{case.category}") if case.category else to.say(f"case-kind-{case.kind}")
    return f"{case.number} · {subject}"


async def facts(to: Addressee, case: Case) -> str:
    """Where it is from, how long it waits and whether that is too long; of one that somebody has, why it is here."""
    say = to.say
    place = community_name(say, community_at(to.register, case.community or ""))
    days = (to.tx.now - (case.sent_at or case.created_at)).days
    line = say("queue-line", place=place, days=say("days", count=days)) if days else say("queue-line-new", place=place)
    if is_taken(case):
        return f"{line} {say(await why_here(to, case))}"
    return f"{line} {say('queue-overdue')}" if case.is_overdue(to.tx.now) else line


def is_taken(case: Case) -> bool:
    return case.officer_id is not None or case.coordinator_id is not None


async def why_here(to: Addressee, case: Case) -> str:
    """The text that says why a case waits for a coordinator though it is in work."""
    if await complaints.is_ending(to.tx, case):
        return "queue-ending-asked"
    return "queue-paused" if case.paused_until is not None else "queue-unreachable"


async def line_of(to: Addressee, case: Case) -> str:
    mark = f"{to.say('case-emergency-mark')} · " if case.emergency else ""
    return f"{case.number}: {mark}{await facts(to, case)}"


async def queued(to: Addressee, button: QueuedCase | GivePage) -> Case:
    return await access.queued(to.tx, to.person_id, button.case_id)


async def draw_queue(to: Addressee, button: Queue) -> Screen:
    await coordinator_parts(to.tx, to.person_id)
    code = CommunityCode(button.community) if button.community else None
    above: Button = CoordinatorHome()
    if code is not None:
        above = CommunityPage((await coordinated_community(to.tx, to.person_id, code)).code)
    count = await waiting.length(to.tx, to.person_id, code)
    page = min(max(button.page, 0), count // PAGE)
    cases = await waiting.waiting(to.tx, to.person_id, code, PAGE, page * PAGE)
    rows: list[list[Label]] = [[(title_of(to, case), QueuedCase(case.id))] for case in cases]
    rows += turning(to, count, page, Queue(button.community, page - 1), Queue(button.community, page + 1))
    lines = [to.say(explained(cases))]
    if (withheld := await waiting.withheld_from(to.tx, to.person_id, code)) is not None:
        lines.append(to.say("queue-withheld", count=withheld.count, time=to.say.datetime(withheld.until)))
    body = Rich("\n".join([await line_of(to, case) for case in cases]))
    return Screen(to.say("queue-title"), lines, body, [*rows, *back(to, above)])


def explained(cases: Sequence[Case]) -> str:
    if not cases:
        return "queue-empty"
    return "queue-waits" if any(is_taken(case) for case in cases) else "queue-explained"


async def render_left(to: Addressee, letter: LeftInQueue) -> Sequence[Effect]:
    if await communities.coordinated(to.tx, letter.community, to.person_id) is None:
        return []
    say = to.say
    lines = [community_name(say, community_at(to.register, letter.community)), say("queue-left", count=letter.count)]
    buttons = [[(say("queue-look-button"), Queue(letter.community, 0))]]
    return [Show(Screen(say("queue-left-title"), lines, buttons=buttons))]


# One case.


async def look_at_case(context: Context, button: QueuedCase) -> None:
    await queue.queued_case(context.tx, context.actor, button.case_id)
    context.show(button)


async def draw_case(to: Addressee, button: QueuedCase) -> Screen:
    """Without its messages: those are read in the case's history, and each reading is noted."""
    case = await queued(to, button)
    say = to.say
    lines = emergency_lines(say, case)
    lines.append(await facts(to, case))
    if case.settlement is not None:
        lines.append(settlement_name(say, settlement_at(to.register, case.settlement)))
    lines += await complained_of(to, case)
    lines.append(say(who_reads(case)))
    rows: list[list[Label]] = [[(say("queue-open-button"), History(case.id))]]
    if not case.confidential:
        rows.append([(say("queue-give-button"), GiveList(case.id))])
    answer = say("walk-in-answer-button" if case.unclaimed else "desk-answer-button")
    rows.append([(answer, Answer(case.id)), (say("desk-decline-button"), Decline(case.id))])
    return Screen(title_of(to, case), lines, buttons=[*rows, *back(to, Queue("", 0))])


def who_reads(case: Case) -> str:
    """The text that says it."""
    if case.is_complaint:
        return "queue-complaint"
    return "queue-council" if case.confidential else "queue-reading-is-noted"


async def choose_officer(context: Context, button: GiveList) -> None:
    """From the queue, or from the card of a case: there it comes as a message of its own, and the card stays."""
    await queue.queued_case(context.tx, context.actor, button.case_id)
    context.show(button, as_new=True)


async def turn_page(context: Context, button: GivePage) -> None:
    await queue.queued_case(context.tx, context.actor, button.case_id)
    context.show(button)


async def draw_first(to: Addressee, button: GiveList) -> Screen:
    return await draw_give(to, GivePage(button.case_id, 0))


async def draw_give(to: Addressee, button: GivePage) -> Screen:
    case = await queued(to, button)
    if case.confidential or case.community is None:
        raise NotFound
    say = to.say
    own = await officers.of_person(to.tx, to.person_id)
    serving = await officers.public_sitting_in(to.tx, case.community)
    kept_from = await pauses.pausing(to.tx, case.id)
    cards = [card for card in serving if card != own and card.id not in kept_from]
    page = last_page(cards, button.page)
    rows: list[list[Label]] = [
        [(say("officer-who", rank=say.rank(card.rank), name=say.person(card.name)), GiveCase(case.id, card.id))]
        for card in page_of(cards, page)
    ]
    rows += turning(to, len(cards), page, GivePage(case.id, page - 1), GivePage(case.id, page + 1))
    lines = [say("queue-give-to" if cards else nobody_to_give(serving, own))]
    return Screen(title_of(to, case), lines, buttons=[*rows, *back(to, QueuedCase(case.id))])


def nobody_to_give(serving: Sequence[OfficerCard], own: OfficerCard | None) -> str:
    """The text that says why a case can be given to nobody."""
    if not serving:
        return "queue-no-officers"
    return "queue-no-other-officers" if serving == [own] else "queue-nobody-to-give"


async def give(context: Context, button: GiveCase) -> None:
    case = await transfers.give_queued(context.tx, context.actor, button.case_id, button.officer_id)
    context.turn.facts["case"] = case.number or ""
    context.answer(context.say("queue-given"))
    context.show(Queue("", 0))
