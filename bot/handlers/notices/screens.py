"""Screens of notices that were written: how they stand, what can be done, and what became of them."""

from datetime import timedelta
from math import ceil

from bot.domain.broadcasts import Account, Running
from bot.domain.languages import Language
from bot.domain.notices import Act, By, Notice, NoticeIsPast, Status, moved
from bot.domain.refusals import NotFound, OldButton
from bot.handlers.notices.broadcast import loaded, opened, title
from bot.handlers.notices.buttons import (
    AskFound,
    AskWithdrawal,
    CancelNotice,
    ConfirmNotice,
    Correct,
    DeclineNotice,
    Found,
    HideNotice,
    NoticeList,
    NoticePage,
    NoticesHome,
    OpenNotice,
    Pause,
    PreviewNotice,
    ReadNotice,
    Resume,
    SendCorrection,
    Side,
    TakeBack,
    Withdraw,
    WriteWords,
)
from bot.handlers.notices.dialogs import CorrectingNotice
from bot.handlers.notices.form_screens import goes_at, side_of
from bot.handlers.paging import PAGE, back, turning
from bot.services.notices.access import seen
from bot.storage import broadcasts, dialogs, subscriptions
from bot.storage import notices as stored
from bot.storage.broadcasts import Broadcast
from bot.telegram.rendering import Addressee
from bot.telegram.rich import Rich
from bot.telegram.screens import Label, Screen

BAR = 10  # cells


async def draw_list(to: Addressee, button: NoticeList) -> Screen:
    """One more than fits is read, to know whether there is a next page."""
    read = stored.of_scope if button.others else stored.of_author
    found = await read(to.tx, to.person_id, PAGE + 1, button.page * PAGE)
    rows: list[list[Label]] = [[(list_label(to, each), NoticePage(each.id))] for each in found[:PAGE]]
    pages = [NoticeList(button.side, button.others, button.page + step) for step in (-1, 1)]
    rows += turning(to, button.page * PAGE + len(found), button.page, *pages)
    lines = [] if found else [to.say("notices-none")]
    heading = to.say("notices-others-title") if button.others else to.say("notices-mine-title")
    return Screen(heading, lines, buttons=[*rows, *back(to, NoticesHome(button.side))])


def list_label(to: Addressee, notice: Notice) -> str:
    """«Евакуація · надіслано · 24 листопада 2026 р.»."""
    when = to.say.date(notice.sent_at or notice.created_at)
    return to.say("notice-list-button", topic=title(to, notice), status=notice.status.value, day=when)


# How one stands.


async def draw_page(to: Addressee, button: NoticePage) -> Screen:
    notice, by = await seen(to.tx, to.person_id, button.notice_id)
    read: list[Label] = [(to.say("notice-read-button"), ReadNotice(notice.id))]
    side = side_of(notice) if by is By.AUTHOR else Side.COORDINATOR
    screen = await standing(to, notice, by)
    rows = [*([read] if notice.status is not Status.DRAFT else []), *screen.buttons]
    rows += back(to, NoticeList(side, others=by is By.COORDINATOR, page=0))
    return Screen(screen.title, screen.lines, buttons=rows)


async def standing(to: Addressee, notice: Notice, by: By) -> Screen:
    """How a notice stands, and what this person can do with it now."""
    broadcast = await broadcasts.by_id(to.tx, notice.broadcast_id) if notice.broadcast_id else None
    lines = [status_line(to, notice, broadcast)]
    if may_wait(to, notice, broadcast):
        lines.append(goes_at(to, notice))
    if broadcast is not None:
        lines += progress_lines(to, broadcast, await broadcasts.account(to.tx, broadcast.id))
    return Screen(title(to, notice), lines, buttons=acts(to, notice, by, broadcast))


