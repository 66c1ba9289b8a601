"""Every query of storage is answered by an index, on both engines, however many cases there are.

Each function of `bot.storage` that takes a transaction is called with made-up values of the types that it names; what
it would run is explained instead. So a new query is examined without being named here. PostgreSQL reads a small table
through where it can: that is made too dear, and what it reads through all the same has no index.
"""

import inspect
import json
import pkgutil
import re
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time, timedelta
from enum import Enum
from importlib import import_module
from itertools import product
from types import UnionType
from typing import Any, NewType, Union, cast, get_args, get_origin, get_type_hints

import pytest

import bot.storage
from bench.seed import Size, seed
from bot.domain.bodies import Body, File, Kind
from bot.domain.dialogs import Dialog
from bot.domain.ids import CaseId, FileId, OfficerId, PersonId
from bot.domain.letters import CoordinatorsOf, DeskMember, DeskOf, Letter, PersonAt, PlainText, ResidentOf
from bot.domain.refusals import Refusal
from bot.domain.residents import FindingCommunity
from bot.storage.engine import Database, Params, RawRow, Session
from bot.storage.postgres import PostgresDatabase
from bot.storage.transaction import Transaction
from simulator.clock import START
from tests.keys import same_keys
from tests.town import KOMYSHUVAKHA, policy, resources

ZAPORIZHZHIA = resources().register.community(KOMYSHUVAKHA).oblast.code

Query = Callable[..., Awaitable[object] | None]

# The tables that grow with people and their cases. Of the others (communities, areas, facts) there are hundreds.
GROWING = {
    "inbox", "outbox", "chats", "persons", "accounts", "desks", "residents", "waiting_residents", "dialogs",
    "officers", "assignments", "cases", "case_links", "case_messages", "case_message_versions", "case_notes",
    "ready_texts", "case_events", "case_pauses", "case_holds", "case_transfers", "case_journal", "case_forwards",
    "case_merges", "files", "copies", "audit", "invitations", "community_chats",
    "chat_topics", "subscriptions", "notices", "notice_places", "deliveries", "offices", "office_rules",
    "office_exceptions", "opening_reminders", "emergency_cards", "erasures", "absences", "absence_cases",
    "board_posts", "board_lines",
    "priorities", "case_pins", "shown_lists", "listed_cases", "quiet_times", "handovers", "handed_cases",
}  # fmt: skip
# Partial indexes that hold only what waits: read from the beginning, as far as there is room.
QUEUES = {
    "inbox_waiting", "inbox_aside", "outbox_flight", "outbox_ended", "outbox_unsent", "cases_queue",
    "deliveries_flight", "deliveries_held", "assignments_locked", "case_pauses_due", "case_holds_due",
    "case_forwards_due", "copies_leaving", "priorities_unasked",
    "chats_clearing", "cases_withheld_due", "cases_asked_chats", "cases_asked_words", "cases_asked_links",
    "cases_remind", "cases_unopened", "cases_alarmed",
    "persons_asked", "absences_begin", "absences_end", "absences_moving", "absences_telling", "absence_cases_untold",
}  # fmt: skip

