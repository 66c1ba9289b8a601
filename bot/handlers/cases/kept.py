"""Until when the text of a case is kept, as people read it."""

from bot.domain.cases import Case, Kind
from bot.domain.holds import Hold
from bot.services.cases import holds
from bot.surface.rendering import Addressee
from bot.surface.rich import Rich, quoted


async def kept_lines(to: Addressee, case: Case, *, reason: bool) -> tuple[list[str], Rich]:
    """For its resident: until when the text is kept and the way to them leads from it; why, where it is held."""
    say, kept, none = to.say, to.tx.policy.retention, Rich("")
    if case.words_erased_at is not None:
        return [], none
    if holds.is_kept_anyway(case):
        return [say(why_kept(case)), *link_lines(to, case)], none
    hold = await holds.lasting(to.tx, case)
    if hold is not None:
        lines = [say("hold-own"), *longer_lines(to, case, hold), *link_lines(to, case)]
        return ([*lines, say("hold-reason")], quoted(Rich(hold.reason))) if reason else (lines, none)
    if case.closed_at is None:
        return [say("kept-after-closing", days=say("days", count=kept.words.days))], none
    return [say("kept-until", date=say.date(case.closed_at + kept.words))], none


def why_kept(case: Case) -> str:
    """The text that says why a case is kept longer without anybody's word."""
    return "kept-as-letters" if case.kind is Kind.COUNCIL else "kept-for-investigation"


def link_lines(to: Addressee, case: Case) -> list[str]:
    """Of a case that keeps its text longer: when its resident's name and chat go all the same."""
    if case.link_erased_at is not None:
        return []
    say, links = to.say, to.tx.policy.retention.links
    if case.closed_at is None:
        return [say("kept-link-after-closing", days=say("days", count=links.days))]
    return [say("kept-link-until", date=say.date(case.closed_at + links))]


async def desk_lines(to: Addressee, case: Case) -> list[str]:
    """For the desk: that the text is kept longer than usual."""
    hold = await holds.lasting(to.tx, case)
    return longer_lines(to, case, hold) if hold is not None else []


def longer_lines(to: Addressee, case: Case, hold: Hold) -> list[str]:
    """Until when a hold keeps the text of a case; where its term goes further, that."""
    if not hold.holds:
        return [to.say("hold-over"), kept_when_over(to, case)]
    if case.closed_at is None:  # its term begins with its end
        return [to.say("hold-until-open", date=to.say.date(hold.until))]
    over = max(hold.until, case.closed_at + to.tx.policy.retention.words)
    return [to.say("hold-until", date=to.say.date(over))]


def kept_when_over(to: Addressee, case: Case) -> str:
    """What becomes of the text without a hold."""
    say, kept = to.say, to.tx.policy.retention
    if holds.is_kept_anyway(case):
        return say(why_kept(case))
    if case.closed_at is None:
        return say("kept-after-closing", days=say("days", count=kept.words.days))
    over = case.closed_at + kept.words
    return say("kept-until", date=say.date(over)) if over > to.tx.now else say("kept-until-night")
