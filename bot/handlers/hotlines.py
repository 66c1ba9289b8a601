"""Numbers to call, as lines of a screen. Which they are in a community: `storage.local_facts.hotlines`."""

from collections.abc import Iterable

from bot.domain.policy import Hotline, HotlineKey
from bot.texts import Say


def urgent(say: Say, hotlines: Iterable[Hotline]) -> list[str]:
    """Those that help immediately, the police unit's duty officer among them."""
    return _lines(say, (line for line in hotlines if line.emergency or line.key is HotlineKey.DUTY))


def others(say: Say, hotlines: Iterable[Hotline]) -> list[str]:
    """Those for advice and support."""
    return _lines(say, (line for line in hotlines if not line.emergency and line.key is not HotlineKey.DUTY))


def _lines(say: Say, hotlines: Iterable[Hotline]) -> list[str]:
    return [say("hotline", number=say.phone(each.number), title=say(f"hotline-{each.key}")) for each in hotlines]
