"""A ready answer, or a ready reason for refusal, in a case: found, shown as it would be read, and sent.

Nothing is sent that was not shown: the button carries a mark of the words, and other words are shown again first. The
dialog that opened with the list ends as one is sent, so a second press finds none.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b

from bot.domain.bodies import Entity, units
from bot.domain.case_dialogs import HoldingText, WritingAnswer
from bot.domain.case_letters import PromptDone
from bot.domain.case_refusals import CannotMove
from bot.domain.desk import TextUnassigned
from bot.domain.ids import CaseId
from bot.domain.ready_texts import ChoosingReady, Kind, Place, ReadyChanged, filled, found_by
from bot.domain.refusals import OldButton, TextExpected
from bot.handlers.cases.buttons import CancelWriting, DeskCase, History
from bot.handlers.paging import back
from bot.handlers.ready_texts.buttons import ChangeReady, ReadyList, ReadyPreview, ReadyTexts, SendReady
from bot.handlers.recalls.buttons import Recall
from bot.handlers.unclaimed import worded
from bot.handlers.walk_ins.buttons import HandAnswer
from bot.services import ready_texts
from bot.services.cases import access, complaints, recalls
from bot.services.ready_texts import Filling
from bot.storage import dialogs
from bot.storage.copies import add_prompt
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.rendering import Addressee, Sent
from bot.surface.rich import Rich, quoted
from bot.surface.screens import Label, Screen
from bot.texts import Say

SHOWN = 8  # any other is found by a word


# Finding one.


async def open_list(context: Context, button: ReadyList) -> None:
    await choose(context, button.case_id, button.kind)
    context.show(button, as_new=True)


async def choose(context: Context, case_id: CaseId, kind: Kind) -> None:
    """What is typed next finds one for this case. Raises CannotMove once it has ended."""
    case, _ = await access.answerable_case(context.tx, context.actor, case_id)
    if not case.is_open:
        raise CannotMove
    if isinstance(context.actor.dialog, HoldingText):
        raise TextUnassigned
    before = context.actor.dialog
    if not isinstance(before, ChoosingReady) or (before.case_id, before.kind) != (case.id, kind):
        await dialogs.begin(context.tx, context.actor, ChoosingReady(case.id, kind))


async def find(context: Context, message: PrivateMessage, dialog: ChoosingReady) -> None:
    """A word; nothing that is typed here is sent."""
    if not message.text.strip():
        raise TextExpected
    await access.desk_case(context.tx, context.actor, dialog.case_id)
    await dialogs.begin(context.tx, context.actor, replace(dialog, word=message.text.strip()[:100]))
    context.show(ReadyList(dialog.case_id, dialog.kind), as_new=True)


async def draw_list(to: Addressee, button: ReadyList) -> Screen:
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    texts = await ready_texts.for_case(to.tx, to.person_id, case.id, button.kind)
    choosing = await dialogs.open_in(to.tx, to.person_id, to.chat_id, ChoosingReady, to.thread_id)
    word = choosing.word if choosing is not None and choosing.case_id == case.id else ""
    found = found_by(word, texts)
    lines = [to.say("ready-list-none" if not texts else "ready-list-choose" if found else "ready-list-not-found")]
    if len(found) > SHOWN:
        lines.append(to.say("ready-list-more", count=len(found) - SHOWN))
    rows: list[list[Label]] = [[(text.title, ReadyPreview(case.id, text.id))] for text in found[:SHOWN]]
    if await ready_texts.writes_any(to.tx, to.person_id):
        rows.append([(to.say("ready-own-button"), ReadyTexts(0))])
    title = to.say(f"ready-list-{button.kind}", number=case.number or "")
    return Screen(title, lines, buttons=[*rows, *back(to, DeskCase(case.id))])


# What it would say.


def words_of(say: Say, filling: Filling) -> str:
    """What is sent, in the language of its resident. Raises NothingLeft."""
    return filled(filling.text.text_in(filling.language), values_of(replace(say, language=filling.language), filling))


def values_of(say: Say, filling: Filling) -> Mapping[Place, str]:
    """What the case has for each place, without those for which it has nothing: days, times and names, no sentences."""
    values = {Place.NUMBER: filling.case.number, Place.NAME: filling.name}
    opening = next((each for each in filling.reception.coming if each.takes_place), None)
    if opening is not None:
        values[Place.HOURS] = f"{say.weekday(opening.day)}, {say.time(opening.start)}–{say.time(opening.end)}"
        values[Place.OFFICE] = say.place(filling.reception.offices[opening.office_id].title)
    return {place: value for place, value in values.items() if value}


def mark_of(words: str) -> str:
    return blake2b(words.encode(), digest_size=4).hexdigest()


async def preview(context: Context, button: ReadyPreview) -> None:
    """It shows the resident's name, so it is a reading of the case."""
    filling = await ready_texts.filling(context.tx, context.actor.person_id, button.case_id, button.text_id)
    await choose(context, button.case_id, filling.text.kind)
    await access.open_case(context.tx, context.actor, button.case_id)
    words_of(context.say, filling)
    context.show(button)


