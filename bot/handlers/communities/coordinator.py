"""What a coordinator does with communities and their service areas."""

from telegram import Message

from bot.domain.dialogs import Dialog
from bot.domain.people import require_coordinator
from bot.domain.refusals import WordsExpected
from bot.handlers.communities.buttons import (
    AddCommunity,
    AreaPage,
    AskMove,
    CloseArea,
    CommunityPage,
    CoordinatorHome,
    FindCommunity,
    FoundCommunities,
    Invitations,
    InviteOfficer,
    Leave,
    MoveSettlement,
    NewArea,
    RenameArea,
    RevokeInvitation,
    Serve,
    ServeSome,
    ServeWhole,
    Settlements,
)
from bot.handlers.communities.dialogs import FindingToAdd, NamingArea, RenamingArea
from bot.handlers.places import community_at
from bot.services import communities, invitations
from bot.storage import areas, dialogs
from bot.telegram.buttons import Button
from bot.telegram.context import Context


async def home(context: Context) -> None:
    """The label of the menu."""
    await look(context, CoordinatorHome())


async def look(context: Context, button: Button) -> None:
    """Show a screen; whatever was being asked for is asked no more. The screen itself checks the right to the place."""
    require_coordinator(context.actor)
    await dialogs.leave(context.tx, context.actor, FindingToAdd, NamingArea, RenamingArea)
    context.show(button)


async def ask(context: Context, dialog: Dialog, button: Button) -> None:
    """Show a screen that asks for words; the next message is for it."""
    await dialogs.begin(context.tx, context.actor, dialog)
    context.show(button)


def text_of(message: Message) -> str:
    """Raises WordsExpected."""
    if not message.text:
        raise WordsExpected
    return message.text


# Communities.


async def find(context: Context, button: FindCommunity) -> None:
    require_coordinator(context.actor)
    await ask(context, FindingToAdd(), button)


async def take_query(context: Context, message: Message, dialog: FindingToAdd) -> None:
    text = text_of(message)
    require_coordinator(context.actor)
    await ask(context, FindingToAdd(text), FoundCommunities())


async def add(context: Context, button: AddCommunity) -> None:
    community = community_at(context.tools.register, button.community)
    await communities.add(context.tx, context.actor, community)
    await look(context, CommunityPage(community.code))


# Areas.


async def ask_area_name(context: Context, button: NewArea) -> None:
    require_coordinator(context.actor)
    await ask(context, NamingArea(button.community), button)


async def take_area_name(context: Context, message: Message, dialog: NamingArea) -> None:
    area_id = await communities.make_area(context.tx, context.actor, dialog.community, text_of(message))
    await look(context, AreaPage(area_id))


async def ask_new_name(context: Context, button: RenameArea) -> None:
    area = await communities.coordinated_area(context.tx, context.actor, button.area_id)
    await ask(context, RenamingArea(area.id), button)


async def take_new_name(context: Context, message: Message, dialog: RenamingArea) -> None:
    await communities.rename_area(context.tx, context.actor, dialog.area_id, text_of(message))
    await look(context, AreaPage(dialog.area_id))


async def serve_whole(context: Context, button: ServeWhole) -> None:
    await communities.serve_whole(context.tx, context.actor, button.area_id)
    context.show(AreaPage(button.area_id))


async def serve_some(context: Context, button: ServeSome) -> None:
    await communities.serve_some(context.tx, context.actor, button.area_id)
    context.show(Settlements(button.area_id, 0))


async def serve(context: Context, button: Serve) -> None:
    """Tick a settlement, or ask first where another area serves it by name."""
    area = await communities.coordinated_area(context.tx, context.actor, button.area_id)
    division = await areas.division(context.tx, area.community)
    if division.is_named_by_another(area.id, button.settlement):
        context.show(AskMove(area.id, button.settlement, button.page))
    else:
        await move(context, MoveSettlement(area.id, button.settlement, button.page))


async def move(context: Context, button: MoveSettlement) -> None:
    register = context.tools.register
    await communities.serve(context.tx, context.actor, register, button.area_id, button.settlement)
    context.show(Settlements(button.area_id, button.page))


async def leave(context: Context, button: Leave) -> None:
    register = context.tools.register
    await communities.leave(context.tx, context.actor, register, button.area_id, button.settlement)
    context.show(Settlements(button.area_id, button.page))


async def close_area(context: Context, button: CloseArea) -> None:
    community = await communities.close_area(context.tx, context.actor, button.area_id)
    context.answer(context.say("area-closed"))
    context.show(CommunityPage(community))


# Invitations.


async def invite(context: Context, button: InviteOfficer) -> None:
    """The link comes as a message of its own, to be sent on."""
    await invitations.invite_officer(context.tx, context.actor, button.area_id)
    context.show(AreaPage(button.area_id))


async def revoke(context: Context, button: RevokeInvitation) -> None:
    area_id = await invitations.revoke(context.tx, context.actor, button.invitation_id)
    context.answer(context.say("invitation-revoked"))
    context.show(Invitations(area_id))
