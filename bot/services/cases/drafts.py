"""A case before it is sent: a draft collects what comes, in any number and order, and is sent or thrown away whole."""

from dataclasses import replace
from datetime import datetime

from bot.domain.bodies import Body
from bot.domain.cases import Act, Case, CaseMessage, Category, Kind, NothingToSend, Side, moved
from bot.domain.ids import CaseId, CaseMessageId
from bot.domain.people import Actor
from bot.services.cases.access import own_draft
from bot.services.cases.talk import tell_desk
from bot.storage import areas
from bot.storage import cases as stored
from bot.storage.transaction import Transaction

REPORT, QUESTION = "report", "question"  # the flows of the dialogs that a draft hangs on


async def begin(tx: Transaction, actor: Actor, kind: Kind, category: Category | None) -> CaseId:
    """A draft with nothing in it yet."""
    return await stored.add_draft(tx, actor.person_id, kind, category, actor.community, actor.settlement)


async def add(
    tx: Transaction, actor: Actor, case_id: CaseId, body: Body, sent_at: datetime, album: str | None
) -> CaseMessageId:
    """Put a message into one's own draft. Raises NotFound."""
    case = await own_draft(tx, actor, case_id)
    return await stored.add_message(tx, case.id, Side.RESIDENT, body, sent_at, album=album)


async def cancel(tx: Transaction, actor: Actor, case_id: CaseId) -> None:
    """Throw a draft away with all that is in it. Raises NotFound."""
    case = await own_draft(tx, actor, case_id)
    await stored.delete_draft(tx, case.id)


def kept_back(messages: list[CaseMessage]) -> list[CaseMessage]:
    """What a case without a name cannot carry: files keep their own data, and it may tell who sent them."""
    return [each for each in messages if each.body.tells_of_its_sender]


async def send(tx: Transaction, actor: Actor, case_id: CaseId, name: str | None) -> Case:
    """Send a draft to the officer of the place; anonymous without `name`. Raises NotFound, NothingToSend.

    Without a name what would tell of its sender is left out.
    """
    draft = await own_draft(tx, actor, case_id)
    messages = await stored.messages(tx, draft.id)
    if name is None:
        left_out = {each.id for each in kept_back(messages)}
        await stored.delete_messages(tx, draft.id, list(left_out))
        messages = [each for each in messages if each.id not in left_out]
    if not messages:
        raise NothingToSend
    case = await _addressed(tx, draft, anonymous=name is None)
    case = moved(case, Act.SEND, Side.RESIDENT, tx.now, tx.policy.cases)
    await stored.save(tx, case)
    if name is not None:
        await stored.set_name(tx, case.id, name)
    event = await stored.add_event(tx, case.id, Act.SEND, Side.RESIDENT)
    tell_desk(tx, event, messages)
    return case


async def _addressed(tx: Transaction, draft: Case, anonymous: bool) -> Case:
    """The draft with its number and the area that serves its place; a complaint passes every officer by."""
    confidential = draft.category is Category.COMPLAINT
    area = (
        None if confidential or draft.community is None else await areas.serving(tx, draft.community, draft.settlement)
    )
    number = await stored.allocate_number(tx)
    return replace(draft, number=number, area_id=area, anonymous=anonymous, confidential=confidential)
