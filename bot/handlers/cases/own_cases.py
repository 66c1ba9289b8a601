"""A resident's own cases: the list, one of them, what was said in it; adding to it, closing, reopening, rating."""

from collections.abc import Sequence

from bot.domain.bodies import Body, Kind
from bot.domain.case_dialogs import AddingToCase, ChoosingTopic, CommentingRating
from bot.domain.case_letters import Hidden, OwnCaseChanged, OwnWordsHidden
from bot.domain.cases import ENDED, Case, Category, OwnCase, Status, can_rate
from bot.domain.communities import Standing
from bot.domain.ids import CaseId
from bot.domain.letters import LetterClass, ResidentOf
from bot.domain.people import CONSENT_VERSION
from bot.domain.refusals import NotFound, Refusal
from bot.handlers import away
from bot.handlers.cases.buttons import (
    AddTo,
    AskClose,
    CaseConsent,
    CloseOwn,
    Comment,
    CommentSaid,
    HideMessage,
    Kept,
    MyCases,
    NewQuestion,
    NewReport,
    OpenCase,
    OpenMessage,
    OwnHistory,
    Rate,
    Reopen,
)
from bot.handlers.cases.cards import asked_about, erased_lines, officer_line
from bot.handlers.cases.deadlines import expected_lines
from bot.handlers.cases.drafts import collect_message, note_typed
from bot.handlers.cases.incoming import STORED, say_of_live_place, say_what_file_tells, warned_first
from bot.handlers.cases.kept import kept_lines
from bot.handlers.cases.messages import read, who_says
from bot.handlers.cases.moved import reopen_rows, star_row
from bot.handlers.cases.pauses import appeal_rows, own_lines
from bot.handlers.cases.to_whom import ask_of_ended
from bot.handlers.consents import text_of
from bot.handlers.excerpts import excerpts, is_discreet, short_number, subject
from bot.handlers.my_data.buttons import AskCut
from bot.handlers.paging import back_row
from bot.handlers.passable import passable
from bot.handlers.people.buttons import Menu
from bot.handlers.references import referred_to
from bot.services import queue
from bot.services.cases import access, moves, talk
from bot.storage import case_lists, dialogs, people
from bot.storage import cases as stored_cases
from bot.storage.case_history import END, position
from bot.storage.case_views import MessageView, history_page
from bot.storage.copies import OWN_CASE, Found, add_copy, forget_own_screen, own_screens
from bot.storage.transaction import Transaction
from bot.surface.buttons import Button
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.outgoing import Edit, Effect
from bot.surface.rendering import Addressee, Sent
from bot.surface.rich import Rich, bold, joined, quoted
from bot.surface.screens import Label, Screen

CASES_A_PAGE = 6

MESSAGES_A_PAGE = 5


async def seen(to: Addressee, case_id: CaseId) -> Case:
    """The reader's own case, sent already. Raises NotFound, Erased."""
    return await access.read_own_case(to.tx, to.person_id, case_id)


def turning(to: Addressee, earlier: Button | None, later: Button | None) -> list[list[Label]]:
    """One row that turns pages, or none."""
    row: list[Label] = []
    if earlier:
        row.append((to.say("previous-page-button"), earlier))
    if later:
        row.append((to.say("next-button"), later))
    return [row] if row else []


# The list.


async def draw_list(to: Addressee, button: MyCases) -> Screen:
    say = to.say
    page = max(button.page, 0)
    cases = await stored_cases.page_of(to.tx, to.person_id, page * CASES_A_PAGE, CASES_A_PAGE + 1)
    if not cases and page == 0:
        write: list[Label] = [(say("menu-report-button"), NewReport()), (say("menu-question-button"), NewQuestion())]
        return Screen(say("my-cases-title"), [say("my-cases-none")], buttons=[write, back_row(to, Menu())])
    shown = cases[:CASES_A_PAGE]
    begin = await excerpts(to, shown)
    lines = [f"{short_number(case)} · {begin[case.id].text}" for case in shown if case.id in begin]
    rows: list[list[Label]] = [[(list_label(to, case), OpenCase(case.id))] for case in shown]
    turn = turning(to, MyCases(page - 1) if page else None, MyCases(page + 1) if cases[CASES_A_PAGE:] else None)
    buttons = [*rows, *turn, back_row(to, Menu())]
    return Screen(say("my-cases-title"), [say("my-cases-choose"), *lines], buttons=buttons)


