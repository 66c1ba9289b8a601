"""What the two sides of a case say, as it reaches the other: messages, albums, edits, reactions, and what came of them.

A copy knows which version of which message it shows, by what was rendered: an edit that commits while a message is on
its way finds the copy behind and changes it, one that finds it current ends silently.

Where another person may read the telephone, messages do not come by themselves: a push says that there is one, and a
button opens it. So it is for the resident of a discreet case, for whom another button takes it out of the chat, with
all that the resident wrote in the case; and at the desk, where each opening is noted.
"""

from collections.abc import Sequence
from dataclasses import replace
from operator import attrgetter

from bot.domain.bodies import FLEETING, NAMED, WITH_METADATA, WITHOUT_TEXT, Body, Kind, Reference, ending_of
from bot.domain.case_letters import (
    Album,
    Delivered,
    DraftShown,
    EditedText,
    Hidden,
    MessageText,
    OwnWordsHidden,
    Reaction,
    TextAgain,
)
from bot.domain.cases import CaseMessage, Side
from bot.domain.ids import CaseId, CaseMessageId
from bot.domain.letters import LetterClass, ResidentOf
from bot.handlers.case_entries import who
from bot.handlers.cases.buttons import HideMessage, Kept, OpenMessage
from bot.handlers.cases.cards import (
    PUSH,
    card_redrawn,
    case_seen,
    is_neutral,
    message_seen,
    note_shown,
    sender_of,
)
from bot.handlers.cases.incoming import STORED, warned_first
from bot.handlers.cases.undelivered import file_refused
from bot.handlers.excerpts import is_discreet as is_discreet_case
from bot.handlers.passable import passable, passable_from_desk
from bot.handlers.references import text_of
from bot.services.cases import access, talk
from bot.services.cases.talk import fits_card
from bot.storage import case_messages
from bot.storage.case_lists import PAGE
from bot.storage.case_views import MessageView
from bot.storage.copies import CARD, Copy, copies_in, copies_of, forget_copies, found_at, own_copies
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage, Reacted
from bot.surface.outgoing import AS_IT_IS, Edit, Effect, Held, Passing, Quote, React, Remove, Revise, Show, Shown
from bot.surface.rendering import Addressee, Sent
from bot.surface.rich import Rich, bold, joined
from bot.surface.screens import Label, Screen

DELIVERED = "👍"


# How messages look.


def heading(to: Addressee, view: MessageView) -> Rich:
    """Each message names its case, so that a reply finds it even when the copy's id was lost."""
    return bold(f"{view.number} · {who_says(to, view, to_resident=isinstance(to.party, ResidentOf))}")


def who_says(to: Addressee, view: MessageView, *, to_resident: bool) -> str:
    """The author of a message, for the side that reads it."""
    if view.direction is Side.RESIDENT and to_resident:
        return to.say("from-you" if view.officer_id is None else "from-you-written-down")
    if view.direction is Side.RESIDENT:
        return who(to.say, view.direction, view.officer_rank, view.officer_name, view.resident_name)
    if view.officer_rank and view.officer_name:
        return to.say("from-officer", rank=to.say.rank(view.officer_rank), name=to.say.person(view.officer_name))
    return to.say("from-police")


def as_shown(to: Addressee, view: MessageView, body: Body, version: int) -> Body:
    """The body below what it refers to; says so when it was changed, or when its file could not be passed on."""
    traces = [to.say("case-edited")] if version > 1 and body.kind not in WITHOUT_TEXT else []
    if body.file is not None and body.file.fault is not None and not is_own(to, view):
        body = body.text_alone
        traces.insert(0, to.say("file-not-passed"))
    if not traces and body.reference is None:
        return body
    text = joined([text_of(to.say, body), *map(Rich, traces)])
    return replace(body, text=text.text, entities=text.entities)


def quote(to: Addressee, view: MessageView) -> Quote:
    body = as_shown(to, view, view.body, view.version)
    missing = to.say("file-not-passed") if body.file is not None else ""
    return Quote(heading(to, view), [body], hiding(to, view), [passed_on(to, view, body)], missing)


def is_own(to: Addressee, view: MessageView) -> bool:
    """Whether the reader is on the side that said it."""
    return isinstance(to.party, ResidentOf) == (view.direction is Side.RESIDENT)


def passed_on(to: Addressee, view: MessageView, body: Body) -> Passing:
    """How a file goes to the other side: under a name that tells nothing, unless its resident has given their own; and
    cleaned, always where no name was given.
    """
    if is_own(to, view) or body.kind not in WITH_METADATA:
        return AS_IT_IS
    by_resident = view.direction is Side.RESIDENT
    unnamed = body.kind in NAMED and (view.anonymous or not by_resident)
    cleaned = body.is_passed_on_cleaned(
        unnamed=by_resident and view.anonymous, recordings=to.tx.policy.recordings_cleaned
    )
    return Passing(to.say(f"content-{body.kind}") + ending_of(body.file) if unnamed else "", cleaned)