# For a coordinator's whole queue, and for the operator, the posts that are held now are read once: cheaper than one by
# one. The list of erasures is compared as a whole, on the connection that only reads; what waits is counted after a
# restore, and drafts are let go of. A recount of what councils are shown reads everything.
READ_ONCE = {
    ("bot.storage.case_drafts", "skip_reminders"): {
        "SCAN cases USING COVERING INDEX cases_area",
        "Index Scan using all of copies_of",
    },
    ("bot.storage.erasures", "all_of"): {"SCAN erasures", "Index Scan using all of erasures_pkey"},
    ("bot.storage.erasures", "count"): {"SCAN erasures", "Index Only Scan using all of erasures_act"},
    ("bot.storage.figures", "recount"): {
        "SCAN c",
        "SCAN l USING COVERING INDEX notice_places_community",
        "Index Scan using all of notices_pkey",
    },
    ("bot.storage.outbox", "count_waiting"): {
        "Index Only Scan using all of outbox_turns",
        "SCAN outbox USING INDEX outbox_turns",
    },
    ("bot.storage.outbox", "take_out"): {
        "Index Scan using all of outbox_turns",
        "SCAN outbox USING INDEX outbox_turns",
    },
    ("bot.storage.broadcasts", "open_ones"): {"Index Scan using all of broadcasts_open"},
    ("bot.storage.communities", "without_complaint_reader"): {"Index Scan using all of assignments_officer"},
    ("bot.storage.queue", "waiting"): {"Index Scan using all of assignments_area"},
    ("bot.storage.queue", "length"): {"Index Scan using all of assignments_area"},
    ("bot.storage.staff", "held_posts"): {
        "Index Scan using all of assignments_area",
        "SCAN g USING INDEX assignments_area",
    },
}

# A new edition of the register comes some times a year: the operator's command goes through all that names a place.
OF_A_COMMAND = {
    ("bot.storage.editions", name)
    for name in ("communities", "kept", "move_residents", "oblasts", "replace", "settlements")
}


def queries() -> Iterator[Query]:
    """Every function of storage that takes a transaction."""
    for found in pkgutil.iter_modules(bot.storage.__path__):
        module = import_module(f"bot.storage.{found.name}")
        for name, function in inspect.getmembers(module, inspect.isfunction):
            takes = next(iter(inspect.signature(function).parameters), "")
            if function.__module__ == module.__name__ and not name.startswith("_") and takes == "tx":
                yield function


def samples(hint: Any) -> Sequence[Any]:  # noqa: ANN401, PLR0911  # a type, and values of it
    """Values of a type: every member of an enum, with and without what may be absent, else one."""
    while isinstance(hint, NewType):
        hint = hint.__supertype__
    origin, arguments = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return [value for each in arguments for value in samples(each)]
    if origin is tuple:
        return [tuple(samples(each)[0] for each in arguments if each is not Ellipsis)]
    if origin is type:
        return [Dialog]
    if origin in (list, Iterable, Sequence):
        return [[samples(arguments[0])[0]]]
    if origin is Mapping:
        return [{samples(arguments[0])[0]: samples(arguments[1])[0]}]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return list(hint)
    if hint is Body:
        return [Body(Kind.PHOTO, file=File(FileId(1))), Body(Kind.PHOTO, file=File())]
    if is_dataclass(hint):
        hints = get_type_hints(hint)
        return [cast("type", hint)(*(samples(hints[field.name])[0] for field in fields(hint)))]
    return [PLAIN[hint]]


PLAIN: Mapping[Any, object] = {
    int: 1, str: "1", float: 1.0, bool: True, datetime: START, timedelta: timedelta(1), type(None): None,
    date: START.date(), time: START.time(), Letter: PlainText(""), Dialog: FindingCommunity(),
}  # fmt: skip


class Explaining:
    """A fake session: records its statements, and finds nothing."""

    def __init__(self) -> None:
        self.asked: dict[str, tuple[str, Params]] = {}

    async def rows(self, sql: str, params: Params) -> Sequence[RawRow]:
        self.asked[f"{sql}{params}"] = sql, params
        return [{"id": 1}] if "returning" in sql else []

    async def many(self, sql: str, params: Sequence[Params]) -> None:
        await self.rows(sql, params[0])

    async def reserve_ids(self, table: str, count: int) -> Sequence[int]:
        return range(count)

    async def audit_head(self) -> Sequence[RawRow]:
        return []


