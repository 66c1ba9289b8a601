"""«Готові відповіді»: where officers and coordinators write theirs."""

from bot.domain.bodies import Kind as BodyKind
from bot.domain.ready_texts import (
    ChangingReady,
    ChoosingReady,
    Field,
    Kind,
    Owner,
    Place,
    ReadyText,
    WritingReady,
    checked_title,
)
from bot.domain.refusals import TextExpected
from bot.handlers.communities.buttons import CoordinatorHome
from bot.handlers.officers.buttons import MyPost
from bot.handlers.paging import PAGE, back, page_of, turning
from bot.handlers.ready_texts.buttons import (
    AskRemoveReady,
    ChooseOwner,
    DropEnglish,
    EditReady,
    NewReady,
    ReadyPage,
    ReadyTexts,
    RemoveReady,
)
from bot.services import ready_texts
from bot.storage import areas, case_lists, dialogs
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.rendering import Addressee
from bot.surface.rich import Rich, bold, joined, quoted
from bot.surface.screens import Label, Screen

OPEN_FORMS = (WritingReady, ChangingReady, ChoosingReady)


async def look(context: Context, button: ReadyTexts | ReadyPage | ChooseOwner | AskRemoveReady) -> None:
    """Show a screen; an open question is dropped. The screen itself checks the right to it."""
    await ready_texts.reach_of(context.tx, context.actor.person_id)
    if isinstance(button, ReadyPage | AskRemoveReady):
        await ready_texts.readable(context.tx, context.actor.person_id, button.text_id)
    await dialogs.leave(context.tx, context.actor, OPEN_FORMS)
    context.show(button)


