"""What tests of the outbox share: writing letters to it, marking them as the sender does, reading what waits."""

from datetime import datetime

from bot.domain.ids import OutboxId
from bot.domain.letters import Letter, Party, PersonAt, PlainText
from bot.storage import outbox
from bot.storage.outbox import State, Waiting
from bot.storage.transaction import Store, Transaction
from simulator.clock import START
from tests.storage import village

ONE, OTHER = PlainText("one"), PlainText("other")


async def tell(store: Store, party: Party, letter: Letter = ONE, dedupe: str | None = None) -> None:
    async def write(tx: Transaction) -> None:
        tx.outbox.tell(party, letter, dedupe=dedupe)

    await store.transact(write)


async def waiting(store: Store) -> list[Waiting]:
    """All that wait, in the order in which they were written."""
    return await store.transact(
        lambda tx: tx.fetch_all(
            Waiting,
            f"select {outbox.WAITING} from outbox o {outbox.CHAT_OF} where o.state = 'waiting' order by o.id",
        )
    )


async def heads(store: Store, *busy: int, after: int = 0, chats: int = 64, each: int = 8) -> list[Waiting]:
    return await store.transact(lambda tx: outbox.heads(tx, after, after, list(busy), chats, each))


async def mark_sending(store: Store, row_id: OutboxId) -> None:
    async def mark(tx: Transaction) -> None:
        outbox.mark_sending(tx, row_id)

    await store.transact(mark)


async def retry(store: Store, row_id: OutboxId, at: datetime = START, done: int = 0) -> None:
    async def failed(tx: Transaction) -> None:
        outbox.retry(tx, row_id, at, done, "NoAnswer")

    await store.transact(failed)


async def refuse(store: Store, row_id: OutboxId) -> None:
    async def refused(tx: Transaction) -> None:
        outbox.refuse(tx, row_id, State.REFUSED, "403")

    await store.transact(refused)


async def somebody(store: Store) -> PersonAt:
    return PersonAt(await store.transact(village.person))
