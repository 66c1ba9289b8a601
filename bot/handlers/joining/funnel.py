"""The coordinator's view of all communities that join: how many are at each step, and who waits longest."""

from collections import Counter

from bot.domain.communities import Enrolment
from bot.domain.joining import FunnelForm
from bot.domain.people import require_coordinator
from bot.handlers.communities.buttons import CoordinatorHome
from bot.handlers.joining.buttons import AtStep, Funnel, FunnelFile, JoiningPage
from bot.handlers.joining.funnel_files import oblast_name
from bot.handlers.joining.page import look
from bot.handlers.paging import back, page_of, turning
from bot.handlers.places import community_at, community_name
from bot.services.communities import coordinator_parts
from bot.storage import joining as stored
from bot.surface.context import Context
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen


async def open_page(context: Context, button: Funnel | AtStep) -> None:
    require_coordinator(context.actor)
    await look(context, button)


async def draw_funnel(to: Addressee, button: Funnel) -> Screen:
    """By oblast where there are several; each step leads to its communities."""
    await coordinator_parts(to.tx, to.person_id)
    rows, say = await stored.funnel(to.tx, to.person_id), to.say
    total: Counter[Enrolment] = Counter()
    of_oblast: dict[str, Counter[Enrolment]] = {}
    for row in rows:
        total[row.enrolment] += row.communities
        of_oblast.setdefault(row.oblast, Counter())[row.enrolment] += row.communities
    labels: list[list[Label]] = [
        [(say("funnel-step-button", step=say(f"funnel-{each}"), count=total[each]), AtStep(each, 0))]
        for each in Enrolment
        if total[each]
    ]
    if rows:
        labels.append([(say(f"funnel-{form}-button"), FunnelFile(form)) for form in FunnelForm])
    lines = [say("funnel-explained") if rows else say("coordinator-no-communities")]
    if len(of_oblast) > 1:
        lines += ["", *[oblast_line(to, oblast, counts) for oblast, counts in sorted(of_oblast.items())]]
    return Screen(say("funnel-title"), lines, buttons=[*labels, *back(to, CoordinatorHome())])


def oblast_line(to: Addressee, oblast: str, counts: Counter[Enrolment]) -> str:
    name, active = oblast_name(to.say, to.register, oblast), counts[Enrolment.ACTIVE]
    return to.say("funnel-oblast", oblast=name, active=active, all=counts.total())


async def draw_step(to: Addressee, button: AtStep) -> Screen:
    await coordinator_parts(to.tx, to.person_id)
    found, say = await stored.at_step(to.tx, to.person_id, button.enrolment), to.say
    rows: list[list[Label]] = []
    for each in page_of(found, button.page):
        days = (to.tx.now - each.since).days
        name = community_name(say, community_at(to.register, each.code))
        rows.append([(say("funnel-community-button", name=name, days=days), JoiningPage(each.code))])
    step = button.enrolment
    rows += turning(to, len(found), button.page, AtStep(step, button.page - 1), AtStep(step, button.page + 1))
    lines = [say("funnel-longest-first") if found else say("funnel-nobody")]
    return Screen(say(f"funnel-{step}"), lines, buttons=[*rows, *back(to, Funnel())])