def list_label(to: Addressee, case: Case) -> str:
    """Number, subject, status; a discreet subject stays behind the button."""
    return f"{short_number(case)} · {subject(to, case, discreetly=True)} · {to.say(status_key(case))}"


def status_key(case: Case) -> str:
    return "case-waits-for-you" if case.status is Status.WAITING else f"case-status-{case.status}"


# One case.


async def open_case(context: Context, button: OpenCase) -> None:
    """A person who looks at the case is done with adding to it, with the text to a rating, and with a topic."""
    await dialogs.leave(context.tx, context.actor, (AddingToCase, ChoosingTopic, CommentingRating))
    context.show(button)


async def draw_case(to: Addressee, button: OpenCase) -> Screen:
    case = await seen(to, button.case_id)
    say = to.say
    state = [say("my-case-status", status=say(status_key(case)))]
    if case.sent_at is not None:
        state.append(say("my-case-sent", time=say.datetime(case.sent_at)))
    people_at_it = [await answering(to, case)]
    if readers := await access.count_readers(to.tx, case.id):
        people_at_it.append(say("my-case-readers", count=readers))
    lines = [
        say("complaint-title") if case.category is Category.COMPLAINT else subject(to, case, discreetly=False),
        *await asked_about(to, case, discreetly=True),
        " ".join(state),
        *await away.case_lines(to, case),
        " ".join(people_at_it),
    ]
    lines += expected_lines(to, case)
    paused, reason = await own_lines(to, case, reason=True)
    if case.rating is not None:
        lines.append(say("my-case-rating", rating=case.rating))
    lines += erased_lines(to, case)
    if of_earlier_consent(case):
        lines.append(say("my-case-consent", version=case.consent_version or 0))
    kept, why = await kept_lines(to, case, reason=True)
    body = joined([reason, joined([Rich("\n".join(kept)), why])], "\n\n")
    return Screen(case.number or "", [*lines, *paused], body, await case_rows(to, case))


def of_earlier_consent(case: Case) -> bool:
    """Whether it was sent under another text than people agree to today."""
    return case.consent_version not in (None, CONSENT_VERSION)


async def draw_consent(to: Addressee, button: CaseConsent) -> Screen:
    case = await seen(to, button.case_id)
    if case.consent_version is None:
        raise NotFound
    text = text_of(to, case.consent_version)
    return Screen(to.say("consent-title"), [case.number or ""], text, [back_row(to, OpenCase(case.id))])


async def answering(to: Addressee, case: Case) -> str:
    """The person who answers: the case has nobody before it is accepted."""
    if case.status is Status.NEW or (case.officer_id is None and case.coordinator_id is None):
        return to.say("case-not-taken-yet")
    return await officer_line(to, case)


async def case_rows(to: Addressee, case: Case) -> list[list[Label]]:
    """What may be done with it. Where a chat is dangerous an ended case is only read."""
    say = to.say
    cut: list[list[Label]] = [[(say("my-data-cut-button"), AskCut(case.id))]] if case.anonymous else []
    if case.words_erased_at is not None:
        return [*cut, back_row(to, MyCases(0))]
    if case.merged_into is not None:
        return [*await merged_rows(to, case.merged_into), back_row(to, MyCases(0))]
    rows: list[list[Label]] = [[(say("my-case-history-button"), OwnHistory(case.id))]]
    if case.status in ENDED:
        if (await people.known(to.tx, to.person_id)).standing is Standing.OCCUPIED:
            return [*rows, *cut, back_row(to, MyCases(0))]
        if can_rate(case):
            rows.append(star_row(case.id))
        rows += reopen_rows(to, case)
    else:
        rows.append([(say("my-case-add-button"), AddTo(case.id)), (say("my-case-close-button"), AskClose(case.id))])
        rows += await appeal_rows(to, case)
    if of_earlier_consent(case):
        rows.append([(say("consent-read-button"), CaseConsent(case.id))])
    return [*rows, *cut, back_row(to, MyCases(0))]


