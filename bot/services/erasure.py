"""Erasing what a person asks to have erased: all of theirs, one case, or the path from an anonymous case to them.

The act only marks what is to go, so it is short however much there is: what is open is closed, and its desk is told.
The rest goes by the steps below, in the order in which the nightly erasing goes as well: out of the chats, then the
text, then whose it was. Each is a transaction of its own and takes little, so that talk goes on meanwhile; one that a
process left is taken up by the next one. A case that is held loses chats and resident alone, and its text when the hold
ends.
"""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.domain.case_letters import CaseErased, CaseMoved
from bot.domain.cases import Act, Case, OwnCase, Side
from bot.domain.erasures import Erasure, What
from bot.domain.ids import CaseId, PersonId
from bot.domain.letters import DeskOf, PersonAt
from bot.services import proposals
from bot.services import retention as by_term
from bot.services.cases import moves
from bot.services.cases.record import note_event
from bot.storage import case_drafts, erasures, outbox, people, person_retention, retention
from bot.storage import cases as stored_cases
from bot.storage.erasures import Held, InChats
from bot.storage.transaction import Transaction

TOGETHER = 5  # cases of one transaction that are taken out of chats, or lose their resident
ROWS = 500  # messages of one transaction
TAKEN_AWAY_WITHIN = timedelta(hours=47)  # later a message in a chat can only be edited
RELEASED_FOR = timedelta(days=1)  # so long after a hold has ended a coordinator may take it up again
GIVEN_UP = timedelta(days=7)  # so long a chat that cannot be reached is waited for

# What is asked. None of them says whether the person may: `services.my_data` and the operator do.


async def erase_person(tx: Transaction, person_id: PersonId) -> None:
    """All that is kept of a person as a resident; and the person, where they have no post here."""
    await erasures.note(tx, What.PERSON, person_id)
    await _erase_person(tx, person_id)


async def _erase_person(tx: Transaction, person_id: PersonId) -> None:
    await erasures.mark_person(tx, person_id)
    await erasures.mark_cases_of(tx, person_id)
    for case in (await stored_cases.open_of(tx, [person_id]))[person_id]:
        await moves.move_by_resident(tx, case, Act.ERASE)
    await _forget_choices(tx, person_id)
    tx.erasure_asked = True


async def erase_case(tx: Transaction, case_id: CaseId) -> None:
    """All that is kept of one case, and of those that were merged with it. Each is on the list, for in a backup of
    before the merge each has what was written in it.
    """
    await _erase_case(tx, Erasure(0, tx.now, What.CASE_WORDS, case_id))


async def _erase_case(tx: Transaction, erasure: Erasure) -> None:
    for case_id in await erasures.one_matter(tx, CaseId(erasure.subject_id)):
        await erasures.add(tx, replace(erasure, subject_id=case_id))
        await erasures.mark_case(tx, case_id)
        case = await stored_cases.by_id(tx, case_id)
        if case is not None and case.is_open:
            await moves.move_by_resident(tx, case, Act.ERASE)
    tx.erasure_asked = True


async def withdraw_consent(tx: Transaction, person_id: PersonId) -> None:
    """What a person chose goes, with what was not sent; their open cases are closed. What they sent has its term."""
    await erasures.note(tx, What.CONSENT, person_id)
    await _withdraw_consent(tx, person_id)


async def _withdraw_consent(tx: Transaction, person_id: PersonId) -> None:
    await case_drafts.delete_of(tx, person_id)
    for case in (await stored_cases.open_of(tx, [person_id]))[person_id]:
        await moves.move_by_resident(tx, case, Act.CLOSE)
    await _forget_choices(tx, person_id)


async def _forget_choices(tx: Transaction, person_id: PersonId) -> None:
    await person_retention.forget_choices(tx, [person_id])
    await erasures.forget_dialogs(tx, person_id)
    await proposals.withdraw_all(tx, person_id)
    await people.withdraw_consent(tx, person_id)


async def cut_link(tx: Transaction, case: OwnCase, person_id: PersonId) -> None:
    """Nothing leads from an anonymous case to its resident any more; the desk of an open one is told."""
    await erasures.note(tx, What.CASE_LINK, case.id)
    await _cut_link(tx, case, person_id)


async def _cut_link(tx: Transaction, case: Case, person_id: PersonId) -> None:
    event = await note_event(tx, case.id, Act.UNLINK, Side.RESIDENT)
    if case.is_open:
        tx.outbox.tell(DeskOf(case.id), CaseMoved(event))
    await erasures.cut(tx, case.id, person_id)


