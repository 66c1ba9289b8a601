"""Whom a notice is for: ticked in units (an officer's areas, a coordinator's communities) and their settlements."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.domain.audience import Ground, NoticePlace, toggled
from bot.domain.ids import NoticeId, OfficerId, PersonId
from bot.domain.notices import Act, By, NobodyChosen, Notice, NowhereToSpeak, moved
from bot.domain.people import Actor
from bot.domain.refusals import NotFound
from bot.register import CommunityCode, OblastCode, Register, SettlementCode
from bot.services.notices.access import own_draft
from bot.storage import areas, communities, officers
from bot.storage import notices as stored_notices
from bot.storage.officers import Post
from bot.storage.transaction import Transaction


@dataclass(frozen=True, slots=True)
class Unit:
    """What is ticked as a whole: an area, or (without a name) a community. `share`: its settlements."""

    key: str  # as buttons carry it
    ground: Ground
    area: str | None
    share: frozenset[SettlementCode]

    def has(self, community: CommunityCode, settlement: SettlementCode | None) -> bool:
        """Whether a settlement is of it; None: whether anything of the community is."""
        here = self.ground.community == community
        return here and (bool(self.share) if settlement is None else settlement in self.share)

    def ticked(self, places: Iterable[NoticePlace]) -> frozenset[SettlementCode]:
        """Those of its settlements that are among the places."""
        return self.share & self.ground.chosen(places)

    def is_whole(self, ticked: frozenset[SettlementCode]) -> bool:
        """Whether all of it is ticked; never of an area that serves nothing."""
        return bool(self.share) and ticked == self.share


async def units(tx: Transaction, register: Register, notice: Notice) -> list[Unit]:
    """All that the author of a notice may speak to now. An area that serves nothing yet is among it."""
    return await units_of(tx, register, notice.person_id, notice.officer_id)


async def units_of(
    tx: Transaction, register: Register, person_id: PersonId, officer_id: OfficerId | None
) -> list[Unit]:
    """The same for a person who writes as this officer, or (None) as a coordinator."""
    if officer_id is None:
        enrolled = await communities.all_coordinated(tx, person_id)
        grounds = await grounds_of(tx, register, [each.code for each in enrolled])
        return [Unit(each.community, each, None, each.all) for each in grounds.values()]
    posts = await officers.posts(tx, officer_id)
    grounds = await grounds_of(tx, register, [each.community for each in posts])
    return [_area(post, grounds[post.community]) for post in posts]


def _area(post: Post, ground: Ground) -> Unit:
    return Unit(str(post.area_id), ground, post.name, ground.of_area(post.area_id))


async def grounds_of(
    tx: Transaction, register: Register, codes: Sequence[CommunityCode]
) -> dict[CommunityCode, Ground]:
    divided = await areas.divisions(tx, codes)
    return {
        code: Ground(code, [each.code for each in register.community(code).settlements], divided[code])
        for code in dict.fromkeys(codes)
    }


async def unit(tx: Transaction, register: Register, person_id: PersonId, notice_id: NoticeId, key: str) -> Unit:
    """One unit of an own draft. Raises NotFound."""
    return _named(await units(tx, register, await own_draft(tx, person_id, notice_id)), key)


def _named(chosen: Iterable[Unit], key: str) -> Unit:
    found = next((each for each in chosen if each.key == key and each.share), None)
    if found is None:
        raise NotFound
    return found


async def tick(
    tx: Transaction, actor: Actor, register: Register, notice_id: NoticeId, key: str, settlement: str | None
) -> None:
    """Tick a unit, or one settlement of it ("": those who named none), or untick it. Raises NotFound.

    Settlements of its community that are no longer the author's to tick lose theirs.
    """
    draft = await own_draft(tx, actor.person_id, notice_id)
    everything = await units(tx, register, draft)
    chosen = _named(everything, key)
    share = chosen.share if settlement is None else chosen.share & {SettlementCode(settlement)}
    if not share:
        raise NotFound
    places = await stored_notices.places(tx, notice_id)
    ticked = [code for each in everything if each.ground == chosen.ground for code in each.ticked(places)]
    here = chosen.ground.places(toggled(ticked, share))
    elsewhere = [each for each in places if each.community != chosen.ground.community]
    await _aim(tx, draft, [*elsewhere, *here])


async def tick_all(tx: Transaction, actor: Actor, register: Register, notice_id: NoticeId) -> None:
    """Everything that the author may speak to, or nothing where that was ticked already.

    Raises NotFound, NowhereToSpeak.
    """
    draft = await own_draft(tx, actor.person_id, notice_id)
    everything = _places_of(await units(tx, register, draft))
    if not everything:
        raise NowhereToSpeak
    before = await stored_notices.places(tx, notice_id)
    await _aim(tx, draft, [] if set(before) == set(everything) else everything)


def _places_of(chosen: Iterable[Unit]) -> list[NoticePlace]:
    shares: dict[CommunityCode, tuple[Ground, set[SettlementCode]]] = {}
    for each in chosen:
        shares.setdefault(each.ground.community, (each.ground, set()))[1].update(each.share)
    return [place for ground, share in shares.values() for place in ground.places(share)]


async def _aim(tx: Transaction, draft: Notice, places: Sequence[NoticePlace]) -> None:
    await stored_notices.set_places(tx, draft.id, places)
    await stored_notices.save(tx, moved(draft, Act.WRITE, By.AUTHOR, tx.now))


async def aimed(tx: Transaction, register: Register, draft: Notice) -> list[NoticePlace]:
    """The places that a draft is for, with the areas that serve them now. Raises NobodyChosen, NotFound.

    What its author may not speak to any more, an area that was given away, is refused, not silently left out.
    """
    places = await stored_notices.places(tx, draft.id)
    if not places:
        raise NobodyChosen
    allowed: dict[CommunityCode, tuple[Ground, set[SettlementCode]]] = {}
    for each in await units(tx, register, draft):
        allowed.setdefault(each.ground.community, (each.ground, set()))[1].update(each.share)
    fresh: list[NoticePlace] = []
    for community in dict.fromkeys(each.community for each in places):
        if community not in allowed:
            raise NotFound
        ground, share = allowed[community]
        chosen = ground.chosen(places)
        if not chosen <= share:
            raise NotFound
        fresh += ground.places(chosen)
    return fresh


async def is_wide(tx: Transaction, register: Register, draft: Notice, places: Sequence[NoticePlace]) -> bool:
    """Whether a coordinator speaks to most of the communities of an oblast, of which more than one takes part.

    Most, and any part of each: a coordinator who leaves out a village speaks to the oblast nevertheless.
    """
    if draft.officer_id is not None:
        return False
    oblasts: dict[OblastCode, list[CommunityCode]] = {}
    for each in await communities.all_coordinated(tx, draft.person_id):
        oblasts.setdefault(register.community(each.code).oblast.code, []).append(each.code)
    aimed_at = {each.community for each in places}
    return any(len(codes) > 1 and 2 * len(aimed_at & set(codes)) > len(codes) for codes in oblasts.values())
