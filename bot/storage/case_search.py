"""What a search among the cases of a desk reads, newest first: what is known of each case, and what was said in it.

Names and text are sealed: they are opened as they are read, so a search reads them in batches and no more than it
needs (`services.case_lists`).
"""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.cases import Category, Kind, Status
from bot.domain.ids import CaseId
from bot.register import SettlementCode
from bot.storage.case_lists import BRANCHES, NO_EDGE, Desk
from bot.storage.transaction import Transaction

SAID_IN_A_CASE = 40  # messages, the first ones: of a longer talk the rest is not looked through


@dataclass(frozen=True, slots=True)
class Candidate:
    """What is known of a case besides what was said in it."""

    id: CaseId
    number: str
    kind: Kind
    category: Category | None
    status: Status
    settlement: SettlementCode | None
    erased: bool
    name: str | None


def _ahead() -> str:
    branches = " union all ".join(
        f"""select * from (select c.id {branch}
              and c.status <> 'draft' and c.id < :edge and c.sent_at >= :since and c.sent_at < :until
            order by c.id desc limit :limit) b{at}"""
        for at, branch in enumerate(BRANCHES)
    )
    return f"select id from ({branches}) ahead order by id desc limit :limit"


def _candidates() -> str:
    branches = " union all ".join(
        f"""select * from (select c.id, c.number, c.kind, c.category, c.status, c.settlement,
              coalesce(c.words_erased_at, c.erase_asked_at) is not null as erased
            {branch} and c.id in (:cases)) b{at}"""
        for at, branch in enumerate(BRANCHES)
    )
    return f"""select found.*, l.name from ({branches}) found left join case_links l on l.case_id = found.id
      order by found.id desc"""


AHEAD = _ahead()
CANDIDATES = _candidates()


async def ahead(tx: Transaction, desk: Desk, since: datetime, until: datetime, edge: int, limit: int) -> list[CaseId]:
    """The next cases of a desk before the place `edge` (0: from the newest on) that were sent in this time.

    Which comes next costs as much as all that may come: many are read at once. Indexes: cases_of_officer,
    cases_unowned, cases_coordinator, which have all that is asked.
    """
    return await tx.column(
        CaseId,
        AHEAD,
        officer=desk.officer,
        coordinator=desk.coordinator,
        since=since,
        until=until,
        edge=edge or NO_EDGE,
        limit=limit,
    )


async def candidates(tx: Transaction, desk: Desk, case_ids: list[CaseId]) -> list[Candidate]:
    """Of these cases those that are at the desk now, newest first."""
    return await tx.fetch_all(Candidate, CANDIDATES, officer=desk.officer, coordinator=desk.coordinator, cases=case_ids)


@dataclass(frozen=True, slots=True)
class Said:
    """A message of a case, its body as the column holds it: making it costs more than searching it."""

    case_id: CaseId
    body: str


async def said_in(tx: Transaction, case_ids: list[CaseId]) -> list[Said]:
    """The first messages of both sides in each of these cases, in order. Index: case_messages_case."""
    return await tx.fetch_all(
        Said,
        """select case_id, body from
             (select m.case_id, m.body, row_number() over (partition by m.case_id order by m.sent_at, m.id) as place
                from case_messages m where m.case_id in (:cases)) said
            where place <= :most""",
        cases=case_ids,
        most=SAID_IN_A_CASE,
    )
