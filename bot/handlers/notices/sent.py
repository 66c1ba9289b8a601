"""A notice that was sent, as its author, or a coordinator of all that it is for, sees it: its state, what can be
done.

Correcting it is in `correction`.
"""

from collections.abc import Sequence
from datetime import timedelta
from math import ceil

from bot.domain.broadcasts import Account, Running
from bot.domain.languages import Language
from bot.domain.notices import (
    Act,
    By,
    Notice,
    NoticeIsPast,
    NoticeUnsent,
    OtherNotified,
    ProgressShown,
    SecondAsked,
    Status,
    moved,
)
from bot.domain.refusals import NotFound
from bot.handlers.notices.audience import whom_lines
from bot.handlers.notices.broadcast import loaded, title
from bot.handlers.notices.buttons import (
    AskFound,
    AskWithdrawal,
    CancelNotice,
    ConfirmNotice,
    Correct,
    DeclineNotice,
    Found,
    NoticeList,
    NoticePage,
    Pause,
    PreviewNotice,
    ReadNotice,
    Resume,
    Side,
    TakeBack,
    Withdraw,
    WriteText,
)
from bot.handlers.notices.form import beginning, side_of
from bot.handlers.notices.reader import as_received
from bot.handlers.notices.sending import goes_at
from bot.handlers.paging import back
from bot.services.notices import moves
from bot.services.notices.access import acted, seen
from bot.storage import broadcasts
from bot.storage import notices as stored_notices
from bot.storage.broadcasts import Broadcast
from bot.surface.context import Context
from bot.surface.outgoing import Effect, Show
from bot.surface.rendering import Addressee, Sent
from bot.surface.screens import Label, Screen

BAR = 10  # cells


def show_standing(context: Context, notice: Notice) -> None:
    """The state of the notice now, in place of what was pressed; its author's live message follows by itself."""
    pressed = context.turn.pressed
    if pressed is not None and pressed == notice.progress_message_id and notice.person_id == context.actor.person_id:
        moves.show(context.tx, notice)
    else:
        context.show(NoticePage(notice.id))


async def open_notice(context: Context, button: NoticePage) -> None:
    await seen(context.tx, context.actor.person_id, button.notice_id)
    context.show(button)


async def draw_page(to: Addressee, button: NoticePage) -> Screen:
    notice, by = await seen(to.tx, to.person_id, button.notice_id)
    read: list[Label] = [(to.say("notice-read-button"), ReadNotice(notice.id))]
    side = side_of(notice) if by is By.AUTHOR else Side.COORDINATOR
    screen = await standing(to, notice, by)
    rows = [*([read] if notice.status is not Status.DRAFT else []), *screen.buttons]
    rows += back(to, NoticeList(side, others=by is By.COORDINATOR, page=0))
    return Screen(screen.title, screen.lines, buttons=rows)


async def render_unsent(to: Addressee, letter: NoticeUnsent) -> Sequence[Effect]:
    """The reminder of a draft, which leads back to it. The last one comes at an hour that nobody chose."""
    try:
        notice, by = await seen(to.tx, to.person_id, letter.notice_id)
    except NotFound:
        return []
    if notice.status is not Status.DRAFT:
        return []
    lines = beginning(to, await stored_notices.content(to.tx, notice.id))
    if letter.erased_at is not None:
        lines.append(to.say("notice-unsent-until", time=to.say.datetime(letter.erased_at)))
    screen = Screen(to.say("notice-unsent"), [title(to, notice), *lines], buttons=acts(to, notice, by, None))
    silent = letter.erased_at is not None and to.tx.policy.notices.is_quiet(to.tx.now)
    return [Show(screen, silent=silent)]


async def standing(to: Addressee, notice: Notice, by: By) -> Screen:
    """The state of a notice, and what this person can do with it now."""
    broadcast = await broadcasts.by_id(to.tx, notice.broadcast_id) if notice.broadcast_id else None
    lines = [status_line(to, notice, broadcast)]
    if may_wait(to, notice, broadcast):
        lines.append(goes_at(to, notice))
    if broadcast is not None:
        lines += progress_lines(to, broadcast, await broadcasts.account(to.tx, broadcast.id))
    return Screen(title(to, notice), lines, buttons=acts(to, notice, by, broadcast))


