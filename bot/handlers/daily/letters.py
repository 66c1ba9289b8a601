"""What is in the daily letter: a section for each thing that coordinators are told every day."""

from collections.abc import Awaitable, Callable, Sequence

from bot.domain.daily import DailyLetter
from bot.handlers.communities.buttons import WithoutOfficers
from bot.handlers.queue.buttons import Overdue
from bot.storage import communities, officers
from bot.surface.outgoing import Effect, Show
from bot.surface.rendering import Addressee
from bot.surface.rich import Rich
from bot.surface.screens import Label, Screen


async def render_daily(to: Addressee, letter: DailyLetter) -> Sequence[Effect]:
    """Without a sound. To nobody who has stopped coordinating meanwhile."""
    if not await communities.all_coordinated(to.tx, to.person_id):
        return []
    told = ["\n".join(lines) for section in SECTIONS if (lines := await section(to, letter))]
    title = to.say("daily-title", day=to.say.weekday(letter.day))
    return [Show(Screen(title, body=Rich("\n\n".join(told)), buttons=ways(to, letter)), silent=True)]


def ways(to: Addressee, letter: DailyLetter) -> list[list[Label]]:
    """To the lists of what the letter counts; the letter stays, for its last line is kept."""
    say, rows = to.say, list[list[Label]]()
    if letter.overdue:
        rows.append([(say("overdue-count-button", count=letter.overdue), Overdue(0, beside=True))])
    if letter.without_officers:
        rows.append([(say("without-officers-button", count=letter.without_officers), WithoutOfficers(0, beside=True))])
    return rows


async def unanswered(to: Addressee, letter: DailyLetter) -> list[str]:
    """What is overdue, who does not answer, and where there is no officer."""
    say, lines = to.say, []
    if letter.overdue:
        lines.append(say("daily-overdue", count=letter.overdue))
    for officer_id, count in letter.silent:
        if (card := await officers.public(to.tx, officer_id)) is not None:
            lines.append(say("daily-silent", rank=say.rank(card.rank), name=card.name, count=count))
    if letter.without_officers:
        lines.append(say("daily-without-officers", count=letter.without_officers))
    return lines


async def readings(to: Addressee, letter: DailyLetter) -> list[str]:
    """How much was read in the reader's communities."""
    say = to.say
    if not letter.readings:
        return [say("daily-nothing-read")]
    return [
        say("daily-cases", count=letter.cases),
        say("daily-readers", count=letter.readers),
        say("daily-readings", count=letter.readings),
    ]


async def audit_head(to: Addressee, letter: DailyLetter) -> list[str]:
    """By which anyone who has the letter can see that the audit was not cut at its end."""
    return [to.say("daily-audit-head", head=letter.head.written), to.say("daily-audit-why")]


SECTIONS: tuple[Callable[[Addressee, DailyLetter], Awaitable[list[str]]], ...] = (unanswered, readings, audit_head)