async def merged_rows(to: Addressee, into: CaseId) -> list[list[Label]]:
    """To the case that goes on."""
    case = await access.found_own(to.tx, into, to.person_id)
    return [[(to.say("my-case-merged-button", number=case.number or ""), OpenCase(case.id))]] if case else []


# Adding to it.


async def follow_up(context: Context, message: PrivateMessage, case: OwnCase, reply_to: Found | None) -> None:
    """A message to one's own case, or to a draft by a reply to what it holds. One that has ended is not added to: what
    was said is kept, and its writer chooses.
    """
    if case.status is Status.DRAFT:
        await collect_message(context, message, case.id)
        return
    if case.status in ENDED:
        await ask_of_ended(context, message, case)
        return
    body = passable(message)
    async with warned_first(context, message, body, becomes(context, case, body)):
        message_id = await talk.resident_says(
            context.tx,
            case,
            body,
            message.sent_at,
            album=message.album,
            reply_to=reply_to.case_message_id if reply_to else None,
        )
        add_copy(context.tx, context.actor.chat_id, message.message_id, case.id, message_id, sent_at=message.sent_at)
        context.sign(message.message_id, STORED, once=message.album)
        say_of_live_place(context, message)
        say_what_file_tells(context, body, message.album)
    context.turn.facts["case"] = case.number or ""


def becomes(context: Context, case: Case, body: Body) -> Kept:
    """What becomes of a message to an open case."""
    if case.anonymous and body.may_identify_sender(recordings=context.tx.policy.recordings_cleaned):
        return Kept.NOT
    return Kept.SENT if case.officer_id is not None and not case.paused_until else Kept.KEPT


async def add_to(context: Context, button: AddTo) -> None:
    await access.own_case(context.tx, context.actor, button.case_id)
    await dialogs.begin(context.tx, context.actor, AddingToCase(button.case_id))
    context.show(button)


async def draw_adding(to: Addressee, button: AddTo) -> Screen:
    case = await seen(to, button.case_id)
    done: list[Label] = [(to.say("my-case-added-button"), OpenCase(case.id))]
    lines = [to.say("my-case-add")] if case.anonymous else [to.say("my-case-add"), to.say("my-case-files-tell")]
    return Screen(case.number or "", lines, buttons=[done])


async def add_message(context: Context, message: PrivateMessage, dialog: AddingToCase) -> None:
    await follow_up(context, message, await access.own_case(context.tx, context.actor, dialog.case_id), None)


# What was said.


async def draw_history(to: Addressee, button: OwnHistory) -> Screen:
    """The newest page first; within a page, in order."""
    case = await seen(to, button.case_id)
    views, before, after = await page_at(to.tx, case, button)
    files: list[list[Label]] = [
        [(to.say("my-case-show-button", what=to.say(f"content-{view.body.kind}")), OpenMessage(view.id))]
        for view in views
        if view.body.kind is not Kind.TEXT
    ]
    body = joined([said(to, view) for view in views], "\n\n")
    rows = [*files, *turning(to, before, after), back_row(to, OpenCase(case.id))]
    return Screen(case.number or "", erased_lines(to, case), body, rows)


async def page_at(
    tx: Transaction, case: Case, button: OwnHistory
) -> tuple[list[MessageView], OwnHistory | None, OwnHistory | None]:
    """What the page shows, and the pages before and after it."""
    edge = await position(tx, case.id, button.edge)
    back = button.back or edge is None
    found = await history_page(tx, case.id, edge or END, MESSAGES_A_PAGE + 1, backwards=back)
    views = found[-MESSAGES_A_PAGE:] if back else found[:MESSAGES_A_PAGE]
    more = len(found) > len(views)
    before = OwnHistory(case.id, views[0].id, back=True) if views and (more or not back) else None
    after = OwnHistory(case.id, views[-1].id, back=False) if views and (edge is not None if back else more) else None
    return views, before, after


def said(to: Addressee, view: MessageView) -> Rich:
    parts = [bold(f"{who_says(to, view, to_resident=True)} · {to.say.datetime(view.sent_at)}")]
    if view.recalled:
        return joined([*parts, Rich(to.say("recalled-by-officer"))])
    if view.body.kind is not Kind.TEXT:
        parts.append(Rich(f"[{to.say(f'content-{view.body.kind}')}]"))
    parts.append(referred_to(to.say, view.body))
    parts.append(quoted(Rich(view.body.text, view.body.entities)))
    if view.version > 1:
        parts.append(Rich(to.say("case-edited")))
    return joined(parts)


