"""Letters to those who write notices: the preview, the question to a second coordinator, the progress, the report."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from bot.domain.broadcasts import Delivery
from bot.domain.ids import AreaId
from bot.domain.languages import Language
from bot.domain.notices import (
    By,
    NoticePreviewed,
    NoticeRead,
    NoticeReported,
    OtherTold,
    ProgressShown,
    SecondAsked,
    Status,
)
from bot.handlers.notices.broadcast import Loaded, is_covered, loaded, message, title, words
from bot.handlers.notices.buttons import NoticePage, PreviewNotice
from bot.handlers.notices.form_screens import draw_summary, reach_line
from bot.handlers.notices.screens import second_rows, standing
from bot.services.notices.access import seen
from bot.storage import areas, broadcasts, subscriptions
from bot.storage import notices as stored
from bot.storage.broadcasts import Counted
from bot.telegram.rendering import Addressee, Sent
from bot.telegram.rich import Rich
from bot.telegram.screens import Call, Label, Screen, calls_of, text_params

KINDS = ("private", "group", "channel")  # of chats, in the order in which they are reported
REPORTED_AREAS = 20  # lines; of an oblast, the areas with the most chats


def as_received(to: Addressee, shown: Loaded) -> list[Call]:
    """A notice as its readers get it: in Ukrainian, and below in English where there are such words."""
    calls = message(to, shown)
    if is_covered(to, shown.notice):
        calls.append(Call("sendMessage", text_params(words(to, shown))))
    if Language.EN in shown.content.words and to.say.language is not Language.EN:
        english = shown.content.words[Language.EN]
        calls.append(Call("sendMessage", text_params(Rich(english.text, english.entities))))
    return calls


async def render_preview(to: Addressee, letter: NoticePreviewed) -> Sequence[Call]:
    notice = await stored.own(to.tx, letter.notice_id, to.person_id)
    if notice is None or notice.status is not Status.DRAFT:
        return []
    summary = await draw_summary(to, PreviewNotice(notice.id))
    return [*as_received(to, await loaded(to.tx, notice)), *calls_of(summary)]


async def render_read(to: Addressee, letter: NoticeRead) -> Sequence[Call]:
    """As it came, for whoever it was told to; who wrote it sees all of it."""
    if (told := await subscriptions.received(to.tx, letter.notice_id, to.person_id)) is not None:
        return message(to, await loaded(to.tx, told))
    notice, _ = await seen(to.tx, to.person_id, letter.notice_id)
    return as_received(to, await loaded(to.tx, notice))


async def render_second(to: Addressee, letter: SecondAsked) -> Sequence[Call]:
    """Void once another was faster, or its author took it back."""
    notice = await stored.coordinated(to.tx, letter.notice_id, to.person_id)
    if notice is None or not notice.awaits_second:
        return []
    lines = [await reach_line(to, notice), to.say("notice-second-asked")]
    screen = Screen(to.say("notice-second-title"), lines, buttons=second_rows(to, notice))
    return [*as_received(to, await loaded(to.tx, notice)), *calls_of(screen)]


async def render_other(to: Addressee, letter: OtherTold) -> Sequence[Call]:
    """Void for whoever has nothing to say of it any more."""
    own = await stored.own(to.tx, letter.notice_id, to.person_id)
    notice = own or await stored.coordinated(to.tx, letter.notice_id, to.person_id)
    if notice is None or notice.corrected_at is None:
        return []
    look: list[Label] = [(to.say("notice-look-button"), NoticePage(notice.id))]
    screen = Screen(to.say("notice-second-title"), [to.say("notice-other-corrected")], buttons=[look])
    return [*as_received(to, await loaded(to.tx, notice)), *calls_of(screen)]


# The live message.


async def render_progress(to: Addressee, letter: ProgressShown) -> Sequence[Call]:
    notice = await stored.own(to.tx, letter.notice_id, to.person_id)
    if notice is None:
        return []
    return calls_of(await standing(to, notice, By.AUTHOR), notice.progress_message_id or 0)


async def progress_sent(to: Addressee, letter: ProgressShown, sent: Sequence[Sent]) -> None:
    for each in sent:
        await stored.set_progress(to.tx, letter.notice_id, each.message_id)


# The report.


async def render_report(to: Addressee, letter: NoticeReported) -> Sequence[Call]:
    notice = await stored.own(to.tx, letter.notice_id, to.person_id)
    if notice is None or notice.broadcast_id is None:
        return []
    counted = await broadcasts.counted(to.tx, notice.broadcast_id)
    corrected = notice.status is Status.SENT and notice.corrected_at is not None
    over = to.say("notice-report-corrected" if corrected else f"notice-report-{notice.status}")
    lines = [title(to, notice), over, *kind_lines(to, counted)]
    body = Rich("\n".join(await area_lines(to, counted)))
    return calls_of(Screen(to.say("notice-report-title"), lines, body))


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
        to.say("notice-report-area", area=names[area], outcome=outcome(to, sums[area]))
        for area in ordered[:REPORTED_AREAS]
    ]
    if len(ordered) > REPORTED_AREAS:
        lines.append(to.say("notice-report-more", count=len(ordered) - REPORTED_AREAS))
    return lines
