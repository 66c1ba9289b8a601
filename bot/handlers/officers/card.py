"""How the fields of an officer's card are asked for, one after another or one alone.

An invited officer is asked for what cannot be missing (`Path.ACCEPTING`), and once the post is given for what may be
skipped (FILLING); later they or their coordinator change one field at a time (EDITING). The open dialog says which
field the next message is for; what is refused leaves it open, so that it can be typed again.
"""

from collections.abc import Sequence

from bot.domain.dialogs import Dialog
from bot.domain.ids import InvitationId, OfficerId
from bot.domain.invitations import FieldBeforePost, InvitationOpened, InvitationVoid, invitation_in
from bot.domain.letters import PlainText
from bot.domain.officers import CHOICES, OPTIONAL, Field, OfficerCard
from bot.domain.refusals import OldButton
from bot.handlers.officers.buttons import (
    AskField,
    ChooseValue,
    ClearField,
    ConfirmPost,
    FillCard,
    Guide,
    Invited,
    OfficerPage,
    Path,
    PostMore,
    SkipField,
)
from bot.handlers.officers.dialogs import FieldOfCard
from bot.handlers.people.buttons import Menu
from bot.services import invitations, officers
from bot.storage import dialogs
from bot.storage import officers as stored_officers
from bot.surface.buttons import Button
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen
from bot.texts import Say


async def wait_at_invitation(context: Context, invitation_id: InvitationId) -> None:
    await dialogs.begin(context.tx, context.actor, InvitationOpened(invitation_id))


async def leaves_void(context: Context, invitation_id: InvitationId) -> bool:
    """Whether the invitation that this person has opened is void or used by now: that is said, and nothing waits."""
    try:
        await invitations.good(context.tx, invitation_id)
    except InvitationVoid as void:
        await dialogs.end(context.tx, context.actor)
        context.tell(PlainText(void.key))
        return True
    return False


def opened_invitation(context: Context) -> InvitationId:
    """The invitation whose link this person has opened last. Raises OldButton."""
    invitation_id = invitation_in(context.actor.dialog)
    if invitation_id is None:
        raise OldButton
    return invitation_id


# Asking.


async def ask(context: Context, officer_id: OfficerId, field: Field, path: Path) -> None:
    """Ask for one field. Raises OldButton where it is asked for an invitation that was not opened."""
    dialog: Dialog = FieldOfCard(officer_id, field, path)
    if path is Path.ACCEPTING:
        dialog = FieldBeforePost(opened_invitation(context), officer_id, field)
    await officers.card_to_edit(context.tx, context.actor.person_id, officer_id)
    await dialogs.begin(context.tx, context.actor, dialog)
    context.show(AskField(officer_id, field, path))


async def ask_what_is_missing(context: Context, card: OfficerCard, invitation_id: InvitationId) -> None:
    """The first field without which nobody proposes to serve, else all of them to confirm."""
    if card.missing is not None:
        await ask(context, card.id, card.missing, Path.ACCEPTING)
        return
    await wait_at_invitation(context, invitation_id)
    context.show(ConfirmPost(invitation_id))


async def ask_next(context: Context, officer_id: OfficerId, after: Field | None) -> None:
    """The next field that may be skipped and is still empty; when none is left, the guide and the menu of the work."""
    card = await officers.card_to_edit(context.tx, context.actor.person_id, officer_id)
    rest = OPTIONAL[OPTIONAL.index(after) + 1 :] if after in OPTIONAL else OPTIONAL
    field = next((each for each in rest if card.value(each) is None), None)
    if field is not None:
        await ask(context, officer_id, field, Path.FILLING)
        return
    await dialogs.end(context.tx, context.actor)
    context.show(Guide())
    context.show(Menu(), as_new=True)


async def go_on(context: Context, officer_id: OfficerId, field: Field, path: Path) -> None:
    """After a field was written."""
    if path is Path.ACCEPTING:
        card = await officers.own_card(context.tx, context.actor)
        await ask_what_is_missing(context, card, opened_invitation(context))
    elif path is Path.FILLING:
        await ask_next(context, officer_id, field)
    else:
        await dialogs.end(context.tx, context.actor)
        own = await officers.own_officer(context.tx, context.actor)
        context.show(PostMore() if own == officer_id else OfficerPage(officer_id))


