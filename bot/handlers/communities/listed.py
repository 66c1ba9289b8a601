"""What a coordinator types where a screen lists places: a search among these, and never words to an officer."""

from bot.domain.ids import PersonId
from bot.domain.people import require_coordinator
from bot.domain.refusals import Refusal
from bot.handlers.communities.buttons import CommunityList, CommunityPage, FoundListed, Settlements
from bot.handlers.communities.coordinator import ask, look
from bot.handlers.communities.dialogs import FindingInArea, FindingListed
from bot.handlers.paging import PAGE, back
from bot.handlers.places import codes_in_order, community_name
from bot.register import Community, Search
from bot.services import communities
from bot.services.communities import coordinator_parts
from bot.storage import communities as stored_communities
from bot.storage import dialogs
from bot.storage.transaction import Transaction
from bot.surface.context import Context
from bot.surface.incoming import PrivateMessage
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen


class NoSuchSettlement(Refusal):
    """None of the community has such a name."""

    key = "area-no-such-settlement"


async def find(context: Context, message: PrivateMessage, dialog: FindingListed) -> None:
    """One hit is opened, several are listed."""
    require_coordinator(context.actor)
    found = await listed(context.tx, context.tools.search, context.actor.person_id, message.text)
    if len(found) == 1:
        await look(context, CommunityPage(found[0].code))
    else:
        await ask(context, FindingListed(message.text), FoundListed())


async def listed(tx: Transaction, search: Search, person_id: PersonId, query: str) -> list[Community]:
    """What fits among the communities that take part where this person coordinates."""
    own = {each.code for each in await stored_communities.all_coordinated(tx, person_id)}
    return [each.community for each in search.find(query, within=own)]


async def draw_found(to: Addressee, button: FoundListed) -> Screen:
    await coordinator_parts(to.tx, to.person_id)
    asked = await dialogs.open_in(to.tx, to.person_id, to.chat_id, FindingListed, to.thread_id) or FindingListed()
    found = await listed(to.tx, to.search, to.person_id, asked.query)
    rows: list[list[Label]] = [[(community_name(to.say, each), CommunityPage(each.code))] for each in found[:PAGE]]
    lines = [to.say("coordinator-listed") if rows else to.say("coordinator-not-listed")]
    if len(found) > PAGE:
        lines.append(to.say("coordinator-found-more"))
    title = to.say("coordinator-communities-title")
    return Screen(title, lines, buttons=[*rows, *back(to, CommunityList(0))])


async def find_settlement(context: Context, message: PrivateMessage, dialog: FindingInArea) -> None:
    """The page of the area's settlements on which it is. Raises NotFound, NoSuchSettlement."""
    area = await communities.coordinated_area(context.tx, context.actor, dialog.area_id)
    for hit in context.tools.search.find(message.text, within={area.community}):
        if hit.settlement is not None:
            ordered = codes_in_order(context.tools.register, area.community)
            await look(context, Settlements(area.id, ordered.index(hit.settlement.code) // PAGE))
            return
    raise NoSuchSettlement
