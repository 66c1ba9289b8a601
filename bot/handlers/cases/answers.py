"""What is written at a case's desk.

What an officer writes finds its case in one of four ways: as a swiped reply on any message of the case, after
«Відповісти» (or «Запитати», «Відхилити»), in the thread of the case, or else by one press: `whose` keeps it in the
dialog, albums whole, and asks which case it answers. It asks also where the case of the thread has ended.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.domain.absences import OfficerAway
from bot.domain.bodies import FLEETING, Kind, has_words
from bot.domain.case_dialogs import HoldingText, WritingAnswer
from bot.domain.case_letters import PromptDone
from bot.domain.case_refusals import CannotMove, TakenByAnother, Unlinked
from bot.domain.cases import Act, Case
from bot.domain.desk import LastWordsAreNoText, NoOpenCases, ReasonIsNoText, TextErased, TextUnassigned, WhoseAsked
from bot.domain.dialogs import Written
from bot.domain.ids import CaseId, CaseMessageId
from bot.domain.letters import PlainText
from bot.domain.ready_texts import Kind as ReadyKind
from bot.domain.refusals import NotFound, OldButton
from bot.handlers.case_lists.buttons import FoundCases
from bot.handlers.cases.buttons import (
    AddWords,
    Answer,
    AnswerWith,
    Ask,
    CancelWriting,
    CloseWith,
    Decline,
    FindText,
    History,
    LeaveIt,
    ThrowAway,
    Writing,
)
from bot.handlers.cases.finding import find_rows, searched_for
from bot.handlers.cases.incoming import say_what_file_tells
from bot.handlers.excerpts import case_name, excerpt_of, forwarded
from bot.handlers.passable import BotsOwnMessage, passable_from_desk
from bot.handlers.ready_texts.buttons import ReadyList, ReadyPreview
from bot.handlers.recalls.buttons import Recall
from bot.handlers.unclaimed import hand_rows, worded
from bot.handlers.walk_ins.buttons import HandAnswer
from bot.services import absences, ready_texts, walk_ins
from bot.services import case_lists as search
from bot.services.cases import access, complaints, moves, recalls, talk
from bot.storage import case_lists, dialogs, people
from bot.storage.case_lists import Desk
from bot.storage.copies import PROMPT, Found, add_copy, add_prompt, copies_in, forget_copies
from bot.storage.transaction import Transaction
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.outgoing import Edit, Effect, Held, Remove, Show
from bot.surface.rendering import Addressee, Sent
from bot.surface.screens import Label, Screen, ShowScreen

ENDINGS = {
    Act.DECLINE: ReasonIsNoText,
    Act.CLOSE: LastWordsAreNoText,
}  # of words alone: they go in the letter of the move

SAID_ALOUD = (Act.ANSWER, Act.DECLINE, Act.FOLLOW_UP)  # what is also said of a call or a visit, and told to its person
SAYING = (Act.ANSWER, Act.ASK)

SHOWN = 8  # open cases below «Кому це?»; any other is opened by its number, or answered by a swiped reply


async def answer(context: Context, button: Answer) -> None:
    await expect(context, button.case_id, Act.ANSWER)


async def ask(context: Context, button: Ask) -> None:
    await expect(context, button.case_id, Act.ASK)


async def decline(context: Context, button: Decline) -> None:
    await expect(context, button.case_id, Act.DECLINE)


async def close_with(context: Context, button: CloseWith) -> None:
    await expect(context, button.case_id, Act.CLOSE)


async def add_words(context: Context, button: AddWords) -> None:
    await expect(context, button.case_id, Act.FOLLOW_UP)


OF_UNCLAIMED = (Act.ANSWER, Act.DECLINE, Act.FOLLOW_UP)


async def takes(context: Context, case: Case, act: Act) -> bool:
    """Whether something can be written for this act: a resident in the bot says themselves what they have to say, and
    the person of a call or a visit reads no question and no last words.
    """
    fits = act in OF_UNCLAIMED if case.unclaimed else act is not Act.FOLLOW_UP
    return fits and (case.is_open or (act is Act.ANSWER and await talk.takes_answers(context.tx, case)))


async def expect(context: Context, case_id: CaseId, act: Act) -> None:
    """The next message is for this case; so are the messages that waited to be assigned to one."""
    case, _ = await access.answerable_case(context.tx, context.actor, case_id)
    if not await takes(context, case, act):
        raise CannotMove
    if isinstance(waiting := context.actor.dialog, HoldingText):
        if act in ENDINGS or waiting.rest:
            raise TextUnassigned
        await give(context, waiting, case.id, act)
        key = await given_key(context.tx, case.id, act)
        context.answer(context.say(key, number=case.number or ""))
        return
    await dialogs.begin(context.tx, context.actor, WritingAnswer(case.id, act))
    context.show(Writing(case.id, act), as_new=True)


async def draw_writing(to: Addressee, button: Writing) -> Screen:
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    key = f"desk-expects-{button.act}"
    lines = [to.say(worded(case, key) if button.act in SAID_ALOUD else key, number=case.number or "")]
    if await access.is_kept_back(to.tx, case.id):
        lines.append(to.say("desk-resident-occupied"))
    rows = await ready_rows(to, case, button.act)
    return Screen(lines=lines, buttons=[*rows, [(to.say("cancel-button"), CancelWriting(case.id))]])


READY = {Act.ANSWER: ReadyKind.ANSWER, Act.DECLINE: ReadyKind.REASON}
REASONS_SHOWN = 4


async def ready_rows(to: Addressee, case: Case, act: Act) -> list[list[Label]]:
    """The way to ready answers; the reasons for refusal that are used most by themselves."""
    kind = READY.get(act)
    if kind is None or not case.is_open:
        return []
    rows: list[list[Label]] = []
    if kind is ReadyKind.REASON:
        reasons = await ready_texts.for_case(to.tx, to.person_id, case.id, kind)
        rows = [[(reason.title, ReadyPreview(case.id, reason.id))] for reason in reasons[:REASONS_SHOWN]]
    return [*rows, [(to.say(f"ready-{kind}-button"), ReadyList(case.id, kind))]]


async def cancel_writing(context: Context, button: CancelWriting) -> None:
    dialog = context.actor.dialog
    if not isinstance(dialog, WritingAnswer) or dialog.case_id != button.case_id:
        raise OldButton
    await dialogs.end(context.tx, context.actor)
    context.show(button)


async def draw_cancelled(to: Addressee, button: CancelWriting | LeaveIt) -> Screen:
    return Screen(lines=[to.say("cancelled")])


async def leave_writing(context: Context, dialog: WritingAnswer) -> bool:
    """«Скасувати», typed: the answer is not written."""
    await dialogs.end(context.tx, context.actor)
    context.tell(PromptDone(dialog.case_id, said=False))
    context.show(LeaveIt())
    return True


async def say(context: Context, message: PrivateMessage, dialog: WritingAnswer) -> None:
    """What the pressed «Відповісти», «Запитати» or «Відхилити» waited for; an album is taken whole."""
    if not await expects(context, dialog, message.album):
        await whose(context, message)
        return
    written = unaddressed(message)
    if written.album is None:
        await dialogs.end(context.tx, context.actor)
    else:
        await dialogs.begin(context.tx, context.actor, replace(dialog, album=written.album))
    await pass_on(context, written, dialog.case_id, dialog.act)
    context.tell(PromptDone(dialog.case_id, said=True, act=dialog.act), once=f"prompt:{dialog.case_id}")


async def expects(context: Context, dialog: WritingAnswer, album: str | None) -> bool:
    """Whether the dialog's case takes this message: it does not once it ended, went to another, or has its album."""
    if dialog.album not in (None, album):
        return False
    try:
        case, _ = await access.answerable_case(context.tx, context.actor, dialog.case_id)
    except (NotFound, TakenByAnother, Unlinked):
        return False
    return await takes(context, case, dialog.act)


