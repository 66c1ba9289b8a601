"""What a resident may do with what is kept of them: read how much it is, have it, withdraw their consent, cut the link
of an anonymous case, have all erased.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.case_dialogs import AddingToCase, CommentingRating
from bot.domain.case_refusals import LinkKept
from bot.domain.cases import OwnCase
from bot.domain.ids import CaseId, PersonId
from bot.domain.letters import LetterClass
from bot.domain.my_data import DataExported, NotConsented, NothingHeld
from bot.domain.people import Actor
from bot.domain.refusals import found
from bot.services import erasure
from bot.services.cases.access import read_own_case
from bot.storage import dialogs, erasures
from bot.storage import my_data as stored
from bot.storage.erasures import Held
from bot.storage.my_data import CaseGiven, Happened, Paused, Said, Summary, Topic
from bot.storage.transaction import Transaction


async def summary(tx: Transaction, person_id: PersonId) -> Summary:
    """Raises NotFound."""
    return found(await stored.summary(tx, person_id))


async def held(tx: Transaction, person_id: PersonId) -> list[Held]:
    """Their cases that keep the text when all else is erased."""
    cases = await erasures.cases_of(tx, person_id)
    return await erasures.held(tx, cases) if cases else []


def export(tx: Transaction, actor: Actor) -> None:
    """Send them all that is kept, as files; one that is on its way is enough."""
    tx.outbox.tell(actor.here, DataExported(), dedupe="my data", asked=LetterClass.OWN)


async def withdraw_consent(tx: Transaction, actor: Actor) -> None:
    """Raises NotConsented, TextUnassigned."""
    if actor.consent_version is None:
        raise NotConsented
    await dialogs.end(tx, actor)
    await erasure.withdraw_consent(tx, actor.person_id)


async def erase(tx: Transaction, actor: Actor) -> None:
    """Raises NothingHeld, TextUnassigned."""
    found = await summary(tx, actor.person_id)
    if found.holds_post and not is_anything_held(found):
        raise NothingHeld
    await dialogs.end(tx, actor)
    await erasure.erase_person(tx, actor.person_id)


def is_anything_held(found: Summary) -> bool:
    """Whether there is anything of a resident."""
    return bool(
        found.cases
        or found.drafts
        or found.topics
        or found.reminders
        or found.waits_for_officer
        or found.community
        or found.consent_version
    )


async def anonymous_case(tx: Transaction, person_id: PersonId, case_id: CaseId) -> OwnCase:
    """One's own anonymous case. Raises NotFound, Erased, LinkKept."""
    case = await read_own_case(tx, person_id, case_id)
    if not case.anonymous:
        raise LinkKept
    return case


async def cut_link(tx: Transaction, actor: Actor, case_id: CaseId) -> str:
    """Let nothing lead from an anonymous case to the person any more; its number.

    Raises NotFound, Erased, LinkKept, TextUnassigned.
    """
    case = await anonymous_case(tx, actor.person_id, case_id)
    await dialogs.leave(tx, actor, (AddingToCase, CommentingRating))
    await erasure.cut_link(tx, case, actor.person_id)
    return case.number or ""


# All of it, to be sent to them.


@dataclass(frozen=True, slots=True)
class Everything:
    at: datetime  # when it was put together
    summary: Summary
    topics: Sequence[Topic]
    reminded_on: Sequence[date]
    cases: Sequence[CaseGiven]
    said: Sequence[Said]
    events: Sequence[Happened]
    pauses: Sequence[Paused]


async def everything(tx: Transaction, person_id: PersonId) -> Everything:
    """Raises NotFound."""
    cases = await stored.cases(tx, person_id)
    ids = [case.id for case in cases]
    return Everything(
        tx.now,
        await summary(tx, person_id),
        await stored.topics(tx, person_id),
        await stored.reminded_on(tx, person_id),
        cases,
        await stored.said(tx, ids) if ids else [],
        await stored.events(tx, ids) if ids else [],
        await stored.pauses(tx, ids) if ids else [],
    )
