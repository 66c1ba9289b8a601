"""What a council wants residents to read: it proposes a notice, and an officer there or a coordinator lets it go.

A proposal is a notice that nobody has taken yet. The person who takes it has it as a draft of their own, changes and
aims it as any other, and answers for it; residents read that the community writes. In the topic that is the
community's own, the council publishes itself.
"""

from bot.domain.bodies import Body
from bot.domain.communities import Enrolment
from bot.domain.ids import NoticeId, OfficerId, PersonId
from bot.domain.joining import reason as checked_reason
from bot.domain.languages import Language
from bot.domain.letters import PersonAt, PlainText
from bot.domain.notices import (
    PROPOSABLE,
    WAITING_PROPOSALS,
    Content,
    Notice,
    NoticeProposed,
    ProposalDecided,
    ProposalLapsed,
    Status,
    TooManyProposals,
    with_words,
)
from bot.domain.people import Actor
from bot.domain.refusals import NotFound, found
from bot.domain.subscriptions import Topic
from bot.register import CommunityCode, Register
from bot.services.notices.audience import grounds_of
from bot.services.notices.moves import go
from bot.storage import audit, communities, council, officers
from bot.storage import notices as stored
from bot.storage.transaction import Transaction


async def place_of(tx: Transaction, person_id: PersonId, community: str, topic: Topic | None = None) -> CommunityCode:
    """The community for which this person of its council may propose a notice, in this topic. Raises NotFound."""
    member = found(await council.member(tx, person_id, community))
    place = await communities.by_code(tx, member.community)
    if place is None or place.occupied or place.enrolment is not Enrolment.ACTIVE:
        raise NotFound
    if topic is not None and topic not in PROPOSABLE:
        raise NotFound
    return place.code


async def propose(
    tx: Transaction, actor: Actor, register: Register, community: str, topic: Topic, body: Body
) -> Status:
    """Propose a notice, or publish it where the topic is the community's own; whether it went out or waits.

    Raises NotFound, TooManyProposals, NoText, TooLong.
    """
    code = await place_of(tx, actor.person_id, community, topic)
    content = with_words(Content({}, []), Language.UK, body)
    if topic is Topic.COMMUNITY:
        return await _publish(tx, actor, register, code, content)
    if await stored.count_proposed(tx, code) >= WAITING_PROPOSALS:
        raise TooManyProposals(limit=WAITING_PROPOSALS)
    notice_id = await stored.add_of_council(tx, actor.person_id, code, topic, Status.PROPOSED)
    await stored.set_content(tx, notice_id, content)
    audit.write(tx, audit.council(actor.person_id), "propose", "notice", notice_id, code)
    for person_id in await communities.concerned_by(tx, code):
        tx.outbox.tell(PersonAt(person_id), NoticeProposed(notice_id))
    return Status.PROPOSED


async def _publish(tx: Transaction, actor: Actor, register: Register, code: CommunityCode, content: Content) -> Status:
    """To all of the community, and its chats."""
    notice_id = await stored.add_of_council(tx, actor.person_id, code, Topic.COMMUNITY, Status.DRAFT)
    await stored.set_content(tx, notice_id, content)
    ground = (await grounds_of(tx, register, [code]))[code]
    await stored.set_places(tx, notice_id, ground.places(ground.all))
    audit.write(tx, audit.council(actor.person_id), "send", "notice", notice_id, code)
    return (await go(tx, found(await stored.by_id(tx, notice_id)))).status


async def proposed(tx: Transaction, person_id: PersonId, notice_id: NoticeId) -> tuple[Notice, OfficerId | None]:
    """A proposal that waits, for a person who may let it go: the officer as whom they do, or None for a coordinator.

    Raises NotFound, ProposalDecided, ProposalLapsed.
    """
    notice = found(await stored.proposal(tx, notice_id))
    if notice.council is None or notice.proposed_by is None:
        raise NotFound
    officer = await officers.of_person(tx, person_id)
    serves = officer is not None and await officers.sits_in(tx, officer.id, notice.council)
    if not serves and await communities.coordinated(tx, notice.council, person_id) is None:
        raise NotFound
    if notice.status is not Status.PROPOSED:
        raise ProposalDecided
    if await council.member(tx, notice.proposed_by, notice.council) is None:
        raise ProposalLapsed
    return notice, officer.id if officer is not None and serves else None


async def take(tx: Transaction, actor: Actor, notice_id: NoticeId) -> None:
    """It is a draft of this person from now on. Raises what `proposed` raises."""
    notice, officer_id = await proposed(tx, actor.person_id, notice_id)
    await stored.take(tx, notice.id, actor.person_id, officer_id)
    _note(tx, actor, notice, officer_id, "take proposal")


async def refuse(tx: Transaction, actor: Actor, notice_id: NoticeId, why: str) -> None:
    """It is thrown away, and its author reads why. Raises what `proposed` raises, ReasonMissing."""
    notice, officer_id = await proposed(tx, actor.person_id, notice_id)
    reason = checked_reason(why)
    await stored.delete(tx, notice.id)
    _note(tx, actor, notice, officer_id, "refuse proposal")
    tx.outbox.tell(PersonAt(notice.person_id), PlainText("notice-proposal-refused", {"reason": reason}))


def _note(tx: Transaction, actor: Actor, notice: Notice, officer_id: OfficerId | None, act: str) -> None:
    by = audit.officer(officer_id) if officer_id is not None else audit.coordinator(actor.person_id)
    audit.write(tx, by, act, "notice", notice.id, notice.council)
