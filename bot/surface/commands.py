"""Commands that are listed where people type. ROUTES knows more: what nobody needs to look for is not in a list."""

from collections.abc import Mapping, Sequence

from bot.texts import Say

COMMANDS = ("start", "cases", "officer", "hours", "help", "language")
"""In the order of the list. The text of each is `command-<name>`."""

CHAT_COMMANDS = ("officer", "hours", "hotlines")
"""The same for groups, where nothing but these is answered."""


def described(say: Say, names: Sequence[str]) -> Mapping[str, str]:
    return {name: say(f"command-{name}") for name in names}
