"""Single facts about this database: whose bot it belongs to, and whether the last process left it in order."""

from bot.storage.transaction import Transaction

USERNAME = "bot_username"  # of the bot, as Telegram last said
WEBHOOK = "webhook"  # a digest of the webhook that was last set
BACKUP = "backup_made_at"  # in a backup alone: until `restore` has done all that one needs
LAST_BACKUP = "last_backup"  # when `backup` made one last
LISTED = "erasures_listed"  # the last erasure that is in the list beside the backups, and the size of that file
KEYS = "keys"  # fingerprints of the keys that seal this database
DESKS = "desks"  # of which kind they are: "threads", or else all cases are in one chat
DESKS_MOVED = "desks_moved"  # the last officer whose desk has followed a change of that; none is on its way without it
SEALED_BY = "sealed_by"  # the fingerprint of the key that is known to have sealed everything


class ForeignDatabase(Exception):
    """The database belongs to another bot: its update ids and file ids mean nothing to this one."""


async def get(tx: Transaction, key: str) -> str | None:
    return await tx.value(str, "select value from facts where key = :key", key=key)


async def put(tx: Transaction, key: str, value: str) -> None:
    await tx.execute(
        "insert into facts(key, value) values (:key, :value) on conflict (key) do update set value = excluded.value",
        key=key,
        value=value,
    )


async def drop(tx: Transaction, key: str) -> None:
    await tx.execute("delete from facts where key = :key", key=key)


async def owner(tx: Transaction) -> str | None:
    """The id of the bot whose database this is; None before its first work."""
    return await get(tx, "bot_id")


async def claim_for(tx: Transaction, bot_id: int) -> None:
    """Note whose the database is. Raises ForeignDatabase."""
    known = await owner(tx)
    if known is None:
        await put(tx, "bot_id", str(bot_id))
    elif known != str(bot_id):
        raise ForeignDatabase(f"the database belongs to bot {known}, the token to bot {bot_id}")


async def begin_work(tx: Transaction) -> bool:
    """Note that a process works; True when the one before it did not end cleanly."""
    unclean = await get(tx, "working") == "yes"
    await put(tx, "working", "yes")
    return unclean


async def end_work(tx: Transaction) -> None:
    await put(tx, "working", "no")