async def statements(query: Query) -> Iterable[tuple[str, Params]]:
    """All that a function can ask of the database."""
    session = Explaining()
    hints = get_type_hints(query)
    del hints["tx"], hints["return"]
    for values in product(*(samples(hint) for hint in hints.values())):
        tx = Transaction(cast("Session", session), START, policy(), same_keys())
        with suppress(LookupError, Refusal):  # of what does not find what it needs
            if (asking := called(query, {"tx": tx, **dict(zip(hints, values, strict=True))})) is not None:
                await asking
        await tx.flush()
    return session.asked.values()


def called(query: Query, values: dict[str, Any]) -> Awaitable[object] | None:
    """Call a function with these values; of what it takes any number of, with one."""
    signature = inspect.signature(query)
    several = {name for name, each in signature.parameters.items() if each.kind is each.VAR_POSITIONAL}
    given = OrderedDict((name, (value,) if name in several else value) for name, value in values.items())
    bound = inspect.BoundArguments(signature, given)
    return query(*bound.args, **bound.kwargs)


async def letters(tx: Transaction) -> None:
    """A letter to each kind of party."""
    case, officer, person = CaseId(1), OfficerId(1), PersonId(1)
    parties = (ResidentOf(case), DeskOf(case), DeskMember(case, officer), CoordinatorsOf(case), PersonAt(person))
    for party in parties:
        tx.outbox.tell(party, PlainText("help"), dedupe="once")
        await tx.flush()


def whole_tables_on_sqlite(sql: str, steps: Iterable[RawRow]) -> list[str]:
    """The steps of a plan that read a growing table through. They call it by its alias.

    Of an insertion, only what it names: the plan shows also how the tables that refer to the new row would be asked
    for it, which is never done, as no row refers to one that is not there.
    """
    names = set(re.findall(rf"\b(?:{'|'.join(GROWING)})\s+(?:as\s+)?(\w+)", sql))
    names |= {table for table in GROWING if table in sql} if sql.lstrip().startswith("insert") else GROWING
    details = [str(step["detail"]) for step in steps]
    scans = [(each, found) for each in details if (found := re.match(r"SCAN (\w+)(?:.* INDEX (\w+))?", each))]
    return [each for each, found in scans if found[1] in names and found[2] not in QUEUES]


def whole_tables_on_postgresql(node: Mapping[str, Any]) -> Iterator[str]:
    """The same. An index that is read without a condition is the whole table, too."""
    table, index = node.get("Relation Name"), node.get("Index Name")
    if node["Node Type"] == "Seq Scan" and table in GROWING:
        yield f"Seq Scan of {table}"
    if index is not None and "Index Cond" not in node and index not in QUEUES and table in {*GROWING, None}:
        yield f"{node['Node Type']} using all of {index}"
    for part in node.get("Plans", ()):
        yield from whole_tables_on_postgresql(part)


# Of all ways but by an index (the connection itself reads no table through where it need not): what PostgreSQL does all
# the same, it has to.
DEAR = ";\n".join(f"set local enable_{way} = off" for way in ("hashjoin", "mergejoin", "material"))


async def read_through(database: Database, sql: str, params: Params) -> list[str]:
    """What of a statement's plan reads a growing table through."""

    async def plan(session: Session) -> list[str]:
        if isinstance(database, PostgresDatabase):
            await session.script(DEAR)
            [row] = await session.rows(f"explain (format json) {sql}", params)
            return [*whole_tables_on_postgresql(json.loads(str(row["QUERY PLAN"]))[0]["Plan"])]
        return whole_tables_on_sqlite(sql, await session.rows(f"explain query plan {sql}", params))

    return await database.transact(plan)