def may_wait(to: Addressee, notice: Notice, broadcast: Broadcast | None) -> bool:
    """Whether it goes at another hour than this."""
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
    """What this person can do with a notice as it stands."""
    say = to.say
    if notice.status is Status.DRAFT:
        go_on: list[list[Label]] = [
            [
                (say("notice-go-on-button"), WriteWords(notice.id)),
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


def second_rows(to: Addressee, notice: Notice) -> list[list[Label]]:
    return [
        [(to.say("notice-confirm-button"), ConfirmNotice(notice.id, notice.version))],
        [(to.say("notice-decline-button"), DeclineNotice(notice.id))],
    ]


def running_rows(to: Addressee, notice: Notice, broadcast: Broadcast) -> list[list[Label]]:
    match broadcast.state:
        case Running.RUNNING:
            return [[(to.say("notice-pause-button"), Pause(notice.id))]]
        case Running.PAUSED:
            return [[(to.say("notice-resume-button"), Resume(notice.id))]]
        case Running.DONE:
            return []


# Asked before it is done.


async def draw_ask_withdrawal(to: Addressee, button: AskWithdrawal) -> Screen:
    notice, _ = await seen(to.tx, to.person_id, button.notice_id)
    say = to.say
    rows: list[list[Label]] = [
        [(say("notice-withdraw-yes-button"), Withdraw(notice.id))],
        [(say("no-button"), NoticePage(notice.id))],
    ]
    return Screen(say("notice-withdraw-title"), [title(to, notice), say("notice-withdrawing-means")], buttons=rows)


async def draw_ask_found(to: Addressee, button: AskFound) -> Screen:
    notice, _ = await seen(to.tx, to.person_id, button.notice_id)
    say = to.say
    rows: list[list[Label]] = [
        [(say("notice-found-yes-button"), Found(notice.id))],
        [(say("no-button"), NoticePage(notice.id))],
    ]
    return Screen(say("notice-found-title"), [say("notice-finding-means")], buttons=rows)


async def draw_correct(to: Addressee, button: Correct) -> Screen:
    notice, _ = await seen(to.tx, to.person_id, button.notice_id)
    say, content = to.say, await stored.content(to.tx, notice.id)
    rows = back(to, NoticePage(notice.id))
    if Language.EN in content.words:
        other = Language.EN if button.language is Language.UK else Language.UK
        rows.insert(0, [(say("notice-correct-other-button", language=other.value), Correct(notice.id, other))])
    lines = [say("notice-write-correction", language=button.language.value)]
    now = content.in_language(button.language)
    return Screen(say("notice-correct-title"), lines, Rich(now.text, now.entities), rows)


async def draw_correction(to: Addressee, button: SendCorrection) -> Screen:
    """The words that wait to be sent, as they will be read."""
    notice, _ = await seen(to.tx, to.person_id, button.notice_id)
    dialog, say = await dialogs.open_in(to.tx, to.person_id, to.chat_id, CorrectingNotice), to.say
    if dialog is None or dialog.body is None:
        raise OldButton
    body = dialog.body
    rows: list[list[Label]] = [[(say("notice-send-correction-button"), button)], *back(to, NoticePage(notice.id))]
    return Screen(say("notice-correct-title"), [say("notice-correcting-means")], Rich(body.text, body.entities), rows)


async def draw_declined(to: Addressee, button: DeclineNotice) -> Screen:
    return Screen(lines=[to.say("notice-you-declined")])


# A discreet notice, for its reader.


async def draw_opened(to: Addressee, button: OpenNotice) -> Screen:
    notice = await subscriptions.received(to.tx, button.notice_id, to.person_id)
    if notice is None:
        raise NotFound
    text, rows = opened(to, await loaded(to.tx, notice))
    return Screen(body=text, buttons=rows)


async def draw_hidden(to: Addressee, button: HideNotice) -> Screen:
    """Closed again, also when the notice is no more."""
    rows: list[list[Label]] = [[(to.say("notice-open-button"), OpenNotice(button.notice_id))]]
    return Screen(lines=[to.say("notice-covered")], buttons=rows)