async def reply(context: Context, message: PrivateMessage, found: Found) -> None:
    """A swiped reply on any message of a case answers it."""
    await pass_on(context, written_in(message), found.case_id, Act.ANSWER, found)


def written_in(message: PrivateMessage) -> Written:
    return Written(message.message_id, passable_from_desk(message), message.album, message.sent_at)


def unaddressed(message: PrivateMessage) -> Written:
    """The same of what answers no message of a case: what it quotes may be of any. Raises BotsOwnMessage."""
    if message.quotes_bot:
        raise BotsOwnMessage
    return written_in(message)


async def pass_on(context: Context, written: Written, case_id: CaseId, act: Act, found: Found | None = None) -> None:
    context.turn.facts["case_id"] = case_id
    if act in ENDINGS:
        if written.body.kind is not Kind.TEXT or not has_words(written.body.text):
            raise ENDINGS[act]
        end = moves.decline if act is Act.DECLINE else moves.close
        await end(context.tx, context.actor, case_id, written.body)
        ended = await access.named(context.tx, case_id)
        if ended is not None and ended.unclaimed:
            ask_how_told(context, ended)
        return
    if act is Act.FOLLOW_UP:
        message_id = await walk_ins.add_words(
            context.tx, context.actor, case_id, written.body, written.sent_at, album=written.album
        )
        note_own(context, written, case_id, message_id)
        return
    case, message_id = await talk.desk_says(
        context.tx,
        context.actor,
        case_id,
        act,
        written.body,
        written.sent_at,
        album=written.album,
        reply_to=found.case_message_id if found else None,
        said_as=written.message_id,
    )
    note_own(context, written, case.id, message_id)
    if case.unclaimed:
        ask_how_told(context, case)
        return
    say_what_file_tells(context, written.body, written.album)


