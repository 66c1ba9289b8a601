"""What a person does with the lists of cases at their desk: pins, which nobody else sees, and the search.

A search looks through the cases of the desk, newest first, until a page is full. What is known of a case costs nothing
to compare; what was said in it has to be opened, so one search opens a limited number of messages, and says from where
it can go on. That keeps it short, however many cases there are.

The act only notes what is searched for. The looking is a step of the letter that shows what was found (`look`,
`keep`): batch by batch on the connection that only reads, each batch by the rights of its moment, so no transaction is
held up and nothing is opened that may not be read by then. What has left the desk since is not shown (`these` in
`storage.case_lists`).
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import compress

from bot.domain.case_lists import PINS, TooManyPins
from bot.domain.case_search import Found, Query, SearchingCases, Word, in_words, may_hold, query_of
from bot.domain.ids import CaseId, PersonId
from bot.domain.people import Actor
from bot.domain.refusals import NotFound
from bot.services.cases import access
from bot.storage import audit, case_lists, case_pins, case_search, dialogs, officers
from bot.storage.case_lists import Desk
from bot.storage.case_search import Candidate
from bot.storage.transaction import Transaction

PAGE = 6  # cases that one search finds
AHEAD = 1000  # cases of which it is known together that they are next
BATCH = 50  # cases that are looked at together: others wait that long at most
MOST_OPENED = 2000  # messages that one search opens, up to the end of a batch
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


async def search(tx: Transaction, actor: Actor, text: str) -> None:
    """Search for the newest cases of the desk that fit a text. That there was a search is audited, and not for what.
    Raises NotFound, NothingToSearch.
    """
    desk = await _desk(tx, actor)
    query_of(text, tx.now)
    if desk.officer:
        place = await officers.community_of(tx, desk.officer)
        audit.write(tx, audit.officer(desk.officer), "search", "officer", desk.officer, place)
    else:
        audit.write(tx, audit.coordinator(desk.person), "search", "person", desk.person)
    await dialogs.begin(tx, actor, SearchingCases(text))


async def search_on(tx: Transaction, actor: Actor, edge: int) -> None:
    """The same from a place on, for what the dialog was asked for; nothing where it is over. Raises NotFound."""
    await _desk(tx, actor)
    if isinstance(actor.dialog, SearchingCases) and actor.dialog.words:
        await dialogs.begin(tx, actor, SearchingCases(actor.dialog.words, edge))


async def _desk(tx: Transaction, actor: Actor) -> Desk:
    desk = await case_lists.desk_of(tx, actor.person_id)
    if desk is None:
        raise NotFound
    return desk


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a search has come. `found`: up to now; its `after` is the place from which it goes on; `ahead`: the cases
    that are next there, where that is known, and `more`: whether others come after these.
    """

    found: Found
    ahead: tuple[CaseId, ...] = ()
    more: bool = True
    opened: int = 0  # messages
    looked_at: int = 0  # cases


async def look(
    tx: Transaction, person_id: PersonId, query: Query, known: Known, before: Progress
) -> tuple[Progress, bool]:
    """Look through the next cases that are at the person's desk now; whether that is all that one search does."""
    desk = await case_lists.desk_of(tx, person_id)
    if desk is None:
        return Progress(Found()), True
    ahead, more = before.ahead, before.more
    if not ahead:
        place = before.found.after
        ahead = tuple(await case_search.ahead(tx, desk, query.span.since, query.span.until, place, AHEAD))
        more = len(ahead) == AHEAD
    batch, rest = list(ahead[:BATCH]), ahead[BATCH:]
    fitting, opened = await _fitting(tx, await case_search.candidates(tx, desk, batch), query, known)
    room = PAGE - len(before.found.cases)
    cases = (*before.found.cases, *fitting[:room])
    if len(fitting) > room:
        return Progress(Found(cases, cases[-1], full=True)), True
    if not rest and not more:
        return Progress(Found(cases)), True
    found = Found(cases, batch[-1])
    now = Progress(found, rest, more, before.opened + opened, before.looked_at + len(batch))
    return now, now.opened >= MOST_OPENED or now.looked_at >= MOST_LOOKED_AT


async def keep(tx: Transaction, person_id: PersonId, search: SearchingCases, found: Found) -> None:
    """Note what a search has found, where the person still waits for it."""
    await dialogs.turn(tx, person_id, search, replace(search, found=found))


async def _fitting(tx: Transaction, batch: Sequence[Candidate], query: Query, known: Known) -> tuple[list[CaseId], int]:
    """Of these cases those that fit, in order; and how many messages were opened for that."""
    missing = {case.id: query.missing(known(case)) for case in batch}
    unsure = [case.id for case in batch if missing[case.id] and not case.erased]
    bodies: dict[CaseId, list[str]] = {case_id: [] for case_id in unsure}
    for each in await case_search.said_in(tx, unsure) if unsure else []:
        bodies[each.case_id].append(each.body)
    # In JSON letters are as they were written: most bodies need not be read to see that they lack a word.
    possible = may_hold([missing[case_id] for case_id in unsure], [" ".join(bodies[case_id]) for case_id in unsure])
    said = {case_id: _all_said(missing[case_id], bodies[case_id]) for case_id in compress(unsure, possible)}
    fitting = [case.id for case in batch if not missing[case.id] or said.get(case.id, False)]
    return fitting, sum(map(len, bodies.values()))


def _all_said(words: Sequence[Word], bodies: Sequence[str]) -> bool:
    """Whether all these words are in what was said."""
    said = in_words(*(str(json.loads(body).get("text", "")) for body in bodies))
    return all(word.is_in(said) for word in words)
