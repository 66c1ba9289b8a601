"""A town of any size, put straight into a fresh database: it would take days through the front door.

Officers come first, then residents; ids of persons, chats, officers and cases run from 1 in that order, and a person's
Telegram id is `FIRST_TELEGRAM_ID` + id - 1, as the simulator numbers its people. Every officer has their own area;
every resident one open case with one message, which the officer of the area works.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.domain.bodies import Body, Kind
from bot.domain.cases import Side, Status
from bot.domain.people import CONSENT_VERSION
from bot.register import Community
from bot.storage.engine import Database, Params, Session
from bot.storage.postgres import PostgresDatabase
from bot.storage.rows import to_column
from bot.storage.sealing import Keys, label_of, table_written

FIRST_TELEGRAM_ID = 700_000_001  # the simulator's
LONG_AGO = 1_760_000_000_000_000
THEN = "cast(:then as bigint)"


@dataclass(frozen=True, slots=True)
class Size:
    """How many there are, and what each resident has written."""

    officers: int
    residents: int
    text: str = "Добрий день! Коли прийом?"


# Not the queues: the server analyzes no table that has always been empty, and a plan made for an empty one is kept.
FILLED = "persons, accounts, chats, residents, areas, officers, assignments, desks, cases, case_links, case_messages"
NUMBERS = "with recursive n(i) as (select cast(:first as bigint) union all select i + 1 from n where i < :last)"
AT_ONCE = 10_000
BY_ONE_STATEMENT = 100_000  # rows: a statement is given up after a time
A_CHAT = """insert into chats(id, transport, external_id, external_hash, kind)
    values (:id, 'telegram', :external_id, :hash, 'private')"""
AN_ACCOUNT = """insert into accounts(person_id, transport, external_id, external_hash, chat_id)
    values (:id, 'telegram', :external_id, :hash, :id)"""
OF_PEOPLE = f"""
    insert into persons(chat_id, language, consent_version, consented_at, created_at)
      {NUMBERS} select i, 'uk', cast(:consent as integer), {THEN}, {THEN} from n order by i"""
OF_OFFICERS = f"""
    insert into officers(person_id, rank, name, position, created_at)
      {NUMBERS} select i, 'капітан поліції', 'Офіцер ' || i, 'pog', {THEN} from n order by i;
    insert into desks(officer_id, kind, chat_id) {NUMBERS} select i, 'private', i from n order by i;
    insert into assignments(officer_id, area_id, since) {NUMBERS} select i, i, {THEN} from n order by i"""
OF_RESIDENTS = f"""
    insert into residents(person_id, community, settlement_asked_at)
      {NUMBERS} select :officers + i, a.community, {THEN}
                  from n join areas a on a.id = 1 + (i - 1) % :officers order by i;
    insert into cases(number, kind, status, community, area_id, officer_id, waits_for, created_at, touched_at, sent_at)
      {NUMBERS} select 'КШ-2025-' || (1000000 + i), 'question', :status, a.community, a.id, a.id, 'officer',
                       {THEN}, {THEN}, {THEN}
                  from n join areas a on a.id = 1 + (i - 1) % :officers order by i;
    insert into case_links(case_id, person_id) {NUMBERS} select i, :officers + i from n order by i;
    insert into case_messages(case_id, direction, kind, body, sent_at, created_at)
      {NUMBERS} select i, :side, 'talk', :body, {THEN}, {THEN} from n order by i;
    insert into copies(chat_id, message_id, case_id, case_message_id, piece, version, sent_at)
      {NUMBERS} select 1 + (i - 1) % :officers, 1000000000 + i, i, i, 0, 1, {THEN} from n order by i"""


async def seed(database: Database, communities: Sequence[Community], size: Size) -> None:
    """Fill an open, migrated, empty database; its areas are spread over the communities."""
    areas: list[Params] = [
        {
            "community": communities[at % len(communities)].code,
            "name": f"Дільниця {at}",
            "whole": False,
            "then": LONG_AGO,
        }
        for at in range(size.officers)
    ]

    async def fill(session: Session) -> None:
        await session.many(
            "insert into communities(code, oblast, enrolment, enrolled_at) values (:code, :oblast, 'active', :then)",
            [{"code": each.code, "oblast": each.oblast.code, "then": LONG_AGO} for each in communities],
        )
        await session.many(
            "insert into areas(community, name, whole, created_at) values (:community, :name, :whole, :then)",
            areas,
        )
        count = size.officers + size.residents
        await _accounts(session, A_CHAT, database.keys, count)
        await session.reserve_ids("chats", count)  # given above, for no row has one yet
        await _each(session, OF_PEOPLE, count, consent=CONSENT_VERSION)
        await _accounts(session, AN_ACCOUNT, database.keys, count)
        await _each(session, OF_OFFICERS, size.officers)
        body = to_column(Body(Kind.TEXT, size.text))
        await _each(
            session,
            OF_RESIDENTS,
            size.residents,
            officers=size.officers,
            status=Status.IN_WORK.value,
            side=Side.RESIDENT.value,
            body=database.keys.seal("case_messages.body", str(body)),
        )
        if isinstance(database, PostgresDatabase):
            await session.script(f"analyze {FILLED}")  # where it runs for long, the server does so by itself

    await database.transact(fill)


async def _accounts(session: Session, sql: str, keys: Keys, count: int) -> None:
    """A row for each person, with the sealed id of their account at Telegram."""
    label = label_of(str(table_written(sql)), "external_id")
    for begin in range(1, count + 1, AT_ONCE):
        rows: list[Params] = []
        for id_ in range(begin, min(begin + AT_ONCE, count + 1)):
            number = FIRST_TELEGRAM_ID + id_ - 1
            rows.append({"id": id_, "external_id": keys.seal(label, str(number)), "hash": keys.hash(number)})
        await session.many(sql, rows)


async def _each(session: Session, statements: str, count: int, **params: int | str) -> None:
    """Each statement for the numbers from 1 to `count`, in portions."""
    for statement in statements.split(";\n"):
        for first in range(1, count + 1, BY_ONE_STATEMENT):
            numbers = {"first": first, "last": min(first + BY_ONE_STATEMENT - 1, count), "then": LONG_AGO}
            named = {name: value for name, value in {**params, **numbers}.items() if f":{name}" in statement}
            await session.rows(statement, named)