def note_own(context: Context, written: Written, case_id: CaseId, message_id: CaseMessageId) -> None:
    """What the chat has of a message: the one that its writer sent."""
    fleeting, sent_at = written.body.kind in FLEETING, written.sent_at
    chat_id = context.actor.chat_id
    add_copy(context.tx, chat_id, written.message_id, case_id, message_id, sent_at=sent_at, fleeting=fleeting)


def ask_how_told(context: Context, case: Case) -> None:
    """Of a call or a visit: it is stored, and its person still has to be told."""
    context.tell(ShowScreen(HandAnswer(case.id).pack()), once=f"hand:{case.id}")


# The prompt, and what becomes of it.


async def prompt_sent(to: Addressee, button: Writing, sent: Sequence[Sent]) -> None:
    for each in sent:
        add_prompt(to.tx, to.chat_id, each.message_id, button.case_id, to.thread_id)


async def prompts_in(to: Addressee, case_id: CaseId) -> list[int]:
    """Those of this thread alone: what another one asks for is still awaited there."""
    copies = await copies_in(to.tx, case_id, to.chat_id)
    return [copy.message_id for copy in copies if copy.piece == PROMPT and copy.thread_id == to.thread_id]


async def render_prompt_done(to: Addressee, letter: PromptDone) -> Sequence[Effect]:
    case = await access.named(to.tx, letter.case_id)
    key = "desk-has-no-words"
    if letter.says:
        key = letter.says
    elif letter.said and case is not None and await complaints.is_ending(to.tx, case):
        key = "complaint-ending-asked"
    elif letter.said and case is not None:
        key = await given_key(to.tx, case.id, letter.act or Act.ANSWER)
    lines = [to.say(key, number=case.number or "" if case else "")]
    screen = Screen(lines=lines)
    if letter.said and letter.act is Act.FOLLOW_UP and case is not None:
        again: Label = (to.say("walk-in-add-more-button"), AddWords(case.id))
        screen = Screen(lines=lines, buttons=[[again, (to.say("desk-history-button"), History(case.id))]])
    elif letter.said and case is not None and case.unclaimed:
        screen = Screen(lines=lines, buttons=await hand_rows(to, case))
    elif letter.said and letter.act in SAYING and case is not None:
        screen = await with_recall(to, case, lines)
    return [Edit(message_id, screen) for message_id in await prompts_in(to, letter.case_id)]


async def with_recall(to: Addressee, case: Case, lines: list[str]) -> Screen:
    """The same with the way to take it back; below the first answer, that it can be changed."""
    message_id = await recalls.offered(to.tx, to.person_id, case)
    if message_id is None:
        return Screen(lines=lines)
    if await recalls.is_first_answer(to.tx, case):
        lines = [*lines, to.say("recall-edit-instead")]
    row: list[Label] = [
        (to.say("recall-button"), Recall(case.id, message_id)),
        (to.say("desk-history-button"), History(case.id)),
    ]
    return Screen(lines=lines, buttons=[row])


async def prompt_done_sent(to: Addressee, letter: PromptDone, sent: Sequence[Sent]) -> None:
    await forget_copies(to.tx, to.chat_id, await prompts_in(to, letter.case_id))


# What is neither a reply nor awaited.