async def draw_preview(to: Addressee, button: ReadyPreview) -> Screen:
    filling = await ready_texts.filling(to.tx, to.person_id, button.case_id, button.text_id)
    case, kind, words = filling.case, filling.text.kind, words_of(to.say, filling)
    lines = [filling.text.title, to.say(worded(case, f"ready-preview-{kind}"))]
    if await access.is_kept_back(to.tx, case.id):
        lines.append(to.say("desk-resident-occupied"))
    rows: list[list[Label]] = [
        [(to.say(worded(case, f"ready-send-{kind}-button")), SendReady(case.id, filling.text.id, mark_of(words)))],
        [
            (to.say("ready-change-button"), ChangeReady(case.id, filling.text.id)),
            (to.say("ready-another-button"), ReadyList(case.id, kind)),
        ],
    ]
    return Screen(case.number or "", lines, quoted(Rich(words)), rows, protected=True)


# Sending it.


async def send(context: Context, button: SendReady) -> None:
    filling = await ready_texts.filling(context.tx, context.actor.person_id, button.case_id, button.text_id)
    text, dialog = filling.text, context.actor.dialog
    if not isinstance(dialog, ChoosingReady) or (dialog.case_id, dialog.kind) != (button.case_id, text.kind):
        raise OldButton
    words = words_of(context.say, filling)
    if mark_of(words) != button.seen:
        raise ReadyChanged
    await ready_texts.send(context.tx, context.actor, button.case_id, text, words)
    await dialogs.end(context.tx, context.actor)
    context.turn.facts["case_id"] = button.case_id
    done = PromptDone(button.case_id, said=True, act=text.kind.act)
    context.tell(done, once=f"prompt:{button.case_id}")
    context.show(HandAnswer(button.case_id) if filling.case.unclaimed else button)


async def draw_sent(to: Addressee, button: SendReady) -> Screen:
    case = await access.seen_at_desk(to.tx, to.person_id, button.case_id)
    text, _ = await ready_texts.readable(to.tx, to.person_id, button.text_id)
    key = "ready-kept" if await access.is_kept_back(to.tx, case.id) else f"ready-sent-{text.kind}"
    if await complaints.is_ending(to.tx, case):
        key = "complaint-ending-asked"
    row: list[Label] = [(to.say("desk-history-button"), History(case.id))]
    if text.kind is Kind.ANSWER and (last := await recalls.offered(to.tx, to.person_id, case)) is not None:
        row.insert(0, (to.say("recall-button"), Recall(case.id, last)))
    lines = [to.say(key, title=text.title, number=case.number or "")]
    return Screen(case.number or "", lines, buttons=[row])


async def change(context: Context, button: ChangeReady) -> None:
    """The next message is sent as it is."""
    filling = await ready_texts.filling(context.tx, context.actor.person_id, button.case_id, button.text_id)
    await choose(context, button.case_id, filling.text.kind)
    await dialogs.begin(context.tx, context.actor, WritingAnswer(button.case_id, filling.text.kind.act))
    context.show(button, as_new=True)


async def draw_change(to: Addressee, button: ChangeReady) -> Screen:
    """The words as a block that one tap copies."""
    filling = await ready_texts.filling(to.tx, to.person_id, button.case_id, button.text_id)
    words = words_of(to.say, filling)
    block = Rich(words, (Entity("pre", 0, units(words)),))
    lines = [to.say(worded(filling.case, f"ready-change-{filling.text.kind}"))]
    cancel: list[Label] = [(to.say("cancel-button"), CancelWriting(filling.case.id))]
    return Screen(filling.case.number or "", lines, block, [cancel])


async def change_sent(to: Addressee, button: ChangeReady, sent: Sequence[Sent]) -> None:
    for each in sent:
        add_prompt(to.tx, to.chat_id, each.message_id, button.case_id, to.thread_id)
