"""The form of a notice: what all its steps share, and the first of them, what it is about and what it says.

Each step has a way back. Whom it is for is chosen in `audience`, when it goes in `sending`.
"""

from collections import Counter

from bot.domain.bodies import NAMED, Body, Kind
from bot.domain.cautions import cautions
from bot.domain.ids import NoticeId
from bot.domain.languages import Language
from bot.domain.notices import URGENT, Content, NotAFile, NoText, Notice
from bot.domain.people import require_coordinator, require_officer
from bot.domain.refusals import OldButton, TextExpected
from bot.domain.subscriptions import NOTICE_TOPICS, Topic
from bot.handlers.notices.buttons import (
    Audience,
    CancelNotice,
    ChooseTopic,
    ChooseUrgency,
    ClearText,
    NoticesHome,
    Side,
    SkipEnglish,
    TakeTopic,
    TakeUrgency,
    WriteEnglish,
    WriteText,
)
from bot.handlers.notices.dialogs import CorrectingNotice, Step, WritingNotice
from bot.handlers.topics import topic_name
from bot.services.notices import drafts
from bot.services.notices.access import own_draft
from bot.storage import dialogs
from bot.storage import notices as stored_notices
from bot.surface.buttons import Button
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen, ShowScreen

BEGINNING = 60  # characters of a text


def require_side(context: Context, side: Side) -> None:
    """Raises NotFound for a person without the role they would write in."""
    if side is Side.OFFICER:
        require_officer(context.actor)
    else:
        require_coordinator(context.actor)


async def stop(context: Context) -> None:
    """Nothing is asked for any more; the draft stays."""
    await dialogs.leave(context.tx, context.actor, (WritingNotice, CorrectingNotice))


async def ask(context: Context, step: Step, notice_id: NoticeId, button: Button, version: int = 0) -> None:
    """Show a step of the form; the next message is for it."""
    await wait(context, step, notice_id, version)
    context.show(button)


async def wait(
    context: Context, step: Step, notice_id: NoticeId, version: int = 0, *, ukrainian: int = 0, english: int = 0
) -> None:
    """The next message is for this step. Which messages became the text is remembered over all steps."""
    before = context.actor.dialog
    if isinstance(before, WritingNotice) and before.notice_id == notice_id:
        ukrainian, english = ukrainian or before.ukrainian, english or before.english
    await dialogs.begin(context.tx, context.actor, WritingNotice(notice_id, step, version, ukrainian, english))


async def to_step(context: Context, step: Step, button: Button, notice_id: NoticeId) -> None:
    """By a button, forth or back: to a step of a draft of one's own. Raises NotFound, NoticeIsPast."""
    await own_draft(context.tx, context.actor.person_id, notice_id)
    await ask(context, step, notice_id, button)


def text_of(message: PrivateMessage) -> str:
    """Raises TextExpected."""
    if not message.text:
        raise TextExpected
    return message.text


def side_of(notice: Notice) -> Side:
    return Side.OFFICER if notice.officer_id is not None else Side.COORDINATOR


def ways_out(to: Addressee, notice: Notice, former: Button) -> list[list[Label]]:
    """Back a step, or out of the form."""
    return [[(to.say("back-button"), former), (to.say("cancel-button"), CancelNotice(notice.id))]]


async def draft_of(to: Addressee, notice_id: NoticeId) -> Notice:
    return await own_draft(to.tx, to.person_id, notice_id)


# The topic.


async def choose_topic(context: Context, button: ChooseTopic) -> None:
    require_side(context, button.side)
    if button.notice_id:
        await to_step(context, Step.PRESS, button, button.notice_id)
    else:
        await stop(context)
        context.show(button)


async def draw_topics(to: Addressee, button: ChooseTopic) -> Screen:
    taken = (TakeTopic(button.notice_id, button.side, topic) for topic in NOTICE_TOPICS)
    labels: list[Label] = [(topic_name(to.say, each.topic), each) for each in taken]
    rows = [labels[first : first + 2] for first in range(0, len(labels), 2)]
    last: list[Label] = [(to.say("back-button"), NoticesHome(button.side))]
    if button.notice_id:
        last.append((to.say("cancel-button"), CancelNotice(button.notice_id)))
    return Screen(to.say("notice-topic-title"), [to.say("notice-choose-topic")], buttons=[*rows, last])


async def take_topic(context: Context, button: TakeTopic) -> None:
    notice_id = button.notice_id
    if button.topic not in NOTICE_TOPICS:
        raise OldButton
    if notice_id:
        await drafts.set_topic(context.tx, context.actor, notice_id, button.topic)
    else:
        as_officer = button.side is Side.OFFICER
        notice_id = await drafts.begin(context.tx, context.actor, button.topic, as_officer=as_officer)
    if button.topic in URGENT:
        await ask(context, Step.PRESS, notice_id, ChooseUrgency(notice_id))
    else:
        await ask(context, Step.TEXT, notice_id, WriteText(notice_id))


async def choose_urgency(context: Context, button: ChooseUrgency) -> None:
    await to_step(context, Step.PRESS, button, button.notice_id)


async def draw_urgency(to: Addressee, button: ChooseUrgency) -> Screen:
    draft, say = await draft_of(to, button.notice_id), to.say
    rows: list[list[Label]] = [
        [(say("notice-urgent-button"), TakeUrgency(draft.id, urgent=True))],
        [(say("notice-ordinary-button"), TakeUrgency(draft.id, urgent=False))],
    ]
    quiet = to.tx.policy.notices.quiet
    hours = say("notice-ordinary-means", start=f"{quiet.begins:%H:%M}", end=f"{quiet.ends:%H:%M}")
    lines = [topic_name(to.say, draft.topic), say("notice-urgent-means"), hours]
    leave = ways_out(to, draft, ChooseTopic(draft.id, side_of(draft)))
    return Screen(say("notice-urgency-title"), lines, buttons=[*rows, *leave])


