"""The acts of subscribers: choosing their topics."""

from collections.abc import Sequence

from bot.domain.ids import NoticeId
from bot.domain.notices import Notice
from bot.domain.people import Actor, require_kept
from bot.domain.refusals import found
from bot.domain.subscriptions import Topic
from bot.storage import subscriptions as stored_subscriptions
from bot.storage.transaction import Transaction


async def received(tx: Transaction, actor: Actor, notice_id: NoticeId) -> Notice:
    """A notice that the actor may read. Raises NotFound."""
    return found(await stored_subscriptions.received(tx, notice_id, actor.person_id))


async def turn(tx: Transaction, actor: Actor, topics: Sequence[Topic], *, subscribed: bool) -> None:
    """Subscribe to these topics, or unsubscribe. Raises NothingKept where a chat is dangerous."""
    if subscribed:
        require_kept(actor)
    await stored_subscriptions.choose(tx, actor.person_id, topics, subscribed)