async def in_thread(context: Context, message: PrivateMessage, case_id: CaseId) -> None:
    """What is written in the thread of a case answers it. In that of a case that has ended, or cannot be answered, its
    writer is asked; in that of a case which is not theirs any more, where all else of the chat is: the thread goes.
    """
    try:
        case, _ = await access.answerable_case(context.tx, context.actor, case_id)
    except Unlinked:
        pass
    except (NotFound, TakenByAnother):
        context.turn.actor = await people.known(context.tx, context.actor.person_id)
    else:
        if case.is_open:
            await pass_on(context, unaddressed(message), case.id, Act.ANSWER)
            return
    await whose(context, message)


async def whose(context: Context, message: PrivateMessage) -> None:
    """Keep what was written and ask which case it answers; more may follow. Raises NoOpenCases, OfficerAway."""
    desk, ended = await case_lists.desk_of(context.tx, context.actor.person_id), context.actor.thread_of
    if desk is None and await absences.own(context.tx, context.actor) is not None:
        raise OfficerAway
    if desk is None or not (ended or await case_lists.newest(context.tx, desk, 1)):
        raise NoOpenCases
    written, before = unaddressed(message), context.actor.dialog
    waiting = before if isinstance(before, HoldingText) else HoldingText((), ended=ended)
    await dialogs.begin(context.tx, context.actor, replace(waiting, held=(*waiting.held, written)))
    if not (waiting.held and written.album is not None and waiting.held[-1].album == written.album):
        context.tell(WhoseAsked(), once="whose")


async def ask_of_aside(context: Context, message: PrivateMessage) -> None:
    """A reply to what waits for none: to a question that is over, a note or a paper. It goes to the resident only where
    its writer says so. Raises what `whose` raises.
    """
    context.tell(PlainText("desk-reply-to-nothing"), once="reply-to-nothing")
    await whose(context, message)


def held_text(context: Context, first: int) -> HoldingText:
    """What waits until its writer says which case it answers, as long as it is what the button asked about: that begins
    with this message. Raises OldButton.
    """
    waiting = context.actor.dialog
    if not isinstance(waiting, HoldingText) or waiting.first[0].message_id != first:
        raise OldButton
    return waiting


async def render_whose(to: Addressee, letter: WhoseAsked) -> Sequence[Effect]:
    """Only one such question is in the chat."""
    waiting = await dialogs.open_in(to.tx, to.person_id, to.chat_id, HoldingText, to.thread_id)
    desk = await case_lists.desk_of(to.tx, to.person_id)
    if waiting is None or desk is None:
        return []
    screen = await draw_whose(to, waiting, desk)
    if letter.erased_at:
        until = to.say("desk-unsent-until", time=to.say.datetime(letter.erased_at))
        screen = replace(screen, lines=[*screen.lines, until])
    silent = letter.erased_at is not None and to.tx.policy.notices.is_quiet(to.tx.now)
    shown = Show(screen, silent=silent)
    return [shown, Remove([Held(waiting.asked_in)])] if waiting.asked_in else [shown]


async def draw_whose(to: Addressee, waiting: HoldingText, desk: Desk) -> Screen:
    """What a press would send, and the cases that it can be for: of those where it is about to go on, the first."""
    cases = await case_lists.newest(to.tx, desk, SHOWN)
    first = waiting.first[0].message_id
    rows: list[list[Label]] = [[(case_name(to, line), AnswerWith(line.id, first))] for line in cases]
    rows += await find_rows(to, waiting)
    rows.append([(to.say("desk-throw-away-button"), ThrowAway(first))])
    lines = [unsent(to, waiting.first), to.say("desk-whose")]
    ended = await access.at_some_desk(to.tx, to.person_id, waiting.ended) if waiting.ended is not None else None
    if ended is not None and not ended.is_open:
        lines.insert(0, to.say("desk-whose-ended", number=ended.number or ""))
        if await talk.takes_answers(to.tx, ended):
            rows.insert(0, [(to.say("desk-send-after-end-button"), AnswerWith(ended.id, first))])
    if waiting.rest:
        lines.insert(1, to.say("desk-asked-next", count=len(waiting.rest)))
    return Screen(to.say("desk-whose-title"), lines, buttons=rows)


