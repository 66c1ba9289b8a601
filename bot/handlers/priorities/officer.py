"""The officer writes, sets and finishes the priorities of an area."""

from bot.domain.bodies import Kind
from bot.domain.dialogs import Dialog
from bot.domain.priorities import LIMITS, MOST, NOT_SET, NamingProblem, Part, Priority, Status, WritingPart
from bot.domain.refusals import TextExpected
from bot.handlers.officers.buttons import PostMore
from bot.handlers.paging import back
from bot.handlers.places import community_at, community_name
from bot.handlers.priorities.buttons import (
    AreaPriorities,
    AskCouncil,
    AskWithdraw,
    FinishPriority,
    NewPriority,
    OwnPriority,
    SetPriority,
    WithdrawPriority,
    WritePart,
)
from bot.handlers.priorities.words import half_year, list_lines, list_rows, notice_of, part_lines
from bot.services import priorities
from bot.storage import council, dialogs
from bot.storage import priorities as stored
from bot.storage.areas import Area
from bot.surface.buttons import Button
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.rendering import Addressee
from bot.surface.rich import Rich
from bot.surface.screens import Label, Screen

OPEN_QUESTIONS = (NamingProblem, WritingPart)


async def look(context: Context, button: AreaPriorities | OwnPriority) -> None:
    """The screen checks the right to it."""
    await dialogs.leave(context.tx, context.actor, OPEN_QUESTIONS)
    context.show(button)


async def draw_list(to: Addressee, button: AreaPriorities) -> Screen:
    area, _ = await priorities.own_area(to.tx, to.person_id, button.area_id)
    now = priorities.half_of(to.tx, later=False)
    known = await stored.of_area(to.tx, area.id, now)
    lines = [f"{community_name(to.say, community_at(to.register, area.community))}, {to.say.place(area.name)}"]
    lines += list_lines(to.say, known) or ["", to.say("priorities-none")]
    rows = list_rows({OwnPriority(each.id): each for each in known})
    for later in (False, True):
        half = priorities.half_of(to.tx, later=later)
        if sum(each.half_year == half for each in known) < MOST:
            rows.append([(to.say("priority-new-button", half=half_year(to.say, half)), NewPriority(area.id, later))])
    return Screen(to.say("priorities-title"), lines, buttons=[*rows, *back(to, PostMore())])


async def draw_one(to: Addressee, button: OwnPriority) -> Screen:
    priority, area, _ = await priorities.own(to.tx, to.person_id, button.priority_id)
    lines = [half_year(to.say, priority.half_year), await state_line(to, priority, area)]
    if priority.comment and priority.status in NOT_SET:
        lines.append(to.say("priority-remark", comment=priority.comment))
    body = Rich("\n\n".join(part_lines(to.say, priority)))
    rows = [*await act_rows(to, priority, area), *part_rows(to, priority)]
    if priority.status is not Status.DONE:
        rows.append([(to.say("priority-withdraw-button"), AskWithdraw(priority.id))])
    return Screen(to.say("priority-title"), lines, body, [*rows, *back(to, AreaPriorities(area.id))])


async def state_line(to: Addressee, priority: Priority, area: Area) -> str:
    """What it waits for."""
    say = to.say
    if priority.status is Status.ASKED and priority.alone_from is not None:
        return say("priority-waits-for-council", time=say.datetime(priority.alone_from))
    if priority.status is Status.DRAFT and priority.missing is not None:
        return say("priority-unfinished")
    if priority.status is Status.DRAFT and not await council.members_of(to.tx, area.community):
        return say("priority-without-council")
    return say(f"priority-now-{priority.status}")


async def act_rows(to: Addressee, priority: Priority, area: Area) -> list[list[Label]]:
    say, rows = to.say, list[list[Label]]()
    if priority.may_ask() and await council.members_of(to.tx, area.community):
        rows.append([(say("priority-ask-button"), AskCouncil(priority.id))])
    if await priorities.may_set(to.tx, priority, area):
        rows.append([(say("priority-set-button"), SetPriority(priority.id))])
    if priority.may_finish():
        rows.append([(say("priority-finish-button"), FinishPriority(priority.id))])
    return rows