async def take_urgency(context: Context, button: TakeUrgency) -> None:
    await drafts.set_urgent(context.tx, context.actor, button.notice_id, button.urgent)
    await ask(context, Step.TEXT, button.notice_id, WriteText(button.notice_id))


# What it says.


async def write_text(context: Context, button: WriteText) -> None:
    await to_step(context, Step.TEXT, button, button.notice_id)


async def draw_text(to: Addressee, button: WriteText) -> Screen:
    draft, say = await draft_of(to, button.notice_id), to.say
    content = await stored_notices.content(to.tx, draft.id)
    former: Button = ChooseUrgency(draft.id) if draft.topic in URGENT else ChooseTopic(draft.id, side_of(draft))
    leave = ways_out(to, draft, former)
    warned = caution_lines(to, draft.topic, content)
    if not content.words and not content.files:
        lines = [say("notice-write-words-alone") if draft.topic.discreet else say("notice-write"), *warned]
        return Screen(topic_name(to.say, draft.topic), lines, buttons=leave)
    rows: list[list[Label]] = [[(say("notice-rewrite-button"), ClearText(draft.id))]]
    lines = [say("notice-contents", kinds=contents(to, content)), *beginning(to, content), *warned]
    if Language.UK in content.words:
        rows.insert(0, [(say("next-button"), WriteEnglish(draft.id))])
        lines.append(say("notice-add-more"))
    else:
        lines.append(say("notice-no-words"))
    return Screen(topic_name(to.say, draft.topic), lines, buttons=[*rows, *leave])


def caution_lines(to: Addressee, topic: Topic, content: Content) -> list[str]:
    """What not to say, by the topic and by what is said; and what a file says by its name."""
    text = "\n".join(each.text for each in content.words.values())
    lines = [to.say(f"notice-caution-{each}") for each in cautions(topic, text)]
    return [*lines, to.say("notice-file-names")] if any(each.kind in NAMED for each in content.files) else lines


def contents(to: Addressee, content: Content) -> str:
    """«текст, фото (2)»."""
    counted = Counter[Kind](each.kind for each in content.files)
    if content.words:
        counted = Counter({Kind.TEXT: 1}) + counted
    named = ((to.say(f"content-{kind}"), count) for kind, count in counted.items())
    return ", ".join(f"{name} ({count})" if count > 1 else name for name, count in named)


def beginning(to: Addressee, content: Content) -> list[str]:
    """«Текст: «Не кажіть код із SMS…»»."""
    if Language.UK not in content.words:
        return []
    text = " ".join(content.words[Language.UK].text.split())
    shown = text if len(text) <= BEGINNING else f"{text[: BEGINNING - 1].rstrip()}…"
    return [to.say("notice-text-begins", text=shown)]


async def take_text(context: Context, message: PrivateMessage, dialog: WritingNotice) -> None:
    """Text, a file, or a part of an album; the screen below says what there is by now, once for an album."""
    body, notice_id = message.body, dialog.notice_id
    if body is None:
        raise NotAFile
    await drafts.add_message(context.tx, context.actor, notice_id, body)
    if body.text:
        await wait(context, Step.TEXT, notice_id, ukrainian=message.message_id)
    context.tell(ShowScreen(WriteText(notice_id).pack()), once=f"notice-form:{notice_id}")


async def edit_text(context: Context, message: PrivateMessage, dialog: WritingNotice) -> bool:
    """The message that became the text was changed by its author: so is the text, and its step is shown again.

    False where it became none.
    """
    language, said, notice_id = dialog.language_of(message.message_id), message.body, dialog.notice_id
    if language is None:
        return False
    if said is None:
        raise NoText
    words = Body(Kind.TEXT, said.text, said.entities)  # without its file, which stays as it is
    await drafts.set_text(context.tx, context.actor, notice_id, language, words)
    if language is Language.UK:
        await ask(context, Step.TEXT, notice_id, WriteText(notice_id))
    else:
        await ask(context, Step.ENGLISH, notice_id, WriteEnglish(notice_id))
    return True


async def clear_text(context: Context, button: ClearText) -> None:
    await drafts.clear(context.tx, context.actor, button.notice_id)
    await ask(context, Step.TEXT, button.notice_id, WriteText(button.notice_id))


# In English.


async def write_english(context: Context, button: WriteEnglish) -> None:
    await to_step(context, Step.ENGLISH, button, button.notice_id)


async def draw_english(to: Addressee, button: WriteEnglish) -> Screen:
    draft, say = await draft_of(to, button.notice_id), to.say
    has = Language.EN in (await stored_notices.content(to.tx, draft.id)).words
    rows: list[list[Label]] = [[(say("notice-without-english-button"), SkipEnglish(draft.id))]]
    if has:
        rows.insert(0, [(say("next-button"), Audience(draft.id, 0))])
    lines = [say("notice-has-english") if has else say("notice-write-english")]
    return Screen(say("notice-english-title"), lines, buttons=[*rows, *ways_out(to, draft, WriteText(draft.id))])


async def take_english(context: Context, message: PrivateMessage, dialog: WritingNotice) -> None:
    body, notice_id = message.body, dialog.notice_id
    if body is None:
        raise NoText
    await drafts.set_text(context.tx, context.actor, notice_id, Language.EN, body)
    await wait(context, Step.PLACES, notice_id, english=message.message_id)
    context.show(Audience(notice_id, 0))


async def skip_english(context: Context, button: SkipEnglish) -> None:
    await drafts.skip_english(context.tx, context.actor, button.notice_id)
    await ask(context, Step.PLACES, button.notice_id, Audience(button.notice_id, 0))
