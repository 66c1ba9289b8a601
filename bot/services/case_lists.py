"""What a person does with the lists of cases at their desk: pins, which nobody else sees, and the search.

A search looks through the cases of the desk, newest first, until a page is full. What is known of a case costs nothing
to compare; what was said in it has to be opened, so one search opens a limited number of messages, and says from where
it can go on. That keeps a press short, however many cases there are.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.domain.case_lists import PINS, TooManyPins
from bot.domain.case_search import Query, SearchingCases, Word, in_words, query_of
from bot.domain.ids import CaseId
from bot.domain.people import Actor
from bot.domain.refusals import NotFound
from bot.services.cases import access
from bot.storage import audit, case_lists, case_pins, case_search, dialogs, officers
from bot.storage.case_lists import Desk
from bot.storage.case_search import Candidate
from bot.storage.transaction import Transaction

PAGE = 6  # cases that one search finds
BATCH = 100  # cases that are looked at together
MOST_OPENED = 2000  # messages that one search opens, up to the end of a batch: some 50 ms
MOST_LOOKED_AT = 5000  # cases

Known = Callable[[Candidate], str]  # what is known of a case besides what was said in it, in folded words


async def pin(tx: Transaction, actor: Actor, case_id: CaseId) -> None:
    """Keep a case first in one's lists. Raises NotFound, TooManyPins."""
    case = await access.seen_at_desk(tx, actor.person_id, case_id)
    pinned = await case_pins.of_person(tx, actor.person_id)
    if case.id not in pinned and len(pinned) >= PINS:
        lost = [each for each in pinned if await access.at_some_desk(tx, actor.person_id, each) is None]
        if not lost:
            raise TooManyPins(limit=PINS)
        await case_pins.remove(tx, actor.person_id, lost)
    await case_pins.add(tx, actor.person_id, case.id)


async def unpin(tx: Transaction, actor: Actor, case_id: CaseId) -> None:
    """Raises NotFound."""
    case = await access.seen_at_desk(tx, actor.person_id, case_id)
    await case_pins.remove(tx, actor.person_id, [case.id])


# The search.


async def begin_search(tx: Transaction, actor: Actor) -> None:
    """The next text says what to search for. Raises NotFound, TextUnassigned."""
    await _desk(tx, actor)
    await dialogs.begin(tx, actor, SearchingCases())


async def leave_search(tx: Transaction, actor: Actor) -> None:
    """What was searched for is forgotten. Raises NotFound."""
    await _desk(tx, actor)
    await dialogs.leave(tx, actor, SearchingCases)


async def search(tx: Transaction, actor: Actor, text: str, known: Known) -> None:
    """Find the newest cases of the desk that fit a text; the dialog keeps both. That there was a search is audited, and
    not for what. Raises NotFound, NothingToSearch.
    """
    desk = await _desk(tx, actor)
    query = query_of(text, tx.now)
    if desk.officer:
        place = await officers.community_of(tx, desk.officer)
        audit.write(tx, audit.officer(desk.officer), "search", "officer", desk.officer, place)
    else:
        audit.write(tx, audit.coordinator(desk.person), "search", "person", desk.person)
    await dialogs.begin(tx, actor, await _found(tx, desk, query, known, SearchingCases(text)))


async def search_on(tx: Transaction, actor: Actor, edge: int, known: Known) -> None:
    """The same from a place on, for what the dialog was asked for; nothing where it is over. Raises NotFound."""
    desk, dialog = await _desk(tx, actor), actor.dialog
    if isinstance(dialog, SearchingCases) and dialog.words:
        on = SearchingCases(dialog.words, edge=edge)
        await dialogs.begin(tx, actor, await _found(tx, desk, query_of(dialog.words, tx.now), known, on))


async def _desk(tx: Transaction, actor: Actor) -> Desk:
    desk = await case_lists.desk_of(tx, actor.person_id)
    if desk is None:
        raise NotFound
    return desk


async def _found(tx: Transaction, desk: Desk, query: Query, known: Known, search: SearchingCases) -> SearchingCases:
    """A search with what it finds from its place on."""
    found: list[CaseId] = []
    place, opened, looked_at = search.edge, 0, 0
    while opened < MOST_OPENED and looked_at < MOST_LOOKED_AT:
        batch = await case_search.candidates(tx, desk, query.span.since, query.span.until, place, BATCH)
        fitting, count = await _fitting(tx, batch, query, known)
        for case in fitting:
            if len(found) == PAGE:
                return replace(search, found=tuple(found), after=found[-1], full=True)
            found.append(case)
        if len(batch) < BATCH:
            return replace(search, found=tuple(found), after=0)
        place, opened, looked_at = batch[-1].id, opened + count, looked_at + len(batch)
    return replace(search, found=tuple(found), after=place)


async def _fitting(tx: Transaction, batch: Sequence[Candidate], query: Query, known: Known) -> tuple[list[CaseId], int]:
    """Of these cases those that fit, in order; and how many messages were opened for that."""
    missing = {case.id: query.missing(known(case)) for case in batch}
    unsure = [case.id for case in batch if missing[case.id] and not case.erased]
    said: dict[CaseId, list[str]] = {}
    for each in await case_search.said_in(tx, unsure) if unsure else []:
        said.setdefault(each.case_id, []).append(str(json.loads(each.body).get("text", "")))
    fitting = [case.id for case in batch if _all_in(missing[case.id], said.get(case.id, []))]
    return fitting, sum(map(len, said.values()))


def _all_in(words: Sequence[Word], texts: Sequence[str]) -> bool:
    if not words:
        return True
    said = in_words(*texts)
    return all(word.is_in(said) for word in words)