# The same on a database that was restored.


async def repeat(tx: Transaction, erasure: Erasure) -> None:
    """What a restored backup brought back is erased again; nothing where it is gone, or came only afterwards.

    It marks what is to go; `workers.eraser.erase_asked` then erases it, as the running bot does by itself.
    """
    await erasures.add(tx, erasure)
    subject, at = erasure.subject_id, erasure.at
    match erasure.what:
        case What.PERSON if await erasures.person_was_there(tx, subject, at):
            await _erase_person(tx, PersonId(subject))
        case What.CONSENT if await erasures.had_consented(tx, subject, at):
            await _withdraw_consent(tx, PersonId(subject))
        case What.CASE_WORDS if await erasures.case_was_there(tx, subject, at):
            await _erase_case(tx, erasure)
        case What.CASE_LINK if await erasures.case_was_there(tx, subject, at):
            await _repeat_cut(tx, CaseId(subject))


async def _repeat_cut(tx: Transaction, case_id: CaseId) -> None:
    case, link = await stored_cases.by_id(tx, case_id), await stored_cases.link(tx, case_id)
    if case is not None and link is not None and link.person_id is not None:
        await _cut_link(tx, case, link.person_id)


# What it comes to, for the operator.


@dataclass(frozen=True, slots=True)
class Extent:
    """How much an erasure is about. Of the messages `in_chats` the old ones can only be edited."""

    cases: int
    messages: int
    files: int
    in_chats: InChats
    held: Sequence[Held]

    def __str__(self) -> str:
        chats = self.in_chats
        return (
            f"cases={self.cases} messages={self.messages} files={self.files} held={len(self.held)} "
            f"in_chats={chats.young + chats.old}"
        )


async def extent(tx: Transaction, cases: list[CaseId]) -> Extent:
    """How much there is of these cases."""
    if not cases:
        return Extent(0, 0, 0, InChats(0, 0), [])
    return Extent(
        len(cases),
        await erasures.count_written(tx, cases),
        await erasures.count_attached(tx, cases),
        await erasures.in_chats(tx, cases, tx.now - TAKEN_AWAY_WITHIN),
        await erasures.held(tx, cases),
    )


# The steps. Each says how much it did; 0: there is nothing more to do now.


async def clear_chats(tx: Transaction) -> int:
    """Take cases out of the chats of their desk and of their resident, and what waits to be pushed there back."""
    cases = await erasures.chats_asked(tx, TOGETHER)
    for case_id in cases:
        for chat_id in await erasures.desk_chats(tx, case_id):
            await outbox.take_back(tx, case_id, chat_id)
        attached = await by_term.attached(tx, case_id)
        for shown in await retention.shown_to(tx, [case_id]):
            tx.outbox.tell(PersonAt(shown.person_id), CaseErased(case_id, attached))
        for linked in await retention.linked(tx, [case_id]):
            if linked.person_id is not None:
                tx.outbox.tell(PersonAt(linked.person_id), CaseErased(case_id, attached, own=True))
    if cases:
        await erasures.forget_links(tx, cases)
        await retention.note_chats_cleared(tx, cases)
    return len(cases)


async def erase_words(tx: Transaction) -> int:
    """Erase some of the text of one case; with the last of it notes, files and the rest."""
    case_id = await erasures.words_asked(tx, tx.now - RELEASED_FOR)
    if case_id is None:
        return 0
    erased = await retention.erase_messages(tx, case_id, ROWS)
    if erased < ROWS:
        await retention.forget_words(tx, [case_id])
    return max(erased, 1)


async def erase_links(tx: Transaction) -> int:
    """Forget where messages of cases are, once they are out of the chats."""
    cases = await erasures.links_asked(tx, tx.now - GIVEN_UP, TOGETHER)
    if cases:
        await retention.forget_links(tx, cases)
    return len(cases)


async def erase_persons(tx: Transaction) -> int:
    """Forget persons of whom nothing is left; the rest of one who has a post here stays."""
    persons = await erasures.persons_asked(tx, TOGETHER)
    for person_id in persons:
        await erasures.forget_traces(tx, person_id)
        await erasures.unmark_person(tx, person_id)
    await person_retention.forget_persons(tx, await person_retention.without_anything(tx, persons))
    return len(persons)


STEPS: dict[str, Callable[[Transaction], Awaitable[int]]] = {
    "chats": clear_chats,
    "words": erase_words,
    "links": erase_links,
    "persons": erase_persons,
}
