"""The report on a notice: what came of it, in numbers."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from bot.domain.broadcasts import Delivery
from bot.domain.ids import AreaId
from bot.domain.notices import NoticeReported, Status
from bot.handlers.notices.broadcast import title
from bot.storage import areas, broadcasts, deliveries
from bot.storage import notices as stored_notices
from bot.storage.broadcasts import Counted
from bot.surface.outgoing import Effect, Show
from bot.surface.rendering import Addressee
from bot.surface.rich import Rich
from bot.surface.screens import Screen

KINDS = ("private", "group", "channel")  # of chats, in the order in which they are reported

REPORTED_AREAS = 20  # lines; of an oblast, the areas with the most chats


async def render_report(to: Addressee, letter: NoticeReported) -> Sequence[Effect]:
    notice = await stored_notices.own(to.tx, letter.notice_id, to.person_id)
    if notice is None or notice.broadcast_id is None:
        return []
    counted = await broadcasts.counted(to.tx, notice.broadcast_id)
    corrected = notice.status is Status.SENT and notice.corrected_at is not None
    over = to.say("notice-report-corrected" if corrected else f"notice-report-{notice.status}")
    lines = [title(to, notice), over, *kind_lines(to, counted)]
    if text_alone := await deliveries.with_text_alone(to.tx, notice.broadcast_id):
        lines.append(to.say("notice-report-text-alone", count=text_alone))
    body = Rich("\n".join(await area_lines(to, counted)))
    return [Show(Screen(to.say("notice-report-title"), lines, body))]


def kind_lines(to: Addressee, counted: Sequence[Counted]) -> list[str]:
    """For each kind of chat what came of it, in numbers; what is zero is left out."""
    sums: dict[str, dict[Delivery, int]] = defaultdict(lambda: defaultdict(int))
    for each in counted:
        kind = each.kind if each.kind in KINDS else "group"  # forums and supergroups are groups
        sums[kind][each.state] += each.chats
    if not sums:
        return [to.say("notice-report-nobody")]
    return [to.say(f"notice-report-{kind}", outcome=outcome(to, sums[kind])) for kind in KINDS if kind in sums]


def outcome(to: Addressee, states: Mapping[Delivery, int]) -> str:
    """«доставлено 10, недоступні 2»."""
    return ", ".join(
        to.say(f"notice-outcome-{state.name.lower()}", count=states[state]) for state in Delivery if states.get(state)
    )


async def area_lines(to: Addressee, counted: Sequence[Counted]) -> list[str]:
    """What came to each area's residents, the largest areas first; nothing more than is said where it is only one."""
    sums: dict[AreaId, dict[Delivery, int]] = defaultdict(lambda: defaultdict(int))
    for each in counted:
        if each.area_id is not None:
            sums[each.area_id][each.state] += each.chats
    if len(sums) < 2:
        return []
    names = await areas.names(to.tx, list(sums))
    ordered = sorted(sums, key=lambda area: -sum(sums[area].values()))
    lines = [
        to.say("notice-report-area", area=to.say.place(names[area]), outcome=outcome(to, sums[area]))
        for area in ordered[:REPORTED_AREAS]
    ]
    if len(ordered) > REPORTED_AREAS:
        lines.append(to.say("notice-report-more", count=len(ordered) - REPORTED_AREAS))
    return lines
