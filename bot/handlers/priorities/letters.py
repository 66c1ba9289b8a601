"""What officers and the council are told about priorities. Void for a person who may not read it any more."""

from collections.abc import Sequence

from bot.domain.ids import PriorityId
from bot.domain.priorities import CannotNow, CouncilAgreed, CouncilRemarked, DraftToRead, ResultAsked, Status
from bot.domain.refusals import NotFound
from bot.handlers.priorities.buttons import AgreeToPriority, OwnPriority, RemarkOnPriority
from bot.handlers.priorities.words import half_year, part_lines
from bot.services import priorities
from bot.surface.outgoing import Effect, Show
from bot.surface.rendering import Addressee
from bot.surface.rich import Rich
from bot.surface.screens import Label, Screen


async def render_draft(to: Addressee, letter: DraftToRead) -> Sequence[Effect]:
    try:
        priority, area = await priorities.asked(to.tx, to.person_id, letter.priority_id)
    except (NotFound, CannotNow):
        return []
    say = to.say
    lines = [say.place(area.name), half_year(say, priority.half_year), say("priority-council-asked")]
    rows: list[list[Label]] = [
        [(say("priority-agree-button"), AgreeToPriority(priority.id))],
        [(say("priority-remark-button"), RemarkOnPriority(priority.id))],
    ]
    return [Show(Screen(say("priority-title"), lines, Rich("\n\n".join(part_lines(say, priority))), rows))]


async def render_agreed(to: Addressee, letter: CouncilAgreed) -> Sequence[Effect]:
    """Void where it was changed since: the council is asked again then."""
    return await told(to, letter.priority_id, "priority-council-agreed", Status.AGREED)


async def render_remarked(to: Addressee, letter: CouncilRemarked) -> Sequence[Effect]:
    return await told(to, letter.priority_id, "priority-council-remarked", Status.ASKED)


async def render_result_asked(to: Addressee, letter: ResultAsked) -> Sequence[Effect]:
    return await told(to, letter.priority_id, "priority-result-asked", Status.CURRENT)


async def told(to: Addressee, priority_id: PriorityId, key: str, status: Status) -> Sequence[Effect]:
    """What has happened to a priority that is still there."""
    try:
        priority, *_ = await priorities.own(to.tx, to.person_id, priority_id)
    except NotFound:
        return []
    if priority.status is not status:
        return []
    say = to.say
    remark = [say("priority-remark", comment=priority.comment)] if priority.comment and status is Status.ASKED else []
    rows: list[list[Label]] = [[(say("priority-open-button"), OwnPriority(priority.id))]]
    lines = [half_year(say, priority.half_year), priority.problem, *remark]
    return [Show(Screen(say(key), lines, buttons=rows))]
