"""The daily letter to coordinators: its figures are read apart from the conversation, and it is sent once a day."""

from functools import partial

from bot.services import daily
from bot.storage.transaction import Store


async def send_daily(store: Store) -> None:
    """Send it where its time has come. Raises DatabaseUnavailable, TransactionLost."""
    if await store.transact(daily.is_due):
        figures = await store.read(daily.figures)
        await store.transact(partial(daily.send, figures=figures))
