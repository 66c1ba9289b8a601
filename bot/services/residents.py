"""The acts of residents: choosing where they live, and waiting for an officer to come there."""

from dataclasses import replace

from bot.domain.case_dialogs import AfterComplaint, CollectingDraft, WithoutDesk
from bot.domain.communities import Standing
from bot.domain.ids import CaseId
from bot.domain.kyiv import today
from bot.domain.letters import LetterClass, PersonAt, PlainText
from bot.domain.links import LinkKind, office_of_token
from bot.domain.people import Actor
from bot.domain.residents import Arrival, FindingCommunity, FindingSettlement, OfficerHasCome, Place, area_of_token
from bot.register import CommunityCode
from bot.services.cases.record import redraw_card
from bot.storage import areas, case_drafts, cases, dialogs, links, officers, offices
from bot.storage import residents as stored_residents
from bot.storage.transaction import Transaction

WORDS_NOT_KEPT = PlainText("words-not-kept")
WORDS_NOT_KEPT_THERE = PlainText("words-not-kept-occupied")


async def find_community(tx: Transaction, actor: Actor, query: str | None = None, *, by_place: bool = False) -> None:
    """Let the next message be the name of a place. `query`: the one that was typed last. `by_place`: or the place."""
    await dialogs.begin(tx, actor, FindingCommunity(query, by_place))


async def find_settlement(tx: Transaction, actor: Actor, community: CommunityCode) -> None:
    """Let the next message be the name of a settlement of this community."""
    await dialogs.begin(tx, actor, FindingSettlement(community))


async def remember(tx: Transaction, actor: Actor, place: Place) -> None:
    """Keep the place of a person who has not agreed yet, until they do."""
    await dialogs.begin(tx, actor, Arrival(place))


async def stop_searching(tx: Transaction, actor: Actor) -> None:
    await dialogs.leave(tx, actor, (FindingCommunity, FindingSettlement))


async def leave_dialog(tx: Transaction, actor: Actor) -> Actor:
    """End what the actor is in the middle of, with whatever waits in it; the place of a person who has not agreed yet
    stays remembered, and so does what its writer has to be told or asked before the next message is taken.
    """
    if actor.dialog is None or isinstance(actor.dialog, Arrival | AfterComplaint | WithoutDesk):
        return actor
    await dialogs.let_go(tx, actor)
    return replace(actor, dialog=None)


async def settle(tx: Transaction, actor: Actor, place: Place) -> Actor:
    """Live here from now on; what waits unsent is from here too."""
    standing = await stored_residents.standing(tx, place.community)
    await stored_residents.set_place(tx, actor.person_id, place, asked=standing is Standing.JOINED)
    if place.community != actor.community:
        await stored_residents.stop_waiting(tx, actor.person_id)
    await case_drafts.place(tx, actor.person_id, place.community, place.settlement)
    await dialogs.end(tx, actor)
    await _redraw_cards(tx, actor)
    return replace(actor, community=place.community, settlement=place.settlement, standing=standing, dialog=None)


async def asks_settlement(tx: Transaction, actor: Actor) -> bool:
    """Whether to ask the actor now for the settlement, which was not asked for when they chose the community. Once."""
    if actor.settlement is not None or actor.standing is not Standing.JOINED:
        return False
    return await stored_residents.note_asked(tx, actor.person_id)


async def leave_place(tx: Transaction, actor: Actor) -> None:
    """Live nowhere that the bot knows: where a chat is dangerous, no place is kept, and what is said elsewhere comes to
    this chat only when it is asked for (storage/silence.py).
    """
    await stored_residents.forget_place(tx, actor.person_id)
    await stored_residents.stop_waiting(tx, actor.person_id)
    await dialogs.leave(tx, actor, (Arrival, FindingCommunity, FindingSettlement))
    await _redraw_cards(tx, actor)


async def _redraw_cards(tx: Transaction, actor: Actor) -> None:
    """The desk of each open case reads whether what it says is sent, which depends on where its resident lives."""
    for case in (await cases.open_of(tx, [actor.person_id]))[actor.person_id]:
        redraw_card(tx, case.id)


async def standing(tx: Transaction, community: CommunityCode) -> Standing:
    """What the bot can do in a community: cases are taken only where it is JOINED."""
    return await stored_residents.standing(tx, community)


# The places that links lead to. Each use is counted, without who it was.


async def area_behind(tx: Transaction, token: str) -> Place | None:
    area_id = area_of_token(token)
    place = await stored_residents.place_of_area(tx, area_id) if area_id is not None else None
    if place is not None:
        await links.count(tx, LinkKind.AREA, str(area_id), today(tx.now))
    return place


async def community_behind(tx: Transaction, code: CommunityCode) -> Place:
    await links.count(tx, LinkKind.COMMUNITY, code, today(tx.now))
    return Place(code)


async def office_behind(tx: Transaction, token: str) -> Place | None:
    """The place of its area; the community, where several areas share it. None once it is no area's office."""
    office_id = office_of_token(token)
    served = await offices.areas_of(tx, office_id) if office_id is not None else []
    places = [await stored_residents.place_of_area(tx, each) for each in served]
    place = places[0] if places else None
    if place is None:
        return None
    await links.count(tx, LinkKind.OFFICE, str(office_id), today(tx.now))
    return place if len(places) == 1 else Place(place.community)


async def has_several_areas(tx: Transaction, community: CommunityCode) -> bool:
    """Whether the officers of a place depend on its settlement."""
    return len(await areas.of_community(tx, community)) > 1


async def drop_drafts(tx: Transaction, actor: Actor) -> None:
    """Forget what cannot be sent, since nobody is there to read it, and say so if there was anything."""
    if await case_drafts.delete_of(tx, actor.person_id):
        await leave_dialog(tx, actor)  # which may have collected for one of them
        say_not_kept(tx, actor)


def say_not_kept(tx: Transaction, actor: Actor) -> None:
    """Once for all the messages of an album. Where a chat is dangerous nobody is told to call 102."""
    text = WORDS_NOT_KEPT_THERE if actor.standing is Standing.OCCUPIED else WORDS_NOT_KEPT
    tx.outbox.tell(actor.here, text, dedupe=text.key, asked=LetterClass.OWN)


async def resume_draft(tx: Transaction, actor: Actor) -> CaseId | None:
    """The draft that waited for the place or the consent, which collects what comes next again."""
    draft = await case_drafts.newest(tx, actor.person_id)
    if draft is not None:
        await dialogs.begin(tx, actor, CollectingDraft(draft))
    return draft


async def wait_for_officer(tx: Transaction, actor: Actor, community: CommunityCode) -> None:
    """Be notified when an officer comes to the community."""
    await stored_residents.wait(tx, actor.person_id, community)


async def stop_waiting(tx: Transaction, actor: Actor) -> None:
    await stored_residents.stop_waiting(tx, actor.person_id)


async def tell_waiting(tx: Transaction, community: CommunityCode) -> None:
    """Where an officer works in the community now, notify those who wait for that, once. Not while it is occupied."""
    if await stored_residents.standing(tx, community) is not Standing.JOINED:
        return
    if not await officers.public_of_community(tx, community):
        return
    for person_id in await stored_residents.take_waiting(tx, community):
        tx.outbox.tell(PersonAt(person_id), OfficerHasCome(community))