def shown(view: MessageView, piece: int = 0) -> Shown:
    said_by = sender_of(view.direction, view.case_id, view.officer_id)
    return Shown(view.case_id, view.id, view.version, said_by, piece, piece >= 0 and view.body.kind in FLEETING)


def is_discreet(to: Addressee, view: MessageView) -> bool:
    """Whether this text may not appear in the reader's chat unasked."""
    if not isinstance(to.party, ResidentOf):
        return is_neutral(to, view)
    return view.direction is not Side.RESIDENT and view.category is not None and view.category.discreet


def hiding(to: Addressee, view: MessageView) -> list[list[Label]]:
    hides = isinstance(to.party, ResidentOf) and is_discreet(to, view)
    return [[(to.say("case-hide-words-button"), HideMessage(view.id))]] if hides else []


def push(to: Addressee, view: MessageView, *, changed: bool = False) -> list[Effect]:
    """Says that there is a message, or that one was changed, and opens it."""
    buttons: list[list[Label]] = [[(to.say("case-open-words-button"), OpenMessage(view.id))]]
    if isinstance(to.party, ResidentOf):
        lines = [to.say("case-answer-changed" if changed else "case-answer-came", number=view.number)]
        return [Show(Screen(lines=lines, buttons=buttons), shows=[shown(view, PUSH)])]
    lines = [to.say("case-message-changed" if changed else "case-message-came")]
    return [Show(Screen(view.number, lines, buttons=buttons), shows=[shown(view, PUSH)])]


# Messages.


async def render_text(to: Addressee, letter: MessageText) -> Sequence[Effect]:
    view = await message_seen(to, letter.message_id)
    if view is None:
        return []
    if is_discreet(to, view):
        return push(to, view)
    return [Show(quote(to, view), reply_to=view.reply_to, shows=[shown(view)])]


async def text_sent(to: Addressee, letter: MessageText | Album, sent: Sequence[Sent]) -> None:
    first = next((each.shown for each in sent if each.shown), None)
    lacking = {each.shown.case_message_id: each.lacks for each in sent if each.shown and each.lacks}
    for message_id in {each.shown.case_message_id for each in sent if each.shown} - lacking.keys():
        case_messages.note_delivered(to.tx, message_id)
    for message_id, lack in lacking.items():
        await file_refused(to, message_id, lack)
    if first is not None:
        if not lacking:
            confirm(to, first, letter.said_as if isinstance(letter, MessageText) else 0)
        if first.piece != PUSH:
            access.note_received(to.tx, to.party, to.person_id, first.case_id)
        if isinstance(to.party, ResidentOf):
            await talk.note_arrived(to.tx, first.case_id)


def confirm(to: Addressee, what: Shown, said_as: int) -> None:
    """The person who wrote it at the desk sees that Telegram took it for the resident."""
    if not isinstance(what.said_by, ResidentOf):
        delivered = Delivered(what.case_id, what.case_message_id, said_as)
        to.tx.outbox.tell(what.said_by, delivered, dedupe=f"delivered:{what.case_message_id}")


async def read(to: Addressee, case_id: CaseId, message_ids: Sequence[CaseMessageId]) -> None:
    """What the desk said and was not sent has been shown to its resident now; its author sees that."""
    unread = await case_messages.unread_of(to.tx, case_id, message_ids)
    for message in unread:
        case_messages.note_delivered(to.tx, message.id)
        author = sender_of(message.direction, case_id, message.officer_id)
        to.tx.outbox.tell(author, Delivered(case_id, message.id), dedupe=f"delivered:{message.id}")
    if unread:
        await talk.note_arrived(to.tx, case_id)


async def render_delivered(to: Addressee, letter: Delivered) -> list[Effect]:
    if letter.said_as:
        return [React(letter.said_as, DELIVERED)]
    copies = await copies_of(to.tx, letter.case_id, to.chat_id, letter.message_id)
    return [React(copy.message_id, DELIVERED) for copy in copies[:1]]


# Albums.


async def render_album(to: Addressee, letter: Album) -> Sequence[Effect]:
    """The parts that this chat does not have yet, together where they may be; a straggler answers the first."""
    parts = await case_messages.album_parts(to.tx, letter.case_id, letter.album)
    copies = await copies_in(to.tx, letter.case_id, to.chat_id)
    had = {copy.case_message_id: copy.message_id for copy in copies}
    new = [part for part in parts if part.id not in had]
    view = await message_seen(to, new[0].id) if new else None
    if view is None:
        return []
    before = [had[part.id] for part in parts if part.id in had]
    if is_discreet(to, view):
        return [] if before else push(to, view)
    return [album(to, view, new, before[0] if before else view.reply_to)]


