"""Giving a case to another desk with a few words to it, or without; and what the new desk is told of it."""

from collections.abc import Sequence

from bot.domain.bodies import Kind
from bot.domain.case_letters import PromptDone
from bot.domain.case_refusals import CannotMove, TakenByAnother
from bot.domain.cases import Case
from bot.domain.communities import NoComplaintToOfficers, NotToOneself
from bot.domain.ids import CaseId
from bot.domain.letters import PersonAt, PlainText
from bot.domain.refusals import NotFound, OldButton
from bot.domain.transfers import (
    CaseTransferred,
    NotBack,
    Target,
    ToArea,
    ToOfficer,
    Transfer,
    Word,
    WritingWord,
    checked_word,
)
from bot.handlers.cases.buttons import History, LeaveIt
from bot.handlers.places import community_at, community_name
from bot.handlers.transfers import buttons
from bot.services import transfers
from bot.services.cases import access
from bot.storage import areas, dialogs, officers
from bot.storage.copies import NOTED, add_copy, add_prompt, let_go_of_prompts
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.outgoing import Effect, Show
from bot.surface.rendering import Addressee, Sent
from bot.surface.rich import Rich, quoted
from bot.surface.screens import Label, Screen, ShowScreen

Prompt = buttons.TransferToCommunity | buttons.TransferToArea | buttons.TransferToOfficer | buttons.GiveBack

# With which word?


async def ask_officer_word(context: Context, button: buttons.TransferToOfficer) -> None:
    await ask_word(context, button, ToOfficer(button.officer_id))


async def ask_area_word(context: Context, button: buttons.TransferToArea) -> None:
    await ask_word(context, button, ToArea(button.area_id))


async def ask_word(context: Context, button: Prompt, target: Target) -> None:
    case, _ = await transfers.transferable(context.tx, context.actor, button.case_id)
    await transfers.require_target(context.tx, context.actor, case, target)
    await dialogs.begin(context.tx, context.actor, WritingWord(case.id, target))
    context.show(button)


async def ask_last_word(context: Context, button: buttons.GiveBack) -> None:
    case, seat = await transfers.transferable(context.tx, context.actor, button.case_id)
    if await transfers.returnable(context.tx, case, seat.person_id, seat.officer_id) is None:
        raise NotBack
    await dialogs.begin(context.tx, context.actor, WritingWord(case.id, None))
    context.show(button)


async def draw_officer_word(to: Addressee, button: buttons.TransferToOfficer) -> Screen:
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    officer = await officers.public(to.tx, button.officer_id)
    if officer is None:
        raise NotFound
    name = to.say("officer-who", rank=to.say.rank(officer.rank), name=to.say.person(officer.name))
    return word_screen(to, case, name)


async def draw_area_word(to: Addressee, button: buttons.TransferToArea) -> Screen:
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    area = await areas.by_id(to.tx, button.area_id)
    if area is None:
        raise NotFound
    if area.id == case.area_id:
        return word_screen(to, case, to.say("transfer-to-all", area=to.say.place(area.name)))
    place = community_name(to.say, community_at(to.register, area.community))
    return word_screen(to, case, f"{place}, {to.say.place(area.name)}")


async def draw_last_word(to: Addressee, button: buttons.GiveBack) -> Screen:
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    return word_screen(to, case, to.say("transfer-to-giver"))


def word_screen(to: Addressee, case: Case, name: str) -> Screen:
    lines = [to.say("transfer-to", name=name), to.say("transfer-ask-word")]
    rows: list[list[Label]] = [
        [(to.say("transfer-no-word-button"), buttons.WithoutWord(case.id))],
        [(to.say("cancel-button"), buttons.CancelTransfer(case.id))],
    ]
    return Screen(case.number or "", lines, buttons=rows)


async def prompt_sent(to: Addressee, button: Prompt, sent: Sequence[Sent]) -> None:
    for each in sent:
        add_prompt(to.tx, to.chat_id, each.message_id, button.case_id, to.thread_id)


async def take_word(context: Context, message: PrivateMessage, dialog: WritingWord) -> None:
    text = message.body.text if message.body is not None and message.body.kind is Kind.TEXT else ""
    word = Word(checked_word(text), message.message_id)
    try:
        await give(context, dialog, word)
    except (NotFound, TakenByAnother, CannotMove, NoComplaintToOfficers, NotToOneself, NotBack) as refusal:
        await dialogs.end(context.tx, context.actor)
        context.tell(PromptDone(dialog.case_id, said=False))
        context.tell(PlainText(refusal.key))


async def without_word(context: Context, button: buttons.WithoutWord) -> None:
    await give(context, writing(context, button.case_id), None)
    context.answer(context.say("transfer-given"))