def unsent(to: Addressee, held: Sequence[Written]) -> str:
    """«Ще не надіслано: «Міська рада.» і ще 2 повідомлення.»"""
    bodies = [each.body for each in held]
    begins = excerpt_of(to, bodies)
    what = to.say("desk-unsent-text", text=begins.text) if begins.in_words else begins.text
    return to.say("desk-unsent", what=forwarded(to, what, bodies), more=len(bodies) - 1)


async def render_text_erased(to: Addressee, letter: TextErased) -> Sequence[Effect]:
    screen = Screen(lines=[to.say("desk-words-erased")])
    return [Edit(letter.asked_in, screen) if letter.asked_in else Show(screen, silent=True)]


async def whose_sent(to: Addressee, letter: WhoseAsked, sent: Sequence[Sent]) -> None:
    for each in sent:
        await dialogs.note_asked(to.tx, to.person_id, to.chat_id, each.message_id, to.thread_id)


async def answer_with(context: Context, button: AnswerWith) -> None:
    """What is asked about answers this case."""
    await give(context, held_text(context, button.first), button.case_id, Act.ANSWER)
    context.show(button)


async def draw_given(to: Addressee, button: AnswerWith) -> Screen:
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    history: list[Label] = [(to.say("desk-history-button"), History(case.id))]
    key = await given_key(to.tx, case.id)
    return Screen(lines=[to.say(key, number=case.number or "")], buttons=[history])


async def given_key(tx: Transaction, case_id: CaseId, act: Act = Act.ANSWER) -> str:
    """The text that says what has become of an answer: nobody reads that it was sent when it waits."""
    if act is Act.FOLLOW_UP:
        return "walk-in-words-added"
    case = await access.named(tx, case_id)
    if case is not None and case.unclaimed:
        return "walk-in-declined" if act is Act.DECLINE else "walk-in-answer-stored"
    if await access.is_kept_back(tx, case_id):
        return "desk-kept"
    return {Act.DECLINE: "desk-has-declined", Act.CLOSE: "desk-has-closed"}.get(act, "desk-sent")


async def give(context: Context, waiting: HoldingText, case_id: CaseId, act: Act) -> None:
    await go_on_with_rest(context, waiting)
    for written in waiting.first:
        await pass_on(context, written, case_id, act)


async def go_on_with_rest(context: Context, waiting: HoldingText) -> None:
    """What was asked about waits no longer; what was written long after it is asked about next."""
    if not waiting.rest:
        await dialogs.let_go(context.tx, context.actor)
        return
    asked_in = 0 if context.turn.pressed == waiting.asked_in else waiting.asked_in
    await dialogs.begin(
        context.tx, context.actor, replace(waiting, held=waiting.rest, asked_in=asked_in, reminded=False)
    )
    context.tell(WhoseAsked(), once="whose")


async def throw_away(context: Context, button: ThrowAway) -> None:
    await go_on_with_rest(context, held_text(context, button.first))
    context.show(button)


async def find(context: Context, button: FindText) -> None:
    """It is searched for instead, and waits no longer. Raises NotFound, OldButton."""
    if await case_lists.desk_of(context.tx, context.actor.person_id) is None:
        raise NotFound
    text = searched_for(held_text(context, button.first), context.tx.now)
    if text is None:  # something was added to it since, or it was edited
        raise OldButton
    await dialogs.let_go(context.tx, context.actor)
    context.turn.actor = replace(context.actor, dialog=None)
    await search.search(context.tx, context.actor, text)
    context.show(FoundCases(0))


async def draw_thrown_away(to: Addressee, button: ThrowAway) -> Screen:
    return Screen(lines=[to.say("desk-thrown-away")])


async def throw_away_typed(context: Context, dialog: HoldingText) -> bool:
    """The same, typed."""
    await throw_away(context, ThrowAway(dialog.first[0].message_id))
    return True


async def edit_held(context: Context, message: PrivateMessage, dialog: HoldingText) -> bool:
    """Change what waits as its writer changed it; a place is not followed. False when this message does not wait."""
    if not any(each.message_id == message.message_id for each in dialog.held):
        return False
    body = written_in(message).body
    if body.kind is Kind.LOCATION:
        return True
    held = [
        replace(each, body=replace(body, reference=each.body.reference))
        if each.message_id == message.message_id
        else each
        for each in dialog.held
    ]
    await dialogs.begin(context.tx, context.actor, replace(dialog, held=tuple(held)))
    context.tell(WhoseAsked(), once="whose")
    return True
