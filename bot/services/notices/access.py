"""Who may use a notice. Access is taken here and nowhere else; absent and forbidden get the same answer."""

from bot.domain.audit import Who
from bot.domain.ids import NoticeId, PersonId
from bot.domain.notices import Act, By, Notice, NoticeIsPast, Status, moved
from bot.domain.people import Actor
from bot.domain.refusals import NotFound
from bot.storage import audit
from bot.storage import notices as stored_notices
from bot.storage.transaction import Transaction


async def seen(tx: Transaction, person_id: PersonId, notice_id: NoticeId) -> tuple[Notice, By]:
    """The notice, for its author or a coordinator of all that it is for. Raises NotFound."""
    if own := await stored_notices.own(tx, notice_id, person_id):
        return own, By.AUTHOR
    if theirs := await stored_notices.coordinated(tx, notice_id, person_id):
        return theirs, By.COORDINATOR
    raise NotFound


async def own_draft(tx: Transaction, person_id: PersonId, notice_id: NoticeId) -> Notice:
    """One's own draft. Raises NotFound, and NoticeIsPast once it was sent."""
    notice = await stored_notices.own(tx, notice_id, person_id)
    if notice is None:
        raise NotFound
    if notice.status is not Status.DRAFT:
        raise NoticeIsPast(status=notice.status.value)
    return notice


async def acted(tx: Transaction, actor: Actor, notice_id: NoticeId, act: Act) -> Notice:
    """The notice after an act of this person, not yet saved. Raises NotFound, NoticeIsPast."""
    notice, by = await seen(tx, actor.person_id, notice_id)
    return moved(notice, act, by, tx.now)


def audited(notice: Notice, person_id: PersonId) -> Who:
    """The person who acts on a notice, for the audit."""
    if notice.officer_id is not None and person_id == notice.person_id:
        return audit.officer(notice.officer_id)
    if person_id == notice.proposed_by and person_id == notice.person_id:
        return audit.council(person_id)
    return audit.coordinator(person_id)