def album(to: Addressee, view: MessageView, parts: Sequence[CaseMessage], reply_to: int | None) -> Show:
    first = parts[0].body.reference
    said_once = [part.body if part is parts[0] else without_reference(part.body, first) for part in parts]
    bodies = [as_shown(to, view, body, part.version) for body, part in zip(said_once, parts, strict=True)]
    shows = [replace(shown(view), case_message_id=part.id, version=part.version) for part in parts]
    passing = [passed_on(to, view, body) for body in bodies]
    quoted = Quote(heading(to, view), bodies, passing=passing, missing=to.say("file-not-passed"))
    return Show(quoted, reply_to=reply_to, shows=shows)


def without_reference(body: Body, said: Reference | None) -> Body:
    """Without what the first part of its album says for all of them."""
    return replace(body, reference=None) if body.reference == said else body


# Shown once more, and taken away again.


async def open_message(context: Context, button: OpenMessage) -> None:
    """To its case's resident, or at its desk; where it was opened before, that goes."""
    reader, message = await talk.open_message(context.tx, context.actor, button.message_id)
    context.tx.outbox.tell(reader, Hidden(message.id), asked=LetterClass.OWN)
    context.tx.outbox.tell(reader, TextAgain(message.id), asked=LetterClass.OWN)


async def render_again(to: Addressee, letter: TextAgain) -> Sequence[Effect]:
    view = await message_seen(to, letter.message_id)
    if view is None:
        return []
    if view.album is None:
        return [Show(quote(to, view), shows=[shown(view)])]
    parts = await case_messages.album_parts(to.tx, view.case_id, view.album)
    effects = [album(to, view, parts, None)]
    if buttons := hiding(to, view):  # several bodies have no buttons: they are below
        below = Screen(lines=[to.say("case-hide-words")], buttons=buttons)
        effects.append(Show(below, shows=[shown(view, len(parts))]))
    return effects


async def again_sent(to: Addressee, letter: TextAgain, sent: Sequence[Sent]) -> None:
    """A resident may see here for the first time what waited until they asked for it."""
    message = await case_messages.by_id(to.tx, letter.message_id)
    if message is None:
        return
    if not isinstance(to.party, ResidentOf):
        access.note_received(to.tx, to.party, to.person_id, message.case_id)
    else:
        parts = await case_messages.album_parts(to.tx, message.case_id, message.album) if message.album else [message]
        lacking = {each.shown.case_message_id for each in sent if each.shown and each.lacks}
        await read(to, message.case_id, [part.id for part in parts if part.id not in lacking])


async def opened(to: Addressee, view: MessageView) -> list[Copy]:
    """What the chat holds of a message, with its album; pushes apart."""
    parts = await case_messages.album_parts(to.tx, view.case_id, view.album) if view.album else []
    ids: list[CaseMessageId] = [part.id for part in parts] or [view.id]
    return [
        copy
        for copy in await copies_in(to.tx, view.case_id, to.chat_id)
        if copy.case_message_id in ids and copy.piece >= 0
    ]


async def render_hidden(to: Addressee, letter: Hidden) -> list[Effect]:
    view = await message_seen(to, letter.message_id)
    if view is None or not is_discreet(to, view):
        return []
    theirs = isinstance(to.party, ResidentOf) and view.body.kind is not Kind.TEXT
    too_late = Show(Screen(lines=[to.say("case-hide-yourself")])) if theirs else None
    return [taking_away(to, await opened(to, view), otherwise=too_late)]


def taking_away(to: Addressee, copies: Sequence[Copy], otherwise: Show | None = None) -> Remove:
    """What takes a message out of a chat."""
    held = [Held(copy.message_id, copy.sent_at) for copy in copies]
    return Remove(held, Rich(to.say("case-hidden")), otherwise=otherwise)


async def hidden_sent(to: Addressee, letter: Hidden, sent: Sequence[Sent]) -> None:
    view = await message_seen(to, letter.message_id)
    if view is not None:
        await forget_copies(to.tx, to.chat_id, [copy.message_id for copy in await opened(to, view)])


async def render_own_words_hidden(to: Addressee, letter: OwnWordsHidden) -> list[Effect]:
    """What its resident wrote goes; a page on which all can be read says something else."""
    case = await case_seen(to, letter.case_id)
    if case is None or not is_discreet_case(case):
        return []
    hidden = Screen(lines=[to.say("case-hidden")])
    pages = [copy for copy in await copies_in(to.tx, case.id, to.chat_id) if copy.piece == PAGE]
    held = [Held(copy.message_id, copy.sent_at) for copy in await own_copies(to.tx, case.id, to.chat_id)]
    remove = Remove(held, otherwise=Show(Screen(lines=[to.say("case-hide-own-yourself")])))
    return [*(Edit(page.message_id, hidden) for page in pages), remove]