def part_rows(to: Addressee, priority: Priority) -> list[list[Label]]:
    labels: list[Label] = [
        (to.say(f"priority-part-{part}"), WritePart(priority.id, part)) for part in Part if priority.may_write(part)
    ]
    return [labels[at : at + 2] for at in range(0, len(labels), 2)]


# Writing.


async def ask_problem(context: Context, button: NewPriority) -> None:
    area, _ = await priorities.own_area(context.tx, context.actor.person_id, button.area_id)
    await ask(context, NamingProblem(area.id, button.later), button)


async def ask_part(context: Context, button: WritePart) -> None:
    await priorities.writable(context.tx, context.actor.person_id, button.priority_id, button.part)
    await ask(context, WritingPart(button.priority_id, button.part), button)


async def ask(context: Context, dialog: Dialog, button: Button) -> None:
    await dialogs.begin(context.tx, context.actor, dialog)
    context.show(button)


async def draw_ask_problem(to: Addressee, button: NewPriority) -> Screen:
    area, _ = await priorities.own_area(to.tx, to.person_id, button.area_id)
    half = half_year(to.say, priorities.half_of(to.tx, later=button.later))
    return question(to, half, Part.PROBLEM, AreaPriorities(area.id))


async def draw_ask_part(to: Addressee, button: WritePart) -> Screen:
    priority = await priorities.writable(to.tx, to.person_id, button.priority_id, button.part)
    return question(to, priority.problem, button.part, OwnPriority(priority.id))


def question(to: Addressee, about: str, part: Part, way_out: Button) -> Screen:
    lines = [about, "", to.say(f"priority-ask-{part}", limit=LIMITS[part]), to.say("priority-public")]
    return Screen(to.say(f"priority-part-{part}"), lines, buttons=[[(to.say("cancel-button"), way_out)]])


async def take_problem(context: Context, message: PrivateMessage, dialog: NamingProblem) -> None:
    text = words_of(message)
    priority_id = await priorities.begin(context.tx, context.actor, dialog.area_id, text, later=dialog.later)
    await ask(context, WritingPart(priority_id, Part.AIM), WritePart(priority_id, Part.AIM))


async def take_part(context: Context, message: PrivateMessage, dialog: WritingPart) -> None:
    """The next part of the plan is asked for, as long as one is missing."""
    written = await priorities.write(context.tx, context.actor, dialog.priority_id, dialog.part, words_of(message))
    if written.missing is not None:
        await ask(context, WritingPart(written.id, written.missing), WritePart(written.id, written.missing))
    else:
        await look(context, OwnPriority(written.id))


def words_of(message: PrivateMessage) -> str:
    """Raises TextExpected for a file, for its caption would be taken for all of it."""
    if message.body is None or message.body.kind is not Kind.TEXT:
        raise TextExpected
    return message.text


# What becomes of it.


async def ask_council(context: Context, button: AskCouncil) -> None:
    await priorities.ask_council(context.tx, context.actor, button.priority_id)
    await look(context, OwnPriority(button.priority_id))


async def put(context: Context, button: SetPriority) -> None:
    priority, *_ = await priorities.own(context.tx, context.actor.person_id, button.priority_id)
    content = notice_of(context, priority, Status.CURRENT)
    await priorities.put(context.tx, context.actor, context.tools.register, priority.id, content)
    await look(context, OwnPriority(priority.id))


async def finish(context: Context, button: FinishPriority) -> None:
    priority, *_ = await priorities.own(context.tx, context.actor.person_id, button.priority_id)
    content = notice_of(context, priority, Status.DONE)
    await priorities.finish(context.tx, context.actor, context.tools.register, priority.id, content)
    await look(context, OwnPriority(priority.id))


async def draw_ask_withdraw(to: Addressee, button: AskWithdraw) -> Screen:
    priority, *_ = await priorities.own(to.tx, to.person_id, button.priority_id)
    rows: list[list[Label]] = [
        [(to.say("priority-withdraw-button"), WithdrawPriority(priority.id))],
        [(to.say("cancel-button"), OwnPriority(priority.id))],
    ]
    return Screen(to.say("priority-withdraw-title"), [priority.problem, to.say("priority-withdraw")], buttons=rows)


async def withdraw(context: Context, button: WithdrawPriority) -> None:
    area_id = await priorities.withdraw(context.tx, context.actor, button.priority_id)
    await look(context, AreaPriorities(area_id))
