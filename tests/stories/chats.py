"""What stories about groups and channels share: letting the bot in, and what is stored of a chat."""

from functools import partial

from bot.domain.ids import ChatId
from bot.domain.subscriptions import Topic
from bot.storage import community_chats as stored
from simulator import Group, Person
from tests.keys import hashed
from tests.town import KOMYSHUVAKHA, Town

KOMYSHUVASKA = "Комишуваська селищна громада"


async def binds(officer: Person, group: Group, **rights: bool) -> None:
    """Let the bot in, and give the chat to the one community there is."""
    await group.adds_bot(by=officer, **rights)
    await officer.sees(f"Бота додано сюди: «{group.name}».")
    await officer.presses(KOMYSHUVASKA)
    await group.sees(KOMYSHUVASKA, anywhere=True)


async def chat_rows(town: Town) -> list[dict[str, object]]:
    rows = await town.stored(
        """select g.community, g.thread_id, g.can_post, g.can_pin, c.external_id as telegram_id
             from community_chats g join chats c on c.id = g.chat_id order by g.chat_id"""
    )
    return [{**row, "telegram_id": int(str(row["telegram_id"]))} for row in rows]


async def own_id(town: Town, group: Group) -> ChatId:
    [row] = await town.stored("select id from chats where external_hash = :id", id=hashed(group.id))
    return ChatId(int(str(row["id"])))


async def takers(town: Town, topic: Topic) -> list[stored.Place]:
    return await town.app.store.transact(partial(stored.chats_of, community=KOMYSHUVAKHA, topic=topic))