def may_wait(to: Addressee, notice: Notice, broadcast: Broadcast | None) -> bool:
    """Whether it goes at another time than this."""
    if notice.status is Status.WAITING:
        return notice.scheduled_at is not None
    running = broadcast is not None and broadcast.state is Running.RUNNING
    return running and not notice.urgent and to.tx.policy.notices.is_quiet(to.tx.now)


def status_line(to: Addressee, notice: Notice, broadcast: Broadcast | None) -> str:
    say = to.say
    if notice.awaits_second:
        return say("notice-awaits-second")
    if notice.status is Status.SENT and notice.found_at is not None:
        return say("notice-was-found", time=say.datetime(notice.found_at))
    over = broadcast is not None and broadcast.state is Running.DONE
    return say(f"notice-over-{notice.status}" if over else f"notice-status-{notice.status}")


def progress_lines(to: Addressee, broadcast: Broadcast, account: Account) -> list[str]:
    """A bar, and what became of how many."""
    say = to.say
    lines = [bar(account)] if account.planned else []
    if broadcast.state is Running.PAUSED:
        lines.append(say("notice-paused"))
    lines.append(say("notice-planned", count=account.planned))
    lines.append(say("notice-delivered", count=account.delivered))
    if account.refused:
        lines.append(say("notice-unreachable", count=account.refused))
    if account.held:
        lines.append(say("notice-held", count=account.held))
    if account.unknown:
        lines.append(say("notice-unknown", count=account.unknown))
    if account.left:
        lines.append(say("notice-left", count=account.left))
        if broadcast.state is Running.RUNNING:
            lines.append(time_left(to, account.left))
    return lines


def bar(account: Account) -> str:
    """«█████░░░░░ 50 %»."""
    share = (account.planned - account.left) / account.planned
    full = int(share * BAR)
    return f"{'█' * full}{'░' * (BAR - full)} {int(share * 100)} %"


def time_left(to: Addressee, left: int) -> str:
    minutes = ceil(timedelta(seconds=left / to.tx.policy.pace.messages_per_second) / timedelta(minutes=1))
    if minutes <= 1:
        return to.say("notice-left-a-minute")
    if minutes < 120:
        return to.say("notice-left-minutes", count=minutes)
    return to.say("notice-left-hours", count=ceil(minutes / 60))


def can(notice: Notice, act: Act, by: By) -> bool:
    try:
        moved(notice, act, by, notice.touched_at)
    except NoticeIsPast:
        return False
    return True


def acts(to: Addressee, notice: Notice, by: By, broadcast: Broadcast | None) -> list[list[Label]]:
    """What this person can do with a notice as it is now."""
    say = to.say
    if notice.status is Status.DRAFT:
        go_on: list[list[Label]] = [
            [
                (say("notice-go-on-button"), WriteText(notice.id)),
                (say("notice-preview-button"), PreviewNotice(notice.id)),
            ],
            [(say("cancel-button"), CancelNotice(notice.id))],
        ]
        return go_on if by is By.AUTHOR else []
    rows: list[list[Label]] = []
    if notice.awaits_second and by is By.COORDINATOR:
        rows += second_rows(to, notice)
    if can(notice, Act.TAKE_BACK, by):
        rows.append([(say("notice-take-back-button"), TakeBack(notice.id))])
    if broadcast is not None and notice.status is Status.SENT:
        rows += running_rows(to, notice, broadcast)
    if can(notice, Act.FIND, by):
        rows.append([(say("notice-found-button"), AskFound(notice.id))])
    if can(notice, Act.CORRECT, by):
        rows.append([(say("notice-correct-button"), Correct(notice.id, Language.UK))])
    if can(notice, Act.WITHDRAW, by):
        rows.append([(say("notice-withdraw-button"), AskWithdrawal(notice.id))])
    return rows


def running_rows(to: Addressee, notice: Notice, broadcast: Broadcast) -> list[list[Label]]:
    match broadcast.state:
        case Running.RUNNING:
            return [[(to.say("notice-pause-button"), Pause(notice.id))]]
        case Running.PAUSED:
            return [[(to.say("notice-resume-button"), Resume(notice.id))]]
        case Running.DONE:
            return []


# The live message.


async def render_progress(to: Addressee, letter: ProgressShown) -> Sequence[Effect]:
    notice = await stored_notices.own(to.tx, letter.notice_id, to.person_id)
    if notice is None:
        return []
    return [Show(await standing(to, notice, By.AUTHOR), notice.progress_message_id or 0)]


