"""To whom the bot says nothing unasked: the residents of an occupied community, its groups and channels.

A telephone is searched at a checkpoint there. What such a person asks for by a press is shown; anything else is void at
the moment when it would be sent, and does not go later: it is read in the case, or among the latest notices, on a press
of their own. The sender asks for talk row by row (storage/outbox.py), for broadcasts chat by chat. What people get as
officers or coordinators is sent as ever.
"""

from collections.abc import Sequence

from bot.domain.cases import Kind
from bot.domain.ids import CaseId, ChatId
from bot.domain.letters import LetterClass
from bot.storage.transaction import Transaction


def is_occupied(community: str) -> str:
    """Whether this community is occupied."""
    return f"exists (select 1 from communities y where y.code = {community} and y.occupied)"


def lives_in_silence(person: str) -> str:
    """Whether this person lives in an occupied community, and is no officer and entrusted with nothing."""
    return f"""exists (select 1 from residents r join communities y on y.code = r.community
                        where r.person_id = {person} and y.occupied)
        and not exists (select 1 from posts s where s.person_id = {person})
        and not exists (select 1 from parts t where t.person_id = {person} and t.until is null)"""


def may_be_written_to(person: str, case: str) -> str:
    """Whether the resident of a case reads what comes unasked. A person who named an occupied community as theirs has
    no place any more (services/residents.py), and does not; but who asks for a council reads the answers wherever they
    live, where its community is not occupied.
    """
    return f"""(exists (select 1 from residents r left join communities y on y.code = r.community
            where r.person_id = {person} and not coalesce(y.occupied, false))
        or exists (select 1 from cases q join communities y on y.code = q.community
            where q.id = {case} and q.kind = '{Kind.COUNCIL}' and not y.occupied))"""


# Whether letter o of the outbox, to a chat of person p, is kept back.
IS_SILENCED = f"""case when o.class in ({int(LetterClass.OWN)}, {int(LetterClass.STRANGER)}) then false
    when o.recipient like 'resident:%' then not {may_be_written_to("p.id", "o.case_id")}
    when o.recipient like 'person:%' then {lives_in_silence("p.id")}
    else false end"""


async def keeps_answers_back(tx: Transaction, case_id: CaseId) -> bool:
    """Whether what is said at the desk of a case waits until its resident asks for it."""
    sql = f"""select l.case_id as id from case_links l where l.case_id = :case and l.person_id is not null
                 and not {may_be_written_to("l.person_id", "l.case_id")}"""
    return await tx.exists(sql, case=case_id)


async def among(tx: Transaction, chat_ids: Sequence[ChatId]) -> set[ChatId]:
    """Those of the chats to which no broadcast goes. Index: persons_chat."""
    return set(
        await tx.column(
            ChatId,
            f"""select p.chat_id from persons p where p.chat_id in (:chats) and {lives_in_silence("p.id")}
                union all
                select g.chat_id from community_chats g where g.chat_id in (:chats) and {is_occupied("g.community")}""",
            chats=list(chat_ids),
        )
    )
