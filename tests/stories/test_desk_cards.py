"""The card of a case: what drawing it again costs, and that it is all that is kept of a case of another officer."""

from collections.abc import Sequence

import pytest

from bot.domain.ids import CaseId
from bot.services.cases.record import redraw_card
from bot.storage.copies import CARD
from bot.storage.engine import Params, RawRow
from bot.storage.sqlite import SqliteSession
from bot.storage.transaction import Transaction
from tests.keys import hashed
from tests.stories.cases import asks, talk
from tests.stories.desk import QUESTION
from tests.town import Town


async def test_of_a_case_that_another_has_only_the_card_is_kept_as_a_copy(town: Town) -> None:
    area = await town.area()
    first, second = await town.officer("Іван Петренко", area), await town.officer("Ольга Коваль", area)
    await asks(await town.resident("Олена"), QUESTION)
    await second.presses("Історія")
    await town.settled()
    kept = "select k.piece from copies k join chats c on c.id = k.chat_id where c.external_hash = :id"
    assert len(await town.stored(kept, id=hashed(second.id))) > 1
    await first.presses("Прийняти")
    await town.settled()
    assert await town.stored(kept, id=hashed(second.id)) == [{"piece": CARD}]


async def test_a_card_costs_no_more_when_its_case_has_grown(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    await talk(town)
    read: list[int] = []
    rows = SqliteSession.rows

    async def counting(session: SqliteSession, sql: str, params: Params) -> Sequence[RawRow]:
        found = await rows(session, sql, params)
        if "case_messages" in sql or "copies" in sql:
            read.append(len(found))
        return found

    async def redrawn() -> int:
        async def redraw(tx: Transaction) -> None:
            redraw_card(tx, CaseId(1))

        await town.settled()
        read.clear()
        await town.app.store.transact(redraw)
        town.app.sender.alarm.ring()
        await town.settled()
        return sum(read)

    monkeypatch.setattr(SqliteSession, "rows", counting)
    before = await redrawn()
    await town.stored(
        """with recursive n(i) as (select 1 union all select i + 1 from n where i < 500)
           insert into case_messages(case_id, direction, kind, body, sent_at, created_at)
           select m.case_id, m.direction, m.kind, m.body, m.sent_at + i, m.created_at + i from n, case_messages m
            where m.id = 1"""
    )
    await town.stored(
        """insert into copies(chat_id, message_id, case_id, case_message_id, piece, version, sent_at)
           select k.chat_id, 10000 + m.id, k.case_id, m.id, 0, 1, k.sent_at
             from case_messages m join copies k on k.case_id = m.case_id and k.piece = -1 where m.id > 1"""
    )
    assert 0 < await redrawn() == before


async def test_a_card_that_waits_to_be_drawn_again_is_drawn_once(town: Town) -> None:
    async def redraw(tx: Transaction) -> None:
        redraw_card(tx, CaseId(1))

    await talk(town)
    await town.stops()
    for _ in range(2):
        await town.app.store.transact(redraw)
    assert await town.stored("select letter from outbox") == [{"letter": "CardChanged"}]