async def own_words_hidden(to: Addressee, letter: OwnWordsHidden, sent: Sequence[Sent]) -> None:
    """What could not be taken away cannot be edited either: it need not be found again."""
    pages = [copy for copy in await copies_in(to.tx, letter.case_id, to.chat_id) if copy.piece == PAGE]
    gone = [*pages, *await own_copies(to.tx, letter.case_id, to.chat_id)]
    await forget_copies(to.tx, to.chat_id, [copy.message_id for copy in gone])


# Edits.


async def edit(context: Context, message: PrivateMessage) -> bool:
    """Change a message of a case; what was typed besides may say what it likes by now. False: it belongs to none."""
    found = await found_at(context.tx, context.actor.chat_id, message.message_id)
    said = await case_messages.by_id(context.tx, found.case_message_id) if found and found.case_message_id else None
    if said is None or message.body is None:
        context.turn.facts["unused"] = 1
        return found is not None
    if said.direction is not Side.RESIDENT or said.officer_id is not None:
        await talk.edit(context.tx, context.actor, said, passable_from_desk(message))
        return True
    async with warned_first(context, message, message.body, Kept.NOT):
        draft = await talk.edit(context.tx, context.actor, said, passable(message))
        if draft is not None:
            context.tell(DraftShown(draft))
    return True


async def render_edited(to: Addressee, letter: EditedText) -> list[Effect]:
    """What the other side sees of a message becomes what it says now, with a trace; a card is drawn again."""
    view = await message_seen(to, letter.message_id)
    if view is None:
        return []
    copies = await copies_of(to.tx, view.case_id, to.chat_id, view.id)
    current = newest([copy for copy in copies if copy.piece >= 0])
    if is_discreet(to, view) and not current:
        return push(to, view, changed=True) if copies and newest_version(copies) < view.version else []
    if any(copy.piece == CARD for copy in copies) and not is_discreet(to, view):
        return await edited_on_card(to, view, copies, current)
    if not copies or all(copy.version >= view.version for copy in current or newest(copies)):
        return []  # not sent yet, and then it will be sent as it is by then; or shown already
    return [revised(to, view, current)] if current else []


async def edited_on_card(
    to: Addressee, view: MessageView, copies: Sequence[Copy], current: Sequence[Copy]
) -> list[Effect]:
    """A first text on its card, and where that is gone, or has no room for it, besides it."""
    if current:
        return [*await card_redrawn(to, view.case_id), revised(to, view, current)]
    apart = Show(quote(to, view), shows=[shown(view)])
    if fits_card(view.body):
        return await card_redrawn(to, view.case_id, otherwise=apart)
    return [*await card_redrawn(to, view.case_id), replace(apart, reply_to=copies[0].message_id)]


def newest_version(copies: Sequence[Copy]) -> int:
    return max(copy.version for copy in copies)


async def edited_sent(to: Addressee, letter: EditedText, sent: Sequence[Sent]) -> None:
    message = await case_messages.by_id(to.tx, letter.message_id)
    if message is None:
        return
    await note_shown(to, message.case_id, sent)
    lack = next((each.lacks for each in sent if each.lacks), None)
    if lack is not None:
        await file_refused(to, message.id, lack)


def newest(copies: list[Copy]) -> list[Copy]:
    """Of each piece the copies that show its newest version: a change may have come as far as the first piece."""
    shown = {copy.piece: copy.version for copy in sorted(copies, key=attrgetter("version"))}
    return [copy for copy in copies if copy.version == shown[copy.piece]]


def revised(to: Addressee, view: MessageView, current: Sequence[Copy]) -> Revise:
    held = [Held(copy.message_id, copy.sent_at, piece=copy.piece) for copy in current]
    return Revise(held, quote(to, view), [shown(view)])


# Reactions.


async def react(context: Context, reaction: Reacted) -> None:
    """One that could not be set on the other side passes nothing on."""
    found = await found_at(context.tx, context.actor.chat_id, reaction.message_id)
    if found is None or found.case_message_id is None or reaction.emoji is None:
        context.turn.facts["unused"] = 1
        return
    await talk.react(context.tx, context.actor, found.case_id, found.case_message_id, reaction.emoji)


async def render_reaction(to: Addressee, letter: Reaction) -> list[Effect]:
    """The other side's reaction, on what this chat holds of the message; taken back, it leaves what was there."""
    view = await message_seen(to, letter.message_id)
    if view is None:
        return []
    by_resident = view.direction is Side.RESIDENT
    own_sign = STORED if by_resident else DELIVERED
    emoji = letter.emoji or (own_sign if isinstance(to.party, ResidentOf) is by_resident else "")
    copies = await copies_of(to.tx, view.case_id, to.chat_id, view.id)
    return [React(copy.message_id, emoji) for copy in copies]