NUMBERS = "with recursive n(i) as (select 1 union all select i + 1 from n where i < 2000)"
# Besides the open cases many that have ended, and some of each kind that waits.
OVER_AND_WAITING = (
    (
        "inbox(update_id, chat_id, state, received_at, body)",
        "i, i, case when i % 20 = 0 then 'waiting' else 'handled' end, i, ''",
    ),
    (
        "outbox(recipient, chat_id, letter, args, dedupe, class, turn, state, created_at)",
        "'person:' || i, i, '', '', i, 3, 0, case when i % 20 = 0 then 'waiting' else 'refused' end, i",
    ),
    (
        "case_messages(case_id, direction, kind, officer_id, body, sent_at, created_at)",
        "i, 'officer', 'talk', 1 + i % 1000, '', i, i",
    ),
    ("audit(at, by_kind, by_id, act, subject_kind, subject_id)", "i, 'officer', 1 + i % 1000, 'open', 'case', i"),
    ("dialogs(person_id, chat_id, flow, data, expires_at)", "i, i, '', '', i"),
    (
        "cases(kind, status, created_at, touched_at, closed_at)",
        "'report', case when i % 20 = 0 then 'draft' else 'closed' end, i, i, case when i % 20 > 0 then i end",
    ),
    (
        "broadcasts(letter, args, lane, quiet, state, created_at)",
        "'', '', 'ordinary', i % 2 = 0, case when i % 100 = 0 then 'running' else 'done' end, i",
    ),
    (
        "deliveries(broadcast_id, chat_id, state, next_at)",
        "100 + 100 * (i % 2), i, case when i % 20 = 0 then 'waiting' else 'delivered' end, i",
    ),
    ("assignments(officer_id, area_id, since, until)", "1 + i % 1000, 1 + i % 1000, i, i"),
    (
        "absences(officer_id, since, until, stand_in_id, set_by, set_at, began_at, ended_at)",
        """1 + i % 1000, i, i + 1, 1 + (i + 1) % 1000, 1 + i % 1000, i, case when i % 2 = 0 then i end,
           case when i > 900 then i end""",
    ),
    ("absence_cases(case_id, absence_id)", "i, i"),
    ("community_chats(chat_id, title, keeper, can_post, can_pin, unassigned_since)", "i, '', i, true, true, i"),
    ("chat_topics(chat_id, topic)", "i, 'road'"),
    ("boards(chat_id, title, can_post, bound_at)", "i, '', true, i"),
    ("board_posts(chat_id, posted_at)", "i, i"),
    ("board_lines(case_id, post_id, told)", "i, i, ''"),
    ("subscriptions(person_id, topic, subscribed)", "i, 'road', i % 2 = 0"),
    (
        "notices(person_id, topic, status, created_at, touched_at)",
        "i, 'road', case when i % 20 = 0 then 'draft' else 'sent' end, i, i",
    ),
    ("notice_places(notice_id, community)", "i, 'community ' || i % 50"),
    ("offices(community, title, created_at)", f"'{KOMYSHUVAKHA}', '', i"),
    (
        "office_rules(officer_id, office_id, days, repeat, starts, ends, since, created_at, removed_at)",
        "1 + i % 1000, i, 1 + i % 127, '', '09:' || (10 + i % 50), '', '2026-01-01', i, case when i % 2 = 0 then i end",
    ),
    (
        "office_exceptions(officer_id, day, rule_id, starts, created_at, removed_at)",
        "1 + i % 1000, '2026-01-' || (10 + i % 20), i, '09:00', i, case when i % 2 = 0 then i end",
    ),
    ("opening_reminders(person_id, opening, day)", "i, '1-' || i, '2026-01-' || (10 + i % 20)"),
    (
        "priorities(area_id, half, status, problem, created_at)",
        "1 + i % 1000, '2026-01-01', case when i % 50 = 0 then 'current' else 'done' end, '', i",
    ),
    ("case_pins(person_id, case_id, pinned_at)", "i, i, i"),
    ("quiet_times(person_id, begins, ends)", "i, '22:00:00', '07:00:00'"),
    ("listed_cases(chat_id, message_id, case_id)", "i, i, i"),
    ("shown_lists(chat_id, message_id, button, shown_at)", "i, i, '', i"),
    ("handovers(officer_id, at)", "1 + i % 1000, i"),
    ("handed_cases(handover_id, case_id)", "i, i"),
    ("emergency_cards(person_id, emergency, shown_at)", "i, 'life', i"),
    ("invitations(token_hash, role, scope, scope_code, issued_at, expires_at)", "i, 'officer', 'area', i, i, i"),
)