async def give(context: Context, dialog: WritingWord, word: Word | None) -> None:
    if dialog.target is None:
        case = await transfers.give_back(context.tx, context.actor, dialog.case_id, word)
    else:
        case = await transfers.transfer(context.tx, context.actor, dialog.case_id, dialog.target, word)
    await dialogs.end(context.tx, context.actor)
    context.turn.facts["case"] = case.number or ""
    for message_id in await let_go_of_prompts(context.tx, case.id, context.actor.chat_id):
        context.tell(ShowScreen(buttons.Given(case.id).pack(), message_id))


async def draw_given(to: Addressee, button: buttons.Given) -> Screen:
    """The number alone: the case is another desk's by now."""
    case = await access.named(to.tx, button.case_id)
    if case is None:
        raise NotFound
    return Screen(lines=[to.say("transfer-done", number=case.number or "")])


def writing(context: Context, case_id: CaseId) -> WritingWord:
    """The open dialog about this case. Raises OldButton."""
    dialog = context.actor.dialog
    if not isinstance(dialog, WritingWord) or dialog.case_id != case_id:
        raise OldButton
    return dialog


async def cancel(context: Context, button: buttons.CancelTransfer) -> None:
    writing(context, button.case_id)
    await dialogs.end(context.tx, context.actor)
    context.show(button)


async def draw_cancelled(to: Addressee, button: buttons.CancelTransfer) -> Screen:
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    return Screen(lines=[to.say("cancelled")], buttons=[[(to.say("desk-history-button"), History(case.id))]])


async def leave_word(context: Context, dialog: WritingWord) -> bool:
    """«Скасувати», typed: the case stays where it is."""
    await dialogs.end(context.tx, context.actor)
    context.tell(PromptDone(dialog.case_id, said=False))
    context.show(LeaveIt())
    return True


# For the new desk.


async def render_transferred(to: Addressee, letter: CaseTransferred) -> Sequence[Effect]:
    """By whom, and with which word: that of a case of which nothing may appear unasked is in its history."""
    found = await transfers.named(to.tx, letter.transfer_id)
    case = await access.case_for(to.tx, to.party, to.person_id, found.case_id) if found is not None else None
    if found is None or case is None or not case.is_open:
        return []
    say = to.say
    lines = [await giver_line(to, found)]
    if found.word:
        lines.append(say("transfer-word" if shows_word(to, found, case) else "transfer-word-in-history"))
    body = quoted(Rich(found.word)) if found.word and shows_word(to, found, case) else Rich("")
    rows: list[list[Label]] = [[(say("desk-history-button"), History(case.id))]]
    if await transfers.can_be_given_back(to.tx, to.person_id, case):
        rows.append([(say("transfer-back-button"), buttons.GiveBack(case.id))])
    return [Show(Screen(case.number or "", lines, body, rows, protected=bool(found.word)))]


def shows_word(to: Addressee, transfer: Transfer, case: Case) -> bool:
    neutral = case.category is not None and case.category.is_neutral(to.tx.policy.cases)
    return bool(transfer.word) and not neutral


async def giver_line(to: Addressee, transfer: Transfer) -> str:
    officer = await officers.public(to.tx, transfer.officer_id) if transfer.officer_id is not None else None
    if officer is None:
        return to.say("transfer-from-coordinator")
    name = to.say("officer-who", rank=to.say.rank(officer.rank), name=to.say.person(officer.name))
    return to.say("transfer-from", name=name)


async def transferred_sent(to: Addressee, letter: CaseTransferred, sent: Sequence[Sent]) -> None:
    """It goes with the rest of the case. It is a note of the desk, so a reply on it is not for the resident."""
    found = await transfers.named(to.tx, letter.transfer_id)
    case = await access.case_for(to.tx, to.party, to.person_id, found.case_id) if found is not None else None
    if found is None or case is None or not sent:
        return
    for each in sent:
        add_copy(to.tx, to.chat_id, each.message_id, case.id, None, piece=NOTED)
    if shows_word(to, found, case):
        access.note_received(to.tx, to.party, to.person_id, case.id)


async def transferred_failed(to: Addressee, letter: CaseTransferred) -> None:
    """The colleague who wrote the word learns that nobody has read it."""
    found = await transfers.named(to.tx, letter.transfer_id)
    case = await access.named(to.tx, found.case_id) if found is not None else None
    if found is not None and found.writer is not None and case is not None:
        letter_ = PlainText("transfer-word-failed", {"number": case.number or ""})
        to.tx.outbox.tell(PersonAt(found.writer), letter_, dedupe=f"{letter_.key}:{found.id}")