async def history_sent(to: Addressee, button: OwnHistory, sent: Sequence[Sent]) -> None:
    """What waited until its resident asked for it is delivered by this, its files apart. A page of a discreet case can
    be hidden with all else that was said in it.
    """
    case = await seen(to, button.case_id)
    views, _, _ = await page_at(to.tx, case, button)
    await read(to, case.id, [view.id for view in views if view.body.kind is Kind.TEXT])
    await left(to, button, sent)
    if is_discreet(case):
        for each in sent:
            case_lists.note_page(to.tx, to.chat_id, each.message_id, case.id)


async def case_sent(to: Addressee, button: OpenCase, sent: Sequence[Sent]) -> None:
    """The case has replaced whatever was there, and is drawn again when it changes."""
    for each in sent:
        add_copy(to.tx, to.chat_id, each.message_id, button.case_id, None, piece=OWN_CASE)


async def left(to: Addressee, button: Button, sent: Sequence[Sent]) -> None:
    """Something else has replaced a case."""
    for each in sent:
        forget_own_screen(to.tx, to.chat_id, each.message_id)


async def render_changed(to: Addressee, letter: OwnCaseChanged) -> list[Effect]:
    shown = await own_screens(to.tx, letter.case_id, to.chat_id)
    if not shown:
        return []
    try:
        screen = await draw_case(to, OpenCase(letter.case_id))
    except Refusal:  # it was erased since
        return []
    return [Edit(each, screen) for each in shown]


async def hide_message(context: Context, button: HideMessage) -> None:
    message = await talk.own_message(context.tx, context.actor, button.message_id)
    context.tx.outbox.tell(ResidentOf(message.case_id), Hidden(message.id), asked=LetterClass.OWN)
    context.tx.outbox.tell(ResidentOf(message.case_id), OwnWordsHidden(message.case_id), asked=LetterClass.OWN)
    context.answer(context.say("case-hiding"))


# Its end.


async def draw_ask_close(to: Addressee, button: AskClose) -> Screen:
    case = await seen(to, button.case_id)
    answers: list[Label] = [(to.say("my-case-close-yes-button"), CloseOwn(case.id))]
    return Screen(case.number or "", [to.say("my-case-ask-close")], buttons=[answers, back_row(to, OpenCase(case.id))])


async def close(context: Context, button: CloseOwn) -> None:
    case = await moves.close_own(context.tx, context.actor, button.case_id)
    context.show(OpenCase(case.id))


async def reopen(context: Context, button: Reopen) -> None:
    case = await queue.reopen(context.tx, context.actor, button.case_id)
    await dialogs.leave(context.tx, context.actor, CommentingRating)
    context.show(OpenCase(case.id))


async def rate(context: Context, button: Rate) -> None:
    case = await moves.rate(context.tx, context.actor, button.case_id, button.rating)
    await dialogs.begin(context.tx, context.actor, CommentingRating(case.id))
    context.show(Comment(case.id))


async def draw_comment(to: Addressee, button: Comment) -> Screen:
    case = await seen(to, button.case_id)
    skip: list[Label] = [(to.say("skip-button"), OpenCase(case.id))]
    lines = [to.say("case-rated", rating=case.rating or 0)]
    return Screen(case.number or "", lines, buttons=[*reopen_rows(to, case), skip])


async def take_comment(context: Context, message: PrivateMessage, dialog: CommentingRating) -> None:
    """A few words; what is no comment is kept, and its writer chooses."""
    body, case = passable(message), await access.own_case(context.tx, context.actor, dialog.case_id)
    if not talk.is_comment(body):
        await ask_of_ended(context, message, case)
        return
    await talk.comment(context.tx, context.actor, case.id, body, message.sent_at)
    note_typed(context, message, case.id)
    await dialogs.end(context.tx, context.actor)
    context.show(CommentSaid(case.id))


async def draw_comment_said(to: Addressee, button: CommentSaid) -> Screen:
    case = await seen(to, button.case_id)
    return Screen(lines=[to.say("case-comment-passed-on")], buttons=reopen_rows(to, case))
