"""A fact, read or written in a transaction of its own."""

from bot.storage import facts
from bot.storage.transaction import Store, Transaction


async def fact(store: Store, key: str) -> str | None:
    async def read(tx: Transaction) -> str | None:
        return await facts.get(tx, key)

    return await store.transact(read)


async def put(store: Store, key: str) -> None:
    async def write(tx: Transaction) -> None:
        await facts.put(tx, key, "yes")

    await store.transact(write)
