"""Erasing what a person asks to have erased."""

from bot.domain.erasures import Erasure
from bot.storage.transaction import Transaction


async def repeat(tx: Transaction, erasure: Erasure) -> None:
    """What a restored backup brought back is to be erased again; nothing where it is gone, or came only afterwards.

    It marks what is to go; `workers.eraser.erase_asked` then erases it, as the running bot does by itself.
    """
