"""Values on their way into a statement, and back from its rows."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.ids import ChatId
from bot.storage.rows import from_microseconds, to_microseconds
from bot.storage.transaction import Store, Transaction
from simulator.clock import START
from tests.storage.facts import put


class Colour(StrEnum):
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Place:
    name: str
    numbers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Row:
    id: ChatId
    colour: Colour
    flag: bool
    at: datetime
    place: Place | None
    absent: str | None


async def test_values_come_back_as_what_they_were(store: Store) -> None:
    place = Place("Комишуваха «ґ»", (1, 2))

    async def work(tx: Transaction) -> list[Row]:
        await tx.execute("create temporary table t(id bigint, colour text, flag boolean, at bigint, place text)")
        await tx.execute(
            "insert into t values (:id, :colour, :flag, :at, :place)",
            id=2**53 + 1, colour=Colour.BLUE, flag=True, at=tx.now, place=place,
        )  # fmt: skip
        return await tx.fetch_all(
            Row, "select id, colour, flag, at, place, null as absent from t where id in (:ids)", ids=[1, 2**53 + 1]
        )

    assert await store.transact(work) == [Row(ChatId(2**53 + 1), Colour.BLUE, True, START, place, None)]


async def test_an_empty_list_matches_nothing_and_shuts_nothing_out(store: Store) -> None:
    await put(store, "here")

    async def work(tx: Transaction) -> tuple[int, int]:
        inside = await tx.count("select key from facts where key = 'here' and key in (:keys)", keys=[])
        outside = await tx.count("select key from facts where key = 'here' and key not in (:keys)", keys=[])
        return inside, outside

    assert await store.transact(work) == (0, 1)


def test_an_hour_is_stored_to_the_microsecond() -> None:
    when = START + timedelta(microseconds=1)
    assert from_microseconds(to_microseconds(when)) == when
