"""The council reads the priorities of its community's officers, and agrees or remarks on what it is asked about."""

from bot.domain.priorities import COMMENT_LIMIT, HalfYear, Remarking, Status
from bot.handlers.joining.buttons import JoiningPage
from bot.handlers.paging import back
from bot.handlers.places import community_at, community_name
from bot.handlers.priorities.buttons import AgreeToPriority, CouncilPriorities, ReadPriority, RemarkOnPriority
from bot.handlers.priorities.officer import words_of
from bot.handlers.priorities.words import half_year, list_lines, list_rows, part_lines
from bot.services import priorities
from bot.storage import dialogs
from bot.storage import priorities as stored
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.rendering import Addressee
from bot.surface.rich import Rich
from bot.surface.screens import Label, Screen


async def look(context: Context, button: CouncilPriorities | ReadPriority) -> None:
    """The screen checks the right to it."""
    await dialogs.leave(context.tx, context.actor, Remarking)
    context.show(button)


async def draw_list(to: Addressee, button: CouncilPriorities) -> Screen:
    code = await priorities.represented(to.tx, to.person_id, button.community)
    known = await stored.of_community(to.tx, code, HalfYear.at(to.tx.now).before)
    lines = [community_name(to.say, community_at(to.register, code))]
    lines += list_lines(to.say, known) or ["", to.say("priorities-none-yet")]
    rows = list_rows({ReadPriority(each.id): each for each in known})
    return Screen(to.say("priorities-title"), lines, buttons=[*rows, *back(to, JoiningPage(code))])


async def draw_one(to: Addressee, button: ReadPriority) -> Screen:
    priority, area = await priorities.read_by_council(to.tx, to.person_id, button.priority_id)
    lines = [to.say.place(area.name), half_year(to.say, priority.half_year)]
    lines.append(to.say(f"priority-state-{priority.status}"))
    rows: list[list[Label]] = []
    if priority.status is Status.ASKED:
        rows.append([(to.say("priority-agree-button"), AgreeToPriority(priority.id))])
        rows.append([(to.say("priority-remark-button"), RemarkOnPriority(priority.id))])
    body = Rich("\n\n".join(part_lines(to.say, priority)))
    return Screen(to.say("priority-title"), lines, body, [*rows, *back(to, CouncilPriorities(area.community))])


async def agree(context: Context, button: AgreeToPriority) -> None:
    await priorities.agree(context.tx, context.actor, button.priority_id)
    await look(context, ReadPriority(button.priority_id))


async def ask_remark(context: Context, button: RemarkOnPriority) -> None:
    priority, _ = await priorities.asked(context.tx, context.actor.person_id, button.priority_id)
    await dialogs.begin(context.tx, context.actor, Remarking(priority.id))
    context.show(button)


async def draw_ask_remark(to: Addressee, button: RemarkOnPriority) -> Screen:
    priority, _ = await priorities.asked(to.tx, to.person_id, button.priority_id)
    lines = [priority.problem, "", to.say("priority-ask-remark", limit=COMMENT_LIMIT)]
    cancel: list[Label] = [(to.say("cancel-button"), ReadPriority(priority.id))]
    return Screen(to.say("priority-remark-button"), lines, buttons=[cancel])


async def take_remark(context: Context, message: PrivateMessage, dialog: Remarking) -> None:
    await priorities.comment(context.tx, context.actor, dialog.priority_id, words_of(message))
    await look(context, ReadPriority(dialog.priority_id))
    context.answer(context.say("priority-remark-noted"))