async def progress_sent(to: Addressee, letter: ProgressShown, sent: Sequence[Sent]) -> None:
    for each in sent:
        await stored_notices.set_progress(to.tx, letter.notice_id, each.message_id)


# What is done with it.


async def pause(context: Context, button: Pause) -> None:
    show_standing(context, await moves.pause(context.tx, context.actor, button.notice_id))


async def resume(context: Context, button: Resume) -> None:
    show_standing(context, await moves.resume(context.tx, context.actor, button.notice_id))


async def take_back(context: Context, button: TakeBack) -> None:
    notice = await moves.take_back(context.tx, context.actor, button.notice_id)
    context.answer(context.say("notice-is-draft-again"))
    show_standing(context, notice)


async def ask_withdrawal(context: Context, button: AskWithdrawal) -> None:
    """Asked in a message of its own: the live one changes by itself."""
    await acted(context.tx, context.actor, button.notice_id, Act.WITHDRAW)
    context.show(button, as_new=True)


async def draw_ask_withdrawal(to: Addressee, button: AskWithdrawal) -> Screen:
    notice, _ = await seen(to.tx, to.person_id, button.notice_id)
    say = to.say
    rows: list[list[Label]] = [
        [(say("notice-withdraw-yes-button"), Withdraw(notice.id))],
        [(say("no-button"), NoticePage(notice.id))],
    ]
    return Screen(say("notice-withdraw-title"), [title(to, notice), say("notice-withdrawing-means")], buttons=rows)


async def withdraw(context: Context, button: Withdraw) -> None:
    show_standing(context, await moves.withdraw(context.tx, context.actor, button.notice_id))


async def ask_found(context: Context, button: AskFound) -> None:
    await acted(context.tx, context.actor, button.notice_id, Act.FIND)
    context.show(button, as_new=True)


async def draw_ask_found(to: Addressee, button: AskFound) -> Screen:
    notice, _ = await seen(to.tx, to.person_id, button.notice_id)
    say = to.say
    rows: list[list[Label]] = [
        [(say("notice-found-yes-button"), Found(notice.id))],
        [(say("no-button"), NoticePage(notice.id))],
    ]
    return Screen(say("notice-found-title"), [say("notice-finding-means")], buttons=rows)


async def found(context: Context, button: Found) -> None:
    show_standing(context, await moves.find(context.tx, context.actor, button.notice_id))


# A second coordinator.


async def render_second(to: Addressee, letter: SecondAsked) -> Sequence[Effect]:
    """Void once another was faster, or its author took it back."""
    notice = await stored_notices.coordinated(to.tx, letter.notice_id, to.person_id)
    if notice is None or not notice.awaits_second:
        return []
    lines = [*await whom_lines(to, notice), to.say("notice-second-asked")]
    screen = Screen(to.say("notice-second-title"), lines, buttons=second_rows(to, notice))
    return [*as_received(to, await loaded(to.tx, notice)), Show(screen)]


def second_rows(to: Addressee, notice: Notice) -> list[list[Label]]:
    return [
        [(to.say("notice-confirm-button"), ConfirmNotice(notice.id, notice.version))],
        [(to.say("notice-decline-button"), DeclineNotice(notice.id))],
    ]


async def confirm(context: Context, button: ConfirmNotice) -> None:
    notice = await moves.confirm(context.tx, context.actor, button.notice_id, button.version)
    context.answer(context.say("notice-confirmed"))
    context.show(NoticePage(notice.id))


async def decline(context: Context, button: DeclineNotice) -> None:
    await moves.decline(context.tx, context.actor, button.notice_id)
    context.show(button)


async def draw_declined(to: Addressee, button: DeclineNotice) -> Screen:
    return Screen(lines=[to.say("notice-you-declined")])


async def render_other(to: Addressee, letter: OtherNotified) -> Sequence[Effect]:
    """Void for a person who may not act on it any more."""
    own = await stored_notices.own(to.tx, letter.notice_id, to.person_id)
    notice = own or await stored_notices.coordinated(to.tx, letter.notice_id, to.person_id)
    if notice is None or notice.corrected_at is None:
        return []
    look: list[Label] = [(to.say("notice-look-button"), NoticePage(notice.id))]
    screen = Screen(to.say("notice-second-title"), [to.say("notice-other-corrected")], buttons=[look])
    return [*as_received(to, await loaded(to.tx, notice)), Show(screen)]
