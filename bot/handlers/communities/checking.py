"""What is wrong with a community's service areas: a line on its page, and the list that it leads to."""

from collections.abc import Sequence

from bot.domain.area_checks import Fault, Finding
from bot.handlers.communities.buttons import CheckAreas, CommunityPage
from bot.handlers.paging import back, last_page, page_of, turning
from bot.handlers.places import community_at, community_name, settlement_name
from bot.register import Register
from bot.services import area_checks
from bot.services.communities import coordinated_community
from bot.surface.rendering import Addressee
from bot.surface.screens import Label, Screen
from bot.texts import Say

LINES = 20  # on a page


def buttons_of(say: Say, code: str, found: Sequence[Finding]) -> list[list[Label]]:
    return [[(say("areas-check-button", count=len(found)), CheckAreas(code, 0))]] if found else []


async def draw_check(to: Addressee, button: CheckAreas) -> Screen:
    enrolled = await coordinated_community(to.tx, to.person_id, button.community)
    found = await area_checks.of_community(to.tx, to.register, enrolled.code)
    page = last_page(found, button.page, LINES)
    lines = [community_name(to.say, community_at(to.register, enrolled.code))]
    lines += [line_of(to.say, to.register, each) for each in page_of(found, page, LINES)]
    if not found:
        lines.append(to.say("areas-check-none"))
    rows = turning(
        to, len(found), page, CheckAreas(enrolled.code, page - 1), CheckAreas(enrolled.code, page + 1), size=LINES
    )
    return Screen(to.say("areas-check-title"), lines, buttons=[*rows, *back(to, CommunityPage(enrolled.code))])


def line_of(say: Say, register: Register, found: Finding) -> str:
    """A finding as a line. A settlement that is gone from the register is named by its code."""
    key = f"areas-check-{found.fault}"
    if found.fault is Fault.NO_REST:
        return say(key)
    if found.settlement is None:
        return say(key, name=say.place(found.area or ""))
    if not register.has_settlement(found.settlement):
        return say(key, name=found.settlement)
    return say(key, name=settlement_name(say, register.settlement(found.settlement)))
