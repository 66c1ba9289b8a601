"""Letters to coordinators."""

from collections.abc import Sequence

from bot.domain.communities import LeftInQueue
from bot.handlers.places import community_at, community_name
from bot.handlers.queue.buttons import Queue
from bot.storage import communities
from bot.telegram.rendering import Addressee
from bot.telegram.screens import Call, Screen, calls_of


async def render_left(to: Addressee, letter: LeftInQueue) -> Sequence[Call]:
    if await communities.coordinated(to.tx, letter.community, to.person_id) is None:
        return []
    say = to.say
    lines = [community_name(say, community_at(to.register, letter.community)), say("queue-left", count=letter.count)]
    buttons = [[(say("queue-look-button"), Queue(letter.community, 0))]]
    return calls_of(Screen(say("queue-left-title"), lines, buttons=buttons))