async def fill(context: Context, button: FillCard) -> None:
    """From the letter by which the post was given."""
    await ask_next(context, button.officer_id, None)


async def edit(context: Context, button: AskField) -> None:
    """Change a field that has been filled in."""
    await ask(context, button.officer_id, button.field, button.path)


async def draw_ask(to: Addressee, button: AskField) -> Screen:
    card = await officers.card_to_edit(to.tx, to.person_id, button.officer_id)
    say, field = to.say, button.field
    lines = [say(f"post-ask-{field}")]
    if card.value(field) is not None:
        lines.append(say("post-now", value=shown_value(say, card, field)))
    labels: list[Label] = [
        (shown_choice(say, field, choice), ChooseValue(card.id, field, button.path, number))
        for number, choice in enumerate(CHOICES.get(field, ()))
    ]
    width = 2 if field is Field.RANK else 1
    choices = [labels[at : at + width] for at in range(0, len(labels), width)]
    return Screen(say(f"post-ask-{field}-title"), lines, buttons=[*choices, *await ways_out(to, button, card)])


async def ways_out(to: Addressee, button: AskField, card: OfficerCard) -> list[list[Label]]:
    """What may be pressed instead of giving a value."""
    say = to.say
    match button.path:
        case Path.FILLING:
            return [[(say("skip-button"), SkipField(card.id, button.field))]]
        case Path.ACCEPTING:
            invitation_id = await stored_officers.invited_by(to.tx, to.person_id)
            return [[(say("back-button"), Invited(invitation_id or InvitationId(0)))]]
        case Path.EDITING:
            own = await stored_officers.of_person(to.tx, to.person_id)
            page: Button = PostMore() if own and own.id == card.id else OfficerPage(card.id)
            clear: list[Label] = [(say("post-clear-button"), ClearField(card.id, button.field))]
            can_clear = button.field in OPTIONAL and card.value(button.field) is not None
            return [*([clear] if can_clear else []), [(say("back-button"), page)]]


# What comes in.


async def take_field(context: Context, message: PrivateMessage, dialog: FieldOfCard) -> None:
    await officers.write(context.tx, context.actor, dialog.officer_id, dialog.field, message.text)
    await go_on(context, dialog.officer_id, dialog.field, dialog.path)


async def take_needed_field(context: Context, message: PrivateMessage, dialog: FieldBeforePost) -> None:
    if await leaves_void(context, dialog.invitation_id):
        return
    await officers.write(context.tx, context.actor, dialog.officer_id, dialog.field, message.text)
    await go_on(context, dialog.officer_id, dialog.field, Path.ACCEPTING)


async def choose(context: Context, button: ChooseValue) -> None:
    await officers.choose(context.tx, context.actor, button.officer_id, button.field, button.number)
    await go_on(context, button.officer_id, button.field, button.path)


async def clear(context: Context, button: ClearField) -> None:
    await officers.clear(context.tx, context.actor, button.officer_id, button.field)
    await go_on(context, button.officer_id, button.field, Path.EDITING)


async def skip(context: Context, button: SkipField) -> None:
    if button.field not in OPTIONAL:
        raise OldButton
    await ask_next(context, button.officer_id, button.field)


# How a card is shown.


def shown_value(say: Say, card: OfficerCard, field: Field) -> str:
    value = card.value(field)
    if value is None:
        return say("post-empty")
    return say.phone(value) if field is Field.PHONE else shown_choice(say, field, value)


def shown_choice(say: Say, field: Field, value: str) -> str:
    """A position and a rank by their texts; all that is typed in the letters of its reader."""
    if field is Field.RANK:
        return say.rank(value)
    return say(f"post-position-{value}") if field is Field.POSITION else say.place(value)


def card_lines(say: Say, card: OfficerCard, fields: Sequence[Field]) -> list[str]:
    return [say(f"post-line-{field}", value=shown_value(say, card, field)) for field in fields]


def edit_rows(say: Say, card: OfficerCard, fields: Sequence[Field], path: Path) -> list[list[Label]]:
    labels: list[Label] = [(say(f"post-edit-{field}-button"), AskField(card.id, field, path)) for field in fields]
    return [labels[at : at + 2] for at in range(0, len(labels), 2)]
