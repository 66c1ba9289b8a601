"""Letters that change what a person's telephone shows, without a message."""

from collections.abc import Sequence

from bot.domain.languages import Language
from bot.domain.people import CommandsShown
from bot.telegram.profile import commands
from bot.telegram.rendering import Addressee
from bot.telegram.screens import Call


async def render_commands_shown(to: Addressee, letter: CommandsShown) -> Sequence[Call]:
    """A list of the chat's own for whoever reads another language than the bot's own list is in."""
    if to.say.language is Language.UK:
        return [Call("deleteMyCommands", {}, scoped=True, may_fail=True)]
    return [Call("setMyCommands", {"commands": commands(to.say)}, scoped=True, may_fail=True)]
