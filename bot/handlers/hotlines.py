"""Numbers to call, as lines of a screen."""

from collections.abc import Iterable

from bot.domain.policy import Hotline, HotlineKey, Policy
from bot.texts import Say


def urgent(say: Say, policy: Policy, community: str | None) -> list[str]:
    """Those that help immediately, the police unit's duty officer among them."""
    lines = policy.hotlines_of(community)
    return _lines(say, (line for line in lines if line.emergency or line.key is HotlineKey.DUTY))


def others(say: Say, policy: Policy, community: str | None) -> list[str]:
    """Those for advice and support."""
    lines = policy.hotlines_of(community)
    return _lines(say, (line for line in lines if not line.emergency and line.key is not HotlineKey.DUTY))


def _lines(say: Say, hotlines: Iterable[Hotline]) -> list[str]:
    return [say("hotline", number=say.phone(each.number), title=say(f"hotline-{each.key}")) for each in hotlines]