@pytest.fixture
async def filled(database: Database) -> Database:
    """Enough of everything for PostgreSQL to see what an index is good for; SQLite plans by the schema alone."""
    if not isinstance(database, PostgresDatabase):
        return database

    async def fill(session: Session) -> None:
        for table, row in OVER_AND_WAITING:
            await session.rows(f"insert into {table} {NUMBERS} select {row} from n", {})
        await session.script("analyze")

    await seed(database, resources().register.communities_of(ZAPORIZHZHIA), Size(officers=1000, residents=2000))
    await database.transact(fill)
    return database


async def test_no_query_reads_a_table_through(filled: Database) -> None:
    found: dict[str, set[str]] = {}
    for query in [*queries(), letters]:
        if (query.__module__, query.__name__) in OF_A_COMMAND:
            continue
        known = READ_ONCE.get((query.__module__, query.__name__), set())
        for sql, params in await statements(query):
            if steps := {*await read_through(filled, sql, params)} - known:
                found[f"{query.__module__}.{query.__name__}: {' '.join(sql.split())}"] = steps
    assert not found


async def test_a_query_without_an_index_is_found(filled: Database) -> None:
    for sql in (
        "select c.id from cases c where c.rating = :rating",
        "select m.id from case_links l join case_messages m on m.created_at = l.case_id where l.case_id = :rating",
        "delete from copies where version = :rating",
        "select id from cases where rating = :rating order by id limit 1",
    ):
        assert await read_through(filled, sql, {"rating": 1}), sql


def test_every_query_is_asked_for_its_statements() -> None:
    names = {f"{query.__module__}.{query.__name__}" for query in queries()}
    assert {"bot.storage.inbox.take", "bot.storage.people.actor", "bot.storage.copies.found_at"} <= names


async def test_no_query_goes_unexamined() -> None:
    silent = [query.__name__ for query in queries() if not await statements(query)]
    assert silent == []


# Tables that are nearly empty most of the time, also when the server examines them. Of others it learns as they grow,
# and plans anew.
COMING_AND_GOING = {"inbox", "outbox", "deliveries"}
FIRST_COLUMNS = """select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid, 1, true) as first
    from pg_index"""


def walks(node: Mapping[str, Any], first: Mapping[str, str]) -> Iterator[str]:
    """The steps of a plan that look in an index of a queue for anything but its first column: they read all of it."""
    index, condition = node.get("Index Name"), str(node.get("Index Cond", ""))
    of_queue = index is not None and node.get("Relation Name") in COMING_AND_GOING
    if of_queue and condition and first[str(index)] not in condition:
        yield f"{index} where {condition}"
    for part in node.get("Plans", ()):
        yield from walks(part, first)


async def test_a_plan_made_while_all_is_empty_looks_where_it_looks_later(database: Database) -> None:
    """PostgreSQL keeps the plans that it makes when the bot has just been installed."""
    if not isinstance(database, PostgresDatabase):
        pytest.skip("SQLite plans by the schema alone")
    found: dict[str, set[str]] = {}

    async def explain(session: Session) -> None:
        first = {str(row["name"]): str(row["first"]) for row in await session.rows(FIRST_COLUMNS, {})}
        for query in [*queries(), letters]:
            for sql, params in await statements(query):
                [row] = await session.rows(f"explain (format json) {sql}", params)
                if steps := {*walks(json.loads(str(row["QUERY PLAN"]))[0]["Plan"], first)}:
                    found[f"{query.__module__}.{query.__name__}: {' '.join(sql.split())}"] = steps

    await database.transact(explain)
    assert not found
