"""What is in the daily letter: a section for each thing that coordinators are told every day."""

from collections.abc import Callable, Sequence

from bot.domain.daily import DailyLetter
from bot.storage import communities
from bot.surface.outgoing import Effect, Show
from bot.surface.rendering import Addressee
from bot.surface.rich import Rich
from bot.surface.screens import Screen
from bot.texts import Say


async def render_daily(to: Addressee, letter: DailyLetter) -> Sequence[Effect]:
    """Without a sound. To nobody who has stopped coordinating meanwhile."""
    if not await communities.all_coordinated(to.tx, to.person_id):
        return []
    told = ["\n".join(lines) for section in SECTIONS if (lines := section(to.say, letter))]
    title = to.say("daily-title", day=to.say.weekday(letter.day))
    return [Show(Screen(title, body=Rich("\n\n".join(told))), silent=True)]


def readings(say: Say, letter: DailyLetter) -> list[str]:
    """How much was read in the reader's communities."""
    if not letter.readings:
        return [say("daily-nothing-read")]
    return [
        say("daily-cases", count=letter.cases),
        say("daily-readers", count=letter.readers),
        say("daily-readings", count=letter.readings),
    ]


def audit_head(say: Say, letter: DailyLetter) -> list[str]:
    """By which anyone who has the letter can see that the audit was not cut at its end."""
    return [say("daily-audit-head", head=letter.head.written), say("daily-audit-why")]


SECTIONS: tuple[Callable[[Say, DailyLetter], list[str]], ...] = (readings, audit_head)