async def draw_all(to: Addressee, button: ReadyTexts) -> Screen:
    texts = (await ready_texts.reach_of(to.tx, to.person_id)).texts
    page = min(max(button.page, 0), max(len(texts) - 1, 0) // PAGE)
    rows: list[list[Label]] = [[(f"{mark(text)} {text.title}", ReadyPage(text.id))] for text in page_of(texts, page)]
    rows += turning(to, len(texts), page, ReadyTexts(page - 1), ReadyTexts(page + 1))
    rows.append([(to.say(f"ready-new-{kind}-button"), ChooseOwner(kind)) for kind in Kind])
    desk = await case_lists.desk_of(to.tx, to.person_id)
    home = MyPost() if desk is not None and desk.officer else CoordinatorHome()
    lines = [to.say("ready-all-explained" if texts else "ready-all-none")]
    return Screen(to.say("ready-all-title"), lines, buttons=[*rows, *back(to, home)])


def mark(text: ReadyText) -> str:
    return "💬" if text.kind is Kind.ANSWER else "✋"


async def owner_name(to: Addressee, owner: Owner) -> str:
    if owner.area_id is not None:
        return to.say("ready-of-area", area=(await areas.names(to.tx, [owner.area_id])).get(owner.area_id, ""))
    if owner.oblast is not None:
        names = {str(each.code): to.say.place(each.name) for each in to.register.oblasts}
        return to.say("ready-of-oblast", oblast=names.get(owner.oblast, ""))
    return to.say("ready-of-officer")


# A new one.


async def draw_owners(to: Addressee, button: ChooseOwner) -> Screen:
    reach = await ready_texts.reach_of(to.tx, to.person_id)
    rows: list[list[Label]] = [
        [(await owner_name(to, owner), NewReady(button.kind, owner.code))] for owner, _ in reach.owners
    ]
    title = to.say(f"ready-new-{button.kind}-button")
    return Screen(title, [to.say("ready-whose")], buttons=[*rows, *back(to, ReadyTexts(0))])


async def ask_title(context: Context, button: NewReady) -> None:
    await ready_texts.owner_named(context.tx, context.actor.person_id, button.owner)
    await dialogs.begin(context.tx, context.actor, WritingReady(button.kind, button.owner))
    context.show(button)


async def draw_new(to: Addressee, button: NewReady) -> Screen:
    """Asks for the title, and once that is there, for the text."""
    owner = await ready_texts.owner_named(to.tx, to.person_id, button.owner)
    writing = await dialogs.open_in(to.tx, to.person_id, to.chat_id, WritingReady, to.thread_id)
    lines = [await owner_name(to, owner)]
    if writing is not None and writing.title:
        lines += [to.say("ready-ask-text"), places(to)]
    else:
        lines.append(to.say("ready-ask-title"))
    return Screen(to.say(f"ready-new-{button.kind}-button"), lines, buttons=back(to, ReadyTexts(0)))


def places(to: Addressee) -> str:
    return to.say("ready-places", places=", ".join(f"{{{place}}}" for place in Place))


def text_of(message: PrivateMessage) -> str:
    """Raises TextExpected."""
    if message.body is None or message.body.kind is not BodyKind.TEXT:
        raise TextExpected
    return message.body.text


async def take_new(context: Context, message: PrivateMessage, dialog: WritingReady) -> None:
    """The title, then the text."""
    if not dialog.title:
        title = checked_title(text_of(message))
        await dialogs.begin(context.tx, context.actor, WritingReady(dialog.kind, dialog.owner, title))
        context.show(NewReady(dialog.kind, dialog.owner), as_new=True)
        return
    words = text_of(message)
    text_id = await ready_texts.add(context.tx, context.actor, dialog.kind, dialog.owner, dialog.title, words)
    await dialogs.end(context.tx, context.actor)
    context.show(ReadyPage(text_id), as_new=True)


# One of them.


async def draw_page(to: Addressee, button: ReadyPage) -> Screen:
    text, may_change = await ready_texts.readable(to.tx, to.person_id, button.text_id)
    say, lines = to.say, [await owner_name(to, text.owner), to.say("ready-used", count=text.used)]
    body = [quoted(Rich(text.uk))]
    if text.en is not None:
        body += [bold(say("ready-english")), quoted(Rich(text.en))]
    rows: list[list[Label]] = []
    if may_change:
        fields = (Field.TITLE, Field.UK)
        rows.append([(say(f"ready-edit-{field}-button"), EditReady(text.id, field)) for field in fields])
        english: list[Label] = [(say("ready-edit-en-button"), EditReady(text.id, Field.EN))]
        rows.append([*english, (say("ready-drop-en-button"), DropEnglish(text.id))] if text.en else english)
        rows.append([(say("ready-remove-button"), AskRemoveReady(text.id))])
    else:
        lines.append(say("ready-of-others"))
    return Screen(f"{mark(text)} {text.title}", lines, joined(body, "\n\n"), [*rows, *back(to, ReadyTexts(0))])


async def ask_field(context: Context, button: EditReady) -> None:
    await ready_texts.editable(context.tx, context.actor.person_id, button.text_id)
    await dialogs.begin(context.tx, context.actor, ChangingReady(button.text_id, button.field))
    context.show(button)


async def draw_ask_field(to: Addressee, button: EditReady) -> Screen:
    text = await ready_texts.editable(to.tx, to.person_id, button.text_id)
    lines = [to.say(f"ready-ask-{button.field}")]
    if button.field is not Field.TITLE:
        lines.append(places(to))
    return Screen(text.title, lines, buttons=back(to, ReadyPage(text.id)))


async def take_field(context: Context, message: PrivateMessage, dialog: ChangingReady) -> None:
    await ready_texts.change(context.tx, context.actor, dialog.text_id, dialog.field, text_of(message))
    await dialogs.end(context.tx, context.actor)
    context.show(ReadyPage(dialog.text_id), as_new=True)


async def drop_english(context: Context, button: DropEnglish) -> None:
    await ready_texts.change(context.tx, context.actor, button.text_id, Field.EN, None)
    context.show(ReadyPage(button.text_id))


async def draw_ask_remove(to: Addressee, button: AskRemoveReady) -> Screen:
    text = await ready_texts.editable(to.tx, to.person_id, button.text_id)
    yes: list[Label] = [(to.say("ready-remove-yes-button"), RemoveReady(text.id))]
    return Screen(text.title, [to.say("ready-ask-remove")], buttons=[yes, *back(to, ReadyPage(text.id))])


async def remove(context: Context, button: RemoveReady) -> None:
    await ready_texts.remove(context.tx, context.actor, button.text_id)
    context.answer(context.say("ready-removed"))
    context.show(ReadyTexts(0))
